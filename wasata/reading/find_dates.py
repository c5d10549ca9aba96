"""Read the pieces of a date from a line: day, month, year, weekday, part of day, hour."""

from typing import Any

from msgspec import Struct

from wasata.reading.time_words import DOTTED, NUMBER, Line, Numeral, TimeWord

Fields = dict[str, Any]
_SEPARATORS = frozenset(("،", ",", "(", ")", "-", "–"))
_PIECES = ("unit", "dual", "units", "this", "month", "hijri", "day", "weekday", "part", "clock", "zone")
_CLOCK_UNITS = {"minute": 60, "second": 1}


class Time(Struct, frozen=True, gc=False):
    """What some words say of time, before it is known which day they were written."""

    what: str  # date unit ago ahead nth portion edge decade season holiday range since before after refer now none
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int | None = None  # days from the day of the text
    hour: int | None = None
    minute: int = 0
    part: str = ""  # hours of a part of the day, "17-22"
    hijri: bool = False
    shift: str = ""  # past next this same following preceding: of the unit, weekday or season
    month_shift: str = ""
    year_shift: str = ""
    unit: str = ""
    count: int = 1  # 0 for a few
    value: str = ""
    inner: "Time | None" = None
    end: "Time | None" = None
    name: bool = False  # part of the name of an agreement, a war, a budget


Found = tuple[Time, int]  # a time and the token after its last


def date(line: Line, first: int) -> Found | None:
    """The date that begins here: any order of part of day, weekday, day word, calendar date and hour."""
    fields: Fields = {}
    last = at = first
    while True:
        after = _piece(line, at, fields)
        if after is not None:
            last = at = after
            continue
        if not fields or at != last or not _joins(line, at):
            break
        at += 1
        while at < last + 3 and _joins(line, at):
            at += 1
    if fields.keys() <= {"part"}:
        return None
    if line.key(last) == ")" and "(" in line.keys[first:last]:
        last += 1
    return Time("date", **fields), last


def _joins(line: Line, at: int) -> bool:
    """True where the word between two pieces may be passed over."""
    return line.key(at) in _SEPARATORS or line.word(at, "equal", "in", "from") is not None


def _piece(line: Line, at: int, fields: Fields) -> int | None:
    """The token after one more piece of the date, noted in the fields; None where there is none."""
    if at >= line.size or not line.weights[at]:
        return None
    if not line.weights[at] & (NUMBER | DOTTED) and line.word(at, *_PIECES) is None:
        return None
    for read in (_zone, _clock, _numeric, _calendar_day, _month_first, _day_word, _weekday, _part, _year_alone):
        after = read(line, at, fields)
        if after is not None:
            return after
    return None


def _day_word(line: Line, at: int, fields: Fields) -> int | None:
    """أمس, غدا, أول من أمس."""
    word = line.word(at, "day")
    if word is None or "offset" in fields or "day" in fields:
        return None
    if word.value == "0" and line.word(at + word.size, "shift"):
        return None
    fields["offset"] = int(word.value)
    return at + word.size


def _weekday(line: Line, at: int, fields: Fields) -> int | None:
    """يوم الخميس الماضي, الجمعة 22; also a bare يوم before another piece."""
    head = line.word(at, "unit")
    named = head is not None and head.value == "day" and head.size == 1
    word = line.word(at + named, "weekday")
    if "weekday" in fields or word is None or not (word.article or named or line.word(at - 1, "nth")):
        if named and head is not None and not head.article and not fields:
            return _piece(line, at + 1, fields)
        return None
    fields["weekday"] = int(word.value)
    last = at + named + 1
    shift = line.word(last, "shift")
    if shift is not None:
        fields["shift"] = shift.value
        return last + shift.size
    also = line.word(last, "weekday")
    if also is not None and also.conj and line.key(last + 1).endswith("ين"):
        shift = line.word(last + 1, "shift")  # السبت والأحد المقبلين
        fields.update({"shift": shift.value} if shift else {})
        return last
    if also is not None and "part" in fields and int(also.value) == (int(word.value) + 1) % 7:
        return last + 1  # ليل الخميس الجمعة
    beside: Fields = {"weekday": fields["weekday"]}
    if "day" not in fields and _calendar_day(line, last, {}) is None and _numeric(line, last, beside) is None:
        number = line.number(last)
        if number and not number.conj and number.value <= 31 and (number.ordinal or _closed(line, number.last)):
            fields["day"] = number.value
            return number.last
    return last


