"""An analyst's folder: whatever a spreadsheet does to it is read, and whatever is wrong is said with the mend."""

from pathlib import Path

import pytest

from wasata.packs.language import language
from wasata.packs.overlay import Overlay, Table
from wasata.packs.rows import ActorRow, NameRow, PlaceNameRow, RoleRow
from wasata.packs.sheet import drop_line, put_line
from wasata.packs.table import TableError

NAMES = Table("ar", "names", ("name", "actor"))
ROLES = Table("ar", "roles", ("role", "sector"))
PLACES = Table("ar", "places", ("name", "place"))
HEAD = "name\tactor\tkind\tnot"
OURS = (NameRow("ar/names.tsv:2", "مصر", "EGY", "state", ""), NameRow("ar/names.tsv:3", "فتح", "fatah", "movement", ""))
OUR_ROLES = (RoleRow("ar/roles.tsv:2", "وزير", "GOV", "person", "m", "s", "", "", ""),)
OUR_PLACES = (PlaceNameRow("ar/places.tsv:2", "باماكو", "bamako", ""),)


def laid(folder: Path, raw: str | bytes, file: str = "names.tsv") -> tuple[dict[str, NameRow], list[str]]:
    """The names once the analyst's table is laid over, and what is wrong with it."""
    path = folder / "lexicon" / "ar" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    over = Overlay(folder / "lexicon")
    return {row.name: row for row in over.rows(NAMES, NameRow, OURS)}, over.faults


ROW = "كتائب الغد\tfatah\tmovement"


@pytest.mark.parametrize(
    "raw",
    [
        f"{HEAD}\n{ROW}\t\n",
        f"{HEAD}\n{ROW}",  # no line end, no last cell
        f"{HEAD}\r\n{ROW}\t\r\n",
        f"\ufeff{HEAD}\r\n{ROW}\t\r\n".encode(),
        f"{HEAD}\r\n{ROW}\t\r\n".encode("utf-16"),
        f"{HEAD}\n{ROW}\n".encode("utf-16-le"),
        f"{HEAD}\t\t\n{ROW}\t\t\t\n\t\t\t\n\n",  # empty columns and lines that a spreadsheet leaves
        'Name\tActor\tKind\tNot\n"كتائب الغد"\tfatah\tmovement\t\n',
        "actor\tname\tnot\tkind\nfatah\tكتائب الغد\t\tmovement\n",
        f"{HEAD}\n# a remark\n \u200fكتائب\u00a0الغد \tfatah \tmovement\n",  # marks and spaces that came along
    ],
)
def test_whatever_a_spreadsheet_does_is_read(tmp_path: Path, raw: str | bytes) -> None:
    rows, faults = laid(tmp_path, raw)
    assert faults == [] and rows["كتائب الغد"].actor == "fatah" and rows["كتائب الغد"].kind == "movement"
    assert set(rows) == {"مصر", "فتح", "كتائب الغد"}


