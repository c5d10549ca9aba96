def test_the_minister_by_name_first_is_the_minister_later() -> None:
    found = coded(
        "قال ناصر بوريطة، وزير الشؤون الخارجية المغربي، ذلك. وأضاف الوزير أن الجزائر تتحمل المسؤولية.", "2022-05-01"
    )
    assert ("الوزير", "MAR/GOV") in found


def test_the_organisation_is_the_armed_movement_named_last() -> None:
    found = coded("قصفت تركيا حزب العمال الكردستاني. وتوعد الرئيس التركي بالقضاء على التنظيم.")
    assert found[-1] == ("التنظيم", "TUR/REB")
