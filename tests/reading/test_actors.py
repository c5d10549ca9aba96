"""Actors in sentences of our own: what is one mention, whom it stands for, what governs it."""

import pytest

from wasata.packs.language import language
from wasata.reading.read import read
from wasata.records.mention import ActorMention
from wasata.records.text import Document

AR = language("ar")


def actors(text: str, date: str = "2024-04-01") -> tuple[ActorMention, ...]:
    """The actors of a text."""
    return read(Document(id="test", text=text, date=date), AR).actors


def coded(text: str, date: str = "2024-04-01") -> list[tuple[str, str]]:
    """Each mention's words with its codes."""
    found = actors(text, date)
    return [(text[m.span.start : m.span.end], "+".join(p.code for p in m.parties)) for m in found]


ONE = (
    # a noun phrase is one mention
    ("قال وزير الخارجية التركي هاكان فيدان ذلك", [("وزير الخارجية التركي هاكان فيدان", "TUR/GOV")]),
    ("عاد سفير كينيا بتونس جوما موانغي", [("سفير كينيا بتونس جوما موانغي", "KEN/GOV")]),
    (
        "تحدث المتحدث باسم الحكومة التونسية العقيد سالم الطرابلسي",
        [("المتحدث باسم الحكومة التونسية العقيد سالم الطرابلسي", "TUN/GOV")],
    ),
    ("انسحبت قوات حفظ السلام التابعة للأمم المتحدة", [("قوات حفظ السلام التابعة للأمم المتحدة", "UNO/MIL")]),
    ("عقد القادة العسكريون في النيجر جلسة", [("القادة العسكريون في النيجر", "NER/GOV")]),
    ("وصل وزير خارجية النرويج أمس", [("وزير خارجية النرويج", "NOR/GOV")]),
    ("اعتقل ضابط رفيع في الشرطة التونسية", [("ضابط رفيع في الشرطة التونسية", "TUN/COP")]),
    ("أعلن تنظيم «داعش» مسؤوليته", [("تنظيم «داعش»", "IMG")]),
    # a body named in quotes, after lam or a preposition; a leader of something of a body's; a rank, a name, an office
    ("قال الأمين العام لـ«حزب الله» ذلك", [("الأمين العام لـ«حزب الله»", "LBN/REB")]),
    ("رفض رئيس «الموساد» الخطة", [("رئيس «الموساد»", "ISR/SPY")]),
    ("قتل قيادي في «حماس» مساء", [("قيادي في «حماس»", "PSE/REB")]),
    ("اعتقلت قياديا من تنظيم القاعدة", [("قياديا من تنظيم القاعدة", "IMG")]),
    ("تحدث مسؤول عمليات القاعدة", [("مسؤول عمليات القاعدة", "IMG")]),
    ("عاد اللواء بدر مالك قائد الفرقة التونسية", [("اللواء بدر مالك قائد الفرقة التونسية", "TUN/MIL")]),
    # namesakes by the country that is named; a town, a word that is a name only beside its like
    ("وصل الوفد اللبناني إلى طرابلس مساء", [("الوفد اللبناني", "LBN/GOV")]),
    ("رفضت طرابلس القرار", [("طرابلس", "LBY")]),
    ("دعا حزب البعث في العراق إلى الهدوء", [("حزب البعث في العراق", "IRQ/PTY")]),
    ("قادت فتح وحماس المفاوضات", [("فتح", "PSE/PTY"), ("حماس", "PSE/REB")]),
    ("فتح المعبر في المساء", []),
    # what is no actor: "and to", an alef for a writer who dots ya, responsible for a deed
    ("سار من تونس وإلى الملعب في المساء", [("تونس", "TUN")]),
    ("ألم في الجهة اليمنى", []),
    ("كانت مسؤولة عن الحريق", []),
    ("أدى إلى مقتل صحفي تونسي", [("صحفي تونسي", "TUN/JRN")]),
    # ministries without the word, buildings, capitals
    ("احتجت الخارجية التونسية", [("الخارجية التونسية", "TUN/GOV")]),
    ("نفى الكرملين ذلك", [("الكرملين", "RUS/GOV")]),
    ("رفضت أنقرة الطلب", [("أنقرة", "TUR")]),
    # two owners, lists, both
    ("اتفقت كل من كينيا وتونس", [("كينيا", "KEN"), ("تونس", "TUN")]),
    ("التقى الرئيس التونسي نظيره الكيني", [("الرئيس التونسي", "TUN/GOV"), ("نظيره الكيني", "KEN/GOV")]),
    # agreements, datelines, directions, papers name nobody
    ("دعا مراقبون إلى تطبيق اتفاق الرياض", []),
    ("أنقرة - وكالات", []),
    ("سقط مطر في شمال تركيا", []),
    # people by their nisba
    ("قتل فلسطينيان في الغارة", [("فلسطينيان", "PSE/CVL")]),
    ("تظاهر آلاف الكينيين", [("الكينيين", "KEN/CVL")]),
    ("استمر الدعم الصيني", [("الصيني", "CHN")]),
)


