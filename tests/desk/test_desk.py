"""The desk reads, stores, answers and exports; nothing is coded twice and a fault stops nobody."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from wasata import Desk
from wasata.coding.local import ALONE, code_all
from wasata.coding.recipe import Recipe
from wasata.documents.sources import Fault
from wasata.records.coded import Coded
from wasata.records.text import Document
from wasata.store.store import StoreError

STORY = "زار وزير الخارجية المصري تركيا يوم الثلاثاء."


def articles(folder: Path, count: int, text: str = STORY) -> Path:
    """A file of so many articles."""
    path = folder / "articles.jsonl"
    lines = [json.dumps({"id": f"d{n}", "text": text, "date": "2024-05-01"}) for n in range(count)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_what_is_read_is_kept_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "a.duckdb")
    path = articles(tmp_path, 150)
    first = [one for one in desk.read([path]) if not isinstance(one, Fault)]
    assert [coded.document.id for coded, _, _ in first] == [f"d{n}" for n in range(150)]
    assert {added for _, added, _ in first} == {"new"}
    before = desk.counts()
    again = [one for one in desk.read([path]) if not isinstance(one, Fault)]
    assert {added for _, added, _ in again} == {"known"} and desk.counts() == before
    assert before["documents"] == 150 and before["events"] == sum(len(coded.events) for coded, _, _ in first) >= 150


def test_another_day_replaces_what_was(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "a.duckdb")
    (tmp_path / "in").mkdir()
    for number in range(3):
        (tmp_path / "in" / f"{number}.txt").write_text(f"خبر {number}\n\n{STORY}", encoding="utf-8")
    path = tmp_path / "in"
    first = list(desk.read([path], date="2024-05-01"))
    (events,) = {len(one[0].events) for one in first if isinstance(one, tuple)}
    again = [one[1] for one in desk.read([path], date="2023-02-01") if isinstance(one, tuple)]
    assert again == ["again"] * 3 and desk.counts()["events"] == 3 * events
    assert {event.when and event.when.start[:4] for event in _events(desk)} == {"2023"}  # type: ignore[index]


def _events(desk: Desk) -> list:  # type: ignore[type-arg]
    out = desk.path.with_suffix(".jsonl")
    desk.export("jsonl", out)
    return [desk.why(json.loads(line)["id"])[0] for line in out.read_text(encoding="utf-8").splitlines()]


def test_faults_stand_where_they_were_met_and_stop_nobody(tmp_path: Path) -> None:
    good = articles(tmp_path, 2)
    found = list(Desk(tmp_path / "a.duckdb").read([tmp_path / "none.txt", good, tmp_path / "none.md"]))
    assert [isinstance(one, Fault) for one in found] == [True, False, False, True]


def test_another_text_of_a_known_id_is_a_fault(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "a.duckdb")
    list(desk.read([articles(tmp_path, 1)]))
    (fault,) = desk.read([articles(tmp_path, 1, "اجتمع وزراء عرب.")])
    assert isinstance(fault, Fault) and "--replace" in fault.message
    (done,) = desk.read([articles(tmp_path, 1, "اجتمع وزراء عرب.")], replacing=True)
    assert isinstance(done, tuple) and done[1] == "again"


def test_the_same_id_twice_in_one_reading(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "x", "text": text}) for text in (STORY, STORY, "اجتمع وزراء عرب.")]
    path = tmp_path / "twins.jsonl"
    path.write_text("\n".join([json.dumps({"id": "y", "text": STORY}), *lines]), encoding="utf-8")
    found = list(Desk(tmp_path / "a.duckdb").read([path]))
    assert [one if isinstance(one, Fault) else one[1] for one in found[:3]] == ["new", "new", "known"]
    assert isinstance(found[3], Fault)


def test_why_tells_the_event_and_its_ladder(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "a.duckdb")
    (one,) = desk.read([articles(tmp_path, 1)])
    assert isinstance(one, tuple)
    event = one[0].events[0]
    back, rungs = desk.why(event.id[:12])
    assert back == event and rungs[0].row == event.why.row and rungs[0].words == "زار"
    with pytest.raises(StoreError, match="no event"):
        desk.why("zz")


@pytest.mark.parametrize("kind", ["csv", "parquet", "jsonl"])
def test_export_is_one_line_an_event(tmp_path: Path, kind: str) -> None:
    desk = Desk(tmp_path / "a.duckdb")
    list(desk.read([articles(tmp_path, 3)]))
    assert desk.export(kind, tmp_path / f"out.{kind}") == desk.counts()["events"]


def test_processes_code_what_one_codes(tmp_path: Path) -> None:
    documents = [Document(f"d{n}", STORY, date="2024-05-01") for n in range(ALONE + 60)]
    alone = list(code_all(documents, Recipe()))
    assert list(code_all(documents, Recipe(), workers=2)) == alone and len(alone) == ALONE + 60


def test_a_document_that_breaks_the_coder_becomes_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    import wasata.coding.local as local

    kept = local.kept

    def breaks(document: Document, recipe: Recipe) -> Coded:
        if document.id == "bad":
            raise ValueError("too odd")
        return kept(document, recipe)

    monkeypatch.setattr(local, "kept", breaks)
    found = list(code_all([Document("a", STORY), Document("bad", STORY), Document("b", STORY)], Recipe()))
    assert [type(one) for one in found] == [Coded, Fault, Coded] and "too odd" in str(found[1])


def test_the_package_wakes_no_heavy_guest() -> None:
    script = "import sys, wasata; print([m for m in ('duckdb', 'pyarrow', 'trafilatura', 'rich') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def happened(folder: Path, order: list[dict[str, str]], *, at_once: bool) -> dict[str, tuple[object, ...]]:
    """What a store tells once these articles were read in this order, in one go or one after the other."""
    desk = Desk(folder / f"{len(list(folder.iterdir()))}.duckdb")
    for number, batch in enumerate([order] if at_once else [[one] for one in order]):
        path = folder / f"batch-{desk.path.stem}-{number}.jsonl"
        path.write_text("".join(json.dumps(one) + "\n" for one in batch), encoding="utf-8")
        assert all(isinstance(one, tuple) for one in desk.read([path]))
    desk.export("jsonl", folder / "out.jsonl", what="occurrences")
    lines = [json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    return {line["id"]: tuple(str(cell) for cell in line.values()) for line in lines}


NEWS = [
    {"id": "a", "date": "2024-05-02", "outlet": "A", "text": "زار وزير الخارجية المصري سامح شكري أنقرة أمس."},
    {"id": "b", "date": "2024-05-02", "outlet": "B", "text": "أجرى سامح شكري أمس زيارة إلى تركيا."},
    {"id": "c", "date": "2024-05-09", "outlet": "A", "text": "زار وزير الخارجية المصري سامح شكري أنقرة أمس."},
    {"id": "d", "date": "2024-05-02", "outlet": "C", "text": "قصف الجيش السوداني قوات الدعم السريع في أم درمان أمس."},
    {"id": "e", "date": "2024-05-03", "outlet": "B", "text": "تظاهر آلاف السودانيين في بورتسودان أمس."},
]


@pytest.mark.parametrize("few", [3_000, 0])
def test_the_order_of_reading_changes_nothing(tmp_path: Path, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wasata.store.occurrences.FEW", few)  # above it only the days around are looked at
    whole = happened(tmp_path, NEWS, at_once=True)
    assert whole == happened(tmp_path, NEWS[::-1], at_once=True)
    assert whole == happened(tmp_path, NEWS, at_once=False)
    assert whole == happened(tmp_path, [NEWS[2], NEWS[0], NEWS[4], NEWS[1], NEWS[3]], at_once=False)


def test_one_visit_of_two_papers_is_one_occurrence(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in NEWS[:3]), encoding="utf-8")
    desk = Desk(tmp_path / "a.duckdb")
    read = {one[0].document.id: one[2] for one in desk.read([path]) if isinstance(one, tuple)}
    (visit,) = [one for one in read["b"] if one.type == "CONSULT"]
    assert visit.documents == ("a", "b") and visit.outlets == 2 and len(visit.reports) == 2
    assert desk.find(visit.id[:10]) == visit
    assert {event.document for event, _ in desk.events(visit.reports).values()} == {"a", "b"}
    later = [one for one in read["c"] if one.type == "CONSULT"]
    assert later and later[0].documents == ("c",)


def test_what_was_not_merged_is_merged_when_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in NEWS[:2]), encoding="utf-8")
    desk = Desk(tmp_path / "a.duckdb")
    broken_off = desk.read([path], merging=False)
    next(broken_off)
    next(broken_off)
    broken_off.close()  # type: ignore[attr-defined]
    assert desk.counts()["occurrences"] == 0
    assert desk.export("csv", tmp_path / "a.csv", what="occurrences") == desk.counts()["occurrences"] > 0
