"""Texts that are copies of each other, whole or in large part: ten papers that print one wire report are one voice.

A text is cut into runs of words, each run is hashed, and the smallest hashes are kept (a bottom-k sketch: Broder, On
the resemblance and containment of documents, 1997). Two sketches tell what share of the shorter text stands in the
other; cuts, a new headline or another first paragraph do not hide a copy.
"""

import re
import sys
import unicodedata
from collections.abc import Sequence
from functools import cache
from zlib import crc32

from msgspec import Struct

_RUN = 4  # words
_KEPT = 160  # hashes: texts of fewer runs are compared whole
COPIED = 0.5  # of the shorter text
_LEAST = 8  # runs: a shorter text is a copy only where all of it is
_WORD = re.compile(r"\w+")


class Print(Struct, frozen=True, gc=False):
    """Who printed what: a document, its outlet ("" where unknown) and the sketch of its text."""

    document: str
    outlet: str
    sketch: tuple[int, ...]


def sketch(text: str) -> tuple[int, ...]:
    """The smallest hashes of the text's runs of words, in order; marks over letters and between words do not count."""
    words = _WORD.findall(unicodedata.normalize("NFKD", text.casefold()).translate(_marks()))
    runs = {" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))} if words else set()
    # crc32 spreads runs unevenly over small numbers; a multiplication by an odd number spreads them well
    return tuple(sorted({crc32(run.encode()) * 0x9E3779B1 & 0xFFFFFFFF for run in runs})[:_KEPT])


@cache
def _marks() -> dict[int, None]:
    """Marks over letters, and the line that only lengthens Arabic words: nobody reads them."""
    return {code: None for code in range(sys.maxunicode) if unicodedata.combining(chr(code))} | {0x640: None}


def copied(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of the shorter text that stands in the other, as far as the sketches tell."""
    if not one or not other:
        return 0.0
    ends = [hashes[-1] for hashes in (one, other) if len(hashes) == _KEPT]
    limit = min(ends, default=0xFFFFFFFF)  # both sketches are whole up to here
    first, second = ({h for h in hashes if h <= limit} for hashes in (one, other))
    least = min(len(first), len(second))
    return len(first & second) / least if least else 0.0


def are_twins(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether one text is a copy of the other, or of half of it."""
    return copied(one, other) >= (1.0 if min(len(one), len(other)) < _LEAST else COPIED)


def copies(prints: Sequence[Print]) -> list[int]:
    """For each document the position of the first one whose text it copies, its own where it copies none."""
    first: list[int] = []
    holders: dict[int, list[int]] = {}
    for at, one in enumerate(prints):
        near = sorted({n for run in one.sketch for n in holders.get(run, ())})
        first.append(next((first[n] for n in near if are_twins(prints[n].sketch, one.sketch)), at))
        for run in one.sketch:
            holders.setdefault(run, []).append(at)
    return first


def voices(prints: Sequence[Print]) -> int:
    """How many independent voices these are: as many outlets as can each be given a text that is nobody else's.

    Papers that copy each other are one voice, and so are all texts of one paper. Documents whose outlet nobody knows
    are held to be of one outlet, since nothing shows that they are not.
    """
    texts: dict[str, set[int]] = {}
    for one, text in zip(prints, copies(prints), strict=True):
        texts.setdefault(one.outlet, set()).add(text)
    given: dict[int, str] = {}
    return sum(_give(outlet, texts, given, set()) for outlet in sorted(texts))


def _give(outlet: str, texts: dict[str, set[int]], given: dict[int, str], tried: set[int]) -> bool:
    """Whether the outlet can be given a text, perhaps by giving others another one (Kuhn's matching)."""
    for text in sorted(texts[outlet] - tried):
        tried.add(text)
        if text not in given or _give(given[text], texts, given, tried):
            given[text] = outlet
            return True
    return False