@pytest.mark.parametrize(("text", "wanted"), ONE)
def test_noun_phrases(text: str, wanted: list[tuple[str, str]]) -> None:
    """Each noun phrase is one mention with its code, and nothing else is found."""
    assert coded(text) == wanted


def test_name_with_office_after_comma() -> None:
    """The president inside the office is no mention of his own."""
    text = "سافر بدر مالك أمس. واستقبل السيد يوسف قرطبي، المبعوث الخاص للرئيس الكيني، الضيوف."
    assert ("السيد يوسف قرطبي، المبعوث الخاص للرئيس الكيني", "KEN/GOV") in coded(text)


def test_family_name_alone() -> None:
    """A family name stands for the person named in full before."""
    text = "وصل وزير الدفاع الكيني جاكسون كيبتو. وقال كيبتو إن الزيارة مهمة."
    assert coded(text)[1] == ("كيبتو", "KEN/GOV")


def test_acronym_in_brackets() -> None:
    """What stands in brackets after a body is its name from then on."""
    text = "احتجت جمعية الصيادين التونسية (جصت). ورفضت جصت العرض."
    assert coded(text)[1] == ("جصت", "TUN/SOC")


def test_generic_body_takes_country_of_article() -> None:
    """The army, the rebels and the government without a country are those of the country spoken of."""
    text = "أعلن الجيش الكيني بدء عملية. واتهم المتمردون الحكومة بالكذب، ورد الجيش."
    assert [code for _, code in coded(text)] == ["KEN/MIL", "KEN/REB", "KEN/GOV", "KEN/MIL"]


def test_pairs_and_latter() -> None:
    """The two sides are the last two set side by side."""
    assert coded("جرت محادثات بين كينيا وتونس. واتفق الجانبان.")[2] == ("الجانبان", "KEN+TUN")
    assert coded("تتوسط الصين بين كينيا وتونس. وساد فتور بين الأخيرتين.")[3] == ("الأخيرتين", "KEN+TUN")


def test_homeland() -> None:
    """His country is the speaker's."""
    assert coded("قال الرئيس الكيني إن بلاده سترد.")[1] == ("بلاده", "KEN")


def test_possessive_role() -> None:
    """Her ambassador is the ambassador of the state before."""
    assert coded("استدعت كينيا سفيرها في الصين.")[1][1] == "KEN/GOV"


@pytest.mark.parametrize(
    ("text", "preps"),
    [
        ("هجوم شن من قبل الجيش الكيني", ["من_قبل"]),
        ("محادثات بين كينيا وتونس", ["بين", "بين"]),
        ("طلبت كينيا من تونس", ["", "من"]),
        ("اعتراف كينيا بتونس", ["", "ب"]),
        ("قتلوا على أيدي الجنود الكينيين", ["على_أيدي"]),
        ("حوار مع كل من كينيا وتونس", ["مع", "مع"]),
    ],
)
def test_prepositions(text: str, preps: list[str]) -> None:
    """The governing preposition is given, and handed on to members joined by "and"."""
    assert [m.prep for m in actors(text)] == preps


def test_dated_roles() -> None:
    """Who an actor was is decided by the day of the document."""
    assert coded("قالت حركة طالبان ذلك", "2015-06-01")[0][1] == "AFG/REB"
    assert coded("قالت حركة طالبان ذلك", "2023-06-01")[0][1] == "AFG/GOV"


def test_mali_or_money() -> None:
    """The adjective of Mali is "financial" unless the article is about Mali."""
    assert coded("تراجع القطاع المالي في كينيا") == [("كينيا", "KEN")]
    assert coded("تقدم الجيش المالي في الشمال. ورحبت باماكو.")[0] == ("الجيش المالي", "MLI/MIL")


def test_mentions_are_ordered_and_apart() -> None:
    """Mentions come in text order, do not overlap, and their tokens match their span."""
    text = "بحث الرئيس التونسي مع وزير الدفاع الكيني أزمة اللاجئين، واتفق الجانبان مع الأمم المتحدة."
    reading = read(Document(id="test", text=text), AR)
    ends = [0]
    for mention in reading.actors:
        assert mention.span.start >= ends[-1]
        ends.append(mention.span.end)
        assert reading.sentences[mention.sentence].tokens[mention.last - 1].end == mention.span.end
        assert mention.why.row.startswith("ar/")


def test_two_actors_of_one_name() -> None:
    """Of two capitals or states with one name it is the one whose country the article names."""
    assert coded("أعلنت سلطنة عمان وساطتها. وقالت عمان إنها ستواصل.")[1] == ("عمان", "OMN")
    assert coded("رفض الأردن الطلب. واستدعت عمان السفير.")[1] == ("عمان", "JOR")


def test_neighbour() -> None:
    """A neighbour without a name is found by its side, one with a name is that state."""
    assert coded("رحبت ليبيا بالقرار. وعرضت الجارة الشرقية المساعدة.")[1] == ("الجارة الشرقية", "EGY")
    assert coded("تتوسط الصين بين تونس وجارتها الشرقية ليبيا")[2] == ("جارتها الشرقية ليبيا", "LBY")
