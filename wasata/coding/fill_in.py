"""The work list as rows to fill in: what no row knows stands ready in the tables of an analyst's folder."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from wasata.coding.missing import Missing
from wasata.packs.language import Language
from wasata.packs.rows import ActorRow, LemmaRow, NameRow, VerbRow
from wasata.packs.sheet import add_lines, first_cells
from wasata.packs.table import Row, columns

MOST = 50  # rows of a kind written at once
TO_FILL = "??"
_QUOTED = re.compile(r"[«\"“]([^«»\"“”]+)[»\"”]\s*$")


class Ready(Struct, frozen=True):
    """A row to fill in, the table in which it stands, and where its words were met."""

    table: str  # "ar/names.tsv"
    kind: type[Row]
    cells: dict[str, str]
    told: str


def write(found: Iterable[Missing], folder: Path, language: Language) -> dict[str, int]:
    """How many rows were added to each table of the folder: each a remark until its # is taken away."""
    added: dict[str, int] = {}
    for table, kind, ready in _by_table(found, language):
        path = folder / table
        known = first_cells(path)
        fresh = [one for one in ready if next(iter(one.cells.values())) not in known][:MOST]
        if fresh:
            add_lines(path, columns(kind), [(one.told, one.cells) for one in fresh])
            added[str(path)] = len(fresh)
    return added


def _by_table(found: Iterable[Missing], language: Language) -> Iterator[tuple[str, type[Row], list[Ready]]]:
    lemmas = {row.lemma for row in language.lemmas}
    tables: dict[str, list[Ready]] = {}
    for one in found:
        for row in _name(one, language) if one.kind == "name" else _verb(one, language, lemmas):
            tables.setdefault(row.table, []).append(row)
    for table, ready in tables.items():
        yield table, ready[0].kind, ready


def _name(one: Missing, language: Language) -> Iterator[Ready]:
    """A name, and the actor that it names, with what the text tells of it."""
    quoted = _QUOTED.search(one.text)
    name, kind = (quoted.group(1), "movement") if quoted else (one.text, "person")
    actor = re.sub(r"[^a-z0-9]+", "-", language.script.latin(name)).strip("-") or TO_FILL
    country, _, sector = one.code.partition("/")
    told = f"met {one.count} x: {one.example}"
    yield Ready(f"{language.code}/names.tsv", NameRow, {"name": name, "actor": actor, "kind": kind}, told)
    english = actor.replace("-", " ").title()
    cells = {"actor": actor, "country": country or TO_FILL, "sector": sector or TO_FILL, "kind": kind}
    yield Ready("world/actors.tsv", ActorRow, cells | {"english": english}, f"{name}; {told}")


def _verb(one: Missing, language: Language, lemmas: set[str]) -> Iterator[Ready]:
    """A frame for a verb, and its lexeme where no table has it; the example is to be marked with [ ] and { }."""
    told = f"met {one.count} x: {one.example}"
    if one.text not in lemmas:
        yield Ready(f"{language.code}/lemmas.tsv", LemmaRow, {"lemma": one.text, "form": TO_FILL}, told)
    cells = {"frame": f"{one.text} 1 2", "event": TO_FILL, "example": TO_FILL}
    yield Ready(f"{language.code}/verbs.tsv", VerbRow, cells, told)
