"""The line under a headline: from where, by whom and on which day a text was published."""

import re
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from wasata.documents.furniture import furniture, key

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        "ى": "ي",
        "ة": "ه",
        "\xa0": " ",
        **{chr(0x0660 + d): str(d) for d in range(10)},
        **{chr(0x06F0 + d): str(d) for d in range(10)},
    }
)  # one letter for one letter, so that places in the line stay what they are
_MARKS = re.compile("[\u064b-\u0652\u0640\u200b-\u200f]")
_APART = re.compile(r"\s*[|()،,:؛«»\"“”\[\]/•·]\s*|\s+[-–—ـ]+\s*|\s*[-–—]+\s+|\s*[-–—]+$|^[-–—]+\s*")
_CLOCK = re.compile(
    r"(?:الساعه\s*)?\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:ص|م|صباحا|مساء|am|pm)?\b(?:\s*بتوقيت\s+\w+)?|\b(?:gmt|utc)\b"
)
_OPENS = re.compile("[(\\-–—/:ـ]")  # one of these ends a dateline that stands at the head of a paragraph
_MOST_WORDS = 16
_LONGEST = 160  # characters: no dateline is longer
_NOWHERE = frozenset(("عواصم", "وكالات", "خاص", "متابعات", "صحف", "كتب"))


class Dateline(Struct, frozen=True):
    """What a dateline tells; end is how many characters of its line it takes, day "" where it cannot be counted."""

    end: int
    place: str = ""
    outlet: str = ""
    day: str = ""
    source: str = ""  # "text" for a written day, "crawl" for one that counts from the day of the crawl


class _Day(Struct, frozen=True):
    start: int
    end: int
    day: str
    source: str


def standalone(line: str, crawled: str = "", outlet: str = "") -> Dateline | None:
    """What a line tells that is nothing but a dateline, else None."""
    if len(line) > _LONGEST or len(line.split()) > _MOST_WORDS:
        return None
    flat = line.translate(_LETTERS).lower()
    days = _days(flat, crawled)
    if not days and _APART.search(flat) is None and _CLOCK.search(flat) is None:
        return None  # one part alone tells neither day nor agency
    rest, said = _without(line, flat, days)
    parts = [part for part in (" ".join(part.split()) for part in _APART.split(rest)) if part]
    agencies = [part for part in parts if _is_agency(part, outlet)]
    others = [part for part in parts if part not in agencies]
    if sum(len(part.split()) for part in others) > 6 or (not days and not agencies):
        return None
    if not days and (len(parts) < 2 or len(others) > 1 or len(others[0].split()) > 3 if others else True):
        return None
    if (
        days
        and parts
        and not agencies
        and not said
        and not _APART.search(flat[: days[0].start] + " " + flat[days[-1].end :])
    ):
        return None  # a heading that names a day
    place = others[0] if others and len(others[0].split()) <= 3 and not said else ""
    if not agencies and place and len(others) > 1:
        agencies = [others[1]]
    best = min(days, key=lambda found: (not found.day, found.source != "text")) if days else _Day(0, 0, "", "")
    return Dateline(len(line), _placed(place), agencies[0] if agencies else "", best.day, best.source)


def inline(line: str, crawled: str = "") -> Dateline | None:
    """The dateline with which a paragraph begins, else None."""
    if _OPENS.search(line, 0, 90) is None:
        return None
    found = _inline_pattern().match(line[:140].translate(_LETTERS).lower())
    if found is None or len(found["place"].split()) > 3:
        return None
    named, known, dash = found["bracket"] or "", found["agency"] or "", found["dash"] or ""
    days = _days(found["day"] or "", crawled)
    if named and not (any(_is_agency(part, "") for part in _APART.split(named)) or (dash and len(named.split()) <= 3)):
        return None
    if not named and not known and not (days and dash):
        return None
    where = "bracket" if named else "agency"
    outlet = line[found.start(where) : found.end(where)].strip(' «»"“”') if named or known else ""
    day = days[0] if days else _Day(0, 0, "", "")
    return Dateline(found.end(), _placed(line[: found.end("place")].strip()), outlet, day.day, day.source)


def _placed(place: str) -> str:
    return "" if key(place) in _NOWHERE else place


def _is_agency(part: str, outlet: str) -> bool:
    words = key(part)
    bare = words.removeprefix("وكاله ").removeprefix("صحيفه ").removeprefix("موقع ").removesuffix(" للانباء")
    return bare in furniture().agencies or words in furniture().agencies or (outlet != "" and words == key(outlet))


def _without(line: str, flat: str, days: list[_Day]) -> tuple[str, bool]:
    """The line without days, hours, weekdays and words such as "published on", and whether such words stood there."""
    kept = list(line)
    for found in days:
        kept[found.start : found.end] = "|" * (found.end - found.start)
    for clock in _CLOCK.finditer(flat):
        kept[clock.start() : clock.end()] = "|" * (clock.end() - clock.start())
    rest, said = "".join(kept), False
    table = furniture()
    words = []
    for part in _APART.split(rest):
        bare = key(part)
        for start in table.published:
            if bare == start or bare.startswith(start + " "):
                bare, said = bare[len(start) :].strip(), True
                part = bare
                break
        words.append(" ".join(word for word in part.split() if key(word) not in table.weekdays))
    return "|".join(words), said


