"""What was coded as JSON lines: the shapes that `wasata code` and `wasata mentions` promise."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from wasata.records.coded import Coded
from wasata.records.event import Event
from wasata.records.mention import When
from wasata.records.text import Span


class EventLine(Struct, frozen=True):
    """An event as one line of JSON; start and end count characters of the document's text: the trigger."""

    document: str
    start: int
    end: int
    type: str
    mode: str | None
    actors: list[str]
    recipients: list[str]
    date: str | None
    status: str
    speaker: str | None
    place: str | None
    id: str
    coder: str
    text: str
    confidence: float


class MentionLine(Struct, frozen=True):
    """A time, an actor or a place as one line of JSON."""

    document: str
    start: int
    end: int
    kind: str
    text: str
    value: dict[str, str | None] | None


def event_line(event: Event) -> EventLine:
    """The event as the line that `wasata code` prints."""
    return EventLine(
        document=event.document,
        start=event.span.start,
        end=event.span.end,
        type=event.type,
        mode=event.mode or None,
        actors=[party.code for party in event.actors],
        recipients=[party.code for party in event.recipients],
        date=day_of(event.when),
        status=event.status,
        speaker=event.speaker or None,
        place=event.place or None,
        id=event.id,
        coder=event.coder,
        text=event.text,
        confidence=event.confidence,
    )


def mention_lines(coded: Coded, kind: str) -> Iterator[MentionLine]:
    """The mentions of one kind as the lines that `wasata mentions` prints; of an actor one line a party."""
    if kind == "time":
        for time in coded.times:
            when = time.when
            value: dict[str, str | None] | None = None
            if when is not None:
                value = {"start": when.start, "end": when.end, "grain": when.grain}
            yield _mention(coded, time.span, kind, value)
    elif kind == "actor":
        for actor in coded.actors:
            for party in actor.parties:
                value = {"country": party.country, "sector": party.sector, "actor": party.actor}
                yield _mention(coded, actor.span, kind, value)
    else:
        for place in coded.places:
            yield _mention(coded, place.span, kind, {"place": place.place, "country": place.country})


def _mention(coded: Coded, span: Span, kind: str, value: dict[str, str | None] | None) -> MentionLine:
    text = coded.document.text[span.start : span.end]
    return MentionLine(coded.document.id, span.start, span.end, kind, text, value)


_LETTERS = {"second": 10, "minute": 10, "hour": 10, "day": 10, "month": 7, "year": 4}


def day_of(when: When | None) -> str | None:
    """The day, month or year of an event: as fine as its grain, else what its first and last day share."""
    if when is None or when.start is None:
        return None
    start, fine = when.start[:10], _LETTERS.get(when.grain, 10)
    if when.end is None:
        return start[:fine] if when.grain in _LETTERS else None
    last = _last_day(when.end)
    return next((start[:size] for size in (10, 7, 4) if size <= fine and start[:size] == last[:size]), None)


def _last_day(end: str) -> str:
    """The last day before a moment that is not part of the time any more."""
    if len(end) > 10 and end[11:].strip("0:.+Z"):
        return end[:10]
    try:
        return (date.fromisoformat(end[:10]) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return end[:10]
