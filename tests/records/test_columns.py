"""A record goes to JSON and Arrow and comes back as it was."""

import pyarrow.parquet
import pytest

from wasata.records.columns import digest, from_json, to_arrow, to_json
from wasata.records.event import Event
from wasata.records.mention import Party, When, Why
from wasata.records.text import Document, Span

WHY = Why("ar/verbs/consult.tsv:1", Span(0, 3), (Why("ar/roles.tsv:2", Span(4, 9)),))
PARTIES = (Party("", "EGY", "GOV"), Party("TUR", "TUR", ""))
EVENT = Event(
    "e1",
    "d1",
    Span(0, 3),
    "CONSULT",
    "visit",
    PARTIES,
    (),
    When("2024-05-01", None, "day"),
    "",
    "actual",
    "",
    "c",
    "زار",
    WHY,
)


@pytest.mark.parametrize("record", [EVENT, WHY, Document("d1", "نص", title="عنوان"), PARTIES[0]])
def test_json_and_back(record: object) -> None:
    assert from_json(to_json(record), type(record)) == record


def test_a_digest_changes_with_any_field() -> None:
    one, other = Document("d1", "نص"), Document("d1", "نص", date="2024-05-01")
    assert digest(one) == digest(Document("d1", "نص")) != digest(other)
    assert digest(one, "rules@1") != digest(one, "rules@2")


def test_arrow_and_back(tmp_path) -> None:  # type: ignore[no-untyped-def]
    table = to_arrow([EVENT])
    assert table.column_names == list(Event.__struct_fields__)
    pyarrow.parquet.write_table(to_arrow([PARTIES[0]]), tmp_path / "a.parquet")
    assert pyarrow.parquet.read_table(tmp_path / "a.parquet").to_pylist() == [
        {"actor": "", "country": "EGY", "sector": "GOV"}
    ]
