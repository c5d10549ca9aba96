"""The days of a date: what its words leave out is taken from the day of the text or the time told last."""

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from wasata.reading import calendar
from wasata.reading.find_dates import Time

_ONE = timedelta(days=1)


class Days(Struct, frozen=True):
    """A stretch of days, half open; None where open. At most one hour of it is meant where hour is known."""

    start: date | None
    end: date | None
    grain: str
    hour: int | None = None
    minute: int = 0


class Ground(Struct):
    """What a time is counted from: the day of the text, the time told last, and where the sentence looks."""

    today: date | None
    told: Days | None = None
    way: str = ""


def span(day: date, unit: str, count: int = 1) -> Days:
    """So many units from this day on."""
    return Days(day, calendar.step(day, unit, count), unit)


def base(shift: str, ground: Ground) -> tuple[date | None, int]:
    """The day from which a shifted unit is counted and how many units away it lies."""
    told = ground.told.start if ground.told is not None else None
    if shift == "same":
        return told or ground.today, 0
    if shift in ("following", "preceding"):
        return told or ground.today, 1 if shift == "following" else -1
    return ground.today, {"past": -1, "next": 1, "before-last": -2, "after-next": 2}.get(shift, 0)


def resolve_date(time: Time, ground: Ground) -> Days | None:
    """The days that a date means, None where its day, month or year cannot be known."""
    days = _days(time, ground)
    if days is None or time.hour is None or days.grain != "day":
        return days
    return replace(days, hour=time.hour, minute=time.minute, grain="minute" if time.minute else "hour")


def _days(time: Time, ground: Ground) -> Days | None:
    """The days of a date without its hour."""
    if time.month is not None or time.month_shift:
        return _in_month(time, ground)
    year = year_of(time, ground)
    if time.offset is not None:
        return _from_today(time, ground)
    if time.weekday is not None:
        return _weekday(time, ground)
    if year is not None:
        return _whole_year(year, time.hijri)
    if ground.today is None or (time.day is None and time.hour is None):
        return None
    day = calendar.civil(ground.today.year, ground.today.month, time.day) if time.day else ground.today
    return span(day, "day") if day else None


def year_of(time: Time, ground: Ground) -> int | None:
    """The year that is said, as a number or by its distance from the day of the text or the time told last."""
    if time.year is not None or not time.year_shift:
        return time.year
    day, steps = base(time.year_shift, ground)
    return day.year + steps if day else None


def _whole_year(year: int, hijri: bool) -> Days | None:
    """All days of a civil or Hijri year."""
    if not hijri:
        return span(date(year, 1, 1), "year") if 1 <= year < 9999 else None
    begin, end = calendar.hijri(year, 1, 1), calendar.hijri(year + 1, 1, 1)
    return Days(begin, end, "year") if begin else None


def _from_today(time: Time, ground: Ground) -> Days | None:
    """أمس الثلاثاء: where weekday and day word disagree by a day or two the weekday is believed."""
    if ground.today is None or time.offset is None:
        return None
    day = ground.today + time.offset * _ONE
    if time.weekday is not None and time.weekday != day.weekday():
        after = calendar.weekday_near(day, time.weekday, "next")
        before = calendar.weekday_near(day, time.weekday, "past")
        day = after if after - day < day - before else before
    return span(day, "day")


def _weekday(time: Time, ground: Ground) -> Days | None:
    """The weekday before or after the day of the text; with a number the day of the month it falls on."""
    if ground.today is None or time.weekday is None:
        return None
    if time.day is not None:
        numbered = _numbered_weekday(ground.today, time.weekday, time.day)
        if numbered is not None:
            return numbered
    if time.shift in ("following", "preceding", "same") and ground.told is not None and ground.told.start is not None:
        way = {"following": "next", "preceding": "past", "same": "week"}[time.shift]
        return span(calendar.weekday_near(ground.told.start, time.weekday, way), "day")
    shifts = {"past": "past", "preceding": "past", "next": "next", "following": "next", "this": "week"}
    if time.shift in ("before-last", "after-next"):
        way, more = ("past", -7) if time.shift == "before-last" else ("next", 7)
        return span(calendar.weekday_near(ground.today, time.weekday, way) + more * _ONE, "day")
    way = shifts.get(time.shift, "future" if ground.way == "future" else "")
    return span(calendar.weekday_near(ground.today, time.weekday, way), "day")


