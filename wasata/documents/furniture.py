"""The words of a page that are not its article, read once from furniture.tsv."""

from functools import cache
from pathlib import Path

from msgspec import Struct

_TABLE = Path(__file__).with_name("furniture.tsv")
_COLUMNS = ("words", "kind", "value")
_FOLD = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        "ى": "ي",
        "ة": "ه",
        "ـ": None,
        **{chr(0x0660 + d): str(d) for d in range(10)},
        **{chr(0x06F0 + d): str(d) for d in range(10)},
        **{chr(c): None for c in (*range(0x064B, 0x0660), 0x0670, *range(0x200B, 0x2010), *range(0x202A, 0x202F))},
        **{chr(c): None for c in (*range(0x2066, 0x206A), 0xFEFF, 0x061C)},
        "\xa0": " ",
    }
)


class Furniture(Struct, frozen=True):
    """Words by what they do on a page, folded; a value is a number of days, of a month, or a plain number."""

    lines: frozenset[str]  # a line that is just this
    starts: tuple[str, ...]  # a short line that begins so
    always: tuple[str, ...]  # a line of any length that begins so
    before: frozenset[str]  # the line after it is a link to another article
    rest: frozenset[str]  # all short lines after it are links
    agencies: frozenset[str]
    published: tuple[str, ...]  # said before a day of publication
    months: dict[str, int]
    units: dict[str, int | None]  # days; None where too coarse to count back
    numbers: dict[str, int]
    ago: frozenset[str]
    days: dict[str, int]
    weekdays: frozenset[str]


def key(text: str) -> str:
    """The text as furniture is looked up: letters that writers interchange made one, marks gone, spaces single."""
    return " ".join(text.translate(_FOLD).lower().split())


@cache
def furniture() -> Furniture:
    """The table, read once; a line that is not as its header says stops the reading with its place."""
    said: dict[str, dict[str, str]] = {}
    lines = _TABLE.read_text(encoding="utf-8").split("\n")
    if tuple(lines[0].split("\t")) != _COLUMNS:
        raise ValueError(f"documents/furniture.tsv:1 has the header {lines[0]!r}, wanted {chr(9).join(_COLUMNS)!r}")
    for number, line in enumerate(lines[1:], 2):
        if not line or line.startswith("# "):
            continue
        cells = [*line.split("\t"), ""]
        if not 3 <= len(cells) <= 4:
            raise ValueError(f"documents/furniture.tsv:{number} has {len(cells) - 1} cells, wanted 3")
        said.setdefault(cells[1], {})[key(cells[0])] = cells[2]

    def numbers(kind: str) -> dict[str, int]:
        return {words: int(value) for words, value in said[kind].items()}

    return Furniture(
        lines=frozenset(said["line"]),
        starts=tuple(said["start"]),
        always=tuple(words for words, value in said["start"].items() if value == "any"),
        before=frozenset(said["next"]),
        rest=frozenset(said["rest"]),
        agencies=frozenset(said["agency"]),
        published=tuple(sorted(said["published"], key=len, reverse=True)),
        months=numbers("month"),
        units={words: int(value) if value else None for words, value in said["unit"].items()},
        numbers=numbers("number"),
        ago=frozenset(said["ago"]),
        days=numbers("day"),
        weekdays=frozenset(said["weekday"]),
    )
