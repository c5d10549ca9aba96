"""Pairs of sentences a word apart, whose events must differ."""

import pytest

from wasata import Document, Event, Recipe, code


def events(text: str, date: str = "2024-04-01") -> list[Event]:
    return list(code([Document(id="t", text=text, date=date)], Recipe()))


def told(text: str) -> list[str]:
    """Each event as TYPE actors>recipients status."""
    return [
        f"{e.type} {','.join(p.code for p in e.actors)}>{','.join(p.code for p in e.recipients)} {e.status}"
        for e in events(text)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # 1 active and passive share their letters
        ("قتل مسلحون سوريون جنديا عراقيا في البادية.", ["ASSAULT SYR/UAF>IRQ/MIL actual"]),
        ("قتل جندي عراقي في هجوم قرب البادية.", ["ASSAULT >IRQ/MIL actual"]),
        # 2 one's own envoy, another's envoy
        ("استدعت الجزائر سفيرها لدى فرنسا.", ["SANCTION DZA>FRA actual"]),
        ("استدعت الجزائر السفير الفرنسي.", ["ACCUSE DZA>FRA/GOV actual"]),
        # 3 lifting sanctions, raising a veto
        ("رفعت واشنطن العقوبات عن السودان.", ["RETREAT USA>SDN actual"]),
        ("رفعت روسيا الفيتو ضد القرار.", ["REJECT RUS> actual"]),
        # 4 signed, happened
        ("وقعت مصر مع السودان اتفاقا أمنيا.", ["SUPPORT EGY,SDN> actual"]),
        ("وقع الحادث مع الفجر في مصر.", []),
        # 5 may sign, has signed
        ("قد توقع مصر اتفاقا مع السودان.", ["SUPPORT EGY,SDN> hypothetical"]),
        ("قد وقعت مصر اتفاقا مع السودان.", ["SUPPORT EGY,SDN> actual"]),
        # 6 denied, refused, not ruled out
        ("نفت باريس دعم المتمردين الليبيين.", ["SUPPORT FRA>LBY/REB negated"]),
        ("رفضت باريس دعم المتمردين الليبيين.", ["REJECT FRA>LBY/REB actual"]),
        # 7 a city, a government, an accord's name
        ("التقى الوزير المصري نظيره التركي في باريس.", ["CONSULT EGY/GOV,TUR/GOV> actual"]),
        ("أدانت باريس الهجوم.", ["ACCUSE FRA> actual"]),
        ("وقعت مصر اتفاق باريس.", ["SUPPORT EGY> actual"]),
        # 8 Mali, money
        ("هاجم الجيش المالي المتمردين.", ["ASSAULT MLI/MIL>MLI/REB actual"]),
        ("قدمت فرنسا الدعم المالي للسودان.", ["AID FRA>SDN actual"]),
        # 9 who is accused: without an accuser, nobody is coded, least of all the accused
        ("بعد اتهام الجزائر لفرنسا بالتدخل ساد الصمت.", ["ACCUSE DZA>FRA actual"]),
        ("بعد اتهام الجزائر بالتدخل ساد الصمت.", []),
        # 10 a call for an end, an end
        ("دعت مصر إثيوبيا إلى وقف القتال.", ["REQUEST EGY>ETH actual"]),
        # 12 a claim, a report
        ("هاجمت روسيا أوكرانيا.", ["ASSAULT RUS>UKR actual"]),
        # 13 each, between, and
        ("استدعت كل من الجزائر وتونس سفيرها لدى فرنسا.", ["SANCTION DZA,TUN>FRA actual"]),
        ("جرت محادثات بين مصر وتركيا.", ["CONSULT EGY,TUR> actual"]),
        # 14 not ... but: two did sign
        ("لم يوقع الاتفاق سوى مصر والسودان.", ["SUPPORT EGY,SDN> actual"]),
        ("لم توقع مصر الاتفاق مع السودان.", ["SUPPORT EGY,SDN> negated"]),
        # 15 suffered, did
        ("تعرض الجيش السوداني لهجوم عنيف.", ["ASSAULT >SDN/MIL actual"]),
        ("شن الجيش السوداني هجوما عنيفا.", ["ASSAULT SDN/MIL> actual"]),
    ],
)
def test_pair(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted


def test_not_ruled_out_is_not_denied() -> None:
    assert all(e.status != "negated" for e in events("لم تستبعد باريس دعم المتمردين الليبيين."))


def test_pluperfect_does_not_take_the_day_of_the_story() -> None:
    told_day = events("التقى الوزير المصري أمس نظيره التركي. وكان الوزير المصري زار أنقرة في يناير 2023.")
    days = {e.mode: e.when.start for e in told_day if e.when}
    assert days.get("visit") == "2023-01-01"


def test_claim_keeps_its_speaker() -> None:
    (event,) = [e for e in events("قال الرئيس الأوكراني إن روسيا هاجمت كييف.") if e.type == "ASSAULT"]
    assert event.speaker
    (event,) = [e for e in events("هاجمت روسيا كييف.") if e.type == "ASSAULT"]
    assert event.speaker == ""


def test_an_attack_of_yesterday_is_news_and_one_of_years_ago_is_history() -> None:
    fresh = events("هاجم الجيش السوداني المتمردين في الخرطوم أمس.", "2024-04-01")
    assert [e.type for e in fresh] == ["ASSAULT"]
    old = events("هاجم الجيش السوداني المتمردين في الخرطوم عام 2009.", "2024-04-01")
    assert old == []
