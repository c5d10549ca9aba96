"""What a person types becomes a corrected event, or is refused with what can be typed."""

import pytest

from wasata.coding.correct import Change, CorrectionError, corrected, parties, when
from wasata.packs.language import language
from wasata.records.correction import Correction, by_hand
from wasata.records.event import Event
from wasata.records.mention import Party, When, Why
from wasata.records.text import Span

PACK = language("ar")
SHOUKRY, TURKEY = Party("sameh-shoukry", "EGY", "GOV"), Party("TUR", "TUR", "")
EVENT = Event(
    "e1", "d1", Span(0, 3), "CONSULT", "visit", (SHOUKRY,), (TURKEY,), When("2024-05-01", "2024-05-02", "day"),
    "ankara", "actual", "", "rules@1", "زار سامح شكري تركيا", Why("ar/verbs.tsv:1", Span(0, 3)), 0.6, ("article",),
)  # fmt: skip


def test_what_is_not_named_stays() -> None:
    now = corrected(EVENT, Change(mode="phone"), PACK)
    assert (now.id, now.type, now.mode, now.actors, now.when) == ("e1", "CONSULT", "phone", (SHOUKRY,), EVENT.when)
    assert by_hand(now) and now.coder == "hand after rules@1" and now.confidence == 1.0
    assert corrected(now, Change(status="future"), PACK).coder == "hand after rules@1"
    assert Correction(EVENT, now, "زار").right, "type and sides were right"
    assert not Correction(EVENT, corrected(EVENT, Change(recipients="GRC"), PACK), "زار").right
    assert not Correction(EVENT, None, "زار").right


def test_a_mode_goes_with_another_type_only_where_that_has_it() -> None:
    assert corrected(EVENT, Change(type="support"), PACK).mode == ""
    assert corrected(EVENT, Change(type="CONSULT"), PACK).mode == "visit"


def test_codes_become_parties() -> None:
    assert parties("EGY/GOV, tur", PACK, EVENT.actors) == (SHOUKRY, TURKEY)
    assert parties("MLI/REB،UNO", PACK) == (Party("", "MLI", "REB"), parties("UNO", PACK)[0])
    assert parties("sameh-shoukry", PACK)[0].country == "EGY"
    assert parties("none", PACK) == ()
    assert parties("---/CVL", PACK) == (Party("", "", "CVL"),)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("2024-02-29", When("2024-02-29", "2024-03-01", "day")),
        ("2024-02", When("2024-02-01", "2024-03-01", "month")),
        ("2024", When("2024-01-01", "2025-01-01", "year")),
        ("2024-01-30..2024-02-02", When("2024-01-30", "2024-02-03", "day")),
        ("none", None),
    ],
)
def test_dates(told: str, wanted: When | None) -> None:
    assert when(told) == wanted


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(type="ATTACK"), "ATTACK is no type of event; there are AGREE"),
        (Change(type="ASAULT"), "did you mean ASSAULT?"),
        (Change(mode="vist"), "vist is no mode of CONSULT; did you mean visit?"),
        (Change(actors="MLY"), "MLY is no country code; did you mean MLI (Mali) or MLT (Malta)?"),
        (Change(actors="Mali"), "did you mean MLI (Mali)?"),
        (Change(actors="MLI/GVO"), "GVO is no sector; did you mean GOV?"),
        (Change(actors="sameh-shukry"), "did you mean sameh-shoukry?"),
        (Change(date="2024-02-30"), "is no date; write 2024-01-31"),
        (Change(date="2024-03-01..2024-02-01"), "ends before it begins"),
        (Change(status="planned"), "planned is no status; there are actual"),
        (Change(actors="none", recipients="none"), "--not-an-event says so"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(change: Change, words: str) -> None:
    with pytest.raises(CorrectionError) as told:
        corrected(EVENT, change, PACK)
    assert words in str(told.value)
