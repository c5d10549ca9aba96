"""Times as sentences tell them: what is dated, what is not, and what each is counted from."""

import pytest

from wasata.packs.language import language
from wasata.reading import calendar
from wasata.reading.resolve_times import times
from wasata.records.mention import TimeMention
from wasata.records.text import Block, Document, Span
from wasata.text.segment import segment
from wasata.text.words import words

MONDAY = "2024-04-01"


def read(text: str, day: str = MONDAY) -> tuple[TimeMention, ...]:
    """The times of a text published on this day."""
    pack = language("ar")
    document = Document("d", text, date=day)
    return times(document, segment(text, (Block("paragraph", Span(0, len(text))),), words(pack)), pack)


def dated(text: str, day: str = MONDAY) -> list[str]:
    """The times that have a date, as start..end."""
    return [f"{m.when.start or ''}..{m.when.end or ''}" for m in read(text, day) if m.when]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وقع الوزيران في 12 أيار/مايو 2019 على الوثيقة", ["2019-05-12..2019-05-13"]),
        ("انعقد اللقاء مساء أمس الأحد في تونس", ["2024-03-31..2024-04-01"]),
        ("غادر الوفد السبت الماضي 30 مارس/آذار الماضي", ["2024-03-30..2024-03-31"]),
        ("زار الوزير بيروت في 7/3/2022 ثم عاد", ["2022-03-07..2022-03-08"]),
        ("صدر المرسوم في 9 شعبان 1442هـ الموافق 22 مارس 2021م", ["2021-03-22..2021-03-23"]),
        ("جولات أعوام 1998 و2003 فاشلة", ["1998-01-01..1999-01-01", "2003-01-01..2004-01-01"]),
        ("بين 5 و9 يونيو 2022 توقف القصف", ["2022-06-05..2022-06-10"]),
        ("يبقى المراقبون من 3 حتى 8 مايو المقبل", ["2024-05-03..2024-05-09"]),
        ("يعمل المكتب هناك منذ عام 2016", ["2016-01-01.."]),
        ("هذا أعلى رقم منذ عام 2016", ["2016-01-01..2024-04-01"]),
        ("في الربع الأخير من عام 2022 هدأت الجبهة", ["2022-10-01..2023-01-01"]),
        ("في تسعينيات القرن الماضي", ["1990-01-01..2000-01-01"]),
        ("منذ نحو شهرين", ["2024-02-01..2024-02-02"]),
        ("خلال الأشهر الثلاثة الماضية", ["2024-01-01..2024-04-01"]),
        ("تبدأ الجلسة الساعة 10:30 صباح الأربعاء المقبل", ["2024-04-03T10:30:00..2024-04-03T10:31:00"]),
    ],
)  # fmt: skip
def test_dates(text: str, wanted: list[str]) -> None:
    """Words of time become the days they mean."""
    assert dated(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "ينتج الحقل 1400 برميل في اليوم",
        "قتل رجل يبلغ من العمر 45 عاما",
        "شارك 2015 شخصا في المسيرة",
        "التقى الأمين العام السابق للمنظمة بالسفير",
        "على بعد 1950 كيلومترا من العاصمة",
        "استمر الحصار ثلاث سنوات",
        "مارس الجيش ضغوطا على القبائل",
        "قُتلوا من قبل المسلحين",
        "سافر إلى المغرب ثم إلى الجزائر",
        "وهي اليوم تواصل العمل نفسه",
        "بعد يومين من المعارك",
        "أغلق المؤشر عند 6625.05 نقطة",
        "اجتمع نواب (14 آذار) في بيروت",
        "دخل الإضراب يومه، وهو اليوم الثالث للاحتجاج",
    ],
)
def test_traps(text: str) -> None:
    """Rates, ages, counts and offices give no date."""
    assert dated(text) == []


def test_pointing_back() -> None:
    """حينها, العام ذاته and بعدها بيومين are counted from the time told last."""
    text = "بدأ الحوار في 3 مايو 2021. وتعثر في سبتمبر من العام ذاته. وكان حينها الوسيط غائبا. وبعدها بشهر استؤنف."
    assert dated(text) == [
        "2021-05-03..2021-05-04", "2021-09-01..2021-10-01", "2021-09-01..2021-10-01", "2021-10-01..2021-11-01",
    ]  # fmt: skip


def test_ahead_and_back() -> None:
    """A bare weekday lies ahead after a future verb and behind otherwise; the day of the text itself counts."""
    assert dated("سيصل المبعوث الخميس إلى عدن") == ["2024-04-04..2024-04-05"]
    assert dated("وصل المبعوث الخميس إلى عدن") == ["2024-03-28..2024-03-29"]
    assert dated("وصل المبعوث الاثنين إلى عدن") == ["2024-04-01..2024-04-02"]


def test_unknown_day() -> None:
    """Without a day of the text relative times stay undated, absolute ones do not."""
    assert dated("وصل أمس بعد زيارته في يونيو 2020", day="") == ["2020-06-01..2020-07-01"]


def test_names() -> None:
    """A year in the name of an agreement is a name and no ground for what follows."""
    mentions = read("انهار اتفاق السلام لعام 2015 بعد حرب 2012 وفي العام نفسه")
    assert [m.kind for m in mentions][:2] == ["name", "name"]
    assert "ar/times.tsv:" in mentions[0].why.row


def test_order() -> None:
    """Mentions come in text order and none overlaps another."""
    mentions = read("أعلن أمس أن اجتماع 5 مايو المقبل سيعقد في موعده، بعد لقاء يوم الجمعة الماضي في عام 2023.")
    spans = [(m.span.start, m.span.end) for m in mentions]
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
    assert len(spans) >= 3


def test_calendar() -> None:
    """Months are stepped to their last day and Easter falls where it fell."""
    assert calendar.step(calendar.date(2024, 1, 31), "month", 1) == calendar.date(2024, 2, 29)
    assert calendar.easter(2024) == calendar.date(2024, 3, 31)
    assert calendar.hijri(1445, 9, 1) == calendar.date(2024, 3, 11)


def test_what_lasted_ended_at_the_time_told() -> None:
    assert dated("في مايو 2020 عاد القتال بعد ثلاث سنوات من الهدوء")[-1] == "2017-05-01..2020-05-01"
    assert dated("في مايو 2020 عاد القتال بعد ثلاث سنوات من الانقلاب") == ["2020-05-01..2020-06-01"]


def test_a_feast_is_not_pointed_back_to() -> None:
    assert dated("زار الوزير بيروت في 7/3/2022 بمناسبة عيد العمال، وبعدها بيومين غادر")[-1] == "2022-03-09..2022-03-10"


def test_a_second_round_is_no_second_day() -> None:
    assert dated("تعقد جولة ثانية في أغسطس 2023") == ["2023-08-01..2023-09-01"]