def _numbered_weekday(today: date, weekday: int, day: int) -> Days | None:
    """الجمعة 22: the nearest month in which that day is that weekday, else the nth such weekday of this month."""
    here = today.replace(day=1)
    months = [calendar.step(here, "month", turn) for turn in (-2, -1, 0, 1, 2)]
    days = [calendar.civil(month.year, month.month, day) for month in months]
    fitting = [found for found in days if found is not None and found.weekday() == weekday]
    if fitting and day > 5:
        return span(min(fitting, key=lambda found: abs(found - today)), "day")
    if day > 5:
        return None
    return span(calendar.weekday_near(here, weekday, "future") + 7 * (day - 1) * _ONE, "day")


def _in_month(time: Time, ground: Ground) -> Days | None:
    """A month or a day in it."""
    year = year_of(time, ground)
    if time.month is None:
        day, steps = base(time.month_shift, ground)
        if day is None:
            return None
        month = calendar.step(day.replace(day=1), "month", steps)
        return _civil(year or month.year, month.month, time.day)
    if time.hijri:
        return _hijri(time, year, ground)
    if year is not None:
        return _civil(year, time.month, time.day)
    if time.month_shift == "same" and ground.told is not None and ground.told.start is not None:
        return _civil(ground.told.start.year, time.month, time.day)
    if ground.today is None:
        return None
    here = ground.today.year
    found = [_civil(here + turn, time.month, time.day) for turn in (-1, 0, 1)]
    return _chosen(found, time.month_shift, ground)


def _civil(year: int, month: int, day: int | None) -> Days | None:
    """A month, or a day of it, None where the calendar has none."""
    first = calendar.civil(year, month, day or 1)
    return span(first, "day" if day else "month") if first else None


def _chosen(found: list[Days | None], shift: str, ground: Ground) -> Days | None:
    """Of the same days in three years the ones meant by shift or, without one, by where the sentence looks."""
    known = [days for days in found if days is not None and days.start is not None and days.end is not None]
    today = ground.today
    if today is None or not known:
        return None
    if shift in ("past", "preceding"):
        return next((days for days in reversed(known) if days.end is not None and days.end <= today), None)
    if shift in ("next", "following"):
        return next((days for days in known if days.start is not None and days.start > today), None)
    if shift == "this":
        return min(known, key=_distance(today))
    way = ground.way
    starts = [days.start if days else None for days in found]
    start = calendar.nearest_year(today, starts, way) if len(starts) == 3 else None
    return next((days for days in known if days.start == start), None)


def _distance(today: date) -> Callable[[Days], int]:
    """How far days lie from today."""
    return lambda days: abs((days.start - today).days) if days.start else 0


def _hijri(time: Time, year: int | None, ground: Ground) -> Days | None:
    """A Hijri month or day; a civil year beside it, or none, leaves the Hijri year to be found."""
    if time.month is None:
        return None
    if year is not None and year < 1700:
        return _hijri_days(year, time.month, time.day)
    if year is not None:
        guess = calendar.hijri_year(date(year, 7, 1))
        found = [_hijri_days(guess + turn, time.month, time.day) for turn in (-1, 0, 1)]
        return next((days for days in found if days and days.start and days.start.year == year), None)
    if ground.today is None:
        return None
    guess = calendar.hijri_year(ground.today)
    found = [_hijri_days(guess + turn, time.month, time.day) for turn in (-1, 0, 1)]
    if time.month_shift or ground.way:
        return _chosen(found, time.month_shift, ground)
    return min((days for days in found if days), key=_distance(ground.today), default=None)


def _hijri_days(year: int, month: int, day: int | None) -> Days | None:
    """The civil days of a Hijri month or day."""
    begin = calendar.hijri(year, month, day or 1)
    if begin is None:
        return None
    if day:
        return span(begin, "day")
    end = calendar.hijri(year + month // 12, month % 12 + 1, 1)
    return Days(begin, end, "month")
