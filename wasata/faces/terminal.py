"""What a person sees: lines laid out so that Arabic reads well in terminals that know bidi and in those that do not.

Each line holds at most one Arabic cell and holds it last; what stands before it is plain Latin of fixed width. See
docs/decisions/0005-arabic-in-a-terminal.md.
"""

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from wasata.desk import Missing, Occurrence, Reason, Refit, Rung
from wasata.records.coded import Coded
from wasata.records.correction import Correction, by_hand
from wasata.records.event import Event
from wasata.records.mention import Party, When, Why
from wasata.records.text import Document, Span

_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
# control characters and overrides of direction in a text must not steer the terminal
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_FSI, _PDI = "\u2068", "\u2069"


class Page(Struct, frozen=True):
    """How lines are made: columns of the terminal, and whether isolates and colours may be used."""

    width: int = 100
    plain: bool = True
    whole: bool = False  # every gap and actor, however many
    language: str = "en"  # of the labels: en or ar


def article(coded: Coded, page: Page, told: Sequence[Occurrence] = ()) -> Iterator[str]:
    """One article for a person: its head, a timeline, the actors, and what was not understood."""
    yield from head(coded.document, page)
    yield ""
    yield from timeline(coded, page, told)
    yield ""
    yield from actors_met(coded, page)
    yield from gaps(coded, page)


def head(document: Document, page: Page) -> Iterator[str]:
    """Title, outlet, place and day of publication, and how the day is known."""
    yield _bold(_arabic(document.title or word("untitled", page), page), page)
    unsure = not document.date and document.date_source == "crawl"
    how = word("date.unsure", page) if unsure else word(f"date.{document.date_source}", page)
    yield f"  {word('day', page):<9} {document.date + ' (' + how + ')' if document.date else how}"
    for key, value in (("outlet", document.outlet), ("place", document.place), ("document", document.id)):
        if value:
            yield f"  {word(key, page):<9} {_arabic(value, page)}"


def timeline(coded: Coded, page: Page, told: Sequence[Occurrence] = ()) -> Iterator[str]:
    """What happened by day, what has none last: day, who to whom, what, status; below it names, speaker, words.

    Several reports of one occurrence stand together, each with its sentence; those of other articles are counted.
    """
    here = {event.id: event for event in coded.events}
    ordered: list[tuple[Occurrence | Event, list[Event]]]
    ordered = [(one, [here[name] for name in one.reports if name in here]) for one in told]
    ordered = ordered or [(event, [event]) for event in coded.events]
    if not ordered:
        yield word("no_events", page)
        return
    yield _bold(f"{_heading('events', page)} ({len(ordered)})", page)
    for one, reports in sorted(ordered, key=lambda both: (_start(both[0].when) or "9999", both[1][0].span.start)):
        first = reports[0]
        yield f"  {days(one.when):<10}  {_told(one, first, page)}"
        called = _named(_fullest(one, reports), coded)
        if called:
            yield f"              {_arabic(called, page)}"
        said = ""
        for event in reports:
            if event is not first:
                yield f"              {word('also', page)}  {_dim(event.id[:8], page)}"
            if event.speaker:
                yield f"              {word('says', page)} {_arabic(event.speaker, page)}"
            if event.text != said:
                yield from _wrapped(event.text, page, indent=14)
            said = event.text


def _told(one: Occurrence | Event, first: Event, page: Page) -> str:
    """Who to whom, what, status, id, and where several tell it how many they are."""
    what = one.type + (f" {one.mode}" if one.mode else "")
    marks = [] if one.status == "actual" else [word(f"status.{one.status}", page)]
    several = isinstance(one, Occurrence) and len(one.reports) > 1
    if isinstance(one, Occurrence) and one.disputed:
        marks.append(word("disputed", page))
    if by_hand(first):
        marks.append(word("corrected", page))
    status = "".join(f"  [{mark}]" for mark in marks)
    count = f"  {counted(one, page)}" if isinstance(one, Occurrence) and several else ""
    name = one.id if several else first.id
    return f"{_bold(f'{_sides(one, page):<24}', page)}  {what}{status}  {_dim(name[:8], page)}{count}"


def counted(one: Occurrence, page: Page) -> str:
    """How many reports and independent outlets tell an occurrence."""
    reports = f"{len(one.reports)} {word('reports', page)}"
    if len(one.documents) == 1:
        return f"({reports})"
    articles = f"{len(one.documents)} {word('articles', page)}"
    return f"({reports}, {articles}, {one.outlets} {word('outlet' if one.outlets == 1 else 'outlets', page)})"


def _fullest(one: Occurrence | Event, reports: Sequence[Event]) -> Event:
    """The report whose parties the occurrence has, else the first."""
    return next((e for e in reports if (e.actors, e.recipients) == (one.actors, one.recipients)), reports[0])


def _named(event: Event, coded: Coded) -> str:
    """Who to whom in the article's own names; the sign between is mirrored wherever Arabic is, so it points right."""
    sides = [" + ".join(dict.fromkeys(_name(party, event, coded) for party in side)) for side in _both(event)]
    return " > ".join(side for side in sides if side)


