"""A coded document as the lines of the store's tables."""

from collections.abc import Iterable, Iterator

from wasata.records.coded import Coded
from wasata.records.event import Event
from wasata.records.mention import When, Why
from wasata.records.occurrence import Occurrence
from wasata.records.text import Span

Line = dict[str, object]


def document_line(coded: Coded, told: str) -> Line:
    """The line of the table documents; told is the digest that says whether anything is new."""
    cells: Line = {field: getattr(coded.document, field) for field in coded.document.__struct_fields__}
    return {**cells, "coder": coded.coder, "told": told}


def event_lines(events: Iterable[Event]) -> Iterator[Line]:
    """The lines of the table events."""
    for event in events:
        yield {
            "id": event.id,
            "document": event.document,
            **_span(event.span),
            "type": event.type,
            "mode": event.mode,
            **_when(event.when),
            "place": event.place,
            "status": event.status,
            "speaker": event.speaker,
            "coder": event.coder,
            "text": event.text,
            "confidence": event.confidence,
            "signs": list(event.signs),
        }


def party_lines(events: Iterable[Event]) -> Iterator[Line]:
    """The lines of the table parties."""
    for event in events:
        for side, parties in (("actor", event.actors), ("recipient", event.recipients)):
            for position, party in enumerate(parties):
                cells = {"actor": party.actor, "country": party.country, "sector": party.sector}
                yield {"event": event.id, "side": side, "position": position, **cells}


def why_lines(events: Iterable[Event]) -> Iterator[Line]:
    """The lines of the table whys: each row after the one that rests on it."""
    for event in events:
        for position, (parent, why) in enumerate(_tree(event.why)):
            yield {"event": event.id, "position": position, "parent": parent, "row": why.row, **_span(why.span)}


def _tree(why: Why) -> list[tuple[int | None, Why]]:
    """Every row of the tree with the position of its parent, parents first."""
    found: list[tuple[int | None, Why]] = []
    waiting: list[tuple[int | None, Why]] = [(None, why)]
    while waiting:
        parent, here = waiting.pop()
        at = len(found)
        found.append((parent, here))
        waiting += [(at, part) for part in reversed(here.parts)]
    return found


def mention_lines(coded: Coded) -> Iterator[Line]:
    """The lines of the table mentions."""
    text = coded.document.text
    for position, time in enumerate(coded.times):
        yield {**_mention(coded, "time", position, time.span), **_when(time.when), "row": time.why.row}
    for position, actor in enumerate(coded.actors):
        yield {
            **_mention(coded, "actor", position, actor.span),
            "name": actor.name or text[actor.span.start : actor.span.end],
            "actor": " ".join(party.actor for party in actor.parties if party.actor),
            "code": " ".join(party.code for party in actor.parties),
            "row": actor.why.row,
        }
    for position, place in enumerate(coded.places):
        line = {**_mention(coded, "place", position, place.span), "name": place.name, "code": place.country}
        yield {**line, "place": place.place, "row": place.why.row}


def _mention(coded: Coded, kind: str, position: int, span: Span) -> Line:
    """What every mention tells, with the cells that its kind may fill left empty."""
    words = coded.document.text[span.start : span.end]
    line: Line = {"document": coded.document.id, "kind": kind, "position": position, **_span(span), "text": words}
    return {**line, "name": "", "actor": "", "code": "", "place": ""}


def unknown_lines(coded: Coded) -> Iterator[Line]:
    """The lines of the table unknowns."""
    for position, one in enumerate(coded.unknowns):
        line: Line = {"document": coded.document.id, "position": position, "kind": one.kind, **_span(one.span)}
        yield {**line, "key": one.key, "text": one.text}


def occurrence_line(one: Occurrence) -> Line:
    """The line of the table occurrences."""
    cells: Line = {"id": one.id, "type": one.type, "mode": one.mode, **_when(one.when), "place": one.place}
    cells |= {"status": one.status}
    return {**cells, "disputed": one.disputed, "outlets": one.outlets, "confidence": one.confidence}


def occurrence_party_lines(one: Occurrence) -> Iterator[Line]:
    """The lines of the table occurrence_parties."""
    for side, parties in (("actor", one.actors), ("recipient", one.recipients)):
        for position, party in enumerate(parties):
            cells = {"actor": party.actor, "country": party.country, "sector": party.sector}
            yield {"occurrence": one.id, "side": side, "position": position, **cells}


def report_lines(one: Occurrence) -> Iterator[Line]:
    """The lines of the table reports."""
    for position, event in enumerate(one.reports):
        yield {"occurrence": one.id, "event": event, "position": position}


def _span(span: Span) -> Line:
    return {"start": span.start, "end": span.end}


def _when(when: When | None) -> Line:
    if when is None:
        return {"when_start": None, "when_end": None, "when_grain": None}
    return {"when_start": when.start, "when_end": when.end, "when_grain": when.grain}
