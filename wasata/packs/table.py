"""A TSV becomes rows that know their file and line; an analyst's rows are laid over."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct


class TableError(ValueError):
    """A table is not as its columns say; the message names file, line and mend."""


class Row(Struct, frozen=True):
    """A line of a table; row is its place, as in "ar/roles.tsv:14"."""

    row: str


RowT = TypeVar("RowT", bound=Row)


def columns(kind: type[Row]) -> tuple[str, ...]:
    """The header that a table of this kind must carry."""
    return tuple(f.encode_name for f in msgspec.structs.fields(kind) if f.name != "row")


def read_table(path: Path, kind: type[RowT], root: Path) -> tuple[RowT, ...]:
    """Every line of the table as a typed row; a missing file is an empty table."""
    if not path.exists():
        return ()
    name = path.relative_to(root).as_posix()
    lines = path.read_text(encoding="utf-8").split("\n")
    wanted = columns(kind)
    if tuple(lines[0].split("\t")) != wanted:
        raise TableError(f"{name}:1 has the header {lines[0]!r}, wanted {chr(9).join(wanted)!r}")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) > len(wanted):
            raise TableError(f"{name}:{number} has {len(cells)} cells, wanted {len(wanted)}")
        cells += [""] * (len(wanted) - len(cells))
        rows.append(kind(f"{name}:{number}", *cells))
    return tuple(rows)


def overlay(rows: Iterable[RowT], over: Iterable[RowT], key: Callable[[RowT], str]) -> tuple[RowT, ...]:
    """Rows with the analyst's laid over: same key replaces, a key with all else empty removes."""
    kept: dict[str, RowT] = {}
    for row in rows:
        if key(row) in kept:
            raise TableError(f"{row.row} says {key(row)!r} again, first said in {kept[key(row)].row}")
        kept[key(row)] = row
    for row in over:
        cells = [getattr(row, c) for c in row.__struct_fields__ if c != "row"]
        if sum(bool(c) for c in cells) <= 1 or not any(cells[1:]):
            kept.pop(key(row), None)
        else:
            kept[key(row)] = row
    return tuple(kept.values())
