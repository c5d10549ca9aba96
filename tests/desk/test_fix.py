"""A correction lies over what was coded, survives a new reading, can be undone, and teaches."""

import json
from pathlib import Path

import pytest

from wasata import Desk, Recipe
from wasata.coding.correct import Change, CorrectionError
from wasata.coding.learned import CorrectionRow
from wasata.packs.sheet import put_line
from wasata.packs.table import columns
from wasata.records.coded import Coded
from wasata.records.event import Event
from wasata.store.store import StoreError

STORY = "زار وزير الخارجية المصري تركيا يوم الثلاثاء. أدانت السعودية إيران في بيان رسمي."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "a.duckdb", Recipe(overlay=str(tmp_path / "lexicon")))


def read(desk: Desk, text: str = STORY, *, date: str = "2024-05-02", replacing: bool = False) -> tuple[Coded, str]:
    path = desk.path.with_suffix(".jsonl")
    path.write_text(json.dumps({"id": "d", "text": text, "date": date}), encoding="utf-8")
    plain = Desk(desk.path)  # the folder is made by the first correction
    (one,) = plain.read([path], replacing=replacing)
    assert isinstance(one, tuple)
    return one[0], one[1]


def of_type(coded: Coded, kind: str) -> Event:
    (found,) = [event for event in coded.events if event.type == kind]
    return found


def rows(desk: Desk) -> list[dict[str, str]]:
    path = Path(desk.recipe.overlay) / "ar" / "corrections.tsv"
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    return [dict(zip(head.split("\t"), line.split("\t"), strict=False)) for line in lines]


def test_a_correction_stays_when_the_article_is_read_again(desk: Desk) -> None:
    visit = of_type(read(desk)[0], "CONSULT")
    told, file = desk.fix(visit.id[:8], Change(recipients="GRC", date="2024-05-01"), note="خطأ")
    assert told.corrected and [p.code for p in told.corrected.recipients] == ["GRC"] and file
    assert desk.why(visit.id)[0].recipients == told.corrected.recipients
    coded, added = read(desk)
    assert added == "known" and [p.code for p in of_type(coded, "CONSULT").recipients] == ["GRC"]
    coded, added = read(desk, date="2024-06-09")
    assert added == "again" and [p.code for p in of_type(coded, "CONSULT").recipients] == ["GRC"]
    again = desk.why(visit.id)[0]
    assert [p.code for p in again.recipients] == ["GRC"] and again.why.row.startswith("ar/verbs/consult")
    coded, added = read(desk, "خبر عاجل. " + STORY, replacing=True)
    moved = of_type(coded, "CONSULT")
    assert (
        added == "again" and [p.code for p in moved.recipients] == ["GRC"] and moved.span.start == visit.span.start + 10
    )
    (row,) = rows(desk)
    assert (row["coded"], row["recipients"], row["note"], row["date"]) == (
        "wrong",
        "GRC",
        "خطأ",
        "2024-05-01..2024-05-02",
    )


def test_what_is_no_event_is_gone_until_it_is_undone(desk: Desk) -> None:
    condemned = of_type(read(desk)[0], "ACCUSE")
    desk.fix(condemned.id, None, note="رأي")
    assert [event.type for event in read(desk)[0].events] == ["CONSULT"]
    with pytest.raises(StoreError, match="corrected to be no event"):
        desk.find(condemned.id[:9])
    counts = desk.counts()
    assert counts["events"] == counts["occurrences"] == counts["reports"] == 1
    assert desk.undo(condemned.id[:9]) == condemned
    assert desk.why(condemned.id)[0] == condemned and desk.counts()["occurrences"] == 2 and rows(desk) == []
    with pytest.raises(CorrectionError, match="nothing to undo"):
        desk.undo(condemned.id)


def test_a_second_correction_builds_on_the_first_and_undo_goes_all_the_way(desk: Desk) -> None:
    visit = of_type(read(desk)[0], "CONSULT")
    desk.fix(visit.id, Change(recipients="GRC"))
    told, _ = desk.fix(visit.id, Change(mode="phone"))
    assert told.corrected and told.corrected.mode == "phone" and [p.code for p in told.corrected.recipients] == ["GRC"]
    assert told.event == visit and len(rows(desk)) == 1
    desk.fix(visit.id, None)
    back, _ = desk.fix(visit.id, Change(type="AGREE"))
    assert back.corrected and back.corrected.type == "AGREE" and desk.find(visit.id) == desk.why(visit.id)[0]
    assert desk.undo(visit.id) == visit


def test_check_runs_corrections(desk: Desk) -> None:
    coded = read(desk)[0]
    desk.fix(of_type(coded, "CONSULT").id, Change())
    desk.fix(of_type(coded, "ACCUSE").id, Change(recipients="GRC"))
    told = [one for one in desk.check() if "corrections.tsv" in one.row]
    assert [(one.row, one.error) for one in told] == [("lexicon/ar/corrections.tsv:3", False)]
    assert "wanted ACCUSE disapprove SAU > GRC, got ACCUSE disapprove SAU > IRN" in told[0].message
    path = Path(desk.recipe.overlay) / "ar" / "corrections.tsv"
    path.write_text(path.read_text(encoding="utf-8").replace("?", ""), encoding="utf-8")
    assert [one.error for one in desk.check() if "corrections.tsv" in one.row] == [True]


def examples(desk: Desk, count: int) -> None:
    """So many corrections: praise by a pronoun is wrong three times of four, meetings of named ones are right."""
    for number in range(count):
        wrong = number % 2 and number % 8 != 1
        signs = "type SUPPORT|article|doer by pronoun" if number % 2 else "type CONSULT|article|doer by name"
        cells = {
            "event": str(number),
            "sentence": "x",
            "trigger": "x",
            "coded": "wrong" if wrong else "right",
            "signs": signs,
        }
        put_line(Path(desk.recipe.overlay) / "ar" / "corrections.tsv", columns(CorrectionRow), cells, "event")


def test_enough_corrections_teach_how_sure_to_be(desk: Desk) -> None:
    examples(desk, 20)
    with pytest.raises(CorrectionError, match="30 with some of each"):
        desk.refit()
    examples(desk, 80)
    done = desk.refit()
    assert (done.right, done.wrong) == (50, 30) and done.after < done.before
    file = Path(desk.recipe.overlay) / "confidence.tsv"
    assert str(file) == done.file and "doer by pronoun\t-" in file.read_text(encoding="utf-8")
    visit = of_type(read(desk)[0], "CONSULT")
    path = desk.path.with_suffix(".jsonl")
    (with_theirs,) = [one for one in desk.code([path]) if isinstance(one, Coded)]
    assert of_type(with_theirs, "CONSULT").confidence != visit.confidence


def test_without_a_folder_nothing_is_written(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "a.duckdb")
    visit = of_type(read(desk)[0], "CONSULT")
    assert desk.fix(visit.id, Change())[1] is None and desk.undo(visit.id) == visit
    with pytest.raises(StoreError, match="no event"):
        desk.fix("zz", Change())
    with pytest.raises(StoreError, match="does not exist"):
        Desk(tmp_path / "none.duckdb").fix("zz", Change())
