"""Which day belongs to which act, each on a small article of its own."""

import pytest

from wasata import Document, Event, Recipe, code
from wasata.faces.lines import day_of


def days(text: str, date: str = "2024-04-10") -> list[tuple[str, str | None]]:
    """Type and day of each event in the order of the text."""
    found: list[Event] = sorted(code([Document(id="t", text=text, date=date)], Recipe()), key=lambda e: e.span.start)
    return [(e.type, day_of(e.when)) for e in found]


NEWS = "الوزير الأردني في بغداد\nزار وزير الخارجية الأردني أمس بغداد والتقى نظيره العراقي.\n"
HISTORY = (
    "سنوات الخلاف بين تشاد والسودان\nفي مارس 2019 طردت تشاد السفير السوداني، واتهمت الخرطوم بدعم المتمردين.\n"
    "وفي مايو 2020 زار وزير الخارجية التشادي الخرطوم حيث التقى نظيره السوداني.\n"
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the day of the lead goes for the whole report, for a verb of the next paragraph as well
        (
            NEWS + "ودعا الوزير الأردني إسرائيل إلى وقف الحرب.",
            [("CONSULT", "2024-04-09")] * 2 + [("REQUEST", "2024-04-09")],
        ),
        # where nothing names a day, an act of the news lies in the week before
        ("نددت مصر بإسرائيل. ودعت واشنطن إلى التدخل.", [("ACCUSE", "2024-04"), ("REQUEST", "2024-04")]),
        # what was done before, in the pluperfect or in a relative, is no news of the day
        (NEWS + "وكان الوزير الأردني قد زار طهران.", [("CONSULT", "2024-04-09")] * 2 + [("CONSULT", None)]),
    ],
)
def test_news(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert [pair for pair in days(text) if pair[0] != "x"][-len(wanted) :] == wanted


def test_a_date_goes_on_within_the_sentence() -> None:
    assert days(HISTORY)[:2] == [("SANCTION", "2019-03"), ("ACCUSE", "2019-03")]


def test_the_meeting_leads_back_to_its_date() -> None:
    text = HISTORY + "وخلال اللقاء، طلبت تشاد من السودان تسليم المتمردين.\n"
    assert days(text)[-1] == ("REQUEST", "2020-05")


def test_a_date_in_a_relative_dates_only_what_the_relative_tells() -> None:
    text = "أعلن الوزير التركي، الذي زار موسكو في مارس 2021، رفضه العقوبات."
    assert ("CONSULT", "2021-03") in days(text)
    assert ("REJECT", "2021-03") not in days(text)


def test_a_name_with_a_year_is_no_date() -> None:
    text = HISTORY + "ونددت مصر باتفاق 2015 بين تشاد والسودان."
    assert all(day != "2015" for _, day in days(text))


def test_a_feast_that_is_congratulated_on_is_no_date() -> None:
    assert days("هنأ الرئيس المصري نظيره الجزائري بعيد الفطر المبارك.", "2024-04-20") == [("SUPPORT", "2024-04")]


def test_what_is_told_again_shares_the_day() -> None:
    text = HISTORY + "لكن زيارة وزير الخارجية التشادي إلى الخرطوم أغضبت مصر."
    assert ("CONSULT", "2020-05") in days(text)[-2:]


def test_a_clause_that_begins_with_and_in_keeps_its_date() -> None:
    text = HISTORY + "طلبت تشاد وساطة ليبيا، وفي يوليو 2021 زار الوزير الليبي الخرطوم."
    assert ("REQUEST", "2021-07") not in days(text)


def statuses(text: str) -> list[tuple[str, str]]:
    """Type and status of each event in the order of the text."""
    found = sorted(code([Document(id="t", text=text, date="2024-04-10")], Recipe()), key=lambda e: e.span.start)
    return [(e.type, e.status) for e in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ينص الاتفاق على عقد اجتماعات دورية بين غانا وتوغو.", ("AGREE", "future")),
        ("ناقش الوزيران استئناف التعاون العسكري بين غانا وتوغو.", ("COOPERATE", "hypothetical")),
        ("أعلنت غانا أن مشاورات سياسية مع توغو ستبدأ قريبا.", ("AGREE", "future")),
        ("يزور الرئيس الغاني توغو الأسبوع المقبل.", ("AGREE", "future")),
        ("قال الوزير إن زيارة مرتقبة للرئيس الغاني إلى توغو تعد مهمة.", ("AGREE", "future")),
        ("لا توجد مفاوضات مباشرة بين غانا وتوغو.", ("CONSULT", "negated")),
        ("أي هجوم توغولي على غانا سيفجر المنطقة.", ("ASSAULT", "hypothetical")),
        ("كادت توغو تقصف غانا.", ("ASSAULT", "negated")),
        ("لم يعد لبنان يدعم غانا.", ("SUPPORT", "negated")),
        ("توقع الوزير أن يزور الرئيس الغاني توغو.", ("AGREE", "future")),
        ("استبعدت غانا فرض عقوبات على توغو.", ("SANCTION", "negated")),
        ("لا تستبعد غانا فرض عقوبات على توغو.", ("SANCTION", "hypothetical")),
        ("لا تنوي غانا فرض عقوبات على توغو.", ("SANCTION", "negated")),
        ("قررت غانا قطع العلاقات مع توغو.", ("SANCTION", "actual")),
        ("تسعى غانا للوساطة بين توغو وبنين.", ("CONSULT", "actual")),
        ("أعلن الرئيس الغاني عزمه زيارة توغو.", ("AGREE", "future")),
    ],
)
def test_status(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in statuses(text)


def test_an_hour_is_not_carried_on() -> None:
    text = NEWS + "وفي الساعة العاشرة ندد الوزير الأردني بإسرائيل.\nودعا الوزير الأردني فرنسا إلى التدخل."
    assert days(text)[-1] == ("REQUEST", "2024-04-09")


def test_what_a_source_tells_of_others_is_of_the_last_days() -> None:
    text = NEWS + "وقال الجيش العراقي إن المسلحين هاجموا الجنود العراقيين في الأنبار.\n"
    assert days(text)[-1] == ("ASSAULT", "2024-04")


def test_a_plan_without_a_day_is_as_old_as_its_words() -> None:
    assert days(NEWS + "وقال الوزير الأردني إنه سيزور دمشق.")[-1] == ("AGREE", "2024-04-09")


def test_the_visit_of_an_article_that_plans_it_is_planned() -> None:
    title = "الرئيس الغاني يزور توغو"
    text = title + "\nقالت غانا إن الرئيس الغاني سيزور توغو.\nوتأتي زيارة الرئيس الغاني إلى توغو متأخرة."
    assert {status for event, status in statuses(text)} == {"future"}


def test_an_attempt_upon_a_life_and_an_effort_to_talk_are_acts() -> None:
    told = NEWS + "وقتل مسلحون ثلاثة جنود عراقيين.\nونددت مصر بمحاولة اغتيال الوزير العراقي في بغداد.\n"
    assert all(status == "actual" for event, status in statuses(told) if event in ("ASSAULT", "CONSULT"))


def test_what_an_accord_leads_to_lies_ahead() -> None:
    assert ("AGREE", "future") in statuses("يتضمن الاتفاق تقديم فرنسا مساعدات إلى بنين.")


def test_what_is_agreed_upon_keeps_its_own_month() -> None:
    text = "قال الوزير القطري إن تشاد والسودان اتفقتا على عقد جولة ثانية في أغسطس."
    assert all(day not in ("2023-08", "2024-08", "2024-08-02") for event, day in days(text) if event == "AGREE")


def test_the_dead_of_an_attack_fell_when_it_was_led() -> None:
    text = NEWS + "ودعا الوزير الأردني إلى الهدوء.\n"
    text += "وأغلقت بغداد المعبر في مارس 2019 بعد هجوم شنه مسلحون أسفر عن مقتل جنود عراقيين."
    assert ("ASSAULT", "2019-03") in days(text)


def test_two_weeks_later_is_a_day_of_the_story() -> None:
    text = "القاهرة ومقديشو\nوقعت مصر والصومال اتفاقا في 14 أغسطس 2023.\n"
    text += "وبعد أسبوعين زار الوزير المصري مقديشو، ودعا إثيوبيا إلى الحوار."
    assert days(text)[-2:] == [("CONSULT", "2023-08-28"), ("REQUEST", "2023-08-28")]
