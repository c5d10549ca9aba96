"""The example articles are coded as well as the floors say; the gate holds the same floors."""

import tomllib
from pathlib import Path

from gold.stories import figures

FLOORS = tomllib.loads((Path(__file__).parent.parent.parent / "gold" / "floors.toml").read_text(encoding="utf-8"))


def test_no_figure_of_our_own_stories_sinks() -> None:
    measured = dict(figures())
    assert set(measured) <= set(FLOORS)
    assert {name: value for name, value in measured.items() if value < FLOORS[name] - 0.0005} == {}
