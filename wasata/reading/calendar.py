"""Days, months and years: floors and steps of every grain, Hijri months, Easter."""

from datetime import date, timedelta
from functools import cache

DAYS = {"day": 1, "week": 7}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
FIRST, LAST = date(1, 1, 1), date(9999, 1, 1)


def step(day: date, unit: str, count: int) -> date:
    """The day this many units later, the last of its month where the month is too short."""
    try:
        if unit in DAYS:
            return day + timedelta(days=DAYS[unit] * count)
        if unit not in MONTHS:
            return day
        months = day.year * 12 + day.month - 1 + MONTHS[unit] * count
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, month_days(year, month + 1)))
    except (ValueError, OverflowError):
        return FIRST if count < 0 else LAST


def month_days(year: int, month: int) -> int:
    """How many days a month has."""
    return (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days


def floor(day: date, unit: str) -> date:
    """The first day of the unit that holds this day; weeks begin on Monday."""
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "month":
        return day.replace(day=1)
    if unit == "quarter":
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    if unit in ("year", "decade", "century"):
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        return date(max(day.year // size * size, 1), 1, 1)
    return day


def civil(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def hijri(year: int, month: int, day: int) -> date | None:
    """The civil day of a Hijri date in the calendar of Umm al-Qura, or None outside its years."""
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return _tabular(year, month, day)
    return date(found.year, found.month, found.day)


def _tabular(year: int, month: int, day: int) -> date | None:
    """The civil day by the arithmetic calendar, good to a day or two, for years the observed one does not reach."""
    if not (1 <= year <= 1600 and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date(622, 7, 18) + timedelta(days=days)


def hijri_year(day: date) -> int:
    """The Hijri year that began last before this day, to within the days around its turn."""
    guess = (day.year - 622) * 33 // 32 + 1
    for year in (guess + 1, guess, guess - 1):
        begins = hijri(year, 1, 1)
        if begins is not None and begins <= day:
            return year
    return guess


def easter(year: int) -> date:
    """Western Easter Sunday (Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def weekday_near(day: date, weekday: int, way: str) -> date:
    """The weekday nearest this day: strictly before, strictly after, or on and before, on and after."""
    ahead = (weekday - day.weekday()) % 7
    if way == "next":
        return day + timedelta(days=ahead or 7)
    if way == "past":
        return day - timedelta(days=(7 - ahead) if ahead else 7)
    if way == "future":
        return day + timedelta(days=ahead)
    if way == "week":
        return day - timedelta(days=day.weekday() - weekday)
    return day - timedelta(days=(7 - ahead) % 7)


def nearest_year(reference: date, days: list[date | None], way: str) -> date | None:
    """Of the same day in the years before, in and after, the one that is meant: this year's unless it is far off."""
    before, this, after = days
    if this is None:
        return before or after
    if way == "past":
        return this if this <= reference else before
    if way == "future":
        return this if this >= reference - timedelta(days=31) else after
    if (this - reference).days > 270:
        return before
    return after if (reference - this).days > 300 else this