def _both(event: Event) -> tuple[tuple[Party, ...], ...]:
    return (event.actors, event.recipients)


def _name(party: Party, event: Event, coded: Coded) -> str:
    """What the words that the event rests on call the party, else what the article calls it, else its code."""
    rested = set(_spans(event.why))
    named = [m for m in coded.actors if party in m.parties and m.kind != "pronoun" and len(m.parties) == 1]
    best = next((m for m in named if m.span in rested), None) or next(iter(named), None)
    return (best.name or coded.document.text[best.span.start : best.span.end]) if best else party.code


def _spans(why: Why) -> Iterator[Span]:
    yield why.span
    for part in why.parts:
        yield from _spans(part)


def actors_met(coded: Coded, page: Page) -> Iterator[str]:
    """Everybody who was met, the most mentioned first."""
    met: Counter[str] = Counter()
    names: dict[str, Counter[str]] = {}
    text = coded.document.text
    for mention in coded.actors:
        for party in mention.parties:
            key = party.code + (f" {party.actor}" if party.actor and party.actor != party.country else "")
            met[key] += 1
            name = mention.name or text[mention.span.start : mention.span.end]
            if mention.kind not in ("pronoun", "description"):
                names.setdefault(key, Counter())[name] += 1
    if not met:
        return
    yield _bold(f"{_heading('actors', page)} ({len(met)})", page)
    ranked = sorted(met.items(), key=lambda item: (-item[1], item[0]))
    for key, count in _some(ranked, page):
        called = "، ".join(name for name, _ in names.get(key, Counter()).most_common(3))
        yield f"  {count:>4}  {key:<32}  {_arabic(called, page)}".rstrip()
    yield from _rest(ranked, page)


def gaps(coded: Coded, page: Page) -> Iterator[str]:
    """What was not understood: the work list that an article leaves."""
    if not coded.unknowns:
        return
    yield ""
    yield _bold(f"{_heading('gaps', page)} ({len(coded.unknowns)})", page)
    for one in _some(coded.unknowns, page):
        label = word(f"gap.{one.kind}", page)
        if one.kind == "sentence":
            yield f"  {label}:"
            yield from _wrapped(one.text, page, indent=14)
        else:
            yield f"  {label}: {_arabic(one.text, page)}"
    yield from _rest(coded.unknowns, page)


def brief(coded: Coded, page: Page) -> str:
    """An article in one line, for folders of many."""
    count = f"{len(coded.events)} {word('events', page)}"
    return f"{coded.document.date or '-':<10}  {count:>11}  {_arabic(coded.document.title or coded.document.id, page)}"


def why(event: Event, rungs: Iterable[Rung], page: Page) -> Iterator[str]:
    """The event, its sentence, and the ladder: each row with its place, and the words it spoke of."""
    what = event.type + (f" {event.mode}" if event.mode else "")
    yield (
        _bold(f"{what}  {_sides(event, page)}", page)
        + f"  {days(event.when)}  {event.status}  ({event.coder})  {event.id}"
    )
    if event.speaker:
        yield f"{word('says', page)} {_arabic(event.speaker, page)}"
    yield from _wrapped(event.text, page, indent=2)
    said: set[str] = set()
    for rung in rungs:
        place, _, key = rung.row.partition("  ")
        pad = "  " * (rung.depth + 1) + f"{place:<28}  "
        yield f"{pad}{_arabic(rung.words, page)}"
        if key and key != rung.words and rung.row not in said:
            yield f"{' ' * len(pad)}<- {_arabic(key, page)}"
        said.add(rung.row)


def occurrence(one: Occurrence, told: Mapping[str, tuple[Event, Document]], page: Page) -> Iterator[str]:
    """An occurrence for a person: what all its reports tell together, then every report with its paper and words."""
    what = one.type + (f" {one.mode}" if one.mode else "")
    disputed = f"  {word('disputed', page)}" if one.disputed else ""
    yield (
        _bold(f"{what}  {_sides(one, page)}", page)
        + f"  {days(one.when)}  {one.status}{disputed}  {counted(one, page)}  {one.id}"
    )
    yield f"{word('confidence', page)} {one.confidence:.2f}"
    for name in one.reports:
        event, document = told[name]
        yield ""
        mark = "" if event.status == one.status else f"  [{word(f'status.{event.status}', page)}]"
        yield f"  {document.date or '-':<10}  {event.id}{mark}  {_arabic(document.outlet or document.id, page)}"
        yield f"              {_sides(event, page)}  {days(event.when)}"
        if event.speaker:
            yield f"              {word('says', page)} {_arabic(event.speaker, page)}"
        yield from _wrapped(event.text, page, indent=14)


def confidence(event: Event, reasons: Iterable[Reason], page: Page) -> Iterator[str]:
    """How sure the event is, and the signs that speak for and against it with what each weighs."""
    if not event.signs:  # stored by an earlier wasata
        yield f"{word('confidence', page)}: {word('confidence.unknown', page)}"
        return
    yield f"{word('confidence', page)} {event.confidence:.2f}"
    for reason in reasons:
        yield f"  {reason.weight:+.2f}  {reason.meaning or reason.sign}"