def _days(flat: str, crawled: str) -> list[_Day]:
    """Every day written in this text, in order; a span without a day where it cannot be told."""
    found = [_Day(m.start(), m.end(), _written(m.groupdict(), crawled), "text") for m in _day_pattern().finditer(flat)]
    found = [f if _has_year(flat[f.start : f.end]) else _Day(f.start, f.end, f.day, "crawl") for f in found]
    table = furniture()
    words = list(re.finditer(r"\S+", flat))
    for at, word in enumerate(words):
        if _bare(word.group()) in table.ago and at + 1 < len(words):
            last, back = _age([_bare(w.group()) for w in words[at + 1 : at + 4]])
            if last:
                found.append(_Day(word.start(), words[at + last].end(), _back(crawled, back), "crawl"))
    return sorted(found, key=lambda day: day.start)


def _bare(word: str) -> str:
    return _MARKS.sub("", word).strip("|،,.:()")


def _has_year(written: str) -> bool:
    return re.search(r"\d{4}", written) is not None


def _age(words: list[str]) -> tuple[int, int | None]:
    """How many words tell an age ("15 days"), and how many days that is; None where too coarse to count."""
    table = furniture()
    many, at = 1, 0
    if words and (words[0].isdecimal() or words[0] in table.numbers):
        many, at = int(words[0]) if words[0].isdecimal() else table.numbers[words[0]], 1
    if at >= len(words) or words[at] not in table.units or many > 10_000:
        return 0, None
    days = table.units[words[at]]
    return at + 1, None if days is None else days * many


def _back(crawled: str, days: int | None) -> str:
    if days is None or not crawled:
        return ""
    try:
        return (date.fromisoformat(crawled[:10]) - timedelta(days)).isoformat()
    except (ValueError, OverflowError):
        return ""


def _written(parts: dict[str, str | None], crawled: str) -> str:
    """The ISO day of a written date; one without a year is the last before the crawl."""
    month = parts["month"] or parts["month2"]
    number = furniture().months[key(month)] if month else int(parts["m1"] or parts["m2"] or parts["m3"] or 0)
    day = int(parts["d0"] or parts["d1"] or parts["d2"] or parts["d3"] or parts["d4"] or 0)
    year = parts["y0"] or parts["y1"] or parts["y2"] or parts["y4"]
    try:
        if year:
            if number > 12 >= day:
                number, day = day, number
            return date(int(year), number, day).isoformat()
        last = date.fromisoformat(crawled[:10])
        here = date(last.year, number, day)
        return (here if here <= last else date(last.year - 1, number, day)).isoformat()
    except ValueError:
        return ""


@cache
def _day_pattern() -> re.Pattern[str]:
    """How days are written: 2 June/حزيران 2023, 2023-06-02, 02/06/2023, 15-7."""
    months = "|".join(sorted(map(re.escape, furniture().months), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<d0>\d{{1,2}})\s+(?:من\s+)?(?P<month>{months})\b(?:\s*[/(]\s*(?:{months})\s*\)?)?"
        rf"(?:\s*[،,]?\s*(?:عام\s+|سنه\s+)?(?P<y0>\d{{4}})\b)?"
        r"|\b(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})\b"
        r"|\b(?P<d2>\d{1,2})[-/.](?P<m2>\d{1,2})[-/.](?P<y2>\d{4})\b"
        rf"|\b(?P<month2>{months})\s+(?P<d4>\d{{1,2}}),?\s+(?P<y4>\d{{4}})\b"
        r"|\b(?P<d3>\d{1,2})[-/](?P<m3>\d{1,2})\b(?![-/.\d])"
    )


@cache
def _inline_pattern() -> re.Pattern[str]:
    """A place, perhaps a day, and an agency in brackets or behind a dash, before the paragraph proper."""
    agencies = "|".join(sorted(map(re.escape, furniture().agencies), key=len, reverse=True))
    months = "|".join(sorted(map(re.escape, furniture().months), key=len, reverse=True))
    day = rf"\d{{1,2}}\s+(?:{months})(?:\s*/\s*(?:{months}))?(?:\s+\d{{4}})?|\d{{1,4}}[-/]\d{{1,2}}(?:[-/]\d{{1,4}})?"
    return re.compile(
        r"(?P<place>[^\W\d_]+(?:[ /][^\W\d_]+){0,2}?)\s*[،,]?\s*"
        rf"(?:(?:[-–—]\s*)?(?P<day>{day})\s*(?=\(|[-–—:/ـ،])|)"
        rf"(?:\((?P<bracket>[^()\n]{{1,40}})\)|[-–—/:،ـ]\s*[«\"“]?(?P<agency>{agencies})\b[»\"”]?|(?(day)(?=[-–—:])|(?!)))"
        r"\s*(?P<dash>[-–—:ـ]+|/)?\s+(?=\S)"
    )
