"""An analyst's table as a spreadsheet saved it, whatever that did to quotes, line ends and letters."""

import re
from collections.abc import Sequence
from pathlib import Path

from wasata.packs.table import RowT, TableError, columns

# marks of direction and joining that copying from a page brings along, and hard spaces
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = re.compile("[ \u00a0\u202f]+")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_TO_FILL = "??"


def read_sheet(path: Path, kind: type[RowT], name: str) -> tuple[tuple[RowT, ...], list[str]]:
    """The rows of an analyst's table, columns in whatever order, and what is wrong with the others, in plain words."""
    lines = re.split(r"\r\n|\r|\n", decoded(path.read_bytes(), name))
    wanted = columns(kind)
    head = [cell.lower() for cell in _cells(lines[0])]
    _check_head(head, lines[0], wanted, name)
    rows: list[RowT] = []
    faults: list[str] = []
    for number, line in enumerate(lines[1:], 2):
        cells = _cells(line)
        if not any(cells) or cells[0].startswith("#"):
            continue
        place = f"{name}:{number}"
        if len(cells) > len(head):
            faults.append(f"{place} has {len(cells)} cells, wanted {len(head)}; a tab too many, or a row out of place")
            continue
        told = dict(zip(head, cells + [""] * (len(head) - len(cells)), strict=True))
        empty = [column for column in told if told[column] == _TO_FILL]
        faults += [f"{place} has {_TO_FILL} in the column {column}; fill it in" for column in empty]
        if not empty:
            rows.append(kind(place, *(told[column] for column in wanted)))
    return tuple(rows), faults


def _cells(line: str) -> list[str]:
    """The cells of a line without what nobody sees; empty ones at the end are none."""
    cells = [_cell(cell) for cell in line.split("\t")]
    while len(cells) > 1 and not cells[-1]:
        cells.pop()
    return cells


def _cell(cell: str) -> str:
    plain = _SPACES.sub(" ", _UNSEEN.sub("", cell)).strip()
    quoted = _QUOTED.fullmatch(plain)  # a spreadsheet quotes a cell that holds quotes, and doubles them
    return quoted.group(1).replace('""', '"').strip() if quoted and len(plain) > 1 else plain


def _check_head(head: list[str], line: str, wanted: tuple[str, ...], name: str) -> None:
    """Nothing where every column is there once; else a TableError that says which are not, and the mend."""
    if sorted(head) == sorted(wanted):
        return
    if len(head) == 1 and any(mark in line for mark in ",;"):
        raise TableError(f"{name} is separated by commas; save it as text with tabs between the cells")
    told = f"{name}:1 has the header {' '.join(head)!r}, wanted {' '.join(wanted)!r} with tabs between"
    absent = [column for column in wanted if column not in head]
    if len(absent) == len(wanted):
        raise TableError(f"{told}; put that line first")
    strange = [column or "an empty one" for column in head if column not in wanted]
    more = [f"lacks {', '.join(absent)}"] if absent else []
    more += [f"has {', '.join(strange)} that the table does not know"] if strange else []
    raise TableError(f"{told}: it {' and '.join(more) or 'says a column twice'}")


def decoded(raw: bytes, name: str) -> str:
    """The text of a file in UTF-8 or UTF-16; whatever else it is, is told with the mend."""
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise TableError(f"{name} is a workbook, whatever its name says; save it as text with tabs between the cells")
    try:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            return raw.decode("utf-16")
        if b"\0" in raw[:200]:
            return raw.decode("utf-16-le" if raw[1:2] == b"\0" else "utf-16-be")
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        mend = 'in Excel as "Unicode Text", in LibreOffice as text with the character set UTF-8'
        raise TableError(f"{name} is not in UTF-8, so its letters cannot be told; save it {mend}") from None


def put_line(path: Path, head: tuple[str, ...], cells: dict[str, str], key: str) -> None:
    """The table holds this row, in place of one of the same key; a table that is not there is made."""
    kept, order = _kept_lines(path, head, cells[key], key)
    kept.append("\t".join(" ".join(cells.get(column, "").split()) for column in order))
    _write(path, kept)


def add_lines(path: Path, head: tuple[str, ...], rows: Sequence[tuple[str, dict[str, str]]]) -> None:
    """The table holds these rows as remarks, each after one that tells of it; a table that is not there is made."""
    kept, order = _kept_lines(path, head, "", head[0])
    for told, cells in rows:
        kept.append(f"# {' '.join(told.split())}")
        kept.append("# " + "\t".join(" ".join(cells.get(column, "").split()) for column in order))
    _write(path, kept)


def first_cells(path: Path) -> frozenset[str]:
    """What stands first in the rows of a table, remarks among them."""
    if not path.exists():
        return frozenset()
    lines = re.split(r"\r\n|\r|\n", decoded(path.read_bytes(), path.name))
    return frozenset(_cells(line)[0].lstrip("# ") for line in lines if line.strip())


def drop_line(path: Path, head: tuple[str, ...], value: str, key: str) -> bool:
    """Whether the table held a row of this key; it holds none now."""
    if not path.exists():
        return False
    before = len(decoded(path.read_bytes(), path.name).splitlines())
    kept, _ = _kept_lines(path, head, value, key)
    _write(path, kept)
    return len(kept) < before


def _kept_lines(path: Path, head: tuple[str, ...], value: str, key: str) -> tuple[list[str], list[str]]:
    """The lines of a table without the rows of this key, and the order of its columns."""
    if not path.exists() or not path.stat().st_size:
        return ["\t".join(head)], list(head)
    lines = [line for line in re.split(r"\r\n|\r|\n", decoded(path.read_bytes(), path.name)) if line.strip()]
    order = [cell.lower() for cell in _cells(lines[0])]
    _check_head(order, lines[0], head, path.name)
    at = order.index(key)
    return [lines[0], *(line for line in lines[1:] if not value or _cell_at(line, at) != value)], order


def _cell_at(line: str, at: int) -> str:
    cells = _cells(line)
    return cells[at] if at < len(cells) else ""


def _write(path: Path, lines: list[str]) -> None:
    """The lines stand in the file, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_text("\n".join(lines) + "\n", encoding="utf-8")
    part.replace(path)
