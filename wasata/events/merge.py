"""Reports of one occurrence are brought together, within an article and across articles; who coded is never asked.

Reports are taken in an order of their own (the most informative first), so the order of reading changes nothing. Each
joins the group that it shares most with, or opens one; a group is held to the day, place and mode of those who opened
it, so that no chain of small steps leads from one day to the next. See docs/decisions/0008-one-occurrence-many-reports.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from msgspec import Struct

from wasata.events.likeness import Likeness
from wasata.events.parties import UNITED, agree, informed, is_open
from wasata.records.columns import digest
from wasata.records.event import Event, Status
from wasata.records.mention import Party, When
from wasata.records.occurrence import Occurrence, Told

ENOUGH = 4  # points for one and the same occurrence
# of what the same two may do more than once on a day without a place that tells which: the words must be alike, too
MANY = frozenset(
    ("SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "CONCEDE", "SANCTION", "COERCE", "AID", "COOPERATE")
)
SAID = MANY - {"COERCE", "AID", "COOPERATE"}  # what is said is about a place, not in it
SHORT = 10  # days: longer stretches cannot tell two occurrences apart

Days = tuple[int, int] | None  # first day and the day after the last, as ordinals


class _Group(Struct, gc=False):
    """The reports of one occurrence so far, and what all of them must fit."""

    number: int
    first: Told
    days: Days
    members: list[Told]
    mode: str
    place: str
    sentences: set[tuple[str, str]]
    documents: set[str]
    texts: set[str]


def occurrences(reports: Iterable[Told]) -> Iterator[Occurrence]:
    """One occurrence for each thing that happened; of outlets they all count one, until somebody has looked."""
    for group in merge(reports):
        yield occurrence(group)


def merge(reports: Iterable[Told]) -> list[tuple[Told, ...]]:
    """The reports in groups that tell the same, each with the earliest report first."""
    by_type: dict[str, list[Told]] = {}
    for told in reports:
        by_type.setdefault(told.event.type, []).append(told)
    return [group for kind in sorted(by_type) for group in _Merger().merge(by_type[kind])]


class _Merger:
    """The groups of one type, found by country and day, by document, and by sentence."""

    def __init__(self) -> None:
        self.groups: list[_Group] = []
        self.by_day: dict[tuple[str, int], list[int]] = {}
        self.by_document: dict[str, list[int]] = {}
        self.by_sentence: dict[str, list[int]] = {}
        self.likeness = Likeness()

    def merge(self, reports: list[Told]) -> list[tuple[Told, ...]]:
        """Every report in exactly one group."""
        for told in sorted(reports, key=_order):
            self._place(told)
        return [tuple(sorted(group.members, key=_earliest)) for group in self.groups]

    def _place(self, told: Told) -> None:
        """The report joins the group that it shares most with, or opens one of its own."""
        days = _days(told.event.when)
        best, most = None, ENOUGH - 1
        for number in self._near(told, days):
            group = self.groups[number]
            points = self._points(told, days, group)
            if points > most:
                best, most = group, points
        if best is None:
            best = _Group(len(self.groups), told, days, [], "", "", set(), set(), set())
            self.groups.append(best)
            for key in _cells(told.event, days):
                self.by_day.setdefault(key, []).append(best.number)
        self._join(told, days, best)

    def _join(self, told: Told, days: Days, group: _Group) -> None:
        event = told.event
        group.members.append(told)
        group.sentences.add((event.document, event.text))
        group.documents.add(event.document)
        group.texts.add(event.text)
        group.mode = group.mode or event.mode
        if _is_precise(event.place) or not group.place:
            group.place = event.place or group.place
        group.days = _narrowed(group.days, days)
        for table, key in ((self.by_document, event.document), (self.by_sentence, event.text)):
            here = table.setdefault(key, [])
            if group.number not in here:
                here.append(group.number)

    def _near(self, told: Told, days: Days) -> list[int]:
        """The groups that may be the same, in the order in which they were opened."""
        event = told.event
        found = set(self.by_document.get(event.document, ()))
        found.update(self.by_sentence.get(event.text, ()))
        for country, day in _cells(event, days):
            for near in (day - 1, day, day + 1):
                found.update(self.by_day.get((country, near), ()))
        return sorted(found)

    def _points(self, told: Told, days: Days, group: _Group) -> int:
        """How much speaks for one occurrence; 0 where anything speaks against it."""
        event, first = told.event, group.first.event
        if group.mode and event.mode and group.mode != event.mode:
            return 0
        if not _same_status(event, first):
            return 0
        if (event.document, event.text) in group.sentences and not _said_again(event, first):
            return 0  # the coder has told two events of one sentence apart
        places = 0 if event.type in SAID else _places(event.place, group.place)
        shared = agree(event, first)
        if shared < 0 or places < 0:
            return 0
        here = event.document in group.documents
        points = shared + places + (event.mode != "" and event.mode == group.mode)
        if not (shared or (here and places)) or points + _MOST_MORE < ENOUGH:
            return 0
        when = _dates(days, group.days, here=here, copied=event.text in group.texts)
        if when < 0 or not _fits_beside(told, group.days):
            return 0
        if points + when >= ENOUGH and event.type not in MANY:
            return points + when
        words = self.likeness.points(event.text, first.text)
        alike = words >= 1 + is_open(event, first) or event.type not in MANY
        return points + when + words if alike else 0


_MOST_MORE = 4  # points that days and words can add


def _said_again(one: Event, other: Event) -> bool:
    """Whether a sentence tells one meeting twice, as in "discussed this in his talks with": the same people meet."""
    same = (one.actors, one.recipients, one.mode) == (other.actors, other.recipients, other.mode)
    return one.type == "CONSULT" and same


def _same_status(one: Event, other: Event) -> bool:
    """What may happen is not what happened; what was planned or denied may be, where the day tells so."""
    if "hypothetical" in (one.status, other.status):
        return one.status == other.status
    return one.status == other.status or "future" not in (one.status, other.status) or bool(one.when and other.when)


def _places(one: str, other: str) -> int:
    """1 for the same place, -1 for two places that cannot be one, 0 where nothing can be said."""
    if not (_is_precise(one) and _is_precise(other)):
        return 0
    return 1 if one == other else -1


def _is_precise(place: str) -> bool:
    """Whether a place is more than a country."""
    return bool(place) and not (len(place) == 3 and place.isupper())


def _dates(one: Days, other: Days, *, here: bool, copied: bool) -> int:
    """1 for the same days, 0 for days that may be the same, -1 for others.

    Within an article the days must meet; between articles news of one day may bear the next day's date. A report
    without a day of its own joins only in its article or where its words are copied.
    """
    if one is None or other is None:
        return 0 if here or copied else -1
    long = max(one[1] - one[0], other[1] - other[0]) > SHORT
    if long and not (here or copied):
        return -1
    apart = max(one[0], other[0]) - min(one[1], other[1])  # below 0 where they share a day
    if apart < 0:
        return 0 if long else 1
    return 0 if apart == 0 and not here and not long else -1


def _fits_beside(told: Told, days: Days) -> bool:
    """Whether a report without a day may be of these days: what its sentence tells of others is of the same ones."""
    beside = [_days(when) for when in told.beside] if told.event.when is None else []
    return days is None or not beside or any(_dates(each, days, here=True, copied=False) >= 0 for each in beside)


def _narrowed(one: Days, other: Days) -> Days:
    """The days that both allow; of two that share none the first."""
    if one is None or other is None:
        return one or other
    lo, hi = max(one[0], other[0]), min(one[1], other[1])
    return (lo, hi) if lo < hi else one


@cache
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _days(when: When | None) -> Days:
    """The days of a time; None where it is open on one side."""
    if when is None or when.start is None or (when.end is None and when.grain not in _DAILY):
        return None
    try:
        lo = _ordinal(when.start[:10])
        hi = lo + 1 if when.end is None else _ordinal(when.end[:10])
    except ValueError:  # a year before our era
        return None
    return lo, max(hi, lo + 1)


_DAILY = frozenset(("second", "minute", "hour", "day"))


def _cells(event: Event, days: Days) -> list[tuple[str, int]]:
    """Where a report is filed, and looked for: a country of its parties and a day."""
    if days is None or days[1] - days[0] > SHORT:
        return []
    countries = {party.country for party in (*event.actors, *event.recipients)}
    return [(country, day) for country in sorted(countries) for day in range(*days)]


def _order(told: Told) -> tuple[int, str, str, int, str]:
    """The most informative first; among equals the earliest."""
    event, days = told.event, _days(told.event.when)
    known = informed(event.actors) + informed(event.recipients) + bool(event.mode) + _is_precise(event.place)
    known += 0 if days is None else 3 if days[1] - days[0] == 1 else 1
    return (-known, *_earliest(told))


def _earliest(told: Told) -> tuple[str, str, int, str]:
    event = told.event
    return told.published or "9999", event.document, event.span.start, event.id


def occurrence(group: tuple[Told, ...]) -> Occurrence:
    """What the reports of one occurrence tell together, given the earliest first."""
    events = [told.event for told in group]
    actors, recipients = _sides(events)
    states = {event.status for event in events}
    status: Status = next(s for s in _SURE if s in states)
    return Occurrence(
        id=digest(["occurrence", events[0].id]),
        type=events[0].type,
        mode=next((event.mode for event in events if event.mode), ""),
        actors=actors,
        recipients=recipients,
        when=_when(events),
        place=_place(events),
        status=status,
        disputed="negated" in states and status != "negated",
        reports=tuple(event.id for event in events),
        documents=tuple(dict.fromkeys(event.document for event in events)),
    )


_SURE: tuple[Status, ...] = ("actual", "future", "negated", "hypothetical")


def _sides(events: list[Event]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The parties as the most informative reports name them; of meetings both sides as one report does."""
    if events[0].type in UNITED:
        best = max(events, key=lambda event: (event.mode != "", informed(event.actors) + informed(event.recipients)))
        return best.actors, best.recipients
    actors = max((event.actors for event in events), key=informed)
    return actors, max((event.recipients for event in events), key=informed)


def _when(events: list[Event]) -> When | None:
    """The shortest stretch of days that any report gives; among equals the one that most give, then the earliest."""
    known = [(days[1] - days[0], event.when) for event in events if (days := _days(event.when)) and event.when]
    if not known:
        return next((event.when for event in events if event.when), None)
    shortest = min(length for length, _ in known)
    times = [when for length, when in known if length == shortest]
    return max(dict.fromkeys(times), key=times.count)


def _place(events: list[Event]) -> str:
    """The most precise place; among equals the one that most name."""
    places = [event.place for event in events if event.place]
    precise = [place for place in places if _is_precise(place)] or places
    return max(dict.fromkeys(precise), key=precise.count, default="")
