"""A sentence read by itself, as rows and corrections are proved."""

from functools import cache

from msgspec import Struct

from wasata.coding.code import line
from wasata.coding.recipe import Recipe
from wasata.events.by_rules import Rules
from wasata.reading.read import read
from wasata.records.event import Event
from wasata.records.mention import Reading
from wasata.records.text import Document


class Failure(Struct, frozen=True):
    """A row that does not prove itself: its place, and in plain words what is wrong; wanted ones are no errors."""

    row: str
    message: str
    error: bool = True


def read_alone(document: Document, recipe: Recipe) -> tuple[Reading, tuple[Event, ...]]:
    """The sentence read as running text: it is no article, and has no title or dateline to be told from it."""
    pack, _ = line(recipe)
    reading = read(document, pack)
    return reading, tuple(_teller(recipe).code(reading))


@cache
def _teller(recipe: Recipe) -> Rules:
    """The rule coder that takes each sentence as one of an article: a row is to show what it knows, not to persuade."""
    return Rules(line(recipe)[0], told=True)
