"""Every row of the tables is one case, named by its place: it must do what its own example says."""

import pytest

from wasata.coding.check import Proved, prove, rows
from wasata.coding.recipe import Recipe

RECIPE = Recipe()
ROWS = tuple(rows(RECIPE))


@pytest.mark.parametrize("row", ROWS, ids=[row.row for row in ROWS])
def test_a_row_does_what_its_example_says(row: Proved) -> None:
    found = [failure.message for failure in prove(row, RECIPE) if failure.error]
    assert not found, "; ".join(found)
