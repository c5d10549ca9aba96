"""An analyst's folder laid over our tables: every row is looked at, and all that is wrong is told at once."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from os.path import commonprefix
from pathlib import Path

from msgspec import Struct

from wasata.ontology.plover import ontology
from wasata.packs.sheet import read_sheet
from wasata.packs.table import Row, RowT, TableError

CORRECTIONS = "corrections.tsv"  # examples that `wasata fix` writes; no table to code with
WEIGHTS = "confidence.tsv"  # what signs weigh, beside the rooms: events/confidence.py reads it
# columns in which only the words of our own tables make sense
_CLOSED = frozenset(("kind", "gender", "number", "form", "sense", "effect", "scope", "generated"))
_DAY = re.compile(r"|\d{4}(-\d\d(-\d\d)?)?")
_SHOWN = 20  # faults told at once


class Table(Struct, frozen=True):
    """A table of the house: its room (ar, world), its name, and the columns that name a row."""

    room: str
    name: str
    keys: tuple[str, ...]


class Overlay:
    """A folder of an analyst: its tables, and what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[str] = []

    def rows(self, table: Table, kind: type[RowT], ours: Sequence[RowT]) -> tuple[RowT, ...]:
        """Our rows with the analyst's laid over: the same key replaces, a key with all else empty removes."""
        theirs: list[RowT] = []
        for path in self._files(table):
            try:
                found, faults = read_sheet(path, kind, place(path, self.folder))
            except TableError as error:
                found, faults = (), [str(error)]
            theirs += found
            self.faults += faults
        return self._lay(table, list(ours), theirs) if theirs else tuple(ours)

    def _files(self, table: Table) -> list[Path]:
        room = self.folder / table.room
        return [p for p in (room / f"{table.name}.tsv", *sorted((room / table.name).glob("*.tsv"))) if p.is_file()]

    def _lay(self, table: Table, ours: list[RowT], theirs: list[RowT]) -> tuple[RowT, ...]:
        kept = {_key(row, table.keys): row for row in ours}
        known = _known(ours)
        said: dict[tuple[str, ...], str] = {}
        for row in theirs:
            key = _key(row, table.keys)
            if key in said:
                self.faults.append(
                    f"{row.row} says {' '.join(key).strip()!r} again, first said in {said[key]}; keep one"
                )
                continue
            said[key] = row.row
            gone = _removed(row, table.keys, kept)
            if gone is not None:
                self._remove(row, key, gone, kept)
            else:
                self.faults += _wrong(row, known)
                kept[key] = row
        return tuple(kept.values())

    def _remove(
        self, row: Row, key: tuple[str, ...], gone: list[tuple[str, ...]], kept: dict[tuple[str, ...], RowT]
    ) -> None:
        if not gone:
            said = key[0].removeprefix("-").strip()
            likely = nearest(said, {other[0] for other in kept})
            hint = f"; did you mean {likely}?" if likely else ""
            self.faults.append(
                f"{row.row} has nothing but {said!r}, which removes a row of ours, but we have none{hint}; "
                "to add one, fill in the other cells"
            )
        for other in gone:
            del kept[other]

    def check(self, tables: Iterable[Table]) -> None:
        """Nothing, where all is well; else a TableError with a line for each thing that is wrong."""
        faults = [*_strangers(self.folder, list(tables)), *self.faults]
        if faults:
            more = [f"... and {len(faults) - _SHOWN} more"] if len(faults) > _SHOWN else []
            raise TableError("\n".join([*faults[:_SHOWN], *more]))


def place(path: Path, folder: Path) -> str:
    """The name of an analyst's file, as in "lexicon/ar/names.tsv"."""
    return f"{folder.resolve().name}/{path.relative_to(folder).as_posix()}"


