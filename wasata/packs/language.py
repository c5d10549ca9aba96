"""All that one pack offers, opened once."""

import hashlib
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from msgspec import Struct

from wasata.packs import table
from wasata.packs.rows import (
    ActorRow,
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


@cache
def language(code: str, lexicon: str = "") -> Language:
    """The pack of a language with the analyst's lexicon folder laid over, opened once per process."""
    if code not in LANGUAGES:
        raise table.TableError(f"no pack for language {code!r}; there are {', '.join(LANGUAGES)}")
    over = Path(lexicon) if lexicon else None

    def rows(name: str, kind: type[RowT], *keys: str, room: str = code) -> tuple[RowT, ...]:
        files = sorted((ROOT / room / name).glob("*.tsv")) or [ROOT / room / f"{name}.tsv"]
        own = tuple(row for file in files for row in table.read_table(file, kind, ROOT))
        theirs: tuple[RowT, ...] = ()
        if over is not None:
            theirs = table.read_table(over / room / f"{name}.tsv", kind, over)
        return table.overlay(own, theirs, lambda row: "\t".join(getattr(row, k) for k in keys))

    return Language(
        code=code,
        script=import_module(f"wasata.packs.{code}.script"),
        digest=_digest(code, over),
        actors=rows("actors", ActorRow, "actor", "start", room="world"),
        gazetteer=rows("places", PlaceRow, "place", room="world"),
        names=rows("names", NameRow, "name", "actor"),
        demonyms=rows("demonyms", DemonymRow, "country", "nisba"),
        roles=rows("roles", RoleRow, "role", "sector"),
        places=rows("places", PlaceNameRow, "name", "place"),
        times=rows("times", TimeRow, "words", "sense"),
        lemmas=rows("lemmas", LemmaRow, "lemma"),
        verbs=rows("verbs", VerbRow, "frame"),
        factuality=rows("factuality", FactualityRow, "cue", "effect"),
        particles=rows("particles", ParticleRow, "word"),
    )


def _digest(code: str, over: Path | None) -> str:
    """Eight hexadecimal digits that change whenever a table or the script does."""
    hashed = hashlib.sha256()
    folders = [ROOT / "world", ROOT / code] + ([over] if over is not None else [])
    for folder in folders:
        for file in sorted(folder.rglob("*.tsv")) + sorted(folder.rglob("*.py")):
            hashed.update(file.read_bytes())
    return hashed.hexdigest()[:8]


__all__ = ["LANGUAGES", "Language", "Row", "language"]
