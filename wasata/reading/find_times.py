"""Find every expression of time in the sentences and say what it means, still without the day of the text."""

from bisect import bisect_left
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from wasata.packs.language import Language
from wasata.reading.find_dates import Found, Time, date, plain_year
from wasata.reading.find_stretches import (
    CUES,
    NONE,
    count,
    count_alone,
    counts,
    decade,
    edge,
    holiday,
    nth,
    point,
    portion,
    season,
    units,
)
from wasata.reading.time_words import ANCHOR, START, Line, TimeWord, time_words
from wasata.records.text import Sentence, Span, Word

_AHEAD = 9  # tokens between the first of an expression and the one that tells its time
_REACH = 20  # words before a time among which the verb that places it is looked for


class Saying(Struct, frozen=True, gc=False):
    """An expression of time where it stands, with its row and whether its sentence looks ahead or back."""

    time: Time
    sentence: int
    span: Span
    row: str
    way: str  # "future" "past" or ""


def find_times(sentences: tuple[Sentence, ...], language: Language) -> tuple[Saying, ...]:
    """Every expression of time in text order, none overlapping another."""
    words = time_words(language)
    found: list[Saying] = []
    for number, sentence in enumerate(sentences):
        keys = [token.word.key for token in sentence.tokens]
        weights = words.weigh(keys)
        starts = _starts(weights)
        if starts:
            found += _in_sentence(Line(sentence.tokens, keys, words, weights), number, starts)
    return tuple(found)


def _in_sentence(line: Line, number: int, starts: list[int]) -> Iterator[Saying]:
    """The expressions of one sentence; save further years of a list they begin at one of these tokens."""
    at, listed = 0, False
    while at < line.size:
        if not listed:
            ahead = bisect_left(starts, at)
            if ahead == len(starts):
                return
            at = starts[ahead]
        result = _listed_year(line, at) if listed else None
        if result is None and at in starts:
            result = read(line, at)
        if result is None:
            at += 1
            continue
        time, last = result
        while listed and line.word(at, "list") or not line.keys[at][0].isalnum():
            at += 1
        span = Span(line.tokens[at].start, line.tokens[last - 1].end)
        yield Saying(time, number, span, _row(line, at, last), way(line, at, last) if _turns(time) else "")
        at, listed = last, time.what == "date" and time.year is not None and time.month is None


def _starts(weights: list[int]) -> list[int]:
    """The tokens with which an expression can begin, a word that can tell a time being near enough ahead."""
    found, anchor = [], len(weights) + _AHEAD
    for at in reversed([at for at, weight in enumerate(weights) if weight]):
        if weights[at] & ANCHOR:
            anchor = at
        if weights[at] & START and anchor - at < _AHEAD:
            found.append(at)
    return found[::-1]


def _row(line: Line, first: int, last: int) -> str:
    """The row that spoke, with its words as they stand in the text; numbers alone speak for the whole table."""
    for at in range(first, last):
        for word in line.at(at):
            if word.sense not in ("in", "from", "between", "until", "list", "about"):
                return f"{word.row}  {' '.join(t.word.surface for t in line.tokens[at : at + word.size])}"
    return "times.tsv"


def _turns(time: Time) -> bool:
    """True where the days may depend on whether the sentence looks ahead or back."""
    if time.what == "date":
        return time.year is None and time.offset is None
    return time.what not in ("none", "now", "refer", "unit", "ago", "decade", "century")


def way(line: Line, first: int, last: int) -> str:
    """Whether the words before look ahead or back; a date all by itself is taken for one to come."""
    if all(not key[0].isalnum() or line.word(at, "in") for at, key in enumerate(line.keys) if not first <= at < last):
        return "future"
    for at in range(first - 1, max(first - _REACH, 0) - 1, -1):
        token = line.tokens[at]
        if line.word(at, "here"):
            continue
        kinds = {analysis.form.kind for analysis in token.word.analyses}
        if line.word(at, "future") or "future" in kinds or (not kinds and _future_shape(token.word)):
            return "future"
        if at == 0 and kinds == {"imperfect"}:
            return "future"  # a headline in the present: يزور القاهرة الأحد
        # a word further off may only look like a verb, so it must also stand where a clause begins
        if kinds == {"perfect"} and (first - at <= 3 or at < 2 or token.word.key[0] in "وف"):
            return "past"
    return ""


