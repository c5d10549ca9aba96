"""Sources: every kind and encoding becomes documents, and everything hostile a fault with its place and mend."""

import io
import json
import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wasata.documents import lines, sources
from wasata.documents.sources import Fault, digest, documents
from wasata.records.text import Document

TEXT = (
    "وزيرة الخارجية تبدأ جولة في المنطقة\n\n"
    "بدأت وزيرة الخارجية جولة تشمل ثلاث دول، وقالت إنها ستبحث سبل إنهاء الأزمة بين البلدين الجارين.\n\n"
    "ومن المقرر أن تلتقي نظيرها غدا قبل أن تعود إلى العاصمة."
)
PAGE = """<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="{charset}"><title>قمة ثلاثية | المرصد</title>
<meta property="og:title" content="قمة ثلاثية في عمان"><meta property="og:site_name" content="المرصد">
<meta property="article:published_time" content="2023-05-12T10:00:00Z">
<link rel="canonical" href="https://almarsad.example/2023/summit"></head><body><nav><a href="/">الرئيسية</a></nav>
<article><h1>قمة ثلاثية في عمان</h1>
<p>بدأت في العاصمة الأردنية قمة تجمع قادة ثلاث دول لبحث ملفات المياه والطاقة وسبل خفض التوتر على الحدود.</p>
<p>وقال الناطق باسم القمة إن البيان الختامي سيصدر مساء، وإن الوفود اتفقت على معظم بنوده في الأيام الماضية.</p>
</article><footer>جميع الحقوق محفوظة</footer></body></html>"""


def read(*paths: Path | str, **options: str) -> tuple[list[Document], list[Fault]]:
    found = list(documents(paths, **options))
    return [f for f in found if isinstance(f, Document)], [f for f in found if isinstance(f, Fault)]


def write(folder: Path, name: str, raw: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode("utf-8"))
    return path


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859_6"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    found, faults = read(write(tmp_path, "a.txt", TEXT.replace("\n", "\r\n").encode(encoding)))
    assert faults == [] and [document.text for document in found] == [TEXT]
    assert found[0].id == digest(TEXT)


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6"])
def test_lines_of_two_encodings(tmp_path: Path, encoding: str) -> None:
    first, second = TEXT.split("\n\n", 1)
    found, faults = read(write(tmp_path, "a.txt", first.encode() + b"\n\n" + second.encode(encoding)))
    assert faults == [] and found[0].text == TEXT


@pytest.mark.parametrize("wrong", ["cp1256", "latin-1", "cp1252"])
def test_mojibake_is_turned_back(tmp_path: Path, wrong: str) -> None:
    ruined = "".join(byte_in(byte, wrong) for byte in TEXT.encode("utf-8"))
    assert ruined != TEXT
    found, faults = read(write(tmp_path, "a.txt", ruined))
    assert faults == [] and found[0].text == TEXT


def byte_in(byte: int, page: str) -> str:
    try:
        return bytes([byte]).decode(page)
    except UnicodeDecodeError:
        return chr(byte)


def test_french_is_no_mojibake(tmp_path: Path) -> None:
    text = "La présidente a reçu à Genève l'émissaire des Nations unies, où la trêve a été prolongée."
    assert read(write(tmp_path, "a.txt", text))[0][0].text == text
    assert read(write(tmp_path, "b.txt", text.encode("cp1252")))[0][0].text == text


def test_a_page(tmp_path: Path) -> None:
    found, faults = read(write(tmp_path, "a.html", PAGE.format(charset="utf-8")), crawled="2024-01-01")
    assert faults == []
    (document,) = found
    assert (document.title, document.outlet, document.date) == ("قمة ثلاثية في عمان", "المرصد", "2023-05-12")
    assert (document.date_source, document.language, document.crawled) == ("metadata", "ar", "2024-01-01")
    assert document.url == "https://almarsad.example/2023/summit"
    paragraphs = document.text.split("\n\n")
    assert len(paragraphs) == 3 and paragraphs[0] == document.title and paragraphs[2].startswith("وقال الناطق")
    assert "الحقوق" not in document.text and "الرئيسية" not in document.text


def test_a_page_in_a_declared_encoding(tmp_path: Path) -> None:
    found, faults = read(write(tmp_path, "a.html", PAGE.format(charset="windows-1256").encode("cp1256")))
    assert faults == [] and found[0].title == "قمة ثلاثية في عمان"
    lying = PAGE.format(charset="iso-8859-1").encode("cp1256")
    assert read(write(tmp_path, "b.html", lying))[0][0].title == "قمة ثلاثية في عمان"


