"""The store keeps each document once and whole, and gives back what it was given."""

import subprocess
import sys
from pathlib import Path

import pytest

from wasata.records.coded import Coded, Unknown
from wasata.records.columns import digest
from wasata.records.event import Event
from wasata.records.mention import ActorMention, Party, PlaceMention, TimeMention, When, Why
from wasata.records.text import Document, Span
from wasata.store.store import StoreError, add, counts, event, export, opened

TEXT = "هاجم الجيش السوداني المتمردين أمس. التقى الوزير المصري نظيره التركي. زار خبير غامض بلدة."
ARMY, REBELS = Party("", "SDN", "MIL"), Party("", "SDN", "REB")
EGYPT, TURKEY = Party("", "EGY", "GOV"), Party("hakan-fidan", "TUR", "GOV")


def story(name: str = "d1", text: str = TEXT, date: str = "2024-04-01") -> Coded:
    """A document with two events as a coder might give them."""
    yesterday = When("2024-03-31", "2024-04-01", "day") if date == "2024-04-01" else When(date, None, "day")
    deep = Why("ar/roles.tsv:2  جيش", Span(5, 19), (Why("ar/demonyms.tsv:3  سوداني", Span(11, 19)),))
    why = Why("ar/verbs/assault.tsv:9  هاجم 1 2", Span(0, 4), (deep, Why("ar/roles.tsv:4  متمردين", Span(20, 29))))
    attack = event_of(name, Span(0, 4), "ASSAULT", (ARMY,), (REBELS,), yesterday, why)
    talk = Why("ar/verbs/consult.tsv:1  x", Span(35, 40))
    met = event_of(name, talk.span, "CONSULT", (EGYPT, TURKEY), (), None, talk)
    actors = tuple(
        ActorMention(Span(at, at + 4), "role", "الجيش", (ARMY,), "m", "s", "", 0, 1, 0, why) for at in (5, 11)
    )
    time = TimeMention(Span(30, 33), "instant", yesterday, why)
    place = PlaceMention(Span(84, 88), "somewhere", "بلدة", "SDN", "", 1, 2, 2, why)
    unknown = (Unknown("name", Span(72, 76), "خبير", "خبير"), Unknown("sentence", Span(68, 89), "", text[68:89]))
    document = Document(id=name, text=text, date=date, title="عنوان", outlet="صحيفة")
    return Coded(document, "rules@1", (attack, met), (time,), actors, (place,), unknown)


Parties = tuple[Party, ...]


def event_of(
    name: str, span: Span, kind: str, actors: Parties, recipients: Parties, when: When | None, why: Why
) -> Event:
    key = digest([name, span, kind, actors, recipients])
    return Event(key, name, span, kind, "", actors, recipients, when, "", "actual", "", "rules@1", TEXT[:34], why)


def test_twice_adds_nothing(tmp_path: Path) -> None:
    with opened(tmp_path / "قصص.duckdb", new=True) as con:
        assert add(con, story()) == "new"
        before = counts(con)
        assert before["documents"] == 1 and before["events"] == 2
        assert add(con, story()) == "known"
        assert counts(con) == before
    with opened(tmp_path / "قصص.duckdb", new=True) as con:
        assert add(con, story()) == "known"
        assert counts(con) == before


def test_told_another_day_is_kept_again(tmp_path: Path) -> None:
    with opened(tmp_path / "a.duckdb", new=True) as con:
        add(con, story())
        before = counts(con)
        assert add(con, story(date="2023-01-15")) == "again"
        assert counts(con) == before
        assert con.execute("SELECT when_start FROM events WHERE type = 'ASSAULT'").fetchall()[0][0] == "2023-01-15"


def test_another_text_under_a_known_id_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path / "a.duckdb", new=True) as con:
        add(con, story())
        other = Coded(Document("d1", "زار خبير بلدة."), "rules@1", (), (), (), (), ())
        with pytest.raises(StoreError, match="another text"):
            add(con, other)
        assert add(con, other, replacing=True) == "again"
        assert con.execute("SELECT count(*) FROM events WHERE type = 'ASSAULT'").fetchall() == [(0,)]


def test_nothing_is_kept_by_half(tmp_path: Path) -> None:
    good = story()
    broken = Coded(good.document, good.coder, (*good.events, "no event"), (), (), (), ())  # type: ignore[arg-type]
    with opened(tmp_path / "a.duckdb", new=True) as con:
        with pytest.raises(AttributeError):
            add(con, broken)
        assert set(counts(con).values()) == {0}
        assert add(con, good) == "new"


