"""The line: documents in, events out."""

from collections.abc import Iterable, Iterator
from functools import cache

from wasata.coding.recipe import Recipe
from wasata.documents.article import layout
from wasata.events.by_rules import Rules
from wasata.events.coder import Coder
from wasata.packs.language import Language, language
from wasata.reading.read import read
from wasata.records.event import Event
from wasata.records.mention import Reading
from wasata.records.text import Document


def code(documents: Iterable[Document], recipe: Recipe) -> Iterator[Event]:
    """Code documents one by one; no file, clock, network or shared state is touched."""
    for document in documents:
        yield from coded(document, recipe)[1]


def coded(document: Document, recipe: Recipe) -> tuple[Reading, tuple[Event, ...]]:
    """A document's reading and the events that every coder of the recipe finds in it."""
    pack, coders = line(recipe)
    laid, blocks = layout(document)
    reading = read(laid, pack, blocks)
    return reading, tuple(event for coder in coders for event in coder.code(reading))


@cache
def line(recipe: Recipe) -> tuple[Language, tuple[Coder, ...]]:
    """The pack and the coders of a recipe, opened once per process."""
    pack = language(recipe.languages[0], recipe.overlay)
    return pack, tuple(CODERS[name](pack) for name in recipe.coders)


CODERS = {"rules": Rules}