def test_a_given_day_beats_the_metadata(tmp_path: Path) -> None:
    found, _ = read(write(tmp_path, "a.html", PAGE.format(charset="utf-8")), date="2020-02-02", language="ar")
    assert (found[0].date, found[0].date_source) == ("2020-02-02", "given")


def test_markdown(tmp_path: Path) -> None:
    front = '---\ntitle: "خبر"\ndate: 2023-05-12\noutlet: المرصد\n---\n'
    marked = front + "# خبر\n\n**قالت** [الوزارة](https://x.example) إن المحادثات بدأت.\n\n## ما بعد\n\n- بند أول\n"
    found, faults = read(write(tmp_path, "a.md", marked))
    assert faults == []
    (document,) = found
    assert document.text == "خبر\n\nقالت الوزارة إن المحادثات بدأت.\n\nما بعد\n\nبند أول"
    assert (document.title, document.date, document.date_source) == ("خبر", "2023-05-12", "given")
    assert document.outlet == "المرصد"


def test_wrapped_markdown(tmp_path: Path) -> None:
    first, second = "قالت الوزارة إن المحادثات التي بدأت في العاصمة أمس ستتواصل", "حتى نهاية الأسبوع."
    marked = f"# خبر\n\n{first}\n{second}\n\n- {first}\n- {second}\n"
    assert read(write(tmp_path, "a.md", marked))[0][0].text.split("\n") == [
        "خبر",
        "",
        f"{first} {second}",
        "",
        first,
        second,
    ]


@pytest.mark.parametrize("mark", ["[", "[a](", "**a", "__a ", " #", " ", "- ", "`", "![", "---\n", "# a ", "title: "])
def test_marks_alone_take_no_long_time(tmp_path: Path, mark: str) -> None:
    start = time.perf_counter()
    read(write(tmp_path, "a.md", mark * 200_000))
    read(write(tmp_path, "b.md", "---\n" + mark * 200_000 + "\n---\n# " + mark * 1000))
    assert time.perf_counter() - start < 5


def test_lines(tmp_path: Path) -> None:
    told = [
        {
            "id": "a1",
            "text": " نص أول\r\n",
            "title": "ع",
            "date": "2023-05-12",
            "outlet": "م",
            "url": "u",
            "language": "ar",
        },
        {"id": 7, "text": "نص ثان", "date": None, "source": "المرصد", "crawled": "2024-01-01T10:00:00Z", "more": [1]},
        {"text": "نص ثالث", "date": "12 مايو"},
    ]
    raw = "\n\n".join(json.dumps(line, ensure_ascii=False) for line in told)
    found, faults = read(write(tmp_path, "a.jsonl", "\ufeff" + raw), language="fr", crawled="2025-01-01")
    assert [document.id for document in found] == ["a1", "7", digest("نص ثالث")]
    assert found[0].text == " نص أول\r\n"  # offsets count in the text as it was given
    assert (found[0].date, found[0].date_source, found[0].language) == ("2023-05-12", "given", "ar")
    assert (found[1].outlet, found[1].crawled, found[1].language) == ("المرصد", "2024-01-01", "fr")
    assert [(fault.place, "date" in fault.message) for fault in faults] == [("line 5", True)]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "no JSON"),
        ("[1, 2]", "Expected"),
        ('{"id": "x"}', "has no text"),
        ('{"text": 5}', "expected `str`"),
        ('{"text": "  "}', "empty text"),
        ('{"text": "\\ud800"}', "no JSON"),
        ("[" * 100_000, "Expected"),
        ('{"x": ' + "[" * 100_000, "no JSON"),
        ('{"text": "' + "a" * 50, "no JSON"),
        ("\x00\x01\x02", ""),
    ],
)
def test_a_bad_line_costs_one_line(tmp_path: Path, line: str, says: str) -> None:
    good = '{"id": "g", "text": "نص سليم"}'
    path = write(tmp_path, "a.jsonl", f"{good}\n{line}\n{good}\n")
    found, faults = read(path)
    assert [document.id for document in found] == ["g", "g"]
    assert [(fault.path, fault.place) for fault in faults] == [(str(path), "line 2")]
    assert says.lower() in faults[0].message.lower()


def test_a_line_beyond_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_BYTES", 10_000)
    good = '{"id": "g", "text": "نص سليم"}\n'
    path = write(tmp_path, "a.jsonl", good + '{"text": "' + "x" * 50_000 + '"}\n' + good + good.strip())
    found, faults = read(path)
    assert [document.id for document in found] == ["g"] * 3
    assert [fault.place for fault in faults] == ["line 2"]


