"""The line: documents in, events out."""

import atexit
import gc
from collections.abc import Iterable, Iterator
from functools import cache

from wasata.coding.missing import unknowns
from wasata.coding.recipe import Recipe
from wasata.documents.article import layout
from wasata.events.by_rules import Rules
from wasata.events.coder import Coder
from wasata.packs.language import Language, language
from wasata.reading.read import read
from wasata.records.coded import Coded
from wasata.records.event import Event
from wasata.records.mention import Reading
from wasata.records.text import Document


def code(documents: Iterable[Document], recipe: Recipe = Recipe()) -> Iterator[Event]:  # noqa: B008  frozen
    """Code documents one by one; no file, clock, network or shared state is touched."""
    for document in documents:
        yield from _sure(coded(document, recipe)[1], recipe)


def coded(document: Document, recipe: Recipe) -> tuple[Reading, tuple[Event, ...]]:
    """A document's reading and the events that every coder of the recipe finds in it."""
    pack, coders = line(recipe)
    laid, blocks = layout(document)
    reading = read(laid, pack, blocks)
    return reading, tuple(event for coder in coders for event in coder.code(reading))


def kept(document: Document, recipe: Recipe) -> Coded:
    """A document with all that is kept of it: events, mentions, and what was not understood."""
    pack, coders = line(recipe)
    reading, events = coded(document, recipe)
    return Coded(
        document=reading.document,
        coder=" ".join(coder.name for coder in coders) + (f" least {recipe.least:g}" if recipe.least else ""),
        events=_sure(events, recipe),
        times=reading.times,
        actors=reading.actors,
        places=reading.places,
        unknowns=unknowns(reading, events, pack),
    )


def _sure(events: tuple[Event, ...], recipe: Recipe) -> tuple[Event, ...]:
    """The events that are as sure as the recipe asks."""
    return tuple(event for event in events if event.confidence >= recipe.least) if recipe.least else events


@cache
def line(recipe: Recipe) -> tuple[Language, tuple[Coder, ...]]:
    """The pack and the coders of a recipe, opened once per process."""
    pack = language(recipe.languages[0], recipe.overlay)
    opened = pack, tuple(CODERS[name](pack, recipe.overlay) for name in recipe.coders)
    gc.collect()
    gc.freeze()  # tables live as long as the process: the collector need not walk them again and again
    gc.set_threshold(50_000, 50, 100)  # what coding makes has no cycles: reference counts let it go
    atexit.register(gc.unfreeze)  # guests that were loaded before want to be let go at the end
    return opened


CODERS = {"rules": Rules}
