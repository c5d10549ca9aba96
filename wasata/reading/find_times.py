"""Find every expression of time in the sentences and say what it means, still without the day of the text."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from wasata.packs.language import Language
from wasata.reading.find_dates import Fields, Found, Time, date, plain_year
from wasata.reading.time_words import Line, TimeWord, TimeWords, time_words
from wasata.records.text import Sentence, Span, Word

NONE = Time("none")
_CUES = ("in", "since", "until", "within", "ago", "before", "after", "edge", "from", "between")
_REACH = 20  # words before a time among which the verb that places it is looked for


class Saying(Struct, frozen=True):
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
        weigh = words.weight
        if any([weigh(token.word.key) == 2 for token in sentence.tokens]):
            found += _in_sentence(sentence, number, words)
    return tuple(found)


def _in_sentence(sentence: Sentence, number: int, words: TimeWords) -> Iterator[Saying]:
    """The expressions of one sentence."""
    line, at = Line(sentence.tokens, words), 0
    listed = False
    while at < len(line.keys):
        result = _listed_year(line, at) if listed else None
        result = result or read(line, at)
        if result is None:
            at += 1
            continue
        time, last = result
        span = Span(line.tokens[at].start, line.tokens[last - 1].end)
        yield Saying(time, number, span, _row(line, at, last), way(line, at, last))
        at, listed = last, time.what == "date" and time.year is not None and time.month is None


def _row(line: Line, first: int, last: int) -> str:
    """The row that spoke, with its words as they stand in the text; numbers alone speak for the whole table."""
    for at in range(first, last):
        for word in line.at(at):
            if word.sense not in ("in", "from", "between", "until", "list", "about"):
                return f"{word.row}  {' '.join(t.word.surface for t in line.tokens[at : at + word.size])}"
    return "times.tsv"


def way(line: Line, first: int, last: int) -> str:
    """Whether the words before look ahead or back; a date all by itself is taken for one to come."""
    if all(not key[0].isalnum() or line.word(at, "in") for at, key in enumerate(line.keys) if not first <= at < last):
        return "future"
    for at in range(first - 1, max(first - _REACH, 0) - 1, -1):
        token = line.tokens[at]
        kinds = {analysis.form.kind for analysis in token.word.analyses}
        if line.word(at, "future") or "future" in kinds or (not kinds and _future_shape(token.word)):
            return "future"
        if kinds == {"perfect"}:
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
    if line.key(at)[:1].isdigit() or line.number(at) is not None:
        return _from_number(line, at)
    return None


def _from_number(line: Line, at: int) -> Found | None:
    """What begins with a number: a range, a date, a nth of something, a count of units, a year."""
    result = _range(line, at) or _nth(line, at) or _units(line, at) or date(line, at)
    return result or _count_alone(line, at) or bare_year(line, at)


def point(line: Line, at: int) -> Found | None:
    """A time that can stand under a word such as منذ or نهاية."""
    for reader in (_edge, _portion, _nth, _units, _season, _decade, _holiday, date):
        result = reader(line, at)
        if result is not None:
            return result
    fields: Fields = {}
    last = plain_year(line, at, fields, cue=False)
    if last is not None and not _counts(line, at, last):
        return Time("date", **fields), last
    return None


def bare_year(line: Line, at: int) -> Found | None:
    """A number that is a year by what stands before it: a preposition of time, or what is signed, fought or held."""
    number = line.number(at)
    if number is None or number.words or number.conj or number.prep or not (1900 <= number.value < 2100 or number.era):
        return None
    cue = line.word(at - 1, *_CUES) is not None
    name = any(line.word(back, "pact") for back in range(at - 1, max(at - 4, -1), -1))
    if not (cue or name or number.era) or _counts(line, at, number.last):
        return None
    return Time("date", year=number.value, hijri=number.era == "ه", name=name), number.last


def _counts(line: Line, at: int, last: int) -> bool:
    """True where the number counts what follows it: 2015 شخصا, 2000 جندي."""
    key = line.key(last)
    if line.word(last, "unit", "units", "dual") or key in ("%", "٪"):
        return True
    if not key[:1].isalpha() or line.word(last, *_CUES, "refer", "day", "shift", "list"):
        return False
    value = int(getattr(line.number(at), "value", 1))
    return (len(key) > 3 and key.endswith("ا")) or (value % 100 == 0 and len(key) > 3 and not key.startswith("ال"))


def _listed_year(line: Line, at: int) -> Found | None:
    """A further year after one with its cue: و2006, وأخيرا 2015."""
    start = at + (line.key(at) in ("،", ",", "و"))
    word = line.word(start, "list")
    start += word.size if word else 0
    number = line.number(start)
    if number is None or number.words or not 1800 <= number.value < 2100 or not (start > at or number.conj):
        return None
    return (Time("date", year=number.value), number.last) if not _counts(line, start, number.last) else None


def _since(line: Line, at: int, word: TimeWord) -> Found | None:
    inner = point(line, at + word.size)
    if inner is not None:
        if inner[0].what == "date" and line.word(inner[1], "until"):
            ranged = _range_to(line, inner[0], inner[1] + 1)
            if ranged is not None:
                return ranged
        record = any(line.word(back, "record") for back in range(max(at - 5, 0), at))
        return Time("since", value="record" if record else "", inner=inner[0]), inner[1]
    counted = count(line, at + word.size)
    if counted is None:
        return None
    return replace(counted[0], what="ago", value="since"), _gone(line, counted[1])


def _gone(line: Line, at: int) -> int:
    return at + (line.word(at, "gone") is not None)


def _ago(line: Line, at: int, word: TimeWord) -> Found | None:
    inner = point(line, at + 1)
    if inner is not None:
        return Time("before", inner=inner[0]), inner[1]
    counted = count(line, at + 1)
    if counted is None:
        return None
    last, now = _from_now(line, counted[1])
    return (replace(counted[0], what="ago") if now else NONE), last


def _after(line: Line, at: int, word: TimeWord) -> Found | None:
    inner = point(line, at + 1)
    if inner is not None:
        return Time("after", inner=inner[0]), inner[1]
    counted = count(line, at + 1)
    if counted is None:
        return None
    last, now = _from_now(line, counted[1])
    return (replace(counted[0], what="ahead") if now else NONE), last


def _from_now(line: Line, at: int) -> tuple[int, bool]:
    """Whether a distance is counted from now, and the token after من الآن where that is said."""
    follows = line.word(at, "from")
    if follows is None or follows.conj:
        return _gone(line, at), True
    now = line.word(at + 1, "now", "here")
    return (at + 1 + now.size, True) if now else (at, False)


def _within(line: Line, at: int, word: TimeWord) -> Found | None:
    if point(line, at + 1) is not None:
        return None
    counted = count(line, at + 1)
    return (replace(counted[0], what="within"), counted[1]) if counted else None


def count(line: Line, at: int) -> Found | None:
    """A count of units: ثلاثة أيام, يومين, نحو شهر, بضعة أسابيع, أشهر."""
    about = line.word(at, "about")
    at += about.size if about else 0
    few = line.word(at, "few")
    at += few.size if few else 0
    number = None if few else line.number(at)
    if number is not None and number.ordinal:
        return None
    at = number.last if number else at
    unit = line.word(at, "dual", "units", "unit")
    if unit is None or (unit.article and not number) or (unit.sense == "dual" and number):
        return None
    alone = {"dual": 2, "unit": 1, "units": 0}[unit.sense]
    value = 0 if few else number.value if number else alone
    last = at + unit.size
    more = line.number(last)
    if more is not None and more.conj and line.word(more.last, "unit", "units"):
        last = more.last + 1  # 2 عام و21 يوما: the smaller part is below the grain
    return Time("count", unit=unit.value, count=value), last + (line.word(last, "few") is not None)


def _count_alone(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
    """A length of time without an anchor gives no date: 23 عاما, لمدة يومين; with مضت it does."""
    counted = count(line, at)
    if counted is None or (word is not None and word.sense != "dual" and not line.word(counted[1], "gone")):
        return None
    if line.word(counted[1], "gone"):
        return replace(counted[0], what="ago"), counted[1] + 1
    return replace(NONE, value="duration"), counted[1]


def _units(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
    """العام الماضي, هذا الأسبوع, الأيام الثلاثة المقبلة, آخر 3 سنوات, القرن العشرين."""
    head = line.word(at, "this", "that", "same", "last")
    start = at + (head is not None)
    number = line.number(start) if head is None or head.sense == "last" else None
    unit = line.word(number.last if number else start, "unit", "dual", "units")
    if unit is None or (number and (number.ordinal or unit.sense == "dual" or unit.size > 1)):
        return None
    last = (number.last if number else start) + unit.size
    alone = {"unit": 1, "dual": 2, "units": 0}[unit.sense]
    shape = Time("unit", unit=unit.value, count=number.value if number else alone)
    if head is not None and head.sense == "last":
        return (replace(shape, shift="past"), last) if unit.sense != "unit" or number else None
    if head is not None:
        return (replace(shape, shift="this" if head.sense == "this" else "same"), last) if unit.article else None
    return _shifted(line, at, last, shape, unit)


def _shifted(line: Line, at: int, last: int, shape: Time, unit: TimeWord) -> Found | None:
    """A unit with the adjective that places it."""
    number = line.number(last) if unit.article else None
    if number is not None and unit.value == "century" and number.article:
        return replace(shape, what="century", count=number.value), number.last
    few = line.word(last, "few") or (line.word(last, "shift") if line.key(last) == "القليله" else None)
    if number is not None and not number.ordinal and unit.sense == "units":
        shape, last = replace(shape, count=number.value), number.last
    shift = line.word(last + (few is not None), "shift")
    if shift is None or not (unit.article or shape.count > 1):
        return None
    if unit.value == "year" and shift.value in ("preceding", "this", "past") and line.word(at - 1, "general"):
        return (NONE, last + 1) if shift.value != "past" else (replace(shape, shift="past"), last + 1)
    last += 1 + (few is not None)
    shape = replace(shape, shift=shift.value)
    if unit.value != "week" or shape.count != 1:
        return shape, last
    named = line.word(last, "unit")
    day = line.word(last + (named is not None and named.value == "day"), "weekday")
    if day is None or not day.article:
        return shape, last
    return Time("nth", weekday=int(day.value), inner=shape), last + 1 + (named is not None)


def _edge(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
    """بداية 2024, أواخر فبراير الماضي, مطلع العام."""
    word = line.word(at, "edge")
    if word is None or word.article:
        return None
    base = _base(line, at + word.size)
    return (Time("edge", value=word.value, inner=base[0]), base[1]) if base else None


def _base(line: Line, at: int) -> Found | None:
    """The stretch of which a part is told; a bare definite unit is the present one."""
    at += line.word(at, "from", "in") is not None
    base = point(line, at)
    if base is not None:
        return base
    unit = line.word(at, "unit")
    if unit is None or not unit.article or unit.value not in ("year", "month", "week", "century", "decade"):
        return None
    return Time("unit", unit=unit.value, shift="this"), at + 1


def _portion(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
    """النصف الثاني من عام 2022."""
    word = line.word(at, "portion")
    if word is None or not word.article:
        return None
    number, final = line.number(at + 1), line.word(at + 1, "last", "shift")
    if number is None and (final is None or not final.article):
        return None
    base = _base(line, number.last if number else at + 2)
    nth = number.value if number else int(word.value)
    return (Time("portion", value=word.value, count=nth, inner=base[0]), base[1]) if base else None


def _nth(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
    """أول جمعة من يوليو, الأسبوع الأخير من مارس, الأحد من الأسبوع الماضي."""
    number = line.number(at)
    head = line.word(at, "last")
    if (number and number.ordinal and not number.article) or (head and not head.article):
        nth, start = (number.value, number.last) if number else (-1, at + 1)
        day = line.word(start, "unit")
        named = day is not None and day.value == "day" and line.word(start + 1, "weekday") is not None
        kind = line.word(start + named, "weekday", "unit")
        return _nth_of(line, start + named + 1, kind, nth) if kind and not kind.article else None
    day = line.word(at, "unit")
    named = day is not None and day.value == "day" and line.word(at + 1, "weekday") is not None
    kind = line.word(at + named, "weekday", "unit")
    if kind is None:
        return None
    last = at + named + 1
    number, final = line.number(last), line.word(last, "last")
    if kind.article and number is not None and number.ordinal and number.article and number.value <= 5:
        return _nth_of(line, number.last, kind, number.value)
    if kind.article and final is not None and final.article:
        return _nth_of(line, last + 1, kind, -1)
    return _nth_of(line, last, kind, 1) if kind.sense == "weekday" else None


def _nth_of(line: Line, at: int, kind: TimeWord, nth: int) -> Found | None:
    """The nth weekday or unit of what follows; a weekday of a week needs no number."""
    joined = line.word(at, "from", "in") is not None
    base = date(line, at + joined) or _units(line, at + joined)
    if base is None:
        return None
    time = base[0]
    month = time.what == "date" and time.day is None and time.weekday is None and time.offset is None
    month = month and (time.month is not None or time.month_shift != "" or kind.sense == "unit")
    month = month or (time.what == "unit" and time.unit in ("month", "year"))
    if not month and not (time.what == "unit" and time.unit == "week" and kind.sense == "weekday"):
        return None
    if kind.sense == "weekday":
        return Time("nth", weekday=int(kind.value), count=nth, inner=time), base[1]
    return Time("nth", unit=kind.value, count=nth, inner=time), base[1]


def _season(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
    """صيف العام الماضي, شتاء 2022, الصيف المقبل."""
    word = line.word(at, "season")
    if word is None:
        return None
    shift = line.word(at + 1, "shift")
    if shift is not None and word.article:
        return Time("season", value=word.value, shift=shift.value), at + 2
    base = _base(line, at + 1)
    if base is None or base[0].month is not None or base[0].unit not in ("", "year"):
        return None
    return Time("season", value=word.value, inner=base[0]), base[1]


def _decade(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
    """السبعينيات, ثمانينات القرن الماضي."""
    word = line.word(at, "decade")
    if word is None:
        return None
    base = _units(line, at + 1 + (line.word(at + 1, "from") is not None))
    if base is not None and base[0].unit == "century":
        return Time("decade", value=word.value, inner=base[0]), base[1]
    return (Time("decade", value=word.value), at + 1) if word.article else None


def _holiday(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
    """عيد الفطر, عيد الأضحى 2013, عيد الميلاد الماضي."""
    word = line.word(at, "holiday")
    if word is None:
        return None
    fields: Fields = {}
    last = at + word.size
    shift = line.word(last, "shift")
    if shift is not None:
        return Time("holiday", value=word.value, shift=shift.value), last + 1
    unit = line.word(last, "unit")
    after = plain_year(line, last + (unit is not None), fields, cue=False) or last
    return Time("holiday", value=word.value, year=fields.get("year")), after


def _range(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
    """من 16 حتى 20 سبتمبر, بين 4 و22 هذا الشهر, 2014-2018."""
    start = at + (word is not None)
    begin = date(line, start)
    number = line.number(start)
    if number is not None and (begin is None or begin[0].month is None):
        small, large = 1 <= number.value <= 31, 1300 <= number.value < 2100
        if (small or large) and _separator(line, number.last, word):
            begin = Time("date", day=number.value if small else None, year=number.value if large else None), number.last
    if begin is None or begin[0].what != "date":
        return None
    sep = _separator(line, begin[1], word)
    return _range_to(line, begin[0], begin[1] + (sep == 1)) if sep else None


def _separator(line: Line, at: int, word: TimeWord | None) -> int:
    """1 for a word or mark between the ends of a range, 2 where و is glued to the second, 0 for none."""
    until = line.word(at, "until") is not None
    if until or line.key(at) in ("-", "–") or (line.key(at) == "و" and word is not None and word.sense == "between"):
        return 1
    number = line.number(at)
    return 2 if word is not None and word.sense == "between" and number is not None and number.conj else 0


def _range_to(line: Line, begin: Time, at: int) -> Found | None:
    """The range that ends here; days without a month and months without a year borrow from the other end."""
    ahead = line.word(at, "between", "from")
    at += ahead is not None
    end = date(line, at)
    number = line.number(at)
    year_only = begin.year is not None and begin.month is None
    if number is not None and (end is None or end[0].day is None and end[0].month is None):
        if year_only and 1300 <= number.value < 2100 and not _counts(line, at, number.last):
            return Time("range", inner=begin, end=Time("date", year=number.value)), number.last
        if begin.month is not None and begin.day is not None and 1 <= number.value <= 31:
            if _counts(line, at, number.last):
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
    return replace(NONE, value=word.value), at + word.size


def _now(line: Line, at: int, word: TimeWord) -> Found | None:
    return Time("now"), at + word.size


def _day(line: Line, at: int, word: TimeWord) -> Found | None:
    """A date that begins with a word for a day; في اليوم without more tells a rate."""
    result = _range(line, at) or _nth(line, at) or date(line, at)
    if result is None:
        return None
    lone = result[1] == at + 1 and line.key(at).endswith("اليوم")
    if lone and (word.prep == "ب" or line.word(at - 1, "in")):
        return replace(NONE, value="rate"), result[1]
    return (replace(NONE, value="present"), result[1]) if lone and line.word(at - 1, "same", "general") else result


def _date(line: Line, at: int, word: TimeWord) -> Found | None:
    return _range(line, at) or date(line, at)


Reader = Callable[[Line, int, TimeWord], Found | None]
_READERS: dict[str, tuple[Reader, ...]] = {
    "since": (_since,), "ago": (_ago,), "before": (_ago,), "after": (_after,), "within": (_within,),
    "from": (_range,), "between": (_range,), "refer": (_refer,), "never": (_never,), "now": (_now,),
    "day": (_units, _day), "weekday": (_nth, _date), "month": (_date,), "hijri": (_date,), "part": (_date,),
    "unit": (_nth, _units, _date, _count_alone), "dual": (_units, _date, _count_alone),
    "units": (_units, _date, _count_alone), "this": (_units,), "that": (_units,), "same": (_units,),
    "last": (_nth, _units), "edge": (_edge,), "portion": (_portion,), "season": (_season,), "decade": (_decade,),
    "holiday": (_holiday,), "clock": (_date,), "few": (_count_alone,),
}  # fmt: skip
