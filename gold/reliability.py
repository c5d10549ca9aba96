"""How often what was said with some confidence is right: tenths of confidence, their error, and a drawing of both."""

from collections.abc import Sequence

from msgspec import Struct

BINS = 10


class Bin(Struct, frozen=True):
    """The events whose confidence lies in one tenth: how many, the mean confidence, the share that is right."""

    low: float
    count: int
    said: float
    right: float


def bins(told: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The tenths that hold any event, from unsure to sure."""
    found = []
    for number in range(BINS):
        here = [(p, right) for p, right in told if min(int(p * BINS), BINS - 1) == number]
        if here:
            count = len(here)
            said, right = sum(p for p, _ in here) / count, sum(right for _, right in here) / count
            found.append(Bin(number / BINS, count, said, right))
    return found


def error(found: Sequence[Bin]) -> float:
    """The expected calibration error: how far what was said lies from what is right, by how often it is said."""
    return sum(one.count * abs(one.said - one.right) for one in found) / sum(one.count for one in found)


SIDE, EDGE = 400, 50


def drawn(found: Sequence[Bin]) -> str:
    """The tenths as a drawing: bars for the share that is right, a dot at what was said, the line where both agree."""

    def x(value: float) -> float:
        return round(EDGE + value * SIDE, 1)

    def y(value: float) -> float:
        return round(EDGE + (1 - value) * SIDE, 1)

    whole = SIDE + 2 * EDGE
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{whole}" height="{whole}" fill="white"/>',
    ]
    for one in found:
        lines.append(
            f'<rect x="{x(one.low + 0.01)}" y="{y(one.right)}" width="{round(0.08 * SIDE, 1)}" '
            f'height="{round(one.right * SIDE, 1)}" fill="#7aa6c2"/>'
        )
        lines.append(f'<text x="{x(one.low + 0.05)}" y="{y(one.right) - 6}" text-anchor="middle">{one.count}</text>')
        lines.append(f'<circle cx="{x(one.said)}" cy="{y(one.right)}" r="3" fill="#1d3f58"/>')
    lines.append(f'<path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#999" stroke-dasharray="4 4"/>')
    lines.append(f'<path d="M{x(0)} {y(1)}V{y(0)}H{x(1)}" fill="none" stroke="black"/>')
    for tick in range(0, 11, 2):
        lines.append(f'<text x="{x(tick / 10)}" y="{y(0) + 16}" text-anchor="middle">{tick / 10}</text>')
        lines.append(f'<text x="{x(0) - 8}" y="{y(tick / 10) + 4}" text-anchor="end">{tick / 10}</text>')
    lines.append(f'<text x="{x(0.5)}" y="{y(0) + 36}" text-anchor="middle">confidence that was told</text>')
    middle = f'x="{x(0) - 34}" y="{y(0.5)}"'
    lines.append(
        f'<text {middle} text-anchor="middle" transform="rotate(-90 {x(0) - 34} {y(0.5)})">share that is right</text>'
    )
    return "\n".join([*lines, "</svg>"]) + "\n"