def _closed(line: Line, at: int) -> bool:
    """True at the end of a line, before a mark or before a word that cannot be counted."""
    key = line.key(at)
    return not key or not key[0].isalnum() or line.word(at, "in", "from", "until", "clock", "part") is not None


def _part(line: Line, at: int, fields: Fields) -> int | None:
    """مساء, فجر; it also turns an hour of twelve into one of twenty-four."""
    word = line.word(at, "part")
    if word is None or "part" in fields or (word.weak and not word.article and "hour" not in fields):
        return None
    fields["part"] = word.value
    if "hour" in fields:
        fields["hour"] = of_day(fields["hour"], word.value)
    return at + word.size


def of_day(hour: int, part: str) -> int:
    """The hour on a clock of 24 when an hour of 12 is said with a part of the day."""
    low, high = (int(bound) for bound in part.split("-"))
    if hour == 12:
        return 0 if high == 24 else 12
    return hour + 12 if hour < 12 and low >= 12 else hour


def _clock(line: Line, at: int, fields: Fields) -> int | None:
    """الساعة الثالثة و18 دقيقة, 15:15, الثالثة فجرا."""
    if "hour" in fields:
        return None
    head = line.word(at, "clock")
    start = at + (head.size if head else 0)
    start += head is not None and line.key(start) == "("
    number = line.number(start)
    if number is None or number.value > 24 or (head is not None and not head.article):
        return None
    if line.key(number.last) == ":" and len(line.key(number.last + 1)) == 2 and line.key(number.last + 1).isdigit():
        last = _set_time(fields, number.value, int(line.key(number.last + 1)), number.last + 2)
        if line.key(last) == ":":
            last += 2
        known = head is not None or len(line.key(start)) == 2 or line.word(last, "part") is not None
    else:
        last = _minutes(line, number, fields)
        known = head is not None or (number.ordinal and number.article and line.word(last, "part") is not None)
    if not known:
        fields.pop("hour", None), fields.pop("minute", None)
        return None
    if "part" in fields:
        fields["hour"] = of_day(fields["hour"], fields["part"])
    return last


def _zone(line: Line, at: int, fields: Fields) -> int | None:
    """Past بتوقيت غرينتش: the zone is not kept, for days are all that is compared."""
    return min(at + 2, line.size) if "hour" in fields and line.word(at, "zone") else None


def _set_time(fields: Fields, hour: int, minute: int, last: int) -> int:
    """The token after an hour that is now noted."""
    fields["hour"], fields["minute"] = hour, minute
    return last


def _minutes(line: Line, hour: Numeral, fields: Fields) -> int:
    """The token after what is said of minutes: و15 دقيقة, وربع, إلا ثلثا."""
    at, less = hour.last, line.key(hour.last) == "الا"
    at += less or line.key(at) == "و"
    portion = line.word(at, "portion")
    if portion is not None and (less or portion.conj):
        minute = 60 // int(portion.value)
        return _set_time(fields, hour.value - less, 60 - minute if less else minute, at + 1)
    number = line.number(at)
    if number is not None and number.value < 60 and at < line.size:
        unit = line.word(number.last, "unit", "units")
        if unit is not None and unit.value == "minute":
            return _set_time(fields, hour.value, number.value, number.last + 1)
    return _set_time(fields, hour.value, 0, hour.last)


