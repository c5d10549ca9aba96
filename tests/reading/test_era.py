"""A text without a date takes its actors as they were in the time that it tells of."""

import pytest

from tests.reading.test_actors import coded


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("هاجمت حركة طالبان قافلة في قندهار", "AFG/REB"),  # what it was for longest
        ("هاجمت حركة طالبان قافلة في أغسطس 2023", "AFG/GOV"),  # a year that the text names
        ("قال الرئيس حامد كرزاي إن حركة طالبان هاجمت قافلة", "AFG/REB"),  # whose term it was
    ],
)
def test_undated(text: str, party: str) -> None:
    """The movement is what it was then."""
    assert party in dict(coded(text, "")).values()
