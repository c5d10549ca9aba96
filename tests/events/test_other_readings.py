"""Spellings that are several verbs, or a verb and a noun: who stands beside them tells which is meant."""

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
        ("تصفها إثيوبيا بأنها جارة", []),
        ("وصفت بلغاريا المهاجرين السوريين بالضيوف", []),
        ("وصف الرئيس البوليفي كولومبيا بأنها دولة إرهابية", ["ACCUSE BOL/GOV>COL"]),
        ("توقف الجيش الكيني عند مشارف البلدة", []),
        ("توقف الشرطة الكينية ناشطا أوغنديا", ["COERCE KEN/COP>UGA/CVL"]),
        ("طالب كيني يدرس في بلغاريا كتب رسالة", []),
        ("تشغل إيران مئات من أجهزة الطرد المركزي", []),
        ("هاجم الرئيس البوليفي خطة البرازيل التجارية", ["ACCUSE BOL/GOV>BRA"]),
        ("هاجم النائب البلغاري الحكومة الرومانية واصفا إياها بالعاجزة", ["ACCUSE BGR/LEG>ROU/GOV"]),
        ("قال نائب مديرها إن كينيا بخير", []),
    ],
)
def test_the_reading_that_fits_its_neighbours(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted, told(text)
