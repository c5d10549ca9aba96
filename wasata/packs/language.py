"""All that one pack offers, opened once."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from msgspec import Struct

from wasata.packs import table
from wasata.packs.overlay import CORRECTIONS, Overlay, Table, strange
from wasata.packs.rows import (
    ActorRow,
    ContextRow,
    DemonymRow,
    FactualityRow,
    LemmaRow,
    NameRow,
    ParticleRow,
    PlaceNameRow,
    PlaceRow,
    RoleRow,
    TimeRow,
    VerbRow,
)
from wasata.packs.table import Row, RowT

ROOT = Path(__file__).parent
LANGUAGES = ("ar",)


class Language(Struct, frozen=True, eq=False):
    """What a language knows: its tables, its script and the digest of both."""

    code: str
    script: ModuleType
    digest: str
    actors: tuple[ActorRow, ...]
    gazetteer: tuple[PlaceRow, ...]
    names: tuple[NameRow, ...]
    demonyms: tuple[DemonymRow, ...]
    roles: tuple[RoleRow, ...]
    places: tuple[PlaceNameRow, ...]
    times: tuple[TimeRow, ...]
    lemmas: tuple[LemmaRow, ...]
    verbs: tuple[VerbRow, ...]
    factuality: tuple[FactualityRow, ...]
    particles: tuple[ParticleRow, ...]
    contexts: tuple[ContextRow, ...]


TABLES: dict[str, tuple[type[Row], str, str, tuple[str, ...]]] = {  # field: rows, room ("" the language's), file, keys
    "actors": (ActorRow, "world", "actors", ("actor", "start")),
    "gazetteer": (PlaceRow, "world", "places", ("place",)),
    "names": (NameRow, "", "names", ("name", "actor")),
    "demonyms": (DemonymRow, "", "demonyms", ("country", "nisba")),
    "roles": (RoleRow, "", "roles", ("role", "sector")),
    "places": (PlaceNameRow, "", "places", ("name", "place")),
    "times": (TimeRow, "", "times", ("words", "sense")),
    "lemmas": (LemmaRow, "", "lemmas", ("lemma",)),
    "verbs": (VerbRow, "", "verbs", ("frame",)),
    "factuality": (FactualityRow, "", "factuality", ("cue", "effect")),
    "particles": (ParticleRow, "", "particles", ("word",)),
    "contexts": (ContextRow, "", "contexts", ("word", "sense")),
}


@cache
def language(code: str, lexicon: str = "") -> Language:
    """The pack of a language with the analyst's lexicon folder laid over, opened once per process."""
    if code not in LANGUAGES:
        raise table.TableError(f"no pack for language {code!r}; there are {', '.join(LANGUAGES)}")
    over = Path(lexicon) if lexicon else None
    tables = {field: Table(room or code, name, keys) for field, (_, room, name, keys) in TABLES.items()}
    rows = {field: _ours(TABLES[field][0], one) for field, one in tables.items()}
    if over is not None:
        laid = Overlay(over)
        rows = {field: laid.rows(tables[field], TABLES[field][0], ours) for field, ours in rows.items()}
        laid.faults += _adrift(rows)
        laid.check(tables.values())
    script = import_module(f"wasata.packs.{code}.script")
    return Language(code=code, script=script, digest=_digest(code, over), **rows)  # type: ignore[arg-type]


def _ours(kind: type[RowT], of: Table) -> tuple[RowT, ...]:
    """The rows of our own table, a file or a folder of files."""
    files = sorted((ROOT / of.room / of.name).glob("*.tsv")) or [ROOT / of.room / f"{of.name}.tsv"]
    own = (row for file in files for row in table.read_table(file, kind, ROOT))
    return table.overlay(own, (), lambda row: "\t".join(getattr(row, key) for key in of.keys))


def _adrift(rows: dict[str, tuple[Row, ...]]) -> Iterator[str]:
    """Names of actors and places, and countries, that no table holds; rows of an analyst only, ours are tested."""
    actors = {row.actor for row in rows["actors"]}  # type: ignore[attr-defined]
    places = {row.place for row in rows["gazetteer"]}  # type: ignore[attr-defined]
    ours = tuple(f"{room}/" for room in (*LANGUAGES, "world"))
    countries = {row.country for row in rows["actors"] if row.row.startswith(ours)} | {""}  # type: ignore[attr-defined]
    for field, column, known, where in (
        ("names", "actor", actors, "world/actors.tsv"),
        ("places", "place", places, "world/places.tsv"),
        ("actors", "country", countries, ""),
        ("gazetteer", "country", countries, ""),
        ("roles", "country", countries, ""),
        ("demonyms", "country", countries, ""),
    ):
        for row in rows[field]:
            if not row.row.startswith(ours):
                yield from strange(row, column, known, table=where)


def _digest(code: str, over: Path | None) -> str:
    """Eight hexadecimal digits that change whenever a table or the script does; corrections code nothing."""
    hashed = hashlib.sha256()
    folders = [ROOT / "world", ROOT / code] + ([over] if over is not None else [])
    for folder in folders:
        for file in sorted(folder.rglob("*.tsv")) + sorted(folder.rglob("*.py")):
            if file.name != CORRECTIONS:
                hashed.update(file.read_bytes())
    return hashed.hexdigest()[:8]


__all__ = ["LANGUAGES", "Language", "Row", "language"]
