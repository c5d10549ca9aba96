"""The work list: persons, bodies and verbs that no row knows, and sentences that tell an event and yield none."""

import pytest

from wasata.coding.local import code_all
from wasata.coding.missing import missing
from wasata.coding.recipe import Recipe
from wasata.records.coded import Coded
from wasata.records.text import Document


def coded(text: str) -> Coded:
    (found,) = code_all([Document(id="a", text=text)], Recipe())
    assert isinstance(found, Coded)
    return found


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("قال نائب الرئيس السوداني شمسون بردويل إن الأمر صعب.", "name", "شمسون بردويل"),
        ("أعلنت حركة «صون البلاد» أن الأمر صعب.", "name", "حركة «صون البلاد»"),
        ("قالت الوزارة إن البلاد ستهرقل الاتفاق.", "verb", "ستهرقل"),
    ],
)
def test_what_no_row_knows(text: str, kind: str, wanted: str) -> None:
    assert (kind, wanted) in {(one.kind, one.text) for one in coded(text).unknowns}


def test_known_bodies_in_quotes_are_no_gap() -> None:
    assert coded("زار وفد من حركة «حماس» القاهرة.").unknowns == ()


def test_the_most_frequent_come_first_with_the_words_around() -> None:
    once, twice = "قالت الوزارة إن البلاد ستفرهد الاتفاق.", "قالت الوزارة إن البلاد ستهرقل الاتفاق."
    found = missing([coded(once), coded(twice), coded(twice)])
    assert [(one.text, one.count) for one in found] == [("ستهرقل", 2), ("ستفرهد", 1)]
    assert found[0].example == twice


def test_a_long_line_is_cut_between_words() -> None:
    (found,) = missing([coded("كلام طويل جدا " * 9 + "ستهرقل" + " كلام طويل جدا" * 9)])
    assert found.example.startswith("…") and found.example.endswith("…") and "ستهرقل" in found.example
    assert set(found.example.strip("…").split()) <= {"كلام", "طويل", "جدا", "ستهرقل"}
