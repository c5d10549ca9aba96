"""Many documents on one machine: the first ones here and now, the rest of a long list in processes."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from wasata.coding.code import kept, line
from wasata.coding.recipe import Recipe
from wasata.documents.sources import Fault
from wasata.packs.table import TableError
from wasata.records.coded import Coded
from wasata.records.text import Document

if TYPE_CHECKING:
    from concurrent.futures import Future

ALONE = 300  # documents coded before other processes are worth their start
_BATCH = 24  # documents that cross to a process at once
_BATCH_LETTERS = 200_000
_AHEAD = 3  # batches a process may be ahead of whoever takes the results


class CodingError(RuntimeError):
    """The work was stopped from outside; the message says what to do."""


class _Batch(Struct, frozen=True):
    coded: tuple[Coded, ...]
    faults: tuple[Fault, ...]


def code_all(found: Iterable[Document | Fault], recipe: Recipe, *, workers: int = 1) -> Iterator[Coded | Fault]:
    """Every document coded, in order; faults pass through, and a document that breaks the coder becomes one."""
    line(recipe)  # a row that cannot be read is told at once, not once a document
    stream = iter(found)
    for one in islice(stream, ALONE) if workers > 1 else stream:
        yield one if isinstance(one, Fault) else _code(one, recipe)
    if workers > 1:
        yield from _spread(stream, recipe, workers)


def _code(document: Document, recipe: Recipe) -> Coded | Fault:
    """The document coded; a fault of ours in one document must not take the others down with it."""
    try:
        return kept(document, recipe)
    except TableError:
        raise
    except Exception as error:
        told = f"could not be coded, and it is our fault: {type(error).__name__}: {error}; please send us its text"
        return Fault(document.id, "", told)


def _spread(stream: Iterator[Document | Fault], recipe: Recipe, workers: int) -> Iterator[Coded | Fault]:
    """What is left of a long stream, coded in processes that are opened only if anything is left."""
    first = next(stream, None)
    if first is None:
        return
    from concurrent.futures import ProcessPoolExecutor  # dear to import, and most commands need no processes
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts)
    waiting: deque[Future[bytes]] = deque()
    try:
        for batch, faults in _batches(chain((first,), stream)):
            yield from faults
            if batch:
                waiting.append(pool.submit(_code_bytes, msgspec.msgpack.encode(batch), recipe))
            while len(waiting) > workers * _AHEAD:
                yield from _results(waiting.popleft())
        while waiting:
            yield from _results(waiting.popleft())
    except BrokenProcessPool:
        raise CodingError("a process that was coding died, of too little memory perhaps; try --workers 1") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _batches(stream: Iterable[Document | Fault]) -> Iterator[tuple[list[Document], list[Fault]]]:
    """Documents in handfuls, each with the faults met on the way."""
    batch: list[Document] = []
    faults: list[Fault] = []
    size = 0
    for one in stream:
        if isinstance(one, Fault):
            faults.append(one)
        else:
            batch.append(one)
            size += len(one.text)
        if len(batch) >= _BATCH or size >= _BATCH_LETTERS or faults:
            yield batch, faults
            batch, faults, size = [], [], 0
    yield batch, faults


def _results(future: "Future[bytes]") -> Iterator[Coded | Fault]:
    done = msgspec.msgpack.decode(future.result(), type=_Batch)
    yield from done.coded
    yield from done.faults


def _code_bytes(documents: bytes, recipe: Recipe) -> bytes:
    """Documents as msgpack in, what was coded as msgpack out: bytes cross cheaply, nested objects do not."""
    done = [_code(one, recipe) for one in msgspec.msgpack.decode(documents, type=list[Document])]
    coded = tuple(one for one in done if isinstance(one, Coded))
    return msgspec.msgpack.encode(_Batch(coded, tuple(one for one in done if isinstance(one, Fault))))


def _leave_interrupts() -> None:
    """Leaves Ctrl-C to the process that the user sees."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
