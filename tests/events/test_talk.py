"""Who talks, about whose deed, between whom: relatives, mediators, pairs, speakers, adverbs."""

import pytest

from wasata import Document, Recipe, code


def told(text: str) -> list[str]:
    """Each event as TYPE actors>recipients."""
    events = code([Document(id="t", text=text, date="2024-04-01")], Recipe())
    return [f"{e.type} {','.join(p.code for p in e.actors)}>{','.join(p.code for p in e.recipients)}" for e in events]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # whose deed it is stands in a relative clause
        ("نددت طهران بالغارات التي نفذتها إسرائيل على دمشق.", "ACCUSE IRN>ISR"),
        ("أشاد الرئيس الكيني بالدور الذي لعبته قطر في الملف.", "SUPPORT KEN/GOV>QAT"),
        ("رحبت مسقط بالاتفاق الذي توصلت إليه باكو ويريفان.", "SUPPORT OMN>AZE,ARM"),
        # his own state is nobody's counterpart
        ("جدد الملك الأردني رفض بلاده لأي محاولة إسرائيلية.", "REJECT JOR/GOV>ISR"),
        # who goes between does, those who talk receive
        ("انطلقت في جنيف مفاوضات برعاية الأمم المتحدة بين أرمينيا وأذربيجان.", "CONSULT UNO>ARM,AZE"),
        ("انطلقت في جنيف مفاوضات بين أرمينيا وأذربيجان.", "CONSULT ARM,AZE>"),
        # sides named by adjectives
        ("عقدت مباحثات قطرية تركية في جنيف.", "CONSULT QAT,TUR>"),
        ("اتفق الجانبان المصري والقطري على فتح خط بحري.", "AGREE EGY,QAT>"),
        # what a speaker says of another is the speaker's act
        ("قال وزير الخارجية الياباني إن على إيران أن تفتح منشآتها.", "REQUEST JPN/GOV>IRN"),
        ("قالت لندن إن روسيا يجب أن تسحب جنودها.", "REQUEST GBR>RUS"),
        ("قالت بكين إن مانيلا تتحمل مسؤولية التوتر.", "ACCUSE CHN>PHL"),
        ("قال وزير الدفاع الياباني إن بيونغ يانغ ستدفع ثمنا باهظا.", "THREATEN JPN/GOV>PRK"),
        # adverbs are acts of their own
        ("أكد وزير الخارجية المصري رفضه للخطة مطالبا إسرائيل بفتح المعابر.", "REQUEST EGY/GOV>ISR"),
        ("مشيدا بجهود السعودية، دعا الرئيس الكيني إلى الحوار.", "SUPPORT KEN/GOV>SAU"),
        # a preposition that opens its clause as a verb
        ("عبر الرئيس الكيني عن استيائه من رواندا.", "ACCUSE KEN/GOV>RWA"),
    ],
)
def test_talk(text: str, wanted: str) -> None:
    assert wanted in told(text)


def test_who_must_is_not_bound_by_the_paper() -> None:
    assert not any(event.startswith("REQUEST") for event in told("على إيران أن تفتح منشآتها."))
