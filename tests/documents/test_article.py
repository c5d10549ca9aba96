"""Layout: which line is a title, a dateline, a heading, furniture or a paragraph, and what the dateline tells."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wasata.documents.article import layout
from wasata.documents.publication import inline, standalone
from wasata.records.text import Document

STORY = """وساطة جديدة تعيد الخصمين إلى الطاولة

تونس - الاستقلال | منذ ٣ أيام

27

مشاركة

طباعة

قالت وزارة الخارجية التونسية إن الوفدين وصلا إلى العاصمة مساء الأحد لبدء جولة جديدة من المحادثات.

طريق طويل

ولم يعلن أي من الطرفين جدول أعمال الجولة، غير أن مصدرا رسميا قال إن الملف الأمني يتصدرها.

المصدر: الاستقلال

اقرأ أيضا

خلفيات النزاع في خمسة أسئلة

جميع الحقوق محفوظة 2024
"""


def kinds(text: str, **fields: str) -> list[str]:
    return [block.kind for block in layout(Document("1", text, **fields))[1]]


def test_a_story_is_laid_out() -> None:
    wanted = ["title", "dateline", "furniture", "furniture", "furniture", "paragraph", "heading", "paragraph"]
    assert kinds(STORY) == wanted + ["furniture"] * 4
    document, blocks = layout(Document("1", STORY, crawled="2024-05-10"))
    assert document.title == "وساطة جديدة تعيد الخصمين إلى الطاولة"
    assert (document.date, document.date_source) == ("2024-05-07", "crawl")
    assert (document.place, document.outlet) == ("تونس", "الاستقلال")
    assert all(STORY[b.span.start : b.span.end] == STORY[b.span.start : b.span.end].strip() for b in blocks)


def test_an_age_without_a_crawl_says_only_that_the_day_is_unsure() -> None:
    document, _ = layout(Document("1", STORY))
    assert (document.date, document.date_source) == ("", "crawl")


def test_a_given_day_wins() -> None:
    document, _ = layout(Document("1", STORY, date="2024-01-01", date_source="given", crawled="2024-05-10"))
    assert (document.date, document.date_source) == ("2024-01-01", "given")
    document, _ = layout(Document("1", STORY, date="2024-01-01"))
    assert document.date_source == "given"


STANDALONE = [
    ("عمّان - 5 يوليو/تموز 2021", "عمّان", "", "2021-07-05"),
    ("أنقرة - 16 كانون الأول 2024", "أنقرة", "", "2024-12-16"),
    ("١٢ مايو ٢٠٢٣", "", "", "2023-05-12"),
    ("الجمعة 12 مايو 2023 - 10:30", "", "", "2023-05-12"),
    ("نشر في: 12/05/2023", "", "", "2023-05-12"),
    ("تاريخ النشر: 2023-05-12", "", "", "2023-05-12"),
    ("آخر تحديث: 12 أيار 2023 الساعة 14:05 بتوقيت غرينتش", "", "", "2023-05-12"),
    ("الدار البيضاء - و م ع", "الدار البيضاء", "و م ع", ""),
    ("واشنطن (رويترز)", "واشنطن", "رويترز", ""),
    ("القاهرة - وكالة أنباء الشرق الأوسط | 3 غشت 2020", "القاهرة", "وكالة أنباء الشرق الأوسط", "2020-08-03"),
    ("لندن: «الشرق الأوسط»", "لندن", "الشرق الأوسط", ""),
    ("صنعاء - سبأ | منذ يومين", "صنعاء", "سبأ", "2024-03-08"),
    ("منذ 5 ساعات", "", "", "2024-03-10"),
    ("منذ أسبوع", "", "", "2024-03-03"),
    ("قبل ثلاثة أيام", "", "", "2024-03-07"),
    ("منذ شهرين", "", "", ""),
    ("طوكيو 8-3 (اف ب) -", "طوكيو", "اف ب", "2024-03-08"),
    ("طوكيو 15-7 (اف ب) -", "طوكيو", "اف ب", "2023-07-15"),
    ("31/02/2023", "", "", ""),
]


@pytest.mark.parametrize(("line", "place", "outlet", "day"), STANDALONE, ids=[case[0] for case in STANDALONE])
def test_a_dateline_by_itself(line: str, place: str, outlet: str, day: str) -> None:
    found = standalone(line, "2024-03-10")
    assert found is not None
    assert (found.place, found.outlet, found.day) == (place, outlet, day)


@pytest.mark.parametrize(
    "line",
    [
        "انقلاب 26 يوليو 2023",
        "وقال الوزير إن الاتفاق وقع في 12 مايو 2023 بحضور الرئيسين",
        "باريس - برلين",
        "الطريق إلى الرياض",
        "وصل الوفد إلى موسكو قبل يومين",
        "الرئيس السوري يزور موسكو",
        "",
        "()",
    ],
)
def test_no_dateline(line: str) -> None:
    assert standalone(line, "2024-03-10") is None


INLINE = [
    ("واشنطن (رويترز) - قال مسؤول إن المحادثات ستستأنف", "واشنطن", "رويترز", "قال"),
    ("الرياض (واس) أعلنت المملكة تقديم مساعدات", "الرياض", "واس", "أعلنت"),
    ("طوكيو 15-7 (اف ب) - أعلنت اليابان", "طوكيو", "اف ب", "أعلنت"),
    ("رام الله - «القدس العربي»: اقتحم الجيش", "رام الله", "القدس العربي", "اقتحم"),
    ("عواصم - وكالات: تواصلت الاشتباكات", "", "وكالات", "تواصلت"),
    ("نواكشوط / الأناضول / استقبل الرئيس", "نواكشوط", "الأناضول", "استقبل"),
    ("الخرطوم 2 يونيو 2023 - أعلن الجيش", "الخرطوم", "", "أعلن"),
    ("كييف (CNN) -- قالت السلطات", "كييف", "CNN", "قالت"),
]


@pytest.mark.parametrize(("line", "place", "outlet", "first"), INLINE, ids=[case[0] for case in INLINE])
def test_a_dateline_before_a_paragraph(line: str, place: str, outlet: str, first: str) -> None:
    found = inline(line)
    assert found is not None
    assert (found.place, found.outlet) == (place, outlet)
    assert line[found.end :].startswith(first)


@pytest.mark.parametrize(
    "line",
    [
        "قال المتحدث باسم حركة المقاومة الإسلامية (حماس) إن الوفد غادر",
        "أعلنت بعثة الأمم المتحدة (مينوسما) انسحابها",
        "وقال الوزير: سنرد على الهجوم",
        "فرنسا - وهي قوة استعمارية سابقة - رفضت الطلب",
        "الرئيس الروسي - الذي زار بكين - عاد أمس",
    ],
)
def test_a_paragraph_without_a_dateline(line: str) -> None:
    assert inline(line) is None


def test_a_paragraph_is_cut_behind_its_dateline() -> None:
    text = "محادثات في الدوحة\nالدوحة (قنا) - بدأت جولة ثانية من المحادثات برعاية قطرية.\nنهاية الجولة غدا."
    document, blocks = layout(Document("1", text))
    assert [block.kind for block in blocks] == ["title", "dateline", "paragraph", "paragraph"]
    assert text[blocks[1].span.start : blocks[1].span.end] == "الدوحة (قنا) -"
    assert text[blocks[2].span.start :].startswith("بدأت")
    assert (document.place, document.outlet) == ("الدوحة", "قنا")


@pytest.mark.parametrize(
    "line",
    [
        "طباعة", "12", "١٢٬٣٤٥", "12 مشاهدة", "5 دقائق قراءة", "اقرأ أيضًا: سباق التسلح في الإقليم", "رابط الخبر", "***",
        "https://example.org/a/b", "Share", "شارك المقال", "إعلان", "المصدر : وكالات", "info@example.org", "© 2024",
        "يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك على موقعنا، وبمواصلة التصفح فإنك توافق على ذلك.",
        "عدد القراءات: 340", "#السودان #هدنة", "بقلم: سليم العامري", "▪️", "|",
    ],
)  # fmt: skip
def test_furniture(line: str) -> None:
    text = f"عنوان الخبر هنا\nقال الوزير إن بلاده ستواصل المحادثات مع جارتها خلال الأسابيع المقبلة.\n{line}\n"
    assert kinds(text + "وأضاف أن الجولة المقبلة ستعقد قريبا.") == ["title", "paragraph", "furniture", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "قتل 12 جنديا في هجوم على قاعدة.",
        "للمزيد من الضغط على الحكومة أعلنت المعارضة إضرابا عاما يبدأ الأحد.",
        "المزيد من القوات وصلت إلى الحدود.",
        "صور الأقمار الصناعية أظهرت حشودا قرب الحدود الشمالية.",
    ],
)
def test_no_furniture(line: str) -> None:
    text = f"عنوان الخبر هنا\nقال الوزير إن بلاده ستواصل المحادثات مع جارتها خلال الأسابيع المقبلة.\n{line}\n"
    assert kinds(text + "وأضاف أن الجولة المقبلة ستعقد قريبا.")[2] == "paragraph"


def test_links_below_the_article_are_furniture() -> None:
    body = "عنوان الخبر هنا\nقال الوزير إن بلاده ستواصل المحادثات مع جارتها خلال الأسابيع المقبلة.\n"
    links = "الأكثر قراءة\nحرب أخرى في مكان آخر\nزلزال يضرب مدينة بعيدة\n"
    assert kinds(body + links) == ["title", "paragraph", "furniture", "furniture", "furniture"]


def test_one_line_is_a_paragraph() -> None:
    assert kinds("اشتبكت القوات الحكومية مع مسلحين قرب المدينة") == ["paragraph"]
    assert kinds("عنوان الخبر", title="عنوان الخبر") == ["title"]
    assert kinds("") == [] and kinds("\n \n\u200f\n") == []


def test_many_lines_take_no_long_time() -> None:
    start = time.perf_counter()
    layout(Document("1", "وسيط\n" * 50_000))
    layout(Document("1", "12\n" * 50_000 + "منذ " * 50_000))
    layout(Document("1", "- " * 200_000 + "(" * 200_000))
    assert time.perf_counter() - start < 6


@given(st.text(st.sampled_from("وقال موسكو-–|()/:.،٣1234 \n«»منذأيام\u200f\ud7ff"), max_size=200))
def test_blocks_are_in_order_and_inside_the_text(text: str) -> None:
    document, blocks = layout(Document("1", text, crawled="2024-03-10"))
    assert document.text == text
    at = 0
    for block in blocks:
        assert at <= block.span.start <= block.span.end <= len(text)
        at = block.span.end
    covered = "".join(text[b.span.start : b.span.end] for b in blocks)
    assert len("".join(covered.split())) <= len("".join(text.split()))


def test_a_date_alone_is_read() -> None:
    _, blocks = layout(Document(id="d", text="الخميس 7 مارس 2024"))
    assert [block.kind for block in blocks] == ["paragraph"]
