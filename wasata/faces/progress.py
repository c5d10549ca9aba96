"""A sign of life on stderr for whatever takes longer than two seconds."""

import sys
from collections.abc import Iterable, Iterator
from itertools import count
from threading import Event, Thread
from typing import TypeVar

Item = TypeVar("Item")
_PATIENCE = 2.0  # seconds


def watched(found: Iterable[Item]) -> Iterator[Item]:
    """The same items; a person at a terminal sees how many there were, once it takes its time."""
    if not sys.stderr.isatty():
        yield from found
        return
    done, tally = Event(), [0]
    shown = Thread(target=_show, args=(done, tally), daemon=True)
    shown.start()
    try:
        for tally[0], one in zip(count(), found, strict=False):
            yield one
    finally:
        done.set()
        shown.join()


def _show(done: Event, tally: list[int]) -> None:
    """A counter that appears only after a while, and erases itself at the end."""
    if done.wait(_PATIENCE):
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} done"), TimeElapsedColumn())
    # what is printed on a terminal goes above the counter; into a pipe or file it goes untouched
    both = sys.stdout.isatty()
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=both) as progress:
        task = progress.add_task("", total=None)
        while not done.wait(0.2):
            progress.update(task, completed=tally[0])
