"""All that is kept of one document once it is coded."""

from typing import Literal

from msgspec import Struct

from wasata.records.event import Event
from wasata.records.mention import ActorMention, PlaceMention, TimeMention
from wasata.records.text import Document, Span


class Unknown(Struct, frozen=True):
    """Words that no row knows, or a sentence that has the words of an event and yields none."""

    kind: Literal["name", "verb", "sentence"]
    span: Span
    key: str  # what is counted: the folded name, the lexeme; "" for sentences
    text: str


class Coded(Struct, frozen=True):
    """A document with what was found in it; small enough to cross from one process to another."""

    document: Document
    coder: str  # names and digests of every coder asked, also of those that found nothing
    events: tuple[Event, ...]
    times: tuple[TimeMention, ...]
    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]
    unknowns: tuple[Unknown, ...]
