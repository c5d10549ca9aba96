"""Corrections in the store: each lies over the event that was coded, whenever its article is read again."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from wasata.records.coded import Coded
from wasata.records.columns import from_json, to_json
from wasata.records.correction import Correction
from wasata.records.event import Event
from wasata.records.text import Span
from wasata.store.lines import event_lines, party_lines, why_lines
from wasata.store.statements import sql

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection


def corrections(con: "Connection", documents: Iterable[str]) -> dict[str, list[Correction]]:
    """The corrections of events of these documents, by document."""
    found: dict[str, list[Correction]] = {}
    for (line,) in con.execute(sql("queries/corrections_of.sql"), [list(documents)]).fetchall():
        one: Correction = from_json(line, Correction)
        found.setdefault(one.event.document, []).append(one)
    return found


def corrections_like(con: "Connection", prefix: str) -> list[Correction]:
    """The corrections of events whose id begins so, ten at most."""
    rows = con.execute(sql("queries/corrections_like.sql"), [prefix]).fetchall()
    return [from_json(line, Correction) for (line,) in rows]


def laid(coded: Coded, corrections: Iterable[Correction]) -> tuple[Coded, tuple[Correction, ...]]:
    """The document with its corrections over what was coded now, and they with the events that they lie over now.

    A correction finds its event by its id, else by its words at their place, else by its words in its sentence. Where
    nothing is coded there any more, the corrected event stands all the same, as long as the text has its sentence.
    """
    left = list(coded.events)
    told: list[Event] = []
    renewed: list[Correction] = []
    for one in corrections:
        at = _place(one, coded.document.text)
        if at is None:
            continue  # the text was replaced by another
        match = _match(one.event, at, left)
        if match is not None:
            left.remove(match)
            renewed.append(replace(one, event=replace(match, id=one.event.id)))
        if one.corrected is not None:
            why = one.corrected.why if at == one.event.span else (match or one.corrected).why
            told.append(replace(one.corrected, span=at, why=why))
    events = sorted([*left, *told], key=lambda event: event.span.start) if told else left
    return replace(coded, events=tuple(events)), tuple(renewed)


def _place(one: Correction, text: str) -> Span | None:
    """Where the words stand that a correction speaks of; None where the text does not have them any more."""
    span = one.event.span
    if text[span.start : span.end] == one.words:
        return span
    sentence = text.find(one.event.text)
    inside = one.event.text.find(one.words)
    if sentence < 0 or inside < 0:
        return None
    return Span(sentence + inside, sentence + inside + len(one.words))


def _match(event: Event, at: Span, found: list[Event]) -> Event | None:
    """The event coded now that a correction is about."""
    same = [one for one in found if one.id == event.id]
    same += [one for one in found if one.span == at and one.type == event.type]
    same += [one for one in found if one.span == at]
    return same[0] if same else None


def keep(con: "Connection", corrections: Iterable[Correction]) -> None:
    """The corrections are kept, each in place of an earlier one of its event."""
    kept = list(corrections)
    if kept:
        con.execute(sql("queries/remove_corrections.sql"), [[one.event.id for one in kept]])
        rows = [
            {"event": one.event.id, "document": one.event.document, "correction": to_json(one).decode()} for one in kept
        ]
        con.execute(sql("queries/add_corrections.sql"), [to_json(rows).decode()])


def correct(con: "Connection", one: Correction) -> None:
    """The event stands corrected, or away where there is none; as it was coded it is kept beside."""
    con.execute("BEGIN")
    try:
        keep(con, [one])
        _put(con, one.event.id, one.corrected)
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise


def undo(con: "Connection", one: Correction) -> None:
    """The event stands again as it was coded."""
    con.execute("BEGIN")
    try:
        con.execute(sql("queries/remove_corrections.sql"), [[one.event.id]])
        _put(con, one.event.id, one.event)
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise


def _put(con: "Connection", name: str, event: Event | None) -> None:
    """The event of this id is this one, or none."""
    for statement in sql("queries/remove_events.sql").split(";"):
        con.execute(statement, {"events": [name]})
    told = [event] if event is not None else []
    for query, lines in (
        ("add_events", list(event_lines(told))),
        ("add_parties", list(party_lines(told))),
        ("add_whys", list(why_lines(told))),
    ):
        if lines:
            con.execute(sql(f"queries/{query}.sql"), [to_json(lines).decode()])