def _numeric(line: Line, at: int, fields: Fields) -> int | None:
    """24/7/2015, 2015-07-24, 24.7.2015, 7/2015, and 21/09 beside a weekday."""
    if "day" in fields or "month" in fields:
        return None
    dotted = line.dotted(at)
    if dotted:
        return at + 1 if _ymd([int(part) for part in dotted.split(".")], fields, "") else None
    if not line.key(at)[:1].isdigit():
        return None
    mark = line.key(at + 1)
    if mark not in ("/", "-", "–"):
        return None
    numbers: list[Numeral] = []
    last = at
    while len(numbers) < 3 and (number := line.number(last)) is not None and not number.words:
        numbers.append(number)
        last = number.last
        if line.key(last) != mark or line.tokens[last].start != line.tokens[last - 1].end:
            break
        last += 1
    if len(numbers) < 2 or (len(numbers) == 2 and max(n.value for n in numbers) < 1000 and "weekday" not in fields):
        return None
    return numbers[-1].last if _ymd([n.value for n in numbers], fields, numbers[-1].era) else None


def _ymd(numbers: list[int], fields: Fields, era: str) -> bool:
    """True when the numbers make a year, a month and perhaps a day, in either order; noted in the fields."""
    if numbers[0] < 1000:
        numbers = numbers[::-1]
    year: int | None = None
    day: int | None = None
    if len(numbers) == 2 and numbers[0] < 1000:
        month, day = numbers[0], numbers[1]
    else:
        year, month, day = numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else None
    if (
        not 1 <= month <= 12
        or (day is not None and not 1 <= day <= 31)
        or (year is not None and not 1000 <= year < 2200)
    ):
        return False
    fields.update({k: v for k, v in (("year", year), ("month", month), ("day", day)) if v is not None})
    fields["hijri"] = era == "ه" or (year is not None and year < 1500)
    return True


def _calendar_day(line: Line, at: int, fields: Fields) -> int | None:
    """26 يناير/كانون الثاني 2024, الرابع من آب, 20 من الشهر المقبل."""
    known = "day" in fields and "month" in fields
    if known and not fields.get("hijri"):
        return None
    head = line.word(at, "unit")
    start = at + (head is not None and head.value == "day" and head.article)
    number = line.number(start)
    if number is None or not 1 <= number.value <= 31 or number.era:
        return None
    last = number.last
    if number.words and not number.article and line.word(last, "in"):
        return None  # a second round in August
    if line.key(last) in ("-", "/", ".") or line.word(last, "from", "in"):
        last += 1
    found: Fields = {}
    after = month(line, last, found, strong=False)
    if after is None:
        return None
    if known:
        for key in ("year", "hijri"):
            fields.pop(key, None)
    fields.update(found, day=number.value)
    return after


def _month_first(line: Line, at: int, fields: Fields) -> int | None:
    """يناير 2024, شهر رمضان, يوليو 13; after a day of the month already said as well."""
    if "month" in fields or "month_shift" in fields:
        return None
    head = line.word(at, "unit")
    if head is not None and head.value == "month" and head.article and line.word(at + 1, "shift"):
        return None  # a month counted from now is a unit
    found: Fields = {}
    before = line.word(at - 1, "in", "since", "until", "from", "within", "edge", "between", "ago", "after")
    last = month(line, at, found, strong=before is None and not fields)
    if last is None:
        return None
    fields.update(found)
    last += line.key(last) == "-" and line.key(last + 1).isdigit()
    number = line.number(last)
    if "day" in fields or "year" in found or number is None or number.value > 31 or number.conj:
        return last
    if number.ordinal or (not number.words and _closed(line, number.last)) or line.number(number.last):
        fields["day"] = number.value
        last = year(line, number.last, fields) or number.last
    return last


