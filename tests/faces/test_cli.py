"""The command line: what goes in, what comes out, what exit code, and that nobody sees a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wasata.faces import terminal
from wasata.faces.cli import cli

STORY = "زار وزير الخارجية المصري تركيا أمس. أدانت السعودية إيران في بيان رسمي."
WASATA = [sys.executable, "-m", "wasata.faces.cli"]


def run(*arguments: str | Path, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in arguments], input=given)


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def write(path: Path, *documents: object) -> Path:
    path.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents), encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "سجل.duckdb"


def test_read_prints_and_keeps(tmp_path: Path, store: Path) -> None:
    article = tmp_path / "مقال.txt"
    article.write_text("زيارة مصرية إلى أنقرة\n\n" + STORY + "\n", encoding="utf-8")
    first = run("read", article, "--store", store, "--date", "2024-04-01")
    assert first.exit_code == 0, first.output
    for words in ("زيارة مصرية إلى أنقرة", "2024-04-01 (given)", "CONSULT visit", "EGY/GOV > TUR", "ACTORS MET"):
        assert words in first.stdout
    assert "1 stored" in first.stderr
    assert "\x1b" not in first.stdout and "\u2068" not in first.stdout
    second = run("read", article, "--store", store, "--date", "2024-04-01")
    assert "nothing was added" in second.stdout and second.exit_code == 0


def test_why_names_rows_and_words(tmp_path: Path, store: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert run("read", "-", "--store", store, "--date", "2024-04-01", given=STORY).exit_code == 0
    assert run("export", store, "--to", "jsonl", "--out", out).exit_code == 0
    event = next(e for e in map(json.loads, out.read_text(encoding="utf-8").splitlines()) if e["mode"] == "visit")
    told = run("why", event["id"][:12], "--store", store)
    assert told.exit_code == 0 and "ar/verbs/consult.tsv:" in told.stdout and "زار" in told.stdout
    assert f"confidence {event['confidence']:.2f}" in told.stdout and "receiver" in told.stdout
    wrong = run("why", "zz", "--store", store)
    assert wrong.exit_code == 1 and "no event" in wrong.stderr


def test_bad_files_leave_the_rest_read(tmp_path: Path, store: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    write(folder / "c.jsonl", {"id": "c1", "text": STORY}, {"id": "c2"}, {"id": "c3", "text": STORY})
    done = run("read", folder, "--store", store)
    assert done.exit_code == 1 and done.exception is None or isinstance(done.exception, SystemExit)
    assert "b.txt" in done.stderr and "c.jsonl:2: has no text" in done.stderr
    assert "3 articles" in done.stderr


def test_code_is_a_filter(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", {"id": "x", "text": STORY, "date": "2024-04-01"})
    result = run("code", file)
    assert result.exit_code == 0, result.output
    visit = next(e for e in lines(result) if e["mode"] == "visit")
    assert list(visit) == [
        "document", "start", "end", "type", "mode", "actors", "recipients", "date", "status", "speaker", "place", "id",
        "coder", "text", "confidence",
    ]  # fmt: skip
    assert STORY[visit["start"] : visit["end"]] == "زار"  # type: ignore[misc]
    assert (visit["document"], visit["actors"], visit["recipients"]) == ("x", ["EGY/GOV"], ["TUR"])
    assert (visit["date"], visit["status"], visit["speaker"]) == ("2024-03-31", "actual", None)
    assert visit["text"] == STORY.split(". ")[0] + "."
    assert run("code", "-", given=file.read_bytes()).stdout == result.stdout


def test_least_keeps_what_is_sure(tmp_path: Path, store: Path) -> None:
    file = write(tmp_path / "a.jsonl", {"id": "x", "text": STORY, "date": "2024-04-01"})
    every = lines(run("code", file))
    bar = max(float(str(e["confidence"])) for e in every)
    sure = lines(run("code", file, "--least", str(bar)))
    assert sure == [e for e in every if float(str(e["confidence"])) >= bar] and len(sure) < len(every)
    assert "1 stored" in run("read", file, "--store", store, "--least", str(bar)).stderr
    again = run("read", file, "--store", store)
    assert "in place of" in again.stderr and f"{len(every)} events" in again.stderr
    assert run("code", file, "--least", "7").exit_code == 2


def test_code_goes_on_after_a_bad_line(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    good = json.dumps({"id": "x", "text": STORY}, ensure_ascii=False)
    file.write_text(f"no json\n{good}\n\n[1]\n" + good.replace('"x"', '"y"') + "\n", encoding="utf-8")
    result = run("code", file)
    assert result.exit_code == 1 and {e["document"] for e in lines(result)} == {"x", "y"}
    assert f"{file}:1:" in result.stderr and f"{file}:4:" in result.stderr
    piped = run("code", "-", given=file.read_bytes())
    assert piped.exit_code == 1 and piped.stdout == result.stdout and "-:1:" in piped.stderr


def test_mentions(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", {"id": "x", "text": STORY, "date": "2024-04-01"})
    (time,) = lines(run("mentions", file, "--kind", "time"))
    assert time["text"] == "أمس" and time["value"] == {"start": "2024-03-31", "end": "2024-04-01", "grain": "day"}
    actors = lines(run("mentions", file, "--kind", "actor"))
    assert {"country": "EGY", "sector": "GOV", "actor": ""} in [a["value"] for a in actors]
    assert all(None not in a["value"].values() for a in actors)  # type: ignore[attr-defined]
    for mention in actors:
        assert STORY[mention["start"] : mention["end"]] == mention["text"]  # type: ignore[misc]
    assert run("mentions", file, "--kind", "place").exit_code == 0
    assert {m["kind"] for m in lines(run("mentions", file))} == {"time", "actor", "place"}


@pytest.mark.parametrize("kind", ["csv", "parquet", "jsonl"])
def test_export(tmp_path: Path, store: Path, kind: str) -> None:
    run("read", "-", "--store", store, given=STORY)
    assert run("export", store, "--to", kind).exit_code == 0
    assert store.with_suffix(f".{kind}").stat().st_size > 0
    absent = run("export", tmp_path / "none.duckdb", "--to", kind)
    assert absent.exit_code == 1 and "does not exist" in absent.stderr


def test_missing(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("قال الخبير المصري زكريا برهومي إن الوضع صعب. " * 2, encoding="utf-8")
    result = run("missing", article)
    assert result.exit_code == 0 and "name" in result.stdout


def test_check_names_the_row_of_the_analyst(tmp_path: Path) -> None:
    rows = tmp_path / "lexicon" / "ar" / "verbs.tsv"
    rows.parent.mkdir(parents=True)
    rows.write_text(
        "frame\tevent\tmode\texample\tnot\n"
        "أدان 1 2 مازحا\tACCUSE\tdisapprove\tأدانت [مصر] {إسرائيل} مازحا\t\n"
        "نفى 1 خبر\tREJECT\tchange\tزارت [مصر] حديقة\t\n"
        "زار 1 حديقة\tREJECT\tnonsense\tزارت [مصر] حديقة\t\n",
        encoding="utf-8",
    )
    result = run("check", tmp_path / "lexicon")
    assert result.exit_code == 1
    assert "ar/verbs.tsv:3  example not coded: زارت مصر حديقة, wanted REJECT change EGY" in result.stdout
    assert "ar/verbs.tsv:4  PLOVER's REJECT has no mode 'nonsense'" in result.stdout
    assert "ar/verbs.tsv:2" not in result.stdout
    broken_rows = tmp_path / "broken" / "ar" / "verbs.tsv"
    broken_rows.parent.mkdir(parents=True)
    broken_rows.write_text("frame\tevent\n", encoding="utf-8")
    broken = run("check", tmp_path / "broken")
    assert broken.exit_code == 1 and "ar/verbs.tsv:1 has the header" in broken.stderr
    assert run("check", tmp_path).exit_code == 2


def test_user_mistakes_are_told_plainly(tmp_path: Path, store: Path) -> None:
    for arguments in (
        ["read", tmp_path / "none.txt", "--store", store],
        ["read", "-", "--store", tmp_path / "no" / "folder.duckdb"],
        ["read", "-", "--store", tmp_path],
        ["read", "-", "--date", "yesterday"],
        ["read"],
        ["code", tmp_path / "none.jsonl"],
        ["why", "3f", "--store", tmp_path / "none.duckdb"],
        ["export", store, "--to", "xlsx"],
    ):
        result = run(*arguments, given=STORY)
        assert result.exit_code in (1, 2), arguments
        assert result.exception is None or isinstance(result.exception, SystemExit), arguments
        assert result.stderr and "Traceback" not in result.output


def test_every_command_teaches_by_example() -> None:
    for name, command in cli.commands.items():
        told = run(name, "--help")
        assert told.exit_code == 0 and f"wasata {name}" in told.output.split("\n", 2)[2], name
        assert command.help


def test_the_readme_names_every_command() -> None:
    readme = (Path(__file__).parent.parent.parent / "README.md").read_text(encoding="utf-8")
    assert [name for name in cli.commands if f"wasata {name}" not in readme] == []


def test_labels_are_shown_in_the_language_asked_for(tmp_path: Path, store: Path) -> None:
    file = write(tmp_path / "a.jsonl", {"id": "a", "text": STORY})
    shown = run("read", file, "--store", store, "--in", "ar")
    assert "الأحداث (2)" in shown.stdout and "EVENTS" not in shown.stdout
    assert "السعودية > إيران" in shown.stdout
    by_habit = CliRunner(env={"LC_ALL": "ar_EG.UTF-8"}).invoke(cli, ["read", str(file), "--store", str(store)])
    assert "محفوظة من قبل" in by_habit.stdout


def test_every_label_is_in_every_language() -> None:
    table = (Path(terminal.__file__).parent / "words.tsv").read_text(encoding="utf-8").splitlines()
    assert all(len(line.split("\t")) == 3 and all(line.split("\t")) for line in table)


def test_missing_as_json_shows_the_words_around(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", *({"id": name, "text": "قال الوزير إن بلاده ستهرقل الاتفاق."} for name in "ab"))
    (found,) = [one for one in lines(run("missing", file, "--json")) if one["kind"] == "verb"]
    assert found["count"] == 2 and found["document"] == "a" and "ستهرقل الاتفاق" in str(found["example"])


def test_a_folder_is_no_file_of_lines(tmp_path: Path) -> None:
    told = run("code", tmp_path)
    assert told.exit_code == 2 and "is a folder" in told.stderr


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", *({"id": str(n), "text": STORY} for n in range(400)))
    shell = " ".join([*WASATA, "code", "--workers", "1", str(file), "| head -n 1"])
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, encoding="utf-8")
    assert json.loads(done.stdout) and done.stderr == ""


def test_processes_give_what_one_gives(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", *({"id": str(n), "text": STORY, "date": "2024-04-01"} for n in range(700)))
    one = subprocess.run([*WASATA, "code", file, "--workers", "1"], capture_output=True, check=True)
    two = subprocess.run([*WASATA, "code", file, "--workers", "2"], capture_output=True, check=True)
    assert one.stdout == two.stdout and one.stdout.count(b"\n") >= 700 and two.stderr == b""


def test_a_store_in_use_is_told_plainly(tmp_path: Path, store: Path) -> None:
    from wasata.store.store import opened

    with opened(store, new=True):
        done = subprocess.run(
            [*WASATA, "read", "-", "--store", store], input=STORY, capture_output=True, text=True, encoding="utf-8"
        )
    assert done.returncode == 1 and "is in use by process" in done.stderr and "Traceback" not in done.stderr


def test_reading_into_a_store_is_quiet_on_stderr(store: Path) -> None:
    done = subprocess.run(
        [*WASATA, "read", "-", "--store", store], input=STORY, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0 and done.stderr.count("\n") == 1


def event_ids(store: Path, out: Path) -> dict[str, str]:
    """The ids of the stored events by type."""
    assert run("export", store, "--to", "jsonl", "--out", out).exit_code == 0
    return {e["type"]: e["id"] for e in map(json.loads, out.read_text(encoding="utf-8").splitlines())}


def test_fix_from_the_command_line(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("read", "-", "--store", store, "--date", "2024-04-01", given=STORY)
    ids = event_ids(store, tmp_path / "out.jsonl")
    done = run("fix", ids["CONSULT"][:10], "--recipients", "GRC", "--note", "اليونان", "--store", store)
    assert done.exit_code == 0 and "EGY/GOV > GRC" in done.stdout and "was CONSULT visit  EGY/GOV > TUR" in done.stdout
    assert (tmp_path / "lexicon" / "ar" / "corrections.tsv").exists()
    again = run("read", "-", "--store", store, "--date", "2024-04-01", given=STORY)
    assert "EGY/GOV > GRC             CONSULT visit  [corrected]" in again.stdout
    told = run("why", ids["CONSULT"][:10], "--store", store)
    assert "corrected: was CONSULT visit  EGY/GOV > TUR" in told.stdout and "اليونان" in told.stdout
    assert run("fix", ids["ACCUSE"], "--not-an-event", "--store", store).exit_code == 0
    gone = run("why", ids["ACCUSE"], "--store", store)
    assert gone.exit_code == 1 and "was corrected to be no event" in gone.stderr
    assert run("fix", ids["ACCUSE"], "--undo", "--store", store).exit_code == 0
    assert run("why", ids["ACCUSE"], "--store", store).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--type", "ATTACK"], "ATTACK is no type of event"),
        (["--actors", "MLY"], "did you mean MLI (Mali) or MLT (Malta)?"),
        (["--right", "--undo"], "cannot be said at once"),
        ([], "say what it should be"),
        (["--refit"], "name no event"),
        (["--right", "--lexicon", "none"], "no folder that rows could be written to"),
    ],
)
def test_fix_tells_mistakes_plainly(tmp_path: Path, store: Path, arguments: list[str], words: str) -> None:
    run("read", "-", "--store", store, "--date", "2024-04-01", given=STORY)
    ids = event_ids(store, tmp_path / "out.jsonl")
    lexicon = [] if "--lexicon" in arguments else ["--lexicon", tmp_path / "lexicon"]
    told = run("fix", ids["CONSULT"], *arguments, *lexicon, "--store", store)
    assert told.exit_code in (1, 2) and words in told.stderr and not (tmp_path / "lexicon").exists()


TWICE = "زار وزير الخارجية المصري سامح شكري تركيا أمس. وبحث سامح شكري مع نظيره التركي أمس في تركيا ملفات المنطقة."


def test_an_occurrence_is_read_explained_and_exported(tmp_path: Path, store: Path) -> None:
    news = [{"id": n, "outlet": n, "date": "2024-04-02", "text": TWICE.split(". ")[n == "b"] + "."} for n in "ab"]
    news.append({"id": "c", "outlet": "c", "date": "2024-04-02", "text": TWICE})
    shown = run("read", write(tmp_path / "a.jsonl", *news), "--store", store)
    assert "reports" in shown.stdout and "outlets)" in shown.stdout and "also" in shown.stdout
    out = tmp_path / "o.jsonl"
    assert run("export", store, "--to", "jsonl", "--what", "occurrences", "--out", out).exit_code == 0
    told = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    several = max(told, key=lambda one: one["reports"])
    assert several["reports"] > 1 and several["documents"] > 1 and len(several["events"]) == several["reports"]
    why = run("why", several["id"][:10], "--store", store)
    assert why.exit_code == 0 and all(name in why.stdout for name in several["events"])
    refused = run("fix", several["id"][:10], "--right", "--store", store, "--lexicon", tmp_path / "x")
    assert refused.exit_code == 1 and "correct each by its own id" in refused.stderr


UNKNOWN = "قال المتحدث باسم الحكومة المالية شمسون بردويل إن البلاد ستهرقل الاتفاق."


def test_from_an_unknown_name_to_a_known_one(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WASATA_LEXICON", raising=False)
    file = write(tmp_path / "a.jsonl", {"id": "a", "text": UNKNOWN + " وزار بردويل الجزائر."})
    done = run("missing", file, "--to", "lexicon")
    assert "1 rows to fill in: lexicon/world/actors.tsv" in done.stdout
    names, actors = (tmp_path / "lexicon" / place for place in ("ar/names.tsv", "world/actors.tsv"))
    assert "\n# شمسون بردويل\tshmswn-brdwyl\tperson" in names.read_text(encoding="utf-8")
    assert "\n# shmswn-brdwyl\tMLI\tGOV\t" in actors.read_text(encoding="utf-8")
    assert "nothing to add" in run("missing", file, "--to", "lexicon").stdout
    for path in (names, actors):  # taken out of remarks, and saved as a spreadsheet does
        lines = path.read_text(encoding="utf-8").replace("# sh", "sh").replace("# شمسون بردويل\t", "شمسون بردويل\t")
        path.write_bytes(lines.replace("\n", "\r\n").encode("utf-16"))
    command = [*WASATA, "read", file, "--store", store]  # a process of its own: tables are opened once in each
    read = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert "MLI/GOV shmswn-brdwyl" in read.stdout and "with your own rows of lexicon/" in read.stderr
    assert "shmswn-brdwyl" not in run("read", file, "--store", store, "--lexicon", "none").stdout
    monkeypatch.setenv("WASATA_LEXICON", str(tmp_path / "nowhere"))
    told = run("code", file)
    assert told.exit_code == 2 and "is no folder (WASATA_LEXICON names it)" in told.stderr