def corrected(one: Correction, page: Page) -> Iterator[str]:
    """What somebody said of an event, beside what was coded."""
    note = f"  {_arabic(one.note, page)}" if one.note else ""
    yield f"{word('corrected', page)}: {word('was', page)} {_in_short(one.event, page)}{note}"


def fixed(one: Correction, file: Path | None, page: Page) -> Iterator[str]:
    """What a correction made of an event, and where its example stands."""
    now = _in_short(one.corrected, page) if one.corrected else word("no_event", page)
    yield f"{one.event.id[:8]}  {now}"
    if one.corrected is None or _in_short(one.corrected, page) != _in_short(one.event, page):
        yield f"          {word('was', page)} {_in_short(one.event, page)}"
    yield from _wrapped(one.event.text, page, indent=10)
    if file is not None:
        yield f"{word('example_in', page)} {file}"


def restored(event: Event, page: Page) -> Iterator[str]:
    """The event as it stands again."""
    yield f"{event.id[:8]}  {_in_short(event, page)}"
    yield f"          {word('restored', page)}"


def refit(done: Refit, page: Page) -> Iterator[str]:
    """What was learned from the corrections."""
    yield f"{done.right} {word('marked.right', page)}, {done.wrong} {word('marked.wrong', page)}"
    yield f"{word('surprise', page)}: {done.before:.2f} > {done.after:.2f}"
    yield f"{word('refit.kept', page)} {done.file}" if done.file else word("refit.none", page)


def _in_short(event: Event, page: Page) -> str:
    """The event in one line without its words."""
    what = event.type + (f" {event.mode}" if event.mode else "")
    status = "" if event.status == "actual" else f"  {event.status}"
    return f"{what}  {_sides(event, page)}  {days(event.when)}{status}"


def missing(found: Iterable[Missing], page: Page) -> Iterator[str]:
    """The names and verbs that no row knows, the most frequent first."""
    for one in found:
        yield f"{one.count:>6}  {one.kind:<5}  {_arabic(f'{one.text}: {one.example}', page)}"


def days(when: When | None) -> str:
    """The day, month or year of an event, or a stretch of days, as short as it can be said."""
    start, end = _start(when), (when.end or "")[:10] if when else ""
    if when is None or not (start or end):
        return "-"
    if not start:
        return f"..{end}"
    if when.grain in ("month", "year"):
        return start[: 7 if when.grain == "month" else 4]
    return start


def _heading(key: str, page: Page) -> str:
    return word(key, page).upper()


def _start(when: When | None) -> str:
    return (when.start or "")[:10] if when else ""


def _sides(event: Event | Occurrence, page: Page) -> str:
    """Who to whom; of a two-sided event everybody who takes part."""
    actors = ", ".join(party.code for party in event.actors)
    recipients = ", ".join(party.code for party in event.recipients)
    if actors and not recipients:
        return actors
    return f"{actors or '?'} > {recipients}" if recipients else word("nobody", page)


_MOST = 12  # actors or gaps of one article before --all is asked for
Item = TypeVar("Item")


def _some(found: Sequence[Item], page: Page) -> Sequence[Item]:
    return found if page.whole else found[:_MOST]


def _rest(found: Sequence[Item], page: Page) -> Iterator[str]:
    """How many more there are, where not all are shown."""
    if not page.whole and len(found) > _MOST:
        yield f"        ({len(found) - _MOST} {word('more', page)})"


def _wrapped(text: str, page: Page, *, indent: int) -> Iterator[str]:
    """A sentence in lines that fit, each isolated by itself, so that it is read from line to line anywhere."""
    width = max(24, page.width - indent - 1)
    for line in textwrap.wrap(_UNSAFE.sub(" ", text), width, break_long_words=True, break_on_hyphens=False):
        yield " " * indent + _arabic(line, page)


def _arabic(text: str, page: Page) -> str:
    """The words with their own direction, unless plain: isolated from what stands beside them."""
    clean = " ".join(_UNSAFE.sub(" ", text).split())
    return f"{_FSI}{clean}{_PDI}" if not page.plain and _RTL.search(clean) else clean


def _bold(text: str, page: Page) -> str:
    return text if page.plain else f"\x1b[1m{text}\x1b[0m"


def _dim(text: str, page: Page) -> str:
    return text if page.plain else f"\x1b[2m{text}\x1b[0m"


@cache
def _words(language: str) -> dict[str, str]:
    head, *lines = (Path(__file__).parent / "words.tsv").read_text(encoding="utf-8").splitlines()
    column = head.split("\t").index(language)
    return {cells[0]: cells[column] for cells in (line.split("\t") for line in lines)}


def word(key: str, page: Page) -> str:
    """The words that a face shows for this key of words.tsv, in the language of the page."""
    return _arabic(_words(page.language)[key], page)
