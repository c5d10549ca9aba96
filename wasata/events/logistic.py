"""Weights of evidence: the chance that something holds, by the signs that are seen; weights from coded examples."""

import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from wasata.packs.table import Row, TableError, overlay, read_table

ALWAYS = "always"  # the sign that is always there: the weight to begin with

Weights = Mapping[str, float]
Example = tuple[Iterable[str], bool]  # the signs that were seen, and whether it held


class WeightRow(Row, frozen=True):
    """What a sign weighs, in natural logarithms of the odds, and what it is in plain words."""

    sign: str
    weight: str
    meaning: str


def weight_rows(path: Path, over: Path | None = None) -> tuple[WeightRow, ...]:
    """The rows of a table of weights, those of another laid over."""
    own = read_table(path, WeightRow, path.parent.parent)
    theirs = read_table(over, WeightRow, over.parent) if over is not None else ()
    rows = overlay(own, theirs, lambda row: row.sign)
    for row in rows:
        try:
            float(row.weight)
        except ValueError:
            raise TableError(f"{row.row} has the weight {row.weight!r}, which is no number") from None
    return rows


def weights(rows: Iterable[WeightRow]) -> dict[str, float]:
    """What each sign weighs."""
    return {row.sign: float(row.weight) for row in rows}


def points(table: Weights, signs: Iterable[str]) -> float:
    """What the signs weigh together, in natural logarithms of the odds; a sign without a weight weighs nothing."""
    return table.get(ALWAYS, 0.0) + sum([table.get(sign, 0.0) for sign in signs])


def chance(table: Weights, signs: Iterable[str]) -> float:
    """How likely it is that what the signs speak for holds, between 0 and 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, points(table, signs)))))


def fitted(examples: Sequence[Example], *, ridge: float = 1.0, around: Weights | None = None) -> dict[str, float]:
    """The weights under which the examples are most likely, held near those they start from.

    A ridge of r tells how far a weight may go: as far as some r examples against it would allow. With few
    examples hardly anything moves from around (or, without it, from nothing) but the start, which is held loosely.
    """
    seen = [((ALWAYS, *dict.fromkeys(signs)), float(held)) for signs, held in examples]
    names = sorted({sign for signs, _ in seen for sign in signs} | set(around or ()) | {ALWAYS})
    place = {name: at for at, name in enumerate(names)}
    rows = [([place[sign] for sign in signs], held) for signs, held in seen]
    start = [(around or {}).get(name, 0.0) for name in names]
    hold = [ridge * (0.05 if name == ALWAYS else 1.0) for name in names]
    found = list(start)
    for _ in range(30):
        step = _newton(rows, found, start, hold)
        found = [value + move for value, move in zip(found, step, strict=True)]
        if max(map(abs, step)) < 1e-5:
            break
    return dict(zip(names, found, strict=True))


def _newton(
    rows: list[tuple[list[int], float]], found: list[float], start: list[float], hold: list[float]
) -> list[float]:
    """The step towards the best weights: signs are there or not, so only pairs that meet are touched."""
    slope = [h * (s - f) for h, s, f in zip(hold, start, found, strict=True)]
    bend = [[0.0] * len(found) for _ in found]
    for at, h in enumerate(hold):
        bend[at][at] = h
    for signs, held in rows:
        total = max(-30.0, min(30.0, sum(found[at] for at in signs)))
        likely = 1 / (1 + math.exp(-total))
        spread = likely * (1 - likely)
        for at in signs:
            slope[at] += held - likely
            line = bend[at]
            for other in signs:
                line[other] += spread
    step = _solved(bend, slope)
    longest = max(map(abs, step))
    return [move * min(1.0, 4.0 / longest) for move in step] if longest else step


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of the linear equations, by Cholesky's root of a positive matrix."""
    size = len(right)
    root = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            rest = matrix[i][j] - sum(a * b for a, b in zip(root[i][:j], root[j][:j], strict=True))
            root[i][j] = math.sqrt(max(rest, 1e-12)) if i == j else rest / root[j][j]
    forth = [0.0] * size
    for i in range(size):
        forth[i] = (right[i] - sum(root[i][k] * forth[k] for k in range(i))) / root[i][i]
    back = [0.0] * size
    for i in reversed(range(size)):
        back[i] = (forth[i] - sum(root[k][i] * back[k] for k in range(i + 1, size))) / root[i][i]
    return back
