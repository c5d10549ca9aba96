"""Give every expression of time its days, counted from the day of the text and from the times told before it."""

from collections.abc import Callable
from datetime import date, timedelta

from msgspec.structs import replace

from wasata.packs.language import Language
from wasata.reading import calendar
from wasata.reading.find_dates import Time
from wasata.reading.find_times import Saying, find_times
from wasata.reading.resolve_dates import Days, Ground, base, resolve_date, span
from wasata.records.mention import TimeMention, When, Why
from wasata.records.text import Document, Sentence

_ONE = timedelta(days=1)
_FEW = 3
_MONTH_EDGES = {"start": (0, 10), "middle": (14, 15), "half": (14, 15), "about-middle": (10, 20), "end": (20, 31)}


def times(document: Document, sentences: tuple[Sentence, ...], language: Language) -> tuple[TimeMention, ...]:
    """Every mention of time in text order with its dates; relative ones stay undated where the text has no day."""
    return resolve_times(document, find_times(sentences, language))


def resolve_times(document: Document, sayings: tuple[Saying, ...]) -> tuple[TimeMention, ...]:
    """The sayings as mentions; each dated one becomes what the next حينها or العام ذاته points to."""
    ground = Ground(_day(document.date))
    found = []
    for saying in sayings:
        ground.way = saying.way
        days = _resolve(saying.time, ground)
        passing = saying.time.name or saying.time.what in ("holiday", "lasted")
        if days is not None and days.start is not None and not passing:
            ground.told = days
        found.append(TimeMention(saying.span, _kind(saying.time, days), _when(days), Why(saying.row, saying.span)))
    return tuple(found)


