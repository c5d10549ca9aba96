"""Short articles of our own in which a clause leaves a side out that another sentence has set up."""

from wasata import Document, Recipe, code


def told(*lines: str, date: str = "2024-04-01") -> list[str]:
    """Each event of the article as TYPE actors>recipients."""
    document = Document(id="t", text="\n".join(lines), date=date)
    return [
        f"{e.type} {','.join(p.code for p in e.actors)}>{','.join(p.code for p in e.recipients)}"
        for e in code([document], Recipe())
    ]


def test_a_camp_strikes_whom_it_fights() -> None:
    found = told(
        "غارات على مواقع الحوثيين", "قصف الجيش السعودي الحوثيين أمس.", "وشنت القوات السعودية هجوما جديدا ليلا."
    )
    assert found[-1] == "ASSAULT SAU/MIL>YEM/REB"


def test_an_attack_told_without_parties_is_the_one_told_before() -> None:
    found = told("توتر في الشمال", "هاجم مسلحون ماليون جنودا ماليين فجرا.", "ووقع الهجوم قرب نقطة تفتيش.")
    assert set(found) == {"ASSAULT MLI/UAF>MLI/MIL"}


def test_an_aimed_act_is_aimed_at_the_other_one_of_the_title() -> None:
    found = told("خلاف بين إثيوبيا ومصر", "زاد التوتر هذا الأسبوع.", "ونددت أديس أبابا بالتصريحات الأخيرة.")
    assert found == ["ACCUSE ETH>EGY"]


def test_a_lone_sentence_sets_nothing_up() -> None:
    assert told("جددت سلطنة عمان استعدادها للعمل على حل سياسي في اليمن.") == ["AGREE OMN>"]


def test_a_guest_is_received_by_the_country_of_the_place() -> None:
    found = told("جولة الوزير", "بدأ وزير الدفاع الهندي زيارة رسمية في نيروبي.", "وتستمر يومين.")
    assert found == ["CONSULT IND/GOV>KEN"]


def test_the_minister_after_his_full_title_is_the_same_man_and_a_guest() -> None:
    found = told(
        "مباحثات في أنقرة",
        "وصل وزير الخارجية المصري إلى أنقرة أمس.",
        "وبحث الوزير مع نظيره التركي ملف الطاقة.",
        "وناقش الجانبان الأزمة في ليبيا.",
    )
    assert found[-2:] == ["CONSULT EGY/GOV>TUR/GOV", "CONSULT EGY/GOV>TUR/GOV"]


def test_a_mediator_goes_between_the_same_two_again() -> None:
    found = told(
        "جهود الدوحة", "تواصل قطر الوساطة بين إسرائيل وحماس.", "وقالت الخارجية القطرية إن الدوحة تتوسط منذ أشهر."
    )
    assert set(found) == {"CONSULT QAT>ISR,PSE/REB"}


def test_who_condemns_a_killing_does_not_blame_the_dead() -> None:
    found = told("إدانة", "أدانت فرنسا قتل الصحفي اللبناني.", "ودعت باريس إلى التهدئة.")
    assert "ACCUSE FRA>LBN/JRN" not in found


def test_who_condemns_an_attack_blames_the_attacker() -> None:
    found = told("إدانة", "أدانت فرنسا الهجوم الروسي على أوكرانيا.", "ووصفت باريس الوضع بالخطير.")
    assert "ACCUSE FRA>RUS" in found


def test_a_truce_faces_the_rebels_of_the_article() -> None:
    found = told("قيادة التحالف تعلن هدنة", "أعلن التحالف العربي هدنة إنسانية تبدأ اليوم.", "ولم يصدر رد من الحوثيين.")
    assert found[-1] == "CONCEDE SAU/MIL>YEM/REB"


def test_of_the_two_sides_only_the_other_one_receives() -> None:
    found = told("تعاون", "التقى الرئيس الكيني نظيره الأوغندي في جنيف.", "وطلبت كينيا من الجانبين ضبط النفس.")
    assert found[-1] == "REQUEST KEN>UGA/GOV"


def test_a_militia_faces_the_rebels_and_not_the_dead() -> None:
    found = told(
        "معارك",
        "قصف المتمردون الحوثيون الأحياء السكنية فجرا وقتلوا مدنيين يمنيين.",
        "وسيطرت المقاومة الشعبية في تعز على مواقع جديدة.",
    )
    assert found[-1] == "ASSAULT YEM/UAF>YEM/REB"


def test_who_refuses_refuses_whoever_asked() -> None:
    found = told(
        "دبابات", "طلبت أوكرانيا من ألمانيا تزويدها بدبابات.", "ورفض المستشار الألماني الطلب.", "وقالت تركيا ذلك."
    )
    assert found[-1] == "REJECT DEU/GOV>UKR"


def test_a_complaint_to_a_council_is_against_the_other_one() -> None:
    found = told("دهوك", "اتهم العراق تركيا بانتهاك سيادته.", "وتقدم العراق بشكوى إلى مجلس الأمن الدولي.")
    assert found[-1] == "ACCUSE IRQ>TUR"


def test_power_is_seized_from_the_government_of_the_country() -> None:
    found = told("نيامي", "استولى الجيش النيجري على السلطة فجر اليوم.", "وأغلقت المطارات.")
    assert found[0] == "COERCE NER/MIL>NER/GOV"


def test_who_condemns_an_attack_at_the_end_blames_who_struck_first() -> None:
    found = told(
        "سيناء",
        "قتل جنود مصريون في هجوم شنه مسلحون مصريون فجرا.",
        "وقتلت القوات المصرية خمسة من المسلحين.",
        "وأدانت فرنسا الهجوم.",
    )
    assert found[-1] == "ACCUSE FRA>EGY/UAF"


def test_an_act_answers_who_just_acted() -> None:
    found = told(
        "تونس",
        "اتهم الرئيس التونسي القضاة التونسيين بالفساد.",
        "وأعربت الولايات المتحدة عن قلقها إزاء قرارات الرئيس التونسي.",
        "ونددت الخارجية التونسية بهذا الموقف.",
    )
    assert found[-1] == "ACCUSE TUN/GOV>USA"


def test_who_holds_a_meeting_between_two_others_goes_between() -> None:
    found = told("خلاف", "ساد التوتر بين مصر وتركيا.", "وعقدت قطر اجتماعا بين الجانبين في الدوحة.")
    assert found[-1] == "CONSULT QAT>EGY,TUR"
