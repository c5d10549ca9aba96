"""Pronouns that look back over a full stop, forward to the main verb, or at whoever speaks."""

from wasata import Document, Recipe, code


def told(*lines: str, date: str = "2024-04-01") -> list[str]:
    """Each event of the article as TYPE actors>recipients."""
    document = Document(id="t", text="\n".join(lines), date=date)
    return [
        f"{e.type} {','.join(p.code for p in e.actors)}>{','.join(p.code for p in e.recipients)}"
        for e in code([document], Recipe())
    ]


def test_i_is_whoever_speaks() -> None:
    found = told("مقابلة", 'قال الرئيس الكيني: "دعاني الرئيس الفرنسي إلى القمة".')
    assert found == ["REQUEST FRA/GOV>KEN/GOV"]


def test_we_call_is_the_call_of_whoever_speaks() -> None:
    found = told("بيان", 'قالت الحكومة الأوغندية: "ندعو رواندا إلى سحب قواتها".')
    assert found == ["REQUEST UGA/GOV>RWA"]


def test_a_dropped_subject_is_that_of_the_sentence_before() -> None:
    found = told("تصريحات", "زار وزير الدفاع الهندي كولومبو صباح الأحد.", "كما انتقد باكستان بشدة.")
    assert found[-1] == "ACCUSE IND/GOV>PAK"


def test_a_dual_verb_has_the_two_who_met() -> None:
    found = told("لقاء", "التقى الرئيس الغاني نظيره النيجيري في جنيف.", "ودعوا بوركينا فاسو إلى الحوار.")
    assert found[-1] == "REQUEST GHA/GOV,NGA/GOV>BFA"


def test_a_pronoun_before_the_main_verb_is_its_subject() -> None:
    found = told("اللقاء", "خلال زيارته إلى تركيا، التقى وزير الخارجية المصري نظيره التركي.")
    assert found == ["CONSULT EGY/GOV>TUR", "CONSULT EGY/GOV>TUR/GOV"]


def test_he_in_direct_speech_is_not_who_speaks() -> None:
    found = told("الشاهد", "نقل القاضي التونسي إلى المستشفى.", 'وقال ضابط تونسي: "هاجمه مسلحون ماليون".')
    assert found == ["ASSAULT MLI/UAF>TUN/JUD"]


def test_talks_told_by_a_noun_alone_are_of_the_two_who_met() -> None:
    found = told(
        "جنيف", "التقى الرئيس الغاني نظيره النيجيري في جنيف.", "وتناولت المحادثات أسعار الكاكاو.", "ثم غادر الوفدان."
    )
    assert found == ["CONSULT GHA/GOV,NGA/GOV>", "CONSULT GHA/GOV,NGA/GOV>"]


def test_two_who_discuss_need_no_with() -> None:
    found = told("جنيف", "التقى الرئيس الغاني نظيره النيجيري في جنيف.", "وذكر البيان أن البلدين بحثا أيضا ملف الطاقة.")
    assert found[-1] == "CONSULT GHA,NGA>"


def test_his_planes_strike_for_him() -> None:
    found = told("جبال", "أعلن الجيش التركي أن مقاتلاته دمرت مواقع لحزب العمال الكردستاني.", "ثم هدأ القصف.")
    assert found[0] == "ASSAULT TUR/MIL>TUR/REB"


def test_they_are_all_whom_and_joins() -> None:
    found = told("عدن", "تقدمت الميليشيات الحوثية والقوات الليبية، ثم قصفها الجيش السعودي.", "وهدأ القتال.")
    assert found[-1] == "ASSAULT SAU/MIL>YEM/REB,LBY/MIL"


def test_him_in_a_clause_is_not_its_doer() -> None:
    found = told("جدة", "بحث الملك سلمان مع الرئيس التركي ملف الطاقة.", "جاء ذلك خلال استقبال الملك له في جدة.")
    assert found[-1] == "CONSULT TUR/GOV>SAU/GOV"


def test_twenty_members_of_the_forces_are_forces() -> None:
    found = told("حماة", "وقتل في العملية عشرون عنصرا من قوات النظام السوري.", "ثم هدأ القتال هناك.")
    assert found[0] == "ASSAULT >SYR/MIL"
