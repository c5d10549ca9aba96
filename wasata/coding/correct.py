"""A correction, from what a person types to a corrected event; what cannot be is said with what can."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from wasata.ontology.plover import ontology
from wasata.packs.language import Language
from wasata.packs.overlay import nearest
from wasata.records.correction import BY_HAND, by_hand
from wasata.records.event import Event, Status
from wasata.records.mention import Party, When

NONE = frozenset(("none", "-"))
_STATUS: tuple[Status, ...] = ("actual", "future", "hypothetical", "negated")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class CorrectionError(ValueError):
    """What was typed cannot be; the message says what can."""


class Change(Struct, frozen=True):
    """What a person says of an event; None where it stays as it was coded, "none" where there is none."""

    type: str | None = None
    mode: str | None = None
    actors: str | None = None  # codes with commas between: MLI/GOV,DZA
    recipients: str | None = None
    date: str | None = None  # 2024-01-31, 2024-01, 2024, 2024-01-31..2024-02-03
    status: str | None = None
    place: str | None = None


def corrected(event: Event, change: Change, pack: Language) -> Event:
    """The event as the person says it is; it keeps its id, its words and its whys."""
    kind, mode = _kind(event, change)
    known = (*event.actors, *event.recipients)
    actors = event.actors if change.actors is None else parties(change.actors, pack, known)
    recipients = event.recipients if change.recipients is None else parties(change.recipients, pack, known)
    if not (actors or recipients) and kind not in ("ASSAULT", "PROTEST"):
        raise CorrectionError(f"{kind} with nobody on either side is no event; --not-an-event says so")
    return replace(
        event,
        type=kind,
        mode=mode,
        actors=actors,
        recipients=recipients,
        when=event.when if change.date is None else when(change.date),
        status=event.status if change.status is None else _status(change.status),
        place=event.place if change.place is None else ("" if change.place in NONE else change.place),
        coder=event.coder if by_hand(event) else f"{BY_HAND} after {event.coder}",
        confidence=1.0,
        signs=("by hand",),
    )


def _kind(event: Event, change: Change) -> tuple[str, str]:
    """The type and mode; the mode as it was goes with another type only where that has it, too."""
    categories = ontology().categories
    kind = event.type if change.type is None else change.type.upper()
    if kind not in categories:
        raise CorrectionError(_no_such("type of event", kind, categories))
    modes = categories[kind].modes
    if change.mode is None:
        return kind, event.mode if event.mode in modes else ""
    mode = "" if change.mode.lower() in NONE else change.mode.lower()
    if mode and mode not in modes:
        raise CorrectionError(_no_such(f"mode of {kind}", mode, modes))
    return kind, mode


def parties(told: str, pack: Language, known: Iterable[Party] = ()) -> tuple[Party, ...]:
    """The parties of codes like MLI/GOV or of registry entries; of those known that have the code, the known one."""
    if told.strip().lower() in NONE or not told.strip():
        return ()
    found = [_party(code.strip(), pack, tuple(known)) for code in re.split("[,،;]", told) if code.strip()]
    return tuple(dict.fromkeys(found))


def _party(code: str, pack: Language, known: tuple[Party, ...]) -> Party:
    entries = {row.actor: row for row in pack.actors}
    if code in entries and not code.isupper():
        return Party(code, entries[code].country, entries[code].sector)
    country, _, sector = code.upper().partition("/")
    for party in known:
        if party.code == code.upper():
            return party
    countries = {row.country for row in pack.actors if row.country}
    if country not in countries and country not in ("", "---"):
        if code == code.lower() and "-" in code:
            raise CorrectionError(_no_such("actor of the registry", code, entries))
        raise CorrectionError(_no_such("country code", country, countries, pack))
    if sector and sector not in ontology().sectors:
        raise CorrectionError(_no_such("sector", sector, ontology().sectors))
    country = country.replace("---", "")
    return Party(country if not sector and country in entries else "", country, sector)


def _no_such(what: str, cell: str, known: Iterable[str], pack: Language | None = None) -> str:
    """What is wrong, with what was likely meant, or with all there is where that is little."""
    listed = list(known)
    likely = nearest(cell, listed)
    if pack is not None:
        english = {row.country: row.english for row in pack.actors if row.kind == "state"}
        named = [code for code, name in english.items() if name.lower() == cell.lower()]
        codes = named or likely.split(" or ")
        likely = " or ".join(f"{code} ({english[code]})" if code in english else code for code in codes if code)
    if not likely and len(listed) < 50:
        return f"{cell} is no {what}; there are {', '.join(listed) or 'none'}"
    return f"{cell} is no {what}" + (f"; did you mean {likely}?" if likely else "")


def _status(told: str) -> Status:
    for status in _STATUS:
        if told.lower() == status:
            return status
    raise CorrectionError(_no_such("status", told, _STATUS))


def when(told: str) -> When | None:
    """The day, month, year or stretch of days that was typed."""
    if told.lower() in NONE:
        return None
    first, _, last = told.partition("..")
    start, end, grain = _stretch(first)
    if last:
        end, grain = _stretch(last)[1], "day"
    if end <= start:
        raise CorrectionError(f"{told} ends before it begins")
    return When(start.isoformat(), end.isoformat(), grain)


def _stretch(told: str) -> tuple[date, date, str]:
    """First day, day after the last, and grain."""
    found = _DAY.fullmatch(told.strip())
    try:
        if found is None:
            raise ValueError
        year, month, day = (int(part) if part else 0 for part in found.groups())
        start = date(year, month or 1, day or 1)
        if day:
            return start, start + timedelta(1), "day"
        if month:
            return start, start + timedelta(monthrange(year, month)[1]), "month"
        return start, date(year + 1, 1, 1), "year"
    except (ValueError, OverflowError):
        mend = "write 2024-01-31, 2024-01, 2024, 2024-01-31..2024-02-03 or none"
        raise CorrectionError(f"{told!r} is no date; {mend}") from None