def test_a_failing_table_leaves_the_document_out(tmp_path: Path) -> None:
    with opened(tmp_path / "a.duckdb", new=True) as con:
        con.execute("DROP VIEW missing; DROP TABLE unknowns; CREATE TABLE unknowns (document INTEGER)")
        with pytest.raises(Exception, match="UNIQUE"):
            add(con, story())
        assert con.execute("SELECT count(*) FROM documents").fetchall() == [(0,)]
        assert con.execute("SELECT count(*) FROM events").fetchall() == [(0,)]


def test_an_event_comes_back_as_it_was(tmp_path: Path) -> None:
    coded = story()
    with opened(tmp_path / "a.duckdb", new=True) as con:
        add(con, coded)
    with opened(tmp_path / "a.duckdb") as con:
        for one in coded.events:
            back, text = event(con, one.id)
            assert back == one and text == coded.document.text
            assert event(con, one.id[:10])[0] == one
        with pytest.raises(StoreError, match="no event"):
            event(con, "zzz")
        with pytest.raises(StoreError, match="no event"):
            event(con, "")


def test_a_store_of_before_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    with opened(path, new=True) as con:
        add(con, story())
        con.execute("DROP TABLE made; DROP VIEW event_lines; DROP VIEW event_records")
        con.execute("ALTER TABLE events DROP confidence; ALTER TABLE events DROP signs")
    with opened(path) as con:
        assert event(con, story().events[0].id)[0] == story().events[0]
    with opened(path, new=True) as con:
        assert add(con, story()) == "known"


def test_an_ambiguous_id_names_the_candidates(tmp_path: Path) -> None:
    with opened(tmp_path / "a.duckdb", new=True) as con:
        for number in range(20):
            add(con, story(name=str(number)))
        ids = [str(row[0]) for row in con.execute("SELECT id FROM events").fetchall()]
        shared = next(c for c in "0123456789abcdef" if sum(i.startswith(c) for i in ids) > 1)
        with pytest.raises(StoreError, match="more than one"):
            event(con, shared)


def test_views_answer(tmp_path: Path) -> None:
    with opened(tmp_path / "a.duckdb", new=True) as con:
        add(con, story())
        months = con.execute("SELECT source, target, material_conflict FROM dyad_month ORDER BY ALL").fetchall()
        assert months == [("EGY", "TUR", 0), ("SDN", "SDN", 1), ("TUR", "EGY", 0)]
        assert con.execute("SELECT max(events) FROM rows_used").fetchall()[0][0] >= 1
        assert con.execute("SELECT count(*) FROM actors_met").fetchall()[0][0] == 1
        assert con.execute("SELECT kind, text, times FROM missing").fetchall() == [("name", "خبير", 1)]


@pytest.mark.parametrize("kind", ["csv", "parquet", "jsonl"])
def test_export(tmp_path: Path, kind: str) -> None:
    out = tmp_path / f"out.{kind}"
    with opened(tmp_path / "a.duckdb", new=True) as con:
        add(con, story())
        assert export(con, kind, out) == counts(con)["events"]
        read = {"csv": "read_csv", "parquet": "read_parquet", "jsonl": "read_json"}[kind]
        back = con.execute(f"SELECT id, type FROM {read}('{out}') ORDER BY id").fetchall()
        assert back == con.execute("SELECT id, type FROM events ORDER BY id").fetchall()
        assert sorted(p.name for p in tmp_path.iterdir() if "out" in p.name) == [out.name]


def test_a_second_process_is_told_plainly(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    script = (
        "import sys\nfrom pathlib import Path\nfrom wasata.store.store import opened, StoreError\n"
        "try:\n    with opened(Path(sys.argv[1]), new=True): pass\nexcept StoreError as error: print(error)\n"
    )
    with opened(path, new=True):
        done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True)
    assert "is in use by" in done.stdout and "Traceback" not in done.stderr


def test_what_is_no_store_is_told_plainly(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("no store at all, but a text that is long enough to be read as one" * 20)
    for place, words in ((path, "no store"), (tmp_path, "folder"), (tmp_path / "x" / "y.duckdb", "no folder")):
        with pytest.raises(StoreError, match=words), opened(place, new=True):
            pass
    with pytest.raises(StoreError, match="does not exist"), opened(tmp_path / "none.duckdb"):
        pass
