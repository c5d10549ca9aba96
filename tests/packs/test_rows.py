"""Every frame and every name with a twin is one case: it does what its example says (roles and times have files)."""

import pytest

from wasata.coding.check import prove, rows
from wasata.coding.recipe import Recipe
from wasata.packs.rows import NameRow, VerbRow

RECIPE = Recipe()
ROWS = [row for row in rows(RECIPE) if isinstance(row, VerbRow | NameRow)]


@pytest.mark.parametrize("row", ROWS, ids=[row.row for row in ROWS])
def test_a_row_does_what_its_example_says(row: VerbRow | NameRow) -> None:
    found = [failure.message for failure in prove(row, RECIPE) if failure.error]
    assert not found, "; ".join(found)
