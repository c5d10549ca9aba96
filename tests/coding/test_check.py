"""Examples are taken apart as their marks say."""

from pathlib import Path

from wasata.coding.check import check
from wasata.coding.explain import ladder
from wasata.coding.local import code_all
from wasata.coding.recipe import Recipe
from wasata.desk import Desk
from wasata.documents.sources import Fault
from wasata.records.coded import Coded
from wasata.records.text import Document

HEADER = "frame\tevent\tmode\texample\tnot\n"


def failures(folder: Path, rows: str) -> dict[str, str]:
    """What check says of an analyst's rows, by line."""
    table = folder / "ar" / "verbs.tsv"
    table.parent.mkdir(parents=True, exist_ok=True)
    table.write_text(HEADER + rows, encoding="utf-8")
    found = check(Recipe(overlay=str(folder)))
    mine = f"{folder.name}/"
    return {f.row.removeprefix(mine): f"{f.error} {f.message}" for f in found if f.row.startswith(mine)}


def test_wanted_rows_twins_and_bare_rows(tmp_path: Path) -> None:
    found = failures(
        tmp_path,
        "أدان 1 2 سرا\tACCUSE\tdisapprove\t?أدانت [مصر] {إسرائيل} سرا\t\n"
        "أدان 1 2 علنا\tACCUSE\tdisapprove\tأدانت [مصر] {إسرائيل} علنا\tأدانت مصر تركيا علنا\n"
        "أدان 1 2 جهرا\tACCUSE\tdisapprove\t\t\n"
        "أدان 1 2 همسا\tACCUSE\tdisapprove\t?أدانت {مصر} [إسرائيل] همسا\t\n",
    )
    assert found["ar/verbs.tsv:2"].startswith("False example is coded now, take the ? away")
    assert found["ar/verbs.tsv:3"].startswith("True coded where it must not be")
    assert "has no example" in found["ar/verbs.tsv:4"]
    assert "ar/verbs.tsv:5" not in found


def test_what_breaks_the_coder_is_one_fault(monkeypatch: object) -> None:
    good = Document(id="a", text="زار وزير الخارجية المصري تركيا.")
    bad = Document(id="b", text=None)  # type: ignore[arg-type]
    found = list(code_all([good, bad, Fault("f", "", "m"), good], Recipe()))
    assert [type(one) for one in found] == [Coded, Fault, Fault, Coded]
    assert "our fault" in found[1].message  # type: ignore[union-attr]


def test_the_ladder_begins_with_the_trigger() -> None:
    (coded,) = code_all([Document(id="a", text="زار وزير الخارجية المصري تركيا.")], Recipe())
    assert isinstance(coded, Coded)
    rungs = ladder(coded.events[0], coded.document.text)
    assert rungs[0].words == "زار" and rungs[0].depth == 0 and rungs[0].row.startswith("ar/verbs/consult.tsv:")
    assert any(rung.words == "المصري" and rung.depth == 2 for rung in rungs)


def test_the_desk_answers_from_python(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("زار وزير الخارجية المصري تركيا.", encoding="utf-8")
    desk = Desk(tmp_path / "a.duckdb")
    (one,) = desk.read([file])
    assert not isinstance(one, Fault) and one[1] == "new" and desk.counts()["documents"] == 1
    event, rungs = desk.why(one[0].events[0].id)
    assert event == one[0].events[0] and rungs
    assert desk.export("csv", tmp_path / "a.csv") == len(one[0].events)
    assert list(desk.missing([tmp_path / "none"]))[0].path.endswith("none")  # type: ignore[union-attr]
