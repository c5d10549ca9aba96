"""Read stretches of time from a line: counted units, shifted units, parts of a whole, seasons, decades, feasts."""

from msgspec.structs import replace

from wasata.reading.find_dates import Fields, Found, Time, date, plain_year
from wasata.reading.time_words import Line, TimeWord

NONE = Time("none")
CUES = ("in", "since", "until", "within", "ago", "before", "after", "edge", "from", "between")


def point(line: Line, at: int) -> Found | None:
    """A time that can stand under a word such as منذ or نهاية."""
    if at >= line.size or not line.weights[at]:
        return None
    for reader in (edge, portion, nth, units, season, decade, holiday, date):
        result = reader(line, at)
        if result is not None:
            return result
    fields: Fields = {}
    last = plain_year(line, at, fields, cue=False)
    if last is not None and not counts(line, at, last):
        return Time("date", **fields), last
    return None


def counts(line: Line, at: int, last: int) -> bool:
    """True where the number counts what follows it: 2015 شخصا, 2000 جندي."""
    key = line.key(last)
    if line.word(last, "unit", "units", "dual") or key in ("%", "٪"):
        return True
    if not key[:1].isalpha() or line.word(last, *CUES, "refer", "day", "shift", "list"):
        return False
    if key.startswith("و") or key.endswith(("ها", "لا")) or line.word(last, "joint"):
        return False
    value = int(getattr(line.number(at), "value", 1))
    return (len(key) > 3 and key.endswith("ا")) or (value % 100 == 0 and len(key) > 3 and not key.startswith("ال"))


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
    if (number and unit.prep) or line.word(at + unit.size, "month", "hijri"):
        return None  # القرار 2728 لعام 2024, شهري يناير ومارس
    alone = {"dual": 2, "unit": 1, "units": 0}[unit.sense]
    value = 0 if few else number.value if number else alone
    last = at + unit.size
    more = line.number(last)
    if more is not None and more.conj and line.word(more.last, "unit", "units"):
        last = more.last + 1  # 2 عام و21 يوما: the smaller part is below the grain
    half = line.word(last, "portion")
    if half is not None and half.conj:
        last += 1 + (line.word(last + 1, "unit") is not None)
    return Time("count", unit=unit.value, count=value), last + (line.word(last, "few") is not None)


def count_alone(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
    """A length of time without an anchor gives no date: 23 عاما, لمدة يومين; with مضت it does."""
    counted = count(line, at)
    if counted is None or (word is not None and word.sense != "dual" and not line.word(counted[1], "gone")):
        return None
    if line.word(counted[1], "gone"):
        return replace(counted[0], what="ago"), counted[1] + 1
    return replace(NONE, value="duration"), counted[1]


def units(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
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
    last += line.word(last, "sort") is not None
    shift = line.word(last + (few is not None), "shift")
    if shift is None or not (unit.article or shape.count > 1):
        return None
    if shift.value == "recent" and unit.value == "day" and shape.count == 1:
        return None  # اليوم الأخير is the last of something
    if unit.value == "year" and shift.value in ("preceding", "this", "past") and line.word(at - 1, "general"):
        return (NONE, last + 1) if shift.value != "past" else (replace(shape, shift="past"), last + 1)
    last += shift.size + (few is not None)
    shape = replace(shape, shift=shift.value)
    if unit.value != "week" or shape.count != 1:
        return shape, last
    named = line.word(last, "unit")
    day = line.word(last + (named is not None and named.value == "day"), "weekday")
    if day is None or not day.article:
        return shape, last
    return Time("nth", weekday=int(day.value), inner=shape), last + 1 + (named is not None)


def edge(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
    """بداية 2024, أواخر فبراير الماضي, مطلع العام."""
    word = line.word(at, "edge")
    if word is None or word.article:
        return None
    base = _base(line, at + word.size)
    if base is not None and word.value == "half" and base[0].what == "unit" and base[0].shift == "this":
        return None  # نصف العام is a length
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


def portion(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
    """النصف الثاني من عام 2022."""
    word = line.word(at, "portion")
    if word is None or not word.article:
        return None
    number, final = line.number(at + 1), line.word(at + 1, "last", "shift")
    if number is None and (final is None or not final.article):
        return None
    base = _base(line, number.last if number else at + 2)
    which = number.value if number else int(word.value)
    return (Time("portion", value=word.value, count=which, inner=base[0]), base[1]) if base else None


def nth(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
    """أول جمعة من يوليو, الأسبوع الأخير من مارس, الأحد من الأسبوع الماضي."""
    number = line.number(at)
    head = line.word(at, "last")
    if (number and number.ordinal and not number.article) or (head and not head.article):
        which, start = (number.value, number.last) if number else (-1, at + 1)
        day = line.word(start, "unit")
        named = day is not None and day.value == "day" and line.word(start + 1, "weekday") is not None
        kind = line.word(start + named, "weekday", "unit")
        return _nth_of(line, start + named + 1, kind, which) if kind and not kind.article else None
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


def _nth_of(line: Line, at: int, kind: TimeWord, which: int) -> Found | None:
    """The nth weekday or unit of what follows; a weekday of a week needs no number."""
    joined = line.word(at, "from", "in") is not None
    base = date(line, at + joined) or units(line, at + joined)
    if base is None:
        return None
    time = base[0]
    month = time.what == "date" and time.day is None and time.weekday is None and time.offset is None
    month = month and (time.month is not None or time.month_shift != "" or kind.sense == "unit")
    month = month or (time.what == "unit" and time.unit in ("month", "year"))
    if not month and not (time.what == "unit" and time.unit == "week" and kind.sense == "weekday"):
        return None
    if kind.sense == "weekday":
        return Time("nth", weekday=int(kind.value), count=which, inner=time), base[1]
    return Time("nth", unit=kind.value, count=which, inner=time), base[1]


def season(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
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


def decade(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
    """السبعينيات, ثمانينات القرن الماضي."""
    unit = line.word(at, "unit")
    at += unit is not None and unit.value == "decade"
    word = line.word(at, "decade")
    if word is None:
        return None
    if line.word(at + 1, "from") and line.word(at + 2, "age"):
        return NONE, at + 3  # in his twenties
    base = units(line, at + 1 + (line.word(at + 1, "from") is not None))
    if base is not None and base[0].unit == "century":
        return Time("decade", value=word.value, inner=base[0]), base[1]
    return (Time("decade", value=word.value), at + 1) if word.article else None


def holiday(line: Line, at: int, word: TimeWord | None = None) -> Found | None:
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