def test_quotes_within_a_cell_are_kept(tmp_path: Path) -> None:
    rows, faults = laid(tmp_path, f'{HEAD}\nكتائب\tfatah\tmovement\t"قال ""كتائب"" فقط"\n')
    assert faults == [] and rows["كتائب"].no == 'قال "كتائب" فقط'


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (f"{HEAD}\nا\tfatah\tmovement\t\tx\n", "lexicon/ar/names.tsv:2 has 5 cells, wanted 4"),
        (f"{HEAD}\nا\tfatah\tmovment\n", "has the kind 'movment', which is none; did you mean movement?"),
        (f"{HEAD}\nا\tfatah\t\n", "has no kind; there are movement, state"),
        (f"{HEAD}\n{ROW}\n{ROW}\n", "names.tsv:3 says 'كتائب الغد fatah' again, first said in"),
        (f"{HEAD}\nمصرر\n", "removes a row of ours, but we have none; did you mean مصر?"),
        (f"{HEAD}\nا\t??\tmovement\n", "has ?? in the column actor; fill it in"),
        ("name\tactor\tkind\nا\tfatah\tmovement\n", "lacks not"),
        ("name\tactor\tkind\tnot\tmore\nا\tfatah\tmovement\n", "has more that the table does not know"),
        (f"{ROW}\n", "put that line first"),
        ("name,actor,kind,not\nا,fatah,movement,\n", "separated by commas"),
        ("ا\tfatah".encode("cp1256"), "is not in UTF-8"),
        (b"PK\x03\x04...", "is a workbook"),
        (b"", "put that line first"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_place_and_mend(tmp_path: Path, raw: str | bytes, words: str) -> None:
    _, faults = laid(tmp_path, raw)
    assert len(faults) == 1 and words in faults[0] and faults[0].startswith("lexicon/ar/names.tsv"), faults


@pytest.mark.parametrize("row", ["مصر", "مصر\tEGY", "-مصر", "مصر\tEGY\t\t", "-مصر\tEGY"])
def test_a_key_with_all_else_empty_removes(tmp_path: Path, row: str) -> None:
    rows, faults = laid(tmp_path, f"{HEAD}\n{row}\n")
    assert faults == [] and set(rows) == {"فتح"}


def test_a_row_of_the_same_key_replaces(tmp_path: Path) -> None:
    rows, _ = laid(tmp_path, f"{HEAD}\nمصر\tEGY\tstate\tمصر للطيران\n")
    assert rows["مصر"].row == "lexicon/ar/names.tsv:2" and rows["مصر"].no == "مصر للطيران"


def test_tables_that_need_no_more_than_their_key(tmp_path: Path) -> None:
    path = tmp_path / "lexicon" / "ar" / "places.tsv"
    path.parent.mkdir(parents=True)
    path.write_text("name\tplace\tnot\nباماكو\tbamako\nكاتي\tbamako\n", encoding="utf-8")
    rows = Overlay(tmp_path / "lexicon").rows(PLACES, PlaceNameRow, OUR_PLACES)
    assert [row.name for row in rows] == ["باماكو", "كاتي"], "our own row said again changes nothing"
    path.write_text("name\tplace\tnot\nباماكو\n", encoding="utf-8")
    assert Overlay(tmp_path / "lexicon").rows(PLACES, PlaceNameRow, OUR_PLACES) == ()


def test_an_unknown_sector_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lexicon" / "ar" / "roles.tsv"
    path.parent.mkdir(parents=True)
    path.write_text(
        "role\tsector\tkind\tgender\tnumber\tcountry\texample\tnot\nناظر\tGOVT\tperson\tm\ts\n", encoding="utf-8"
    )
    over = Overlay(tmp_path / "lexicon")
    over.rows(ROLES, RoleRow, OUR_ROLES)
    assert over.faults == ["lexicon/ar/roles.tsv:2 has the sector 'GOVT', which is none; did you mean GOV?"]


def write(folder: Path, **tables: str) -> str:
    """A lexicon of these tables, "room_name" each."""
    for name, text in tables.items():
        path = folder / "lexicon" / name.replace("_", "/", 1)
        path = path.with_suffix(path.suffix or ".tsv")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return str(folder / "lexicon")


ACTORS = "actor\tcountry\tsector\tstart\tend\tkind\tenglish\twikidata\n"


def test_every_table_may_be_laid_over(tmp_path: Path) -> None:
    lexicon = write(
        tmp_path,
        world_actors=f"{ACTORS}shamsun-bardawil\tMLI\tGOV\t2024-05\t\tperson\tShamsun Bardawil\t\n",
        world_places="place\tcountry\tkind\tenglish\tlatitude\tlongitude\nqalat\tMLI\ttown\tQalat\t\t\n",
        ar_names=f"{HEAD}\nشمسون بردويل\tshamsun-bardawil\tperson\n",
        ar_roles="role\tsector\tkind\tgender\tnumber\tcountry\texample\tnot\nناظر الديوان\tGOV\tperson\tm\ts\n",
        ar_places="name\tplace\tnot\nقلعة الرمل\tqalat\n",
        ar_demonyms="country\tnisba\tgenerated\nMLI\tماليوي\n",
        ar_lemmas="lemma\tform\timperfect\tmasdars\tplurals\tgloss\nبرطع\tQ\t\t\t\tgallop\n",
        ar_verbs="frame\tevent\tmode\texample\tnot\nبرطع 1 على 2\tASSAULT\t\tبرطعت [مصر] على {إسرائيل}\t\n",
        ar_times="words\tsense\tvalue\texample\nليلة البارحة الأولى\tnever\n",
        ar_particles="word\tsense\nزهاءات\tquantity\n",
        ar_factuality="cue\teffect\tscope\texample\nبحسب الرواة\tsource\tclause\t\n",
        ar_contexts="word\tsense\nمنجنيق\tweapons\n",
    )
    pack = language("ar", lexicon)
    places = {
        table: [row for row in getattr(pack, table) if row.row.startswith("lexicon/")]
        for table in pack.__struct_fields__[3:]
    }
    assert {table: len(rows) for table, rows in places.items()} == dict.fromkeys(places, 1)


@pytest.mark.parametrize(
    ("tables", "words"),
    [
        ({"ar_names": f"{HEAD}\nشمسون\tnobody-at-all\tperson\n"}, "'nobody-at-all', which is not known"),
        ({"ar_names": f"{HEAD}\nشمسون\tMLY\tstate\n"}, "did you mean MLI or MLT?; or add it to world/actors.tsv"),
        ({"world_actors": f"{ACTORS}x-y\tMLY\tGOV\t\t\tperson\tX\t\n"}, "country 'MLY', which is not known; did you"),
        ({"world_actors": f"{ACTORS}x-y\tMLI\tGOV\t5/2024\t\tperson\tX\t\n"}, "has the start '5/2024'; write a day"),
        ({"ar_name": HEAD + "\n"}, "lexicon/ar/name.tsv is no table that we know; did you mean names?"),
        ({"names": HEAD + "\n", "ar_names": HEAD + "\n"}, "lexicon/names.tsv stands beside the tables"),
        ({"ar_names.csv": "name,actor\n"}, "lexicon/ar/names.csv is not read; save it as names.tsv"),
    ],
)  # fmt: skip
def test_a_folder_is_refused_with_every_fault(tmp_path: Path, tables: dict[str, str], words: str) -> None:
    with pytest.raises(TableError) as told:
        language("ar", write(tmp_path, **tables))
    assert words in str(told.value)


def test_corrections_are_no_table_and_change_no_digest(tmp_path: Path) -> None:
    lexicon = write(tmp_path, ar_names=f"{HEAD}\n{ROW}\n")
    before = language("ar", lexicon).digest
    language.cache_clear()
    write(tmp_path, ar_corrections="event\n1\n")
    assert language("ar", lexicon).digest == before


def test_rows_are_put_and_dropped_in_place(tmp_path: Path) -> None:
    path, head = tmp_path / "ar" / "t.tsv", ("a", "b")
    put_line(path, head, {"a": "1", "b": "x\ty\nz"}, "a")
    put_line(path, head, {"a": "2", "b": "w"}, "a")
    put_line(path, head, {"a": "1", "b": "v"}, "a")
    assert path.read_text(encoding="utf-8") == "a\tb\n2\tw\n1\tv\n"
    path.write_bytes("B\tA\r\nw\t2\r\n".encode("utf-16"))
    put_line(path, head, {"a": "3", "b": "u"}, "a")
    assert path.read_text(encoding="utf-8") == "B\tA\nw\t2\nu\t3\n"
    assert drop_line(path, head, "2", "a") and not drop_line(path, head, "9", "a")
    assert path.read_text(encoding="utf-8") == "B\tA\nu\t3\n"


def test_an_actor_of_several_offices_keeps_each(tmp_path: Path) -> None:
    lines = "x-y\tMLI\tGOV\t2020\t2022\tperson\tX\t\nx-y\tMLI\tELI\t2022\t\tperson\tX\t\n"
    rows = language("ar", write(tmp_path, world_actors=ACTORS + lines)).actors
    assert len([row for row in rows if isinstance(row, ActorRow) and row.actor == "x-y"]) == 2