def _day(text: str) -> date | None:
    """The day of an ISO date, None where there is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _kind(time: Time, days: Days | None) -> str:
    """What sort of time the words tell."""
    if time.what == "none":
        return {"duration": "duration", "present": "reference", "vague": "reference"}.get(time.value, "trap")
    if time.what in ("refer", "now") or "same" in (time.shift, time.month_shift, time.year_shift):
        return "reference"
    if time.name:
        return "name"
    if time.what == "lasted" or time.what in ("within", "ahead", "ago") and days is None:
        return "duration"
    return "interval" if time.what in ("since", "before", "after", "range", "within", "edge", "portion") else "instant"


def _when(days: Days | None) -> When | None:
    """The days as ISO 8601, with the hour only where the words give one."""
    if days is None:
        return None
    if days.hour is None or days.start is None:
        start = days.start.isoformat() if days.start else None
        return When(start, days.end.isoformat() if days.end else None, days.grain)
    start = f"{days.start}T{days.hour % 24:02}:{days.minute:02}:00"
    minute = days.hour * 60 + days.minute + (60 if days.grain == "hour" else 1)
    end = days.start + _ONE * (minute // 1440)
    return When(start, f"{end}T{minute // 60 % 24:02}:{minute % 60:02}:00", days.grain)


def _resolve(time: Time, ground: Ground) -> Days | None:
    """The days of a time, or None where neither words nor ground give them."""
    reader = _RESOLVERS.get(time.what)
    return reader(time, ground) if reader else None


def _inner(time: Time, ground: Ground) -> Days | None:
    """The days of the time on which another rests."""
    return _resolve(time.inner, ground) if time.inner is not None else None


def _since(time: Time, ground: Ground) -> Days | None:
    """From the start of a time on."""
    # what is since a day has begun; what is from a day onward may be to come
    way = ground.way if time.value == "onward" else "past"
    inner = _inner(time, Ground(ground.today, ground.told, way))
    if inner is None:
        return None
    # the highest since 2009 speaks of the years up to the day of the text, what goes on since 2009 may go on
    return Days(inner.start, ground.today if time.value == "record" else None, inner.grain)


def _before(time: Time, ground: Ground) -> Days | None:
    """All that lies before a time."""
    inner = _inner(time, ground)
    return Days(None, inner.start, inner.grain) if inner else None


def _after(time: Time, ground: Ground) -> Days | None:
    """All that follows from a time on."""
    inner = _inner(time, ground)
    return Days(inner.start, None, inner.grain) if inner else None


def _range(time: Time, ground: Ground) -> Days | None:
    """From the first day of the one end to the last of the other; the second end may point back to the first."""
    begin = _inner(time, ground)
    told = Ground(ground.today, begin or ground.told, ground.way)
    end = _resolve(time.end, told) if time.end is not None else None
    if begin is None or end is None or begin.start is None or end.start is None:
        return None
    start = begin.start
    if start > end.start:
        free = time.inner is not None and time.inner.year is None and time.inner.month is not None
        if free:
            start = calendar.step(start, "year", -1)
        if start > end.start:
            return None
    return Days(start, end.end, end.grain)


def _lasted(time: Time, ground: Ground) -> Days | None:
    """After years of calm: the calm ended at the time told last."""
    if ground.told is None or ground.told.start is None or time.unit not in {*calendar.DAYS, *calendar.MONTHS}:
        return None
    return Days(calendar.step(ground.told.start, time.unit, -_few(time)), ground.told.start, time.unit)


def _few(time: Time) -> int:
    """The count of units, a few where none is said."""
    return time.count or _FEW


def _ago(time: Time, ground: Ground) -> Days | None:
    """The day so many units before; a few units make a stretch that ends today."""
    if ground.today is None:
        return None
    if time.unit in ("hour", "minute", "second"):
        days = time.count // 24 if time.unit == "hour" else 0
        return span(ground.today - days * _ONE, "day")
    if not time.count:
        if time.unit in ("decade", "century"):
            return None
        end = ground.today if time.value == "since" else calendar.step(ground.today, time.unit, 1 - _FEW)
        return Days(calendar.step(ground.today, time.unit, -_FEW - 1), end, time.unit)
    return replace(span(calendar.step(ground.today, time.unit, -time.count), "day"), grain=time.unit)


def _ahead(time: Time, ground: Ground) -> Days | None:
    """So many units on: from today where the sentence looks ahead, else from the time told last."""
    day = ground.today
    if ground.way != "future":
        day = ground.told.start if ground.told else None
    if day is None or time.unit in ("hour", "minute", "second"):
        return None
    if not time.count:
        return Days(calendar.step(day, time.unit, 2), calendar.step(day, time.unit, _FEW + 2), time.unit)
    return replace(span(calendar.step(day, time.unit, time.count), "day"), grain=time.unit)


def _within(time: Time, ground: Ground) -> Days | None:
    """So many units ahead of the day of the text."""
    if ground.today is None or ground.way != "future" or time.unit in ("hour", "minute", "second"):
        return None
    return Days(ground.today, calendar.step(ground.today, time.unit, _few(time)), time.unit)


def _unit(time: Time, ground: Ground) -> Days | None:
    """العام الماضي, هذا الأسبوع, السنوات الثلاث المقبلة."""
    day, steps = base(time.shift, ground)
    if day is None:
        return None
    if time.unit in ("hour", "minute", "second"):
        return _hours(time, day, steps)
    here = calendar.floor(day, time.unit)
    if time.count == 1 and time.shift != "recent":
        return span(calendar.step(here, time.unit, steps), time.unit)
    many = _few(time)
    if time.shift == "recent":
        return Days(calendar.step(day, time.unit, -many), day, time.unit)
    if steps <= 0:
        start, end = calendar.step(here, time.unit, -many), here
        return Days(start, end if time.count else day, time.unit)
    return Days(calendar.step(here, time.unit, 1), calendar.step(here, time.unit, many + 1), time.unit)


def _hours(time: Time, day: date, steps: int) -> Days | None:
    """Hours and minutes told by day: the days they may touch."""
    if time.unit != "hour":
        return span(day, "day") if steps == 0 else None
    days = max(time.count, 1) // 24 or 1
    return Days(day - days * _ONE, day + _ONE, "hour") if steps < 0 else Days(day, day + (days + 1) * _ONE, "hour")


def _refer(time: Time, ground: Ground) -> Days | None:
    """The time told last, or the stretch before or after it."""
    told = ground.told
    if told is None or told.start is None:
        return None
    if time.inner is not None:
        if not time.inner.count:
            return None
        sign = 1 if time.value == "after" else -1
        day = calendar.step(told.start, time.inner.unit, sign * time.inner.count)
        return span(day, told.grain if told.grain in calendar.MONTHS else "day")
    if time.value == "before":
        return Days(None, told.start, told.grain)
    if time.value in ("after", "since"):
        return Days(told.start, None, told.grain)
    return told


def _named(time: Time, ground: Ground) -> Days | None:
    """The day or month by which an event is called, as the table dates it."""
    year, month, *day = (int(part) for part in time.value.split("-"))
    return span(date(year, month, day[0] if day else 1), "day" if day else "month")


def _now(time: Time, ground: Ground) -> Days | None:
    """The day of the text."""
    return span(ground.today, "day") if ground.today else None


def _nth(time: Time, ground: Ground) -> Days | None:
    """The nth weekday, day or week of a month or year; the weekday of a week."""
    whole = _inner(time, ground)
    if whole is None or whole.start is None or whole.end is None:
        return None
    if time.weekday is not None:
        if whole.grain == "week":
            return span(calendar.weekday_near(whole.start, time.weekday, "week"), "day")
        if time.count < 0:
            return span(calendar.weekday_near(whole.end, time.weekday, "past") + 7 * _ONE * (time.count + 1), "day")
        return span(calendar.weekday_near(whole.start, time.weekday, "future") + 7 * _ONE * (time.count - 1), "day")
    if time.unit == "week":
        # only whole weeks are counted
        if time.count < 0:
            monday = calendar.weekday_near(whole.end - 6 * _ONE, 0, "past") + 7 * _ONE * (time.count + 1)
        else:
            monday = calendar.weekday_near(whole.start, 0, "future") + 7 * _ONE * (time.count - 1)
        return span(monday, "week")
    if time.unit not in calendar.DAYS and time.unit not in calendar.MONTHS:
        return None
    start = calendar.step(whole.start, time.unit, time.count - 1)
    start = calendar.step(whole.end, time.unit, time.count) if time.count < 0 else start
    return span(start, time.unit) if whole.start <= start < whole.end else None


def _portion(time: Time, ground: Ground) -> Days | None:
    """A half, third or quarter; of months by months, of shorter stretches by days."""
    whole = _inner(time, ground)
    parts = int(time.value)
    if whole is None or whole.start is None or whole.end is None or time.count > parts:
        return None
    months = calendar.MONTHS.get(whole.grain, 1) // parts
    if months:
        start = calendar.step(whole.start, "month", months * (time.count - 1))
        return Days(start, calendar.step(start, "month", months), "quarter" if months == 3 else "month")
    size = (whole.end - whole.start).days / parts
    begin, end = (whole.start + timedelta(days=int(size * n)) for n in (time.count - 1, time.count))
    return Days(begin, whole.end if time.count == parts else end, "day")


def _edge(time: Time, ground: Ground) -> Days | None:
    """Beginning, middle and end: thirds of a month, quarters of a year, and in proportion of all else."""
    whole = _inner(time, ground)
    if whole is None or whole.start is None or whole.end is None or time.inner is None:
        return None
    length = (whole.end - whole.start).days
    if length < 4:
        return whole
    if 27 < length < 32:
        first, last = _MONTH_EDGES[time.value]
        return Days(whole.start + first * _ONE, whole.start + min(last, length) * _ONE, "day")
    if whole.grain in calendar.MONTHS and length > 300:
        months = round(length / 30.44)
        quarter = max(months * 3 // (12 if months <= 12 else 10), 1)
        low = {"start": 0, "end": months - quarter}.get(time.value, (months - quarter) // 2 + 1)
        start = calendar.step(whole.start, "month", low)
        return Days(start, calendar.step(start, "month", quarter), "month")
    third = max(length * 3 // 7, 1)
    low = {"start": 0, "end": length - third}.get(time.value, (length - third) // 2)
    return Days(whole.start + low * _ONE, whole.start + (low + third) * _ONE, "day")


def _season(time: Time, ground: Ground) -> Days | None:
    """The months of a season in the year that is meant; winter begins in the year it is named by."""
    first, months = (int(part) for part in time.value.split("-"))
    if time.inner is not None:
        year = _inner(time, ground)
        if year is None or year.start is None:
            return None
        start = date(year.start.year, first, 1)
    elif ground.today is None:
        return None
    else:
        steps = {"past": -1, "next": 1}.get(time.shift, 0)
        this = date(ground.today.year, first, 1)
        start = this
        if steps < 0 and calendar.step(this, "month", months) > ground.today:
            start = calendar.step(this, "year", -1)
        elif steps > 0 and this <= ground.today:
            start = calendar.step(this, "year", 1)
    return replace(span(start, "month", months), grain="season")


def _decade(time: Time, ground: Ground) -> Days | None:
    """The decade of the last century, or of the one that is named."""
    century = _inner(time, ground)
    first = int(time.value)
    if century is not None and century.start is not None:
        first = century.start.year // 100 * 100 + first % 100
    return span(date(max(first, 1), 1, 1), "decade")


def _century(time: Time, ground: Ground) -> Days | None:
    """The century of this number."""
    return span(date(max((time.count - 1) * 100, 1), 1, 1), "century") if 1 <= time.count <= 30 else None


def _holiday(time: Time, ground: Ground) -> Days | None:
    """A feast by its rule in the year that is named or meant."""
    if time.year is not None:
        day = _feast(time.value, time.year)
    elif ground.today is None:
        return None
    else:
        years = [_feast(time.value, ground.today.year + turn) for turn in (-1, 0, 1)]
        day = calendar.nearest_year(ground.today, years, {"past": "past", "next": "future"}.get(time.shift, ""))
    return span(day, "day") if day else None


def _feast(rule: str, year: int) -> date | None:
    """The day of a feast in a civil year, the first where it falls twice."""
    kind, *numbers = rule.split()
    if kind == "easter":
        return calendar.easter(year)
    month, day = (int(number) for number in numbers)
    if kind == "civil":
        return calendar.civil(year, month, day)
    around = calendar.hijri_year(date(year, 7, 1))
    found = [calendar.hijri(around + turn, month, day) for turn in (-1, 0, 1)]
    return next((day for day in found if day is not None and day.year == year), None)


_RESOLVERS: dict[str, Callable[[Time, Ground], Days | None]] = {
    "date": resolve_date, "since": _since, "before": _before, "after": _after, "range": _range, "ago": _ago,
    "ahead": _ahead, "within": _within, "unit": _unit, "refer": _refer, "named": _named, "now": _now, "nth": _nth,
    "portion": _portion, "edge": _edge, "season": _season, "decade": _decade, "century": _century,
    "holiday": _holiday, "lasted": _lasted,
}  # fmt: skip
