"""Whose the bare words of an article are: told by what was said before, not by a guest of the sentence."""

from tests.reading.test_actors import coded


def test_the_authorities_are_those_of_whom_the_article_speaks() -> None:
    found = coded("رفضت الحكومة السودانية الطلب. وقال وزير الخارجية السوداني ذلك. واستدعت السلطات السفير الإثيوبي.")
    assert found[-2:] == [("السلطات", "SDN/GOV"), ("السفير الإثيوبي", "ETH/GOV")]


def test_the_minister_is_the_last_one_named_in_full() -> None:
    found = coded("وصل وزير الخارجية المصري أمس. وبحث الوزير مع نظيره التركي ملف الطاقة.")
    assert ("الوزير", "EGY/GOV") in found


def test_a_council_that_is_asked_is_none_of_the_two_sides() -> None:
    found = coded("قصفت إسرائيل غزة. ثم طالبت إسرائيل مجلس الأمن بالتحرك. وردت روسيا وأوكرانيا. واتفق الجانبان.")
    assert found[-1] == ("الجانبان", "RUS+UKR")


def test_the_king_is_of_the_kingdom() -> None:
    found = coded("بعث خادم الحرمين برقية إلى أمير الكويت. وأكد الملك دعم المملكة للكويت.")
    assert ("الملك", "SAU/GOV") in found


def test_the_minister_by_name_first_is_the_minister_later() -> None:
    found = coded(
        "قال ناصر بوريطة، وزير الشؤون الخارجية المغربي، ذلك. وأضاف الوزير أن الجزائر تتحمل المسؤولية.", "2022-05-01"
    )
    assert ("الوزير", "MAR/GOV") in found


def test_the_organisation_is_the_armed_movement_named_last() -> None:
    found = coded("قصفت تركيا حزب العمال الكردستاني. وتوعد الرئيس التركي بالقضاء على التنظيم.")
    assert found[-1] == ("التنظيم", "TUR/REB")


def test_the_coalition_alone_is_the_one_that_fights_in_the_country() -> None:
    found = coded("أعلنت الحكومة اليمنية ذلك. واتهم التحالف الحوثيين بخرق الهدنة.", "2022-05-01")
    assert ("التحالف", "SAU/MIL") in found


def test_a_known_movement_ends_where_a_guess_would_go_on() -> None:
    found = coded("واعتبرت حركة النهضة القرار انقلابا.", "2022-05-01")
    assert found == [("حركة النهضة", "TUN/OPP")]


def test_a_ministry_by_its_last_word_is_an_actor() -> None:
    found = coded("قال وزير الخارجية الروسي ذلك. وأعلنت الخارجية الانسحاب.", "2022-05-01")
    assert found[-1] == ("الخارجية", "RUS/GOV")


def test_the_envoy_of_the_united_nations_stays_theirs() -> None:
    found = coded("وصل المبعوث الأممي إلى طرابلس أمس. وأكد المبعوث ذلك.", "2022-05-01")
    assert found[-1] == ("المبعوث", "UNO")


def test_planes_of_the_coalition_fly_where_the_article_is() -> None:
    found = coded("تقدم الجيش العراقي أمس. وقصفت طائرات التحالف الموصل.", "2016-05-01")
    assert ("طائرات التحالف", "USA/MIL") in found
