"""Occurrences in the store: which events wait to be merged, what they were merged into, and back as records."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from wasata.records.columns import from_json, to_json
from wasata.records.event import Event
from wasata.records.mention import When
from wasata.records.occurrence import Occurrence, Told
from wasata.records.text import Document
from wasata.store.lines import Line, occurrence_line, occurrence_party_lines, report_lines
from wasata.store.statements import sql

FEW = 3_000  # events of a type that are merged anew as a whole
_NEAR, _FAR = 30, 45  # days: a group spans few, and what is taken from one hardly reaches the next but one

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection


def unmerged(con: "Connection") -> list[str]:
    """The types of which an event stands in no occurrence yet."""
    return [str(kind) for (kind,) in con.execute(sql("queries/unmerged.sql")).fetchall()]


class Window(Struct, frozen=True):
    """The days around those events that wait to be merged; empty where all days are looked at."""

    first: str = ""  # what is looked at
    last: str = ""
    within: tuple[str, str] = ("", "")  # what may change: nothing beyond can depend on the events that wait


def window(con: "Connection", kind: str) -> Window:
    """The days that must be looked at for the events of a type that wait; of a type of few events all."""
    count, first, last = con.execute(sql("queries/waiting.sql"), [kind]).fetchall()[0]
    if count <= FEW or first is None:
        return Window()
    lo, hi = date.fromisoformat(first), date.fromisoformat(last)
    far, near = timedelta(days=_FAR), timedelta(days=_NEAR)
    return Window(str(lo - far), str(hi + far), (str(lo - near), str(hi + near)))


def told(con: "Connection", kind: str, within: Window) -> list[Told]:
    """The events of a type near a window, without their whys, with the day and the outlet of their documents."""
    asked = {"kind": kind, "first": within.first, "last": within.last}
    found = con.execute(sql("queries/told.sql"), asked).fetchall()
    return [
        Told(
            from_json(record, Event),
            day,
            outlet or urlsplit(url).netloc.removeprefix("www."),
            tuple(sorted((When(**when) for when in times or ()), key=str)),
        )
        for record, day, outlet, url, times in found
    ]


def groups(con: "Connection", kind: str) -> dict[tuple[str, ...], str]:
    """The occurrences of a type that are kept, by the events that report them."""
    return {tuple(events): str(name) for name, events in con.execute(sql("queries/groups.sql"), [kind]).fetchall()}


def events(con: "Connection", ids: Iterable[str]) -> dict[str, tuple[Event, Document]]:
    """Events with their documents, without their whys."""
    rows = con.execute(sql("queries/events_of.sql"), [list(ids)]).fetchall()
    found: dict[str, tuple[Event, Document]] = {}
    for record, name, text, title, day, outlet, url in rows:
        event: Event = from_json(record, Event)
        found[event.id] = event, Document(name, text, title=title, date=day, outlet=outlet, url=url)
    return found


def texts(con: "Connection", documents: Iterable[str]) -> dict[str, str]:
    """The texts of these documents."""
    return dict(con.execute(sql("queries/texts.sql"), [sorted(set(documents))]).fetchall())


def published(con: "Connection", documents: Iterable[str]) -> dict[str, str]:
    """The days on which these documents were published, "" where unknown."""
    return dict(con.execute(sql("queries/published.sql"), [sorted(set(documents))]).fetchall())


def keep(con: "Connection", made: Sequence[Occurrence], gone: Sequence[str]) -> None:
    """Occurrences are kept, in place of those that are gone; all of them or none."""
    rows: dict[str, list[Line]] = {
        "add_occurrences": [occurrence_line(one) for one in made],
        "add_occurrence_parties": [line for one in made for line in occurrence_party_lines(one)],
        "add_reports": [line for one in made for line in report_lines(one)],
    }
    con.execute("BEGIN")
    try:
        for statement in sql("queries/remove_occurrences.sql").split(";") if gone else ():
            con.execute(statement, {"occurrences": list(gone)})
        for query, lines in rows.items():
            if lines:
                con.execute(sql(f"queries/{query}.sql"), [to_json(lines).decode()])
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise


def occurrences(con: "Connection", documents: Iterable[str]) -> dict[str, tuple[Occurrence, ...]]:
    """The occurrences that each of these documents reports."""
    named = list(documents)
    found: dict[str, list[Occurrence]] = {name: [] for name in named}
    rows = con.execute(sql("queries/occurrences_of.sql"), {"documents": named, "prefix": ""}).fetchall()
    for document, record in rows:
        found[document].append(from_json(record, Occurrence))
    return {name: tuple(sorted(these, key=lambda one: one.id)) for name, these in found.items()}


def occurrences_like(con: "Connection", prefix: str) -> list[Occurrence]:
    """The occurrences whose id begins so."""
    rows = con.execute(sql("queries/occurrences_of.sql"), {"documents": [], "prefix": prefix}).fetchall()
    found = {one.id: one for one in (from_json(record, Occurrence) for _, record in rows)}
    return [found[name] for name in sorted(found)]
