"""Why an event was coded: the rows that spoke, each with its words, as a ladder."""

from collections.abc import Iterator

from msgspec import Struct

from wasata.records.event import Event
from wasata.records.mention import Why


class Rung(Struct, frozen=True):
    """A row that spoke, the words it spoke of, and how deep it stands under the event."""

    depth: int
    words: str
    row: str


def ladder(event: Event, text: str) -> tuple[Rung, ...]:
    """The rows and words that an event rests on, the trigger's row first; text is the document's."""
    return tuple(_rungs(event.why, text, 0))


def _rungs(why: Why, text: str, depth: int) -> Iterator[Rung]:
    yield Rung(depth, text[why.span.start : why.span.end], why.row)
    for part in why.parts:
        yield from _rungs(part, text, depth + 1)