def test_json_of_many_lines(tmp_path: Path) -> None:
    told = [{"id": "a", "text": "نص"}, {"id": "b"}, 3]
    found, faults = read(write(tmp_path, "a.json", json.dumps(told, indent=2)))
    assert [document.id for document in found] == ["a"]
    assert [fault.place for fault in faults] == ["item 2", "item 3"]
    assert read(write(tmp_path, "b.json", json.dumps(told[0], indent=2)))[0][0].id == "a"


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b" / ".hidden").mkdir(parents=True)
    for name in ("c.txt", "a.txt", ".x.txt", "b/z.TXT", "b/.hidden/y.txt", "picture.png", "b/t.png"):
        write(tmp_path, name, f"{TEXT}\n{name}")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    found, faults = read(tmp_path)
    assert [document.text.rsplit("\n")[-1] for document in found] == ["a.txt", "c.txt", "b/z.TXT"]
    assert {fault.message.split(";")[0] for fault in faults} == {
        "is no file but a device or a pipe",
        "2 .png file(s) left out",
    }


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"),
        (b" \n\r\n ", "empty"),
        ("\ufeff".encode(), "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"\x1f\x8b\x08....", "gunzip"),
        (bytes(range(256)) * 20, "zero bytes"),
        (b"\x00" * 5000, "zero bytes"),
        (b"\x01\x02\x03\x04\x05\x06\x07" * 300, "control characters"),
        (("????? ?????? ?? ???? " * 10).encode(), "lost its letters"),
        ("\ufffd\ufffd\ufffd \ufffd\ufffd\ufffd\n".encode() * 20, "lost its letters"),
        (b"\xff\xfe\x00\xd8\x00\xd8" + "نص".encode("utf-16-le") * 20, "UTF-16"),
    ],
)
def test_no_text(tmp_path: Path, raw: bytes, says: str) -> None:
    path = write(tmp_path, "a.txt", raw)
    found, faults = read(path)
    assert found == [] and len(faults) == 1
    assert says in faults[0].message and faults[0].path == str(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_text_broken_off_is_read_and_told(tmp_path: Path, encoding: str) -> None:
    found, faults = read(write(tmp_path, "a.txt", TEXT[:-1].encode(encoding)[:-1]))
    assert len(found) == 1 and TEXT.startswith(found[0].text)
    assert faults[0].place == "line 5" and "breaks off" in faults[0].message


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST_BYTES", 10_000)
    found, faults = read(write(tmp_path, "a.txt", "نص " * 5000), "/dev/zero")
    assert found == [] and ["larger" in fault.message for fault in faults] == [True, True]


def test_what_is_not_there(tmp_path: Path) -> None:
    long = "x" * 5000
    found, faults = read(tmp_path / "none.txt", "a\0b", long, "")
    assert found == [] or all(isinstance(f, Document) for f in found)
    assert "does not exist" in faults[0].message and len(faults) >= 3
    assert str(faults[0]).endswith("none.txt: does not exist; check the name")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    path.chmod(0)
    assert "permissions" in read(path)[1][0].message


@pytest.mark.parametrize(
    "raw", [TEXT, PAGE.format(charset="utf-8"), '{"id": "s", "text": "نص"}\n{"id": "t", "text": "نص"}']
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, raw: str) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(raw.encode())))
    found, faults = read("-")
    assert faults == [] and len(found) == (2 if raw.startswith("{") else 1)


@pytest.mark.parametrize(
    "html",
    [
        "<html><body></body></html>",
        "<html>" + "<div>" * 20_000 + "نص" + "</div>" * 20_000,
        "<p>" * 50_000,
        "<html><body><script>" + "x" * 100_000,
        "<!DOCTYPE html [" + '<!ENTITY a "&a;&a;">' * 100 + "]><html><p>&a;</p></html>",
        "<" * 50_000,
        "<p>" * 1_000_000,
        "<html><body>&#0;&#xD800;&#x110000;</body></html>",
    ],
)
def test_hostile_pages(tmp_path: Path, html: str) -> None:
    found, faults = read(write(tmp_path, "a.html", html))
    assert len(found) + len(faults) == 1
    for document in found:
        document.text.encode("utf-8")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(raw=st.binary(max_size=300), name=st.sampled_from(["f.txt", "f.md", "f.jsonl", "f.json", "f"]))
def test_no_bytes_raise(tmp_path: Path, raw: bytes, name: str) -> None:
    for found in documents([write(tmp_path, name, raw)]):
        assert isinstance(found, Fault) or found.text.strip()
