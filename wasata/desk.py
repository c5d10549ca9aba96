"""The desk: one method for each thing an analyst asks, whichever face the question comes through."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from wasata.coding import fill_in, learned
from wasata.coding.check import check, rows
from wasata.coding.correct import Change, CorrectionError, corrected
from wasata.coding.explain import Reason, Rung, ladder, reasons
from wasata.coding.learned import Refit
from wasata.coding.local import CodingError, code_all
from wasata.coding.missing import Missing, missing
from wasata.coding.occurrences import changed, grouped, occurrences
from wasata.coding.proof import Failure
from wasata.coding.recipe import Recipe
from wasata.documents.sources import Fault, documents
from wasata.packs.language import LANGUAGES, language
from wasata.packs.table import TableError
from wasata.records.coded import Coded
from wasata.records.correction import Correction
from wasata.records.event import Event
from wasata.records.occurrence import Occurrence
from wasata.records.text import Document
from wasata.store import corrections as said
from wasata.store import occurrences as kept
from wasata.store import store
from wasata.store.store import Added, StoreError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection

Paths = Iterable[str | Path]
_MOST = 64  # documents that are stored at once
Read = tuple[Coded, Added, tuple[Occurrence, ...]]


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
        self, paths: Paths, *, date: str = "", language: str = "", replacing: bool = False, merging: bool = True
    ) -> Iterator[Read | Fault]:
        """Every document of the paths coded and stored, with "new", "known" (nothing was added) or "again".

        With merging each comes with the occurrences that it reports, as far as the store knows them by then; without
        it, for long lists, all are merged at the end.
        """
        with store.opened(self.path, new=True) as con:
            for coded, faults in _handfuls(self.code(paths, date=date, language=language)):
                batch, renewed = _corrected(con, coded)
                became = store.add_all(con, batch, replacing=replacing)
                said.keep(con, renewed)
                told = _settled(con, batch) if merging else {}
                for one, added in zip(batch, became, strict=True):
                    if added == "refused":
                        yield Fault(str(self.path), "", store.refusal(one))
                    else:
                        yield one, added, told.get(one.document.id, ())
                yield from faults
            _merge(con)

    def why(self, event: str) -> tuple[Event, tuple[Rung, ...]]:
        """The stored event whose id begins so, and the ladder of rows and words that it rests on."""
        with self._merged() as con:
            found, text = store.event(con, event)
        return found, ladder(found, text)

    def find(self, prefix: str) -> Occurrence | Event:
        """The occurrence or event whose id begins so; an occurrence of one report is that event."""
        with self._merged() as con:
            return _found(con, prefix)

    def events(self, ids: Iterable[str]) -> dict[str, tuple[Event, Document]]:
        """Stored events with their documents, without their whys."""
        with self._merged() as con:
            return kept.events(con, ids)

    def fix(self, event: str, change: Change | None, *, note: str = "") -> tuple[Correction, Path | None]:
        """The event whose id begins so, corrected by hand, and the file of the recipe's folder that keeps an example.

        Without a change there is no event at all; a change of nothing says that it was coded rightly.
        """
        recipe = self._laid()
        pack = language(recipe.languages[0], recipe.overlay)
        with self._to_change() as con:
            was, words, published = _coded_and_now(con, event)
            now = was.corrected or was.event
            fixed = None if change is None else corrected(now, change, pack)
            told = Correction(was.event, fixed, words, note or was.note)
            said.correct(con, told)
            _merge(con)
        dated = change is not None and change.date is not None
        folder = self.recipe.overlay
        return told, learned.put(told, folder, recipe, published=published, dated=dated) if folder else None

    def undo(self, event: str) -> Event:
        """The event as it was coded, which stands again in place of what was said by hand."""
        with self._to_change() as con:
            found = said.corrections_like(con, event) if event else []
            if len(found) != 1:
                raise CorrectionError(_which(event, [one.event.id for one in found]))
            said.undo(con, found[0])
            _merge(con)
        if self.recipe.overlay:
            learned.drop(found[0].event.id, self.recipe.overlay, self.recipe)
        return found[0].event

    def correction(self, event: str) -> Correction | None:
        """What was said by hand of the event of this id."""
        with store.opened(self.path) as con:
            return next(iter(said.corrections_like(con, event)), None)

    def refit(self) -> Refit:
        """The weights of confidence, learned anew from the corrections in the analyst's folder."""
        return learned.refit(self.recipe)

    def _laid(self) -> Recipe:
        """The recipe without its folder where there is none yet: the first correction makes it."""
        return self.recipe if Path(self.recipe.overlay).is_dir() else replace(self.recipe, overlay="")

    @contextmanager
    def _to_change(self) -> Iterator["Connection"]:
        """A store that is there already, to be changed, after every event in it has found its occurrence."""
        with store.opened(self.path):
            pass
        with store.opened(self.path, new=True) as con:
            _merge(con)
            yield con

    @contextmanager
    def _merged(self) -> Iterator["Connection"]:
        """The store to read from, after every event in it has found its occurrence."""
        with store.opened(self.path) as con:
            behind = bool(kept.unmerged(con))
            if not behind:
                yield con
                return
        with store.opened(self.path, new=True) as con:
            _merge(con)
            yield con

    def reasons(self, event: Event) -> tuple[Reason, ...]:
        """What made an event as sure as it is, the heaviest sign first."""
        return reasons(event, self.recipe.overlay)

    def export(self, kind: str, out: str | Path, *, what: str = "events") -> int:
        """Every stored event, or occurrence, in a csv, parquet or jsonl file; how many they are."""
        with self._merged() as con:
            return store.export(con, kind, Path(out), what=what)

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

    def fill_in(self, found: Iterable[Missing], folder: str | Path) -> dict[str, int]:
        """Rows to fill in for what no row knows stand in the tables of a folder; how many were added to each."""
        return fill_in.write(found, Path(folder), language(self.recipe.languages[0], self.recipe.overlay))