def _key(row: Row, keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(getattr(row, column) for column in keys)


def _removed(row: Row, keys: tuple[str, ...], kept: dict[tuple[str, ...], RowT]) -> list[tuple[str, ...]] | None:
    """The keys of the rows that a row removes; None where it says something instead."""
    cells = {field: getattr(row, field) for field in row.__struct_fields__ if field != "row"}
    key = _key(row, keys)
    minus = len(key[0]) > 1 and key[0].startswith("-")
    if not minus and any(cell for field, cell in cells.items() if field not in keys):
        return None
    key = (key[0].removeprefix("-").strip(), *key[1:])
    if minus or not any(key[1:]) and key not in kept or len(keys) == 1:
        given = [at for at, cell in enumerate(key) if cell]
        return [other for other in kept if all(other[at] == key[at] for at in given)]
    if key not in kept:
        return None
    ours = kept[key]
    plain = not any(getattr(ours, field) for field in cells if field not in keys)
    return None if plain else [key]  # our own row said again changes nothing


def _known(ours: Sequence[Row]) -> dict[str, frozenset[str]]:
    """The words that our own rows use in the closed columns."""
    fields = ours[0].__struct_fields__ if ours else ()
    return {field: frozenset(getattr(row, field) for row in ours) for field in fields if field in _CLOSED}


def _wrong(row: Row, known: dict[str, frozenset[str]]) -> Iterator[str]:
    """What is wrong with the cells of a row, looked at alone."""
    for field in row.__struct_fields__:
        cell = getattr(row, field)
        if field in known and cell not in known[field]:
            yield f"{row.row} {_no_such(field, cell, known[field])}"
        elif field == "sector" and cell and cell not in ontology().sectors:
            yield f"{row.row} {_no_such('sector', cell, ontology().sectors)}"
        elif field == "event" and cell and cell not in ontology().categories:
            yield f"{row.row} {_no_such('event', cell, ontology().categories)}"
        elif field in ("start", "end") and not _DAY.fullmatch(cell):
            yield f"{row.row} has the {field} {cell!r}; write a day, month or year: 2024-01-31, 2024-01, 2024"


def nearest(word: str, known: Iterable[str]) -> str:
    """What was most likely meant, "MLI or MLT": alike, and beginning alike; an empty string where none is alike."""
    listed = sorted(filter(None, known))
    alike = [near for one in (word, word.upper(), word.lower()) for near in get_close_matches(one, listed, 8)]
    begins = {near: len(commonprefix([near.lower(), word.lower()])) for near in alike}
    return " or ".join(sorted(near for near in begins if begins[near] == max(begins.values()))[:3])


def _no_such(column: str, cell: str, known: Iterable[str]) -> str:
    """The column with what it may hold, the likeliest named."""
    listed, likely = sorted(filter(None, known)), nearest(cell, known)
    if likely:
        return f"has the {column} {cell!r}, which is none; did you mean {likely}?"
    return f"has {f'the {column} {cell!r}, which is none' if cell else f'no {column}'}; there are {', '.join(listed)}"


def strange(row: Row, column: str, known: Iterable[str], *, table: str = "") -> Iterator[str]:
    """What is wrong with a cell that must be one of those known; table names where others can be added."""
    cell = getattr(row, column)
    if cell not in known:
        likely = nearest(cell, known)
        hint = (f"; did you mean {likely}?" if likely else "") + (f"; or add it to {table}" if table else "")
        yield f"{row.row} has the {column} {cell!r}, which is not known{hint}"


@cache
def _stems(tables: tuple[Table, ...]) -> dict[str, frozenset[str]]:
    rooms: dict[str, set[str]] = {}
    for table in tables:
        rooms.setdefault(table.room, set()).add(table.name)
    return {room: frozenset(names) for room, names in rooms.items()}


def _strangers(folder: Path, tables: list[Table]) -> Iterator[str]:
    """Files that look like tables and are none: nobody would read them, and nobody would say so."""
    for path in sorted(folder.glob("*.tsv")):
        if path.name != WEIGHTS:
            yield f"{place(path, folder)} stands beside the tables; they lie in its folders ar/ and world/"
    for room, names in _stems(tuple(tables)).items():
        for path in sorted(p for p in (folder / room).glob("*") if p.is_file()):
            ending = path.suffix.lower()
            stem = path.stem.lower()
            if ending == ".tsv" and path.name != CORRECTIONS and path.stem not in names:
                likely = nearest(stem, names)
                listed = f"did you mean {likely}?" if likely else f"tables are {', '.join(sorted(names))}"
                yield f"{place(path, folder)} is no table that we know; {listed}"
            elif ending in (".csv", ".xlsx", ".xls", ".ods", ".txt", ".tab") and stem in names:
                yield f"{place(path, folder)} is not read; save it as {stem}.tsv, text with tabs between the cells"
