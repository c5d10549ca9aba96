"""A lone sentence is told where it reports one deed, not where it speaks of deeds."""

import pytest

from wasata import Document, Recipe, code
from wasata.events.evidence import table
from wasata.events.logistic import ALWAYS
from wasata.packs.language import language


def types(text: str, date: str = "2024-04-10") -> list[str]:
    return [
        event.type for event in code([Document(id="t", text=text, date=date)], Recipe()) if event.status == "actual"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "قتل ثلاثة جنود وأصيب سبعة آخرون بجروح أمس في انفجار سيارة مفخخة شمال المدينة، بحسب مصدر في الشرطة.",
        "مقتل أربعة مدنيين في قصف لقرية جنوب البلاد",
        "أعلنت الشرطة أن مسلحين مجهولين أطلقوا النار صباح اليوم على دورية عسكرية قرب الحدود.",
        "هاجمت توغو غانا.",
    ],
)
def test_a_report_is_told(text: str) -> None:
    assert "ASSAULT" in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "ويرى الكاتب أن هذه الهجمات أو مثلها لم تغير شيئا في تاريخ المنطقة، ولا في ما يفكر به الناس عن الحرب.",
        "وينظر القاضي في ملف التفجير الذي يتهم فيه الرجل بأنه ساعد على إخفاء منفذيه قبل أعوام طويلة.",
        "لماذا لا نتحدث عن القتل والإرهاب عندما يكون في بلادنا؟",
        "وتقول الرواية إن الهجوم كان بداية مرحلة أخرى من الصراع الذي لم ينته حتى اليوم.",
    ],
)
def test_talk_is_not(text: str) -> None:
    assert "ASSAULT" not in types(text)


def test_a_crowd_in_the_street_is_told_and_a_call_for_it_is_not() -> None:
    assert "PROTEST" in types("تظاهر مئات العمال أمام مقر الوزارة وسط العاصمة احتجاجا على خفض الأجور.")
    assert "PROTEST" not in types("وكانت النقابة قد دعت إلى التظاهر إذا لم تستجب الحكومة لمطالبها.")


def test_every_sense_of_words_is_weighed() -> None:
    weighed = " ".join([*table("ASSAULT"), *table("PROTEST")])
    kinds = {
        "killing",
        "attacking",
        "bombs",
        "weapons",
        "aircraft",
        "captivity",
        "abuse",
        "fighting",
        "wounding",
        "day",
    }
    senses = {row.sense for row in language("ar").contexts}
    assert {sense for sense in senses - kinds if sense not in weighed} == set()


@pytest.mark.parametrize("event", ["ASSAULT", "PROTEST"])
def test_no_sign_decides_alone(event: str) -> None:
    weights = table(event)
    assert weights[ALWAYS] < -1 and all(abs(weight) < 1 for sign, weight in weights.items() if sign != ALWAYS)