def _future_shape(word: Word) -> bool:
    """True for a word spelled like a future verb that no lexeme explains."""
    key = word.key
    bare = key[1:] if key.startswith(("وس", "فس")) else key
    if word.surface.startswith(("سأ", "وسأ", "فسأ")):
        return True
    return len(bare) > 5 and bare.startswith(("سي", "ست", "سن")) and not bare.endswith(("ه", "ات", "ين", "يا", "ون"))


def read(line: Line, at: int) -> Found | None:
    """The longest reading of the words from here on as an expression of time."""
    for word in line.at(at):
        for reader in _READERS.get(word.sense, ()):
            result = reader(line, at, word)
            if result is not None:
                return result
    number = line.number(at)
    if number is None:
        return (_range(line, at) or date(line, at)) if line.dotted(at) else None
    after = line.key(number.last)
    if number.last < line.size and after[0].isalnum() and not line.weights[number.last] and number.value < 1800:
        return None
    return _from_number(line, at)


def _from_number(line: Line, at: int) -> Found | None:
    """What begins with a number: a range, a date, a nth of something, a count of units, a year."""
    result = _range(line, at) or nth(line, at) or units(line, at) or _dates(line, at)
    return result or count_alone(line, at) or bare_year(line, at)


def bare_year(line: Line, at: int) -> Found | None:
    """A number that is a year by what stands before it: a preposition of time, or what is signed, fought or held."""
    number = line.number(at)
    if number is None or number.words or number.conj or number.prep or not (1900 <= number.value < 2100 or number.era):
        return None
    cue = line.word(at - 1, *CUES) is not None
    name = any(line.word(back, "pact") for back in range(at - 1, max(at - 4, -1), -1))
    if not (cue or name or number.era) or counts(line, at, number.last):
        return None
    return Time("date", year=number.value, hijri=number.era == "ه", name=name), number.last


def _listed_year(line: Line, at: int) -> Found | None:
    """A further year after one with its cue: و2006, وأخيرا 2015."""
    start = at + (line.key(at) in ("،", ",", "و"))
    word = line.word(start, "list")
    start += word.size if word else 0
    number = line.number(start)
    if number is None or number.words or not 1800 <= number.value < 2100 or not (start > at or number.conj):
        return None
    return (Time("date", year=number.value), number.last) if not counts(line, start, number.last) else None


def _since(line: Line, at: int, word: TimeWord) -> Found | None:
    """منذ 2013, منذ شهرين, ابتداء من الأحد."""
    inner = point(line, at + word.size)
    if inner is not None:
        if inner[0].what == "date" and line.word(inner[1], "until"):
            ranged = _range_to(line, inner[0], inner[1] + 1)
            if ranged is not None:
                return ranged
        record = any(line.word(back, "record") for back in range(max(at - 5, 0), at))
        value = "record" if record else "onward" if word.size > 1 else ""
        return Time("since", value=value, inner=inner[0]), inner[1]
    counted = count(line, at + word.size)
    if counted is None:
        return None
    return replace(counted[0], what="ago", value="since"), _gone(line, counted[1])


def _gone(line: Line, at: int) -> int:
    """The token after مضى where it follows a count."""
    return at + (line.word(at, "gone") is not None)


def _ago(line: Line, at: int, word: TimeWord) -> Found | None:
    """قبل ثلاثة أيام, قبل عام 2020."""
    inner = point(line, at + 1)
    if inner is not None:
        return Time("before", inner=inner[0]), inner[1]
    counted = count(line, at + 1)
    if counted is None:
        return None
    last, now = _from_now(line, counted[1])
    return (replace(counted[0], what="ago") if now else replace(NONE, value="duration")), last


