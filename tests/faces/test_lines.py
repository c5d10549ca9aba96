"""The day of an event is as fine as its grain allows."""

import pytest

from wasata.coding.missing import Missing
from wasata.faces.lines import day_of
from wasata.faces.terminal import Page, missing
from wasata.records.mention import When


@pytest.mark.parametrize(
    ("start", "end", "grain", "wanted"),
    [
        ("2024-01-26", "2024-01-27", "day", "2024-01-26"),
        ("2024-01-01", "2024-02-01", "month", "2024-01"),
        ("2024-01-01", None, "month", "2024-01"),
        ("2024-01-01", "2025-01-01", "year", "2024"),
        ("2024-01-08", "2024-01-15", "week", "2024-01"),
        ("2024-01-29", "2024-02-05", "week", "2024"),
        ("2023-12-29", "2024-01-05", "week", None),
        ("2024-01-01", "2024-04-01", "quarter", "2024"),
        ("2020-01-01", "2030-01-01", "decade", None),
        ("2024-01-26T10:00", "2024-01-26T11:00", "hour", "2024-01-26"),
        ("2024-01-26T23:00", "2024-01-27T00:00", "hour", "2024-01-26"),
        (None, "2024-01-27", "day", None),
        ("2024-01-08", None, "week", None),
        ("2024-01-08", "2024-01-11", "day", "2024-01"),
        ("2023-10-01", "2024-01-01", "month", "2023"),
        ("2022-01-01", "2024-01-01", "year", None),
    ],
)
def test_day(start: str | None, end: str | None, grain: str, wanted: str | None) -> None:
    assert day_of(When(start, end, grain)) == wanted


def test_no_time_no_day() -> None:
    assert day_of(None) is None


def test_arabic_is_isolated_and_last_on_a_terminal_only() -> None:
    found = [Missing("name", "زكريا \u202eبرهومي\x1b[2J", 3, "d", "قال زكريا")]
    (shown,) = missing(found, Page(plain=False))
    assert shown.endswith("\u2069") and shown.count("\u2068") == 1 and "\x1b" not in shown and "\u202e" not in shown
    (plain,) = missing(found, Page(plain=True))
    assert plain == "     3  name   زكريا برهومي [2J: قال زكريا"
