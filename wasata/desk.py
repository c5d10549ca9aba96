"""The desk: one method for each thing an analyst asks, whichever face the question comes through."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from wasata.coding.check import Failure, check, rows
from wasata.coding.explain import Reason, Rung, ladder, reasons
from wasata.coding.local import CodingError, code_all
from wasata.coding.missing import Missing, missing
from wasata.coding.recipe import Recipe
from wasata.documents.sources import Fault, documents
from wasata.packs.language import LANGUAGES
from wasata.packs.table import TableError
from wasata.records.coded import Coded
from wasata.records.event import Event
from wasata.store import store
from wasata.store.store import Added, StoreError

Paths = Iterable[str | Path]
_MOST = 64  # documents that are stored at once


class Desk:
    """Reads articles, keeps what they tell in one store, and answers for it."""

    def __init__(self, path: str | Path = "wasata.duckdb", recipe: Recipe | None = None, *, workers: int = 1) -> None:
        self.path = Path(path)
        self.recipe = recipe or Recipe()
        self.workers = workers

    def code(self, paths: Paths, *, date: str = "", language: str = "", kind: str = "") -> Iterator[Coded | Fault]:
        """Every document of the paths with its events, mentions and what was not understood; nothing is stored."""
        found = documents(paths, date=date, language=language, kind=kind)
        return code_all(found, self.recipe, workers=self.workers)

    def read(
        self, paths: Paths, *, date: str = "", language: str = "", replacing: bool = False
    ) -> Iterator[tuple[Coded, Added] | Fault]:
        """Every document of the paths coded and stored, with "new", "known" (nothing was added) or "again"."""
        with store.opened(self.path, new=True) as con:
            for batch, faults in _handfuls(self.code(paths, date=date, language=language)):
                for one, added in zip(batch, store.add_all(con, batch, replacing=replacing), strict=True):
                    yield Fault(str(self.path), "", store.refusal(one)) if added == "refused" else (one, added)
                yield from faults

    def why(self, event: str) -> tuple[Event, tuple[Rung, ...]]:
        """The stored event whose id begins so, and the ladder of rows and words that it rests on."""
        with store.opened(self.path) as con:
            found, text = store.event(con, event)
        return found, ladder(found, text)

    def reasons(self, event: Event) -> tuple[Reason, ...]:
        """What made an event as sure as it is, the heaviest sign first."""
        return reasons(event, self.recipe.overlay)

    def export(self, kind: str, out: str | Path) -> int:
        """Every stored event in a csv, parquet or jsonl file; how many they are."""
        with store.opened(self.path) as con:
            return store.export(con, kind, Path(out))

    def counts(self) -> dict[str, int]:
        """How many lines each table of the store holds."""
        with store.opened(self.path) as con:
            return store.counts(con)

    def check(self) -> Iterator[Failure]:
        """Every row of the tables, the analyst's laid over, that does not do what its own example says."""
        return check(self.recipe)

    def rows(self) -> int:
        """How many rows of the tables bring their own proof."""
        return sum(1 for _ in rows(self.recipe))

    def missing(self, paths: Paths) -> Iterator[Missing | Fault]:
        """What could not be read; then the names and verbs that no row knows, the most frequent first."""
        faults: list[Fault] = []
        ranked = missing(_coded(self.code(paths), faults))
        yield from faults
        yield from ranked


def _coded(found: Iterable[Coded | Fault], faults: list[Fault]) -> Iterator[Coded]:
    """What was coded; the faults go into their list."""
    for one in found:
        if isinstance(one, Fault):
            faults.append(one)
        else:
            yield one


def _handfuls(found: Iterable[Coded | Fault]) -> Iterator[tuple[list[Coded], list[Fault]]]:
    """Coded documents in batches that grow, so that the first are told at once; a fault ends a batch, for order."""
    batch: list[Coded] = []
    size = 1
    for one in found:
        if isinstance(one, Fault):
            yield batch, [one]
            batch = []
            continue
        batch.append(one)
        if len(batch) >= size:
            yield batch, []
            batch, size = [], min(size * 2, _MOST)
    yield batch, []


__all__ = [
    "LANGUAGES",
    "CodingError",
    "Desk",
    "Fault",
    "Missing",
    "Reason",
    "Recipe",
    "Rung",
    "StoreError",
    "TableError",
]