def _after(line: Line, at: int, word: TimeWord) -> Found | None:
    """بعد شهرين, بعد عام 2011."""
    inner = point(line, at + 1)
    if inner is not None:
        return Time("after", inner=inner[0]), inner[1]
    counted = count(line, at + 1)
    if counted is None:
        return None
    last, now = _from_now(line, counted[1])
    if not now and line.word(last, "from") and line.word(last + 1, "state"):
        return replace(counted[0], what="lasted"), last
    return (replace(counted[0], what="ahead") if now else replace(NONE, value="duration")), last


def _from_now(line: Line, at: int) -> tuple[int, bool]:
    """Whether a distance is counted from now, and the token after من الآن where that is said."""
    follows = line.word(at, "from", "upon")
    if follows is None or follows.conj:
        return _gone(line, at), True
    now = line.word(at + 1, "now", "here")
    return (at + 1 + now.size, True) if now else (at, False)


def _within(line: Line, at: int, word: TimeWord) -> Found | None:
    """خلال أسبوعين, where no shift says which."""
    if point(line, at + 1) is not None:
        return None
    counted = count(line, at + 1)
    return (replace(counted[0], what="within"), counted[1]) if counted else None


def _range(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
    """من 16 حتى 20 سبتمبر, بين 4 و22 هذا الشهر, 2014-2018."""
    start = at + (word is not None)
    begin = date(line, start)
    number = line.number(start)
    if number is not None and (begin is None or begin[0].month is None):
        small, large = 1 <= number.value <= 31, 1300 <= number.value < 2100
        after = line.number(number.last)
        pair = after is not None and after.conj and small and after.value == number.value + 1
        if (small or large) and (pair or _separator(line, number.last, word)):
            begin = Time("date", day=number.value if small else None, year=number.value if large else None), number.last
    if begin is None or begin[0].what != "date":
        return None
    sep = _separator(line, begin[1], word) or _next_day(line, begin)
    return _range_to(line, begin[0], begin[1] + (sep == 1)) if sep else None


def _next_day(line: Line, begin: Found) -> int:
    """2 where two days in a row are told as 15 و16 مايو, else 0."""
    number, time = line.number(begin[1]), begin[0]
    lone = time.day is not None and time.month is None and time.weekday is None
    return 2 if lone and number is not None and number.conj and number.value == (time.day or 0) + 1 else 0


def _separator(line: Line, at: int, word: TimeWord | None) -> int:
    """1 for a word or mark between the ends of a range, 2 where و is glued to the second, 0 for none."""
    until = line.word(at, "until") is not None
    if until or line.key(at) in ("-", "–") or (line.key(at) == "و" and word is not None and word.sense == "between"):
        return 1
    if word is None or word.sense != "between":
        return 0
    number, other = line.number(at), line.word(at, "month", "hijri", "weekday", "unit", "day")
    return 2 if (number is not None and number.conj) or (other is not None and other.conj) else 0


def _range_to(line: Line, begin: Time, at: int) -> Found | None:
    """The range that ends here; days without a month and months without a year borrow from the other end."""
    ahead = line.word(at, "between", "from")
    at += ahead is not None
    end = date(line, at)
    number = line.number(at)
    year_only = begin.year is not None and begin.month is None
    if number is not None and (end is None or end[0].day is None and end[0].month is None):
        if year_only and 1300 <= number.value < 2100 and not counts(line, at, number.last):
            return Time("range", inner=begin, end=Time("date", year=number.value)), number.last
        if begin.month is not None and begin.day is not None and 1 <= number.value <= 31:
            if counts(line, at, number.last):
                return None
            return Time("range", inner=begin, end=replace(begin, day=number.value, weekday=None)), number.last
        return None
    if end is None or (begin.month is None and begin.day is not None and end[0].day is None):
        return None
    if begin.month is None and begin.month_shift == "" and begin.day is not None and begin.weekday is None:
        shared = replace(end[0], day=begin.day, weekday=None, part="", hour=None)
        return Time("range", inner=shared, end=end[0]), end[1]
    if begin.hour is not None and end[0].hour is not None and end[0].day is None and end[0].offset is None:
        shared = replace(begin, hour=end[0].hour, minute=end[0].minute)
        return Time("range", inner=begin, end=shared), end[1]
    if begin.month is not None and begin.year is None and end[0].year is not None and begin.month_shift == "":
        begin = replace(begin, year=end[0].year, hijri=end[0].hijri)
    return Time("range", inner=begin, end=end[0]), end[1]


def _refer(line: Line, at: int, word: TimeWord) -> Found | None:
    """حينها, بعدها بيومين."""
    last = at + word.size
    distance = line.word(last, "dual", "units", "unit")
    number = line.number(last)
    by = (number is not None and number.prep == "ب") or (distance is not None and distance.prep == "ب")
    counted = count(line, last) if by and word.value in ("before", "after") else None
    if counted is not None:
        return Time("refer", value=word.value, inner=counted[0]), counted[1]
    return Time("refer", value=word.value), last


def _never(line: Line, at: int, word: TimeWord) -> Found | None:
    """Words that speak of time and give no date."""
    return replace(NONE, value=word.value), at + word.size


def _named(line: Line, at: int, word: TimeWord) -> Found | None:
    """هجمات 11 سبتمبر, with the year that may follow."""
    last = at + word.size
    if line.key(last) in ("(", "/") and line.word(last + 1, "month"):
        last += 2 + (line.key(last) == "(")
    return Time("named", value=word.value, name=True), plain_year(line, last, {}, cue=False) or last


def _now(line: Line, at: int, word: TimeWord) -> Found | None:
    """الآن."""
    return Time("now"), at + word.size


def _day(line: Line, at: int, word: TimeWord) -> Found | None:
    """A date that begins with a word for a day; في اليوم without more tells a rate."""
    result = _range(line, at) or nth(line, at) or date(line, at)
    if result is None:
        return None
    lone = result[1] == at + 1 and line.key(at).endswith("ليوم")
    ordinal = line.number(at + 1)
    if lone and ordinal is not None and ordinal.ordinal and ordinal.article:
        return replace(NONE, value="vague"), ordinal.last  # the first day of the talks
    if lone and (word.prep == "ب" or line.word(at - 1, "in")):
        return replace(NONE, value="rate"), result[1]
    return (replace(NONE, value="present"), result[1]) if lone and _nowadays(line, at) else result


def _nowadays(line: Line, at: int) -> bool:
    """True where اليوم stands in an argument and means these times: وهي اليوم, لهذا يتمدد نفوذها اليوم."""
    return line.word(at - 1, "self") is not None or any(line.word(b, "essay") for b in range(max(at - 6, 0), at))


def _date(line: Line, at: int, word: TimeWord) -> Found | None:
    """A range or a date that begins with a word."""
    return _dates(line, at)


def _camp(line: Line, at: int) -> bool:
    """True right after قوى or حركة, with or without a bracket between."""
    return line.word(at - 1 - (line.key(at - 1) in ("(", "«", '"')), "camp") is not None


def _dates(line: Line, at: int) -> Found | None:
    """A range or a date; after قوى or حركة a day without a year is the name of a movement."""
    result = _range(line, at) or date(line, at)
    if result is None or result[0].year is not None or result[0].day is None or not _camp(line, at):
        return result
    return replace(NONE, value="vague"), result[1]


Reader = Callable[[Line, int, TimeWord], Found | None]
_READERS: dict[str, tuple[Reader, ...]] = {
    "since": (_since,), "ago": (_ago,), "before": (_ago,), "after": (_after,), "within": (_within,),
    "from": (_range,), "between": (_range,), "refer": (_refer,), "never": (_never,), "now": (_now,),
    "day": (nth, units, _day), "weekday": (nth, _date), "month": (_date,), "hijri": (_date,), "part": (_date,),
    "unit": (nth, units, _date, count_alone), "dual": (units, _date, count_alone),
    "units": (units, _date, count_alone), "this": (units,), "that": (units,), "same": (units,),
    "last": (nth, units), "edge": (edge,), "portion": (portion,), "season": (season,), "decade": (decade,),
    "named": (_named,), "holiday": (holiday,), "clock": (_date,), "few": (count_alone,),
}  # fmt: skip
