"""Who acts on whom where place, participle and relative stand between a verb and its parties."""

import pytest

from wasata import Document, Recipe, code

TOLD = [
    (
        "استقبل ملك الأردن في قصر الحسينية بعمان أمس رئيس وزراء باكستان.",
        "CONSULT PAK/GOV > JOR/GOV",
    ),
    ("واتهمت حركة مسلحة متحالفة مع الجيش السوداني قوات الدعم السريع بمنع الغذاء.", "ACCUSE SDN/REB > SDN/REB"),
    ("رفضت كينيا المحادثات التي دعت إليها أوغندا.", "REQUEST UGA > KEN"),
    ("وقال متحدث باسم الجيش الهندي إن النيران لم تتوقف، محملا باكستان المسؤولية عن ذلك.", "ACCUSE IND/MIL > PAK"),
    ("وهدد قائد الجيش الإثيوبي إريتريا بالحرب.", "THREATEN ETH/MIL > ERI"),
    # over a day and a comma to a counted object; who tells it is no party; numbers hand their noun on
    ("خطف مسلحون نيجيريون قبل يومين، عددا من العمال الصينيين.", "ASSAULT NGA/UAF > CHN/LAB"),
    ("وقتلت القذائف عشرة جنود ماليين حسب مسؤولين فرنسيين.", "ASSAULT  > MLI/MIL"),
    ("وقتل 12 على الأقل من جنود مالي وأربعة مدنيين ماليين.", "ASSAULT  > MLI/MIL, MLI/CVL"),
    # plural names have plural verbs; whoever announces deaths has not dealt them
    ("الحوثيون شنوا هجوما على الجيش السعودي.", "ASSAULT YEM/REB > SAU/MIL"),
    ("وأعلنت وزارة الصحة الكينية مقتل ستة مدنيين كينيين أمس بالرصاص.", "ASSAULT  > KEN/CVL"),
    ("وفتحت الشرطة الكينية النار على المحتجين الكينيين.", "ASSAULT KEN/COP > KEN/CVL"),
]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_the_parties_of_an_act_are_found_over_what_stands_between(sentence: str, wanted: str) -> None:
    said = []
    for event in code([Document(id="1", text="زار وفد قطري برلين.\n\n" + sentence)], Recipe()):
        actors, recipients = (", ".join(p.code for p in side) for side in (event.actors, event.recipients))
        said.append(f"{event.type} {actors} > {recipients}")
    assert wanted in said


TOLD_LATER = [
    ("طالب وزير الدفاع الكيني أوغندا بالانسحاب، محذرا من عواقب وخيمة.", "THREATEN KEN/GOV > UGA"),
    ("أعلنت أوغندا ضم الجزيرة، وهو ما رفضته كينيا.", "REJECT KEN > UGA"),
    ("تحاول سلطنة عمان التي تحتفظ بعلاقات جيدة مع كينيا وأوغندا التقريب بينهما.", "CONSULT OMN > KEN, UGA"),
    ("استدعت كل من كينيا وأوغندا سفيريهما.", "SANCTION UGA > KEN"),
    ("نددت الأردن بسياسة كينيا.", "ACCUSE JOR > KEN"),
    ("اتهم مندوب كينيا أوغندا بالكذب.", "ACCUSE KEN/GOV > UGA"),
    ("انتقدت كينيا تغريدة للرئيس الأوغندي سخر فيها من تنزانيا.", "ACCUSE UGA/GOV > TZA"),
    ("استقبل ملك الأردن أمس معالي وزير خارجية كينيا وسعادة السفير الأوغندي.", "CONSULT KEN/GOV, UGA/GOV > JOR/GOV"),
    ("استضافت روما اجتماعا تشاوريا ضم وزراء دفاع كينيا وأوغندا.", "CONSULT KEN/GOV, UGA > "),
    ("التقى وزير الدفاع الكيني ممثلين عن حركة الشباب.", "CONSULT KEN/GOV, SOM/REB > "),
    ("قام مسلحون مجهولون بخطف مهندس كيني غرب نيروبي.", "ASSAULT KEN/UAF > KEN"),
    ("دعا زعيم المعارضة الكينية الرئيس إلى التنحي.", "REQUEST KEN/OPP > KEN/GOV"),
    ("جرت مكالمة بين الرئيسين الكيني والأوغندي.", "CONSULT KEN/GOV, UGA/GOV > "),
    ("قتل قائد الجيش الكيني في غارة أوغندية على الحدود.", "ASSAULT UGA > KEN/MIL"),
]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD_LATER)
def test_the_other_side_is_found_in_the_same_breath(sentence: str, wanted: str) -> None:
    test_the_parties_of_an_act_are_found_over_what_stands_between(sentence, wanted)
