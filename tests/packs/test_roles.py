"""Each row of roles.tsv is a test: its example names exactly the actors in brackets, with the codes it gives."""

import pytest

from wasata.packs.language import language
from wasata.packs.rows import RoleRow
from wasata.reading.read import read
from wasata.records.text import Document

AR = language("ar")
ROWS = [row for row in AR.roles if row.example]


def _parse(example: str) -> tuple[str, list[tuple[int, int]], list[str]]:
    """The text without its brackets, where they stood, and the codes after the equals sign."""
    marked, _, codes = example.rpartition("=")
    text, spans, start = "", [], 0
    for letter in marked.rstrip():
        if letter == "[":
            start = len(text)
        elif letter == "]":
            spans.append((start, len(text)))
        else:
            text += letter
    return text, spans, codes.split()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.row)
def test_role(row: RoleRow) -> None:
    """The example's brackets are mentions with its codes, and there are no others."""
    text, spans, codes = _parse(row.example.removeprefix("?"))
    mentions = read(Document(id="example", text=text, date="2024-04-01"), AR).actors
    found = [((m.span.start, m.span.end), "+".join(p.code for p in m.parties)) for m in mentions]
    wanted = list(zip(spans, codes, strict=False)) + [(span, "") for span in spans[len(codes) :]]
    if row.example.startswith("?"):
        assert found != wanted, f"{row.row} works: take the ? away"
        return
    assert found == wanted, f"{row.row}: {row.role}: wanted {wanted}, found {found} in {text}"


def test_many_roles() -> None:
    """There are enough roles for newspapers, and a row without example is of a kind that is never an actor alone."""
    assert len(AR.roles) >= 350
    assert {row.kind for row in AR.roles if not row.example} <= {"adjective", "latter", "former", "short", "neighbour"}
