"""PLOVER as data, and its one reader: an unknown code is refused."""

import csv
import tomllib
from functools import cache
from pathlib import Path

from msgspec import Struct

ROOM = Path(__file__).parent


class OntologyError(ValueError):
    """A code that PLOVER does not know."""


class Category(Struct, frozen=True):
    """One of PLOVER's events: its quad class (1 to 4), score on -10..+10, modes with their scores, and meaning."""

    name: str
    quad: int
    score: float
    modes: dict[str, float]
    meaning: str
    future: str = ""  # what the event becomes when it is only planned


class Ontology(Struct, frozen=True, eq=False):
    """What may be said: categories, sectors, contexts and the way from CAMEO."""

    categories: dict[str, Category]
    contexts: tuple[str, ...]
    sectors: dict[str, str]
    cameo: dict[str, tuple[str, str, tuple[str, ...]]]  # code: event, mode, contexts

    def check(self, event: str, mode: str = "") -> None:
        """Nothing, where PLOVER knows the event and the mode; else an OntologyError that names what it knows."""
        if event not in self.categories:
            raise OntologyError(f"PLOVER has no event {event!r}; it has {', '.join(self.categories)}")
        if mode and mode not in self.categories[event].modes:
            modes = ", ".join(self.categories[event].modes) or "none"
            raise OntologyError(f"PLOVER's {event} has no mode {mode!r}; it has {modes}")


@cache
def ontology() -> Ontology:
    """PLOVER with its contradictions settled, read once."""
    with (ROOM / "plover.toml").open("rb") as file:
        data = tomllib.load(file)
    categories = {name: Category(name=name, **cells) for name, cells in data["categories"].items()}
    return Ontology(
        categories,
        tuple(data["contexts"]),
        {row["sector"]: row["meaning"] for row in _table("sectors.tsv")},
        {
            row["code"]: (row["event"], row["mode"], tuple(filter(None, row["contexts"].split(" "))))
            for row in _table("cameo.tsv")
        },
    )


def _table(name: str) -> list[dict[str, str]]:
    with (ROOM / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
