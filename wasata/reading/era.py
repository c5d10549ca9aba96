"""The day of a text that gives none: what years and what office-holders it names."""

from collections.abc import Iterator, Sequence
from datetime import date

from wasata.reading.find_actors import Found
from wasata.reading.lexicon import Lexicon
from wasata.records.mention import TimeMention
from wasata.records.text import Sentence

_OPEN = "9999"


def era(times: Sequence[TimeMention], found: Sequence[Found], sentences: Sequence[Sentence], lex: Lexicon) -> str:
    """A day on which the text may have been written, "" where nothing tells.

    A year named is no later than the writing, as news dates what has been, and no body is named before it is founded;
    office-holders served at one time.
    """
    named = max(_days(times), default="")
    if named:
        named = max([named, *_founded(found, lex)])
    begin, end = "", _OPEN
    for start, stop in _terms(found, sentences, lex):
        if start < end and stop > begin:
            begin, end = max(begin, start), min(end, stop)
    if end == _OPEN or not begin and named:
        return named
    if begin <= named < end:
        return named
    return _middle(begin, end) if begin else ""


def _days(times: Sequence[TimeMention]) -> Iterator[str]:
    """The days and years that stand in the text with their numbers."""
    for time in times:
        if time.when is not None and time.when.start is not None:
            yield time.when.start[:10]


def _founded(found: Sequence[Found], lex: Lexicon) -> Iterator[str]:
    """When the bodies and movements named came to be."""
    for one in found:
        rows = lex.careers.get(one.phrase.head.entry.actor, ())
        if rows and rows[0].kind in ("body", "movement", "mission"):
            yield min(row.start for row in rows)


def _terms(found: Sequence[Found], sentences: Sequence[Sentence], lex: Lexicon) -> Iterator[tuple[str, str]]:
    """The last term in office of everybody named who is not called former or late, where that term has ended."""
    for one in found:
        person = one.phrase.person
        if person is None or _former(one, sentences):
            continue
        terms = [row for row in lex.careers.get(person.actor, ()) if row.sector != "ELI"]
        if terms and terms[-1].start and terms[-1].end:
            first = next(row for row in terms if row.country == terms[-1].country and row.start)
            yield first.start, terms[-1].end


def _former(one: Found, sentences: Sequence[Sentence]) -> bool:
    tokens = sentences[one.sentence].tokens
    near = range(max(0, one.first - 1), min(len(tokens), one.last + 2))
    return any(tokens[k].word.key.removeprefix("ال") in FORMER for k in near)


FORMER = frozenset(("سابق", "سابقه", "راحل", "راحله", "مخلوع", "مقتول", "شهيد", "معزول", "اسبق", "مقتل", "اغتيال"))


def _middle(begin: str, end: str) -> str:
    """A day between two."""
    first, last = (date.fromisoformat((day + "-01-01"[max(0, len(day) - 4) :])[:10]) for day in (begin, end))
    return (first + (last - first) / 2).isoformat()