def month(line: Line, at: int, fields: Fields, *, strong: bool) -> int | None:
    """The token after a month with its twin, its shift and its year; strong asks for a word that means nothing else."""
    head = line.word(at, "unit", "this")
    if head is not None and head.sense == "this":
        unit = line.word(at + 1, "unit")
        if unit is None or unit.value != "month":
            return None
        fields["month_shift"] = "this"
        return at + 2
    if head is not None and head.value == "month":
        shift = line.word(at + 1, "shift")
        if head.article and shift is not None:
            fields["month_shift"] = shift.value
            return year(line, at + 2, fields) or at + 2
        number = line.number(at + 1)
        lone = number is not None and number.words and number.value == 1 and not number.ordinal  # شهر واحد
        if (
            number
            and not lone
            and number.value <= 12
            and number.ordinal == head.article
            and not line.word(number.last, "units")
        ):
            fields["month"] = number.value
            return year(line, number.last, fields) or number.last
        at, strong = at + 1, False
    word = line.word(at, "month", "hijri")
    if word is None:
        return None
    fields["month"], fields["hijri"] = int(word.value), word.sense == "hijri"
    last = _twin(line, at + word.size, word)
    twin = last > at + word.size
    last += line.key(last) == "المبارك"
    shift = line.word(last, "shift")
    if shift is not None:
        fields["month_shift"] = shift.value
        return year(line, last + 1, fields) or last + 1
    after = year(line, last, fields)
    return after or (None if strong and word.weak and not twin else last)


def _twin(line: Line, at: int, word: TimeWord) -> int:
    """The token after a second name of the same month: أبريل (نيسان), مارس/آذار."""
    marked = line.key(at) in ("/", "(", "-", "–")
    twin = line.word(at + marked, "month")
    if twin is None or twin.value != word.value:
        return at
    last = at + marked + twin.size
    return last + (line.key(at) == "(" and line.key(last) == ")")


def year(line: Line, at: int, fields: Fields) -> int | None:
    """The token after a year that belongs to what stands before it."""
    if line.key(at) in ("،", ",", "/") or line.word(at, "from", "in"):
        at += 1
    head = line.word(at, "unit", "this")
    if head is not None and head.sense == "this":
        unit = line.word(at + 1, "unit")
        fits = unit is not None and unit.value == "year"
        return _set_year(fields, "year_shift", "this", at + 2) if fits else None
    if head is not None and head.value == "year":
        shift = line.word(at + 1, "shift")
        if head.article and shift is not None:
            return _set_year(fields, "year_shift", shift.value, at + 1 + shift.size)
        return plain_year(line, at + 1, fields, cue=True)
    return plain_year(line, at, fields, cue=False)


def _set_year(fields: Fields, key: str, value: str | int, last: int) -> int:
    """The token after a year that is now noted."""
    fields[key] = value
    return last


def plain_year(line: Line, at: int, fields: Fields, *, cue: bool) -> int | None:
    """The token after a number that can be a year; with a cue beside it any number can."""
    at += cue and line.word(at, "sort") is not None
    number = line.number(at)
    if number is None or number.ordinal or number.conj and not number.words:
        return None
    low, high = (30, 2999) if cue else (1300, 2100)
    if not low <= number.value <= high or (number.words and number.value < (100 if cue else 1800)):
        return None
    fields["year"] = number.value + (1900 if number.value < 100 else 0)  # حدود عام 67
    if number.era == "ه" or 1350 <= number.value < 1470 or (fields.get("hijri") and number.value < 1700):
        fields["hijri"] = True
    elif number.era == "م":
        fields["hijri"] = False
    return number.last


def _year_alone(line: Line, at: int, fields: Fields) -> int | None:
    """عام 2015, السنة 2019: a year with its cue."""
    if "year" in fields or "year_shift" in fields or "offset" in fields:
        return None
    head = line.word(at, "unit", "dual", "units")
    if head is None or head.value != "year":
        return None
    last = plain_year(line, at + 1, fields, cue=True)
    if last is not None and head.prep == "ل" and not fields.keys() - {"year", "hijri"}:
        fields["name"] = True
    return last
