"""Every row of times.tsv that has an example is one case."""

import tomllib

import pytest

from wasata.packs.language import LANGUAGES, ROOT, language
from wasata.packs.rows import TimeRow
from wasata.reading.resolve_times import times
from wasata.records.text import Block, Document, Span
from wasata.text.segment import segment
from wasata.text.words import words

ROWS = [(code, row) for code in LANGUAGES for row in language(code).times if row.example]


@pytest.mark.parametrize(("code", "row"), ROWS, ids=[row.row for _, row in ROWS])
def test_example(code: str, row: TimeRow) -> None:
    """The last time of the example means the days it states, counted from the anchor day of the pack."""
    anchor = tomllib.loads((ROOT / code / "pack.toml").read_text(encoding="utf-8"))["anchor"]
    said, _, wanted = row.example.rpartition("=")
    pack = language(code)
    document = Document("example", said.strip(), date=anchor)
    sentences = segment(document.text, (Block("paragraph", Span(0, len(document.text))),), words(pack))
    found = times(document, sentences, pack)
    assert found, "no time found"
    when = found[-1].when
    assert (f"{when.start or ''}..{when.end or ''}" if when else "") == wanted.strip()
