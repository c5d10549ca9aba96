"""Why an event was coded: the rows that spoke, each with its words, as a ladder; and why it is as sure as it is."""

from collections.abc import Iterator

from msgspec import Struct

from wasata.events import confidence
from wasata.events.logistic import ALWAYS
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


class Reason(Struct, frozen=True):
    """A sign that was seen, what it weighs (in natural logarithms of the odds), and what it is in plain words."""

    sign: str
    weight: float
    meaning: str


def reasons(event: Event, lexicon: str = "") -> tuple[Reason, ...]:
    """What made the event as sure as it is, the heaviest first; what weighs next to nothing is left out."""
    rows = {row.sign: row for row in confidence.rows(lexicon)}
    seen = [rows[sign] for sign in (ALWAYS, *event.signs) if sign in rows]
    found = [Reason(row.sign, float(row.weight), row.meaning) for row in seen]
    return tuple(sorted((r for r in found if abs(r.weight) >= 0.1), key=lambda r: -abs(r.weight)))


def _rungs(why: Why, text: str, depth: int) -> Iterator[Rung]:
    yield Rung(depth, text[why.span.start : why.span.end], why.row)
    for part in why.parts:
        yield from _rungs(part, text, depth + 1)
