"""Who protested against whom, who owned up, who is left unnamed."""

import pytest

from wasata import Document, Recipe, code


def told(text: str) -> list[str]:
    return [
        f"{e.type} {','.join(p.code for p in e.actors)}>{','.join(p.code for p in e.recipients)}"
        for e in code([Document(id="t", text=text, date="2024-04-01")], Recipe())
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("تظاهر مئات الطلاب في وارسو احتجاجا على زيارة الرئيس الروسي.", "PROTEST POL/EDU>RUS/GOV"),
        ("تجمع مئات المتظاهرين أمام المبنى مطالبين باستقالة الرئيس الكيني.", "PROTEST KEN/CVL>KEN/GOV"),
        ("اندلعت مظاهرات في نيروبي.", "PROTEST KEN/CVL>"),
        ("قتل 28 مدنيا كينيا وجرح نحو 60 آخرين في القصف.", "ASSAULT >KEN/CVL"),
        ("قتل نحو 40 جنديا صوماليا في القصف.", "ASSAULT >SOM/MIL"),
        ("قتل خمسة جنود صوماليين في هجوم انتحاري قرب الميناء.", "ASSAULT ---/UAF>SOM/MIL"),
        ("قتل خمسة جنود ماليين في هجوم تبنته جبهة نصرة الإسلام والمسلمين.", "ASSAULT MLI/REB>MLI/MIL"),
        ("قتل ثلاثة مدنيين يمنيين في ضربة جوية أمريكية قرب صنعاء.", "ASSAULT USA>YEM/CVL"),
        ("قال شهود إن مسلحا يقود دراجة قتل شرطيا باكستانيا.", "ASSAULT PAK/UAF>PAK/COP"),
        ("قام مسلحون بخطف نائب رئيس البرلمان النيجيري.", "ASSAULT NGA/UAF>NGA/LEG"),
    ],
)
def test_sides_said_beside_the_deed(text: str, wanted: str) -> None:
    assert wanted in told(text), told(text)