def _merge(con: "Connection") -> None:
    """Every event stands in an occurrence; only occurrences whose reports have changed are made again."""
    for kind in kept.unmerged(con):
        window = kept.window(con, kind)
        reports = kept.told(con, kind, window)
        fresh, gone = changed(grouped(reports), kept.groups(con, kind), window.within)
        kept.keep(con, list(occurrences(fresh, lambda names: kept.texts(con, names))), gone)


def _corrected(con: "Connection", batch: Iterable[Coded]) -> tuple[list[Coded], list[Correction]]:
    """The documents with what was said by hand laid over, and the corrections as they lie over the new reading."""
    coded = list(batch)
    found = said.corrections(con, [one.document.id for one in coded]) if coded else {}
    both = [said.laid(one, found.get(one.document.id, ())) for one in coded]
    return [one for one, _ in both], [each for _, renewed in both for each in renewed]


def _coded_and_now(con: "Connection", prefix: str) -> tuple[Correction, str, str]:
    """An event as it was coded with what was said of it before, the words it was coded by, and the day of its paper."""
    removed = [one for one in said.corrections_like(con, prefix) if one.corrected is None] if prefix else []
    if removed and not store.known_events(con, prefix):
        was = removed[0] if len(removed) == 1 else None
        if was is None:
            raise CorrectionError(_which(prefix, [one.event.id for one in removed]))
        return was, was.words, kept.published(con, [was.event.document])[was.event.document]
    found = _found(con, prefix)
    if isinstance(found, Occurrence):
        raise CorrectionError(f"{prefix} has several reports; correct each by its own id: {', '.join(found.reports)}")
    event, text = store.event(con, found.id)
    before = next(iter(said.corrections_like(con, event.id)), None)
    words = text[event.span.start : event.span.end]
    return before or Correction(event, event, words), words, kept.published(con, [event.document])[event.document]


def _which(prefix: str, ids: list[str]) -> str:
    """Why no one correction is meant."""
    if ids:
        return f"{prefix!r} begins more than one id: {', '.join(ids)}; write more of it"
    return f"no correction is of an event whose id begins with {prefix!r}; nothing to undo"


def _settled(con: "Connection", batch: Iterable[Coded]) -> dict[str, tuple[Occurrence, ...]]:
    """The occurrences that the documents of a batch report, by document, once all events are merged."""
    _merge(con)
    return kept.occurrences(con, [one.document.id for one in batch])


def _found(con: "Connection", prefix: str) -> Occurrence | Event:
    """The one occurrence or event whose id begins so."""
    several = [one for one in kept.occurrences_like(con, prefix) if prefix and len(one.reports) > 1]
    if prefix and not several and not store.known_events(con, prefix):
        for one in said.corrections_like(con, prefix):
            note = f" ({one.note})" if one.note else ""
            name = one.event.id
            raise StoreError(f"{name} was corrected to be no event{note}; `wasata fix {name[:8]} --undo` restores it")
    if not several:
        return store.event(con, prefix)[0]
    if len(several) > 1 or store.known_events(con, prefix):
        ids = ", ".join([one.id for one in several] + store.known_events(con, prefix))
        raise StoreError(f"{prefix!r} begins more than one id: {ids}; write more of it")
    return several[0]


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
    "Change",
    "CodingError",
    "Correction",
    "CorrectionError",
    "Desk",
    "Fault",
    "Missing",
    "Occurrence",
    "Read",
    "Reason",
    "Recipe",
    "Refit",
    "Rung",
    "StoreError",
    "TableError",
]
