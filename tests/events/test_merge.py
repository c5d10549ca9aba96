"""Reports of one occurrence are brought together; what only looks alike is kept apart."""

import random
from typing import Any

import pytest
from msgspec.structs import replace

from wasata.events.merge import merge, occurrence
from wasata.records.columns import digest
from wasata.records.event import Event
from wasata.records.mention import Party, When, Why
from wasata.records.occurrence import Told
from wasata.records.text import Span

ARMY, REBELS = Party("", "SDN", "MIL"), Party("rsf", "SDN", "REB")
EGYPT, SISI, SHOUKRY = Party("EGY", "EGY", ""), Party("sisi", "EGY", "GOV"), Party("shoukry", "EGY", "GOV")
TURKEY, FIDAN = Party("TUR", "TUR", ""), Party("fidan", "TUR", "GOV")


def day(text: str) -> When:
    return When(text, None, "day")


BASE = Event(
    id="", document="", span=Span(0, 4), type="CONSULT", mode="visit", actors=(SHOUKRY,), recipients=(TURKEY,),
    when=day("2024-05-01"), place="", status="actual", speaker="", coder="rules@1", text="", why=Why("", Span(0, 4)),
)  # fmt: skip
DICE = random.Random(5)
WORDS = iter(lambda: "".join(DICE.choices("ابتجحدرسعفقكلمنهوي   ", k=60)), "")


def told(document: str, published: str = "2024-05-02", **fields: Any) -> Told:
    """A report with words of its own, unless words are given."""
    event = replace(BASE, document=document, **{"text": next(WORDS), **fields})
    return Told(replace(event, id=digest([event.document, event.text, event.type, event.span])), published, document)


def sizes(*reports: Told) -> list[int]:
    return sorted(len(group) for group in merge(reports))


def test_one_visit_in_two_papers_is_one() -> None:
    assert sizes(told("a"), told("b", recipients=(FIDAN,))) == [2]


FIGHT: dict[str, Any] = {"type": "ASSAULT", "mode": "", "actors": (ARMY,), "recipients": (REBELS,)}
SENTENCE = "هاجمت القوات الحكومية مواقع المتمردين شرقي المدينة فجر اليوم"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {"when": day("2024-05-06")}),  # another day
        ({}, {"mode": "phone"}),  # a call is no visit
        ({}, {"actors": (SISI,)}),  # the president is not the minister
        ({}, {"recipients": (Party("GRC", "GRC", ""),)}),  # another host
        ({}, {"status": "hypothetical"}),  # what may be
        ({}, {"when": None}),  # no day, in another paper
        ({}, {"when": When("2024-05-01", "2024-06-01", "month")}),  # only the month, in another paper
        ({"place": "cairo"}, {"place": "ankara"}),
        ({}, {"type": "AGREE", "mode": "", "status": "future"}),  # announced is not held
        (FIGHT, FIGHT),  # one of many attacks of a day: neither place nor kind nor words are shared
        ({**FIGHT, "recipients": (Party("", "SDN", "REB"),)}, {**FIGHT, "recipients": (Party("", "SDN", "CVL"),)}),
        ({"type": "REQUEST", "mode": "change"}, {"type": "REQUEST", "mode": "change"}),  # two requests of one day
    ],
)
def test_what_is_kept_apart(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert sizes(told("a", **first), told("b", **second)) == [1, 1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {"when": day("2024-05-02")}),  # the news of the day, a day later
        ({}, {"mode": "", "actors": (EGYPT, TURKEY), "recipients": ()}),  # a visit told as a meeting
        ({}, {"status": "negated"}),
        ({**FIGHT, "place": "omdurman"}, {**FIGHT, "place": "omdurman"}),
        ({**FIGHT, "text": SENTENCE}, {**FIGHT, "text": SENTENCE, "when": None}),  # copied words need no day
        ({"type": "REQUEST", "mode": "change", "text": SENTENCE}, {"type": "REQUEST", "text": SENTENCE + " أيضا"}),
    ],
)
def test_what_is_brought_together(first: dict[str, Any], second: dict[str, Any]) -> None:
    second = {**second, "mode": second.get("mode", first.get("mode", "visit"))}
    assert sizes(told("a", **first), told("b", **second)) == [2]


def test_within_an_article_a_report_without_a_day_joins() -> None:
    assert sizes(told("a"), told("a", when=None), told("a", when=day("2024-05-02"))) == [1, 2]


def test_the_days_of_its_sentence_speak_for_a_report_without_one() -> None:
    undated = told("a", when=None)
    assert sizes(told("a"), replace(undated, beside=(day("2024-05-01"),))) == [2]
    assert sizes(told("a"), replace(undated, beside=(day("2024-03-09"),))) == [1, 1]


def test_two_events_of_one_sentence_stay_two() -> None:
    assert sizes(
        told("a", **FIGHT, text="x", place="p"), told("a", **FIGHT, text="x", place="p", span=Span(9, 12))
    ) == [1, 1]


def test_no_chain_leads_from_day_to_day() -> None:
    week = [told(f"d{n}", when=day(f"2024-05-{n:02d}"), published=f"2024-05-{n:02d}") for n in range(1, 11)]
    for group in merge(week):
        days = sorted(report.event.when.start for report in group)  # type: ignore[union-attr, type-var]
        assert int(days[-1][-2:]) - int(days[0][-2:]) <= 2  # type: ignore[index]


def test_the_order_of_reading_changes_nothing() -> None:
    dice = random.Random(7)
    sides = [(SHOUKRY,), (EGYPT,), (), (SISI,)], [(TURKEY,), (FIDAN,), ()]
    pool = [
        told(
            f"d{n % 17}", f"2024-05-{1 + n % 9:02d}", actors=dice.choice(sides[0]), recipients=dice.choice(sides[1]),
            mode=dice.choice(["visit", "", "phone"]), place=dice.choice(["", "ankara", "cairo"]),
            when=dice.choice([None, day("2024-05-02"), day("2024-05-03"), When("2024-05-01", "2024-05-08", "week")]),
        )
        for n in range(160)
    ]  # fmt: skip
    wanted = {occurrence(group) for group in merge(pool)}
    for _ in range(5):
        dice.shuffle(pool)
        assert {occurrence(group) for group in merge(pool)} == wanted
    assert sorted(name for one in wanted for name in one.reports) == sorted(report.event.id for report in pool)


def test_the_occurrence_is_what_all_reports_tell_together() -> None:
    week = When("2024-04-26", "2024-05-03", "week")
    first = told("a", published="2024-05-01", actors=(EGYPT,), mode="", when=week, status="future")
    second = told("b", place="ankara")
    third = told("c", published="2024-05-03", status="negated", place="TUR")
    (group,) = merge([third, second, first])
    one = occurrence(group)
    assert one.reports == (first.event.id, second.event.id, third.event.id) and one.documents == ("a", "b", "c")
    assert (one.mode, one.actors, one.recipients) == ("visit", (SHOUKRY,), (TURKEY,))
    assert one.when == day("2024-05-01") and one.place == "ankara"
    assert one.status == "actual" and one.disputed
    assert occurrence(merge([first])[0]).id == one.id, "a later report leaves the id as it was"
