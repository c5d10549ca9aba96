"""How alike two sentences are, by the beginnings of words that they share."""

import re
import unicodedata

# the first four letters of every word of three or more; of Arabic words after conjunction, preposition and article
_STEM = re.compile(r"\b(?:[وف]?[بك]?ال|[وف]?لل|[وف])?(\w{3,4})\w*")
# marks over letters, and the line that only lengthens Arabic words
_MARKS = {code: None for code in range(0x0300, 0x0700) if unicodedata.combining(chr(code))} | {0x0640: None}
_FEWEST = 3  # words: two may be the names of those who act
_MOST = 50_000  # sentences remembered


class Likeness:
    """Compares sentences; what was cut into words once is remembered for a while."""

    def __init__(self) -> None:
        self._memo: dict[str, frozenset[str]] = {}

    def points(self, one: str, other: str) -> int:
        """3 for a copied sentence, 2 for one that says much of the other, 1 for some of it, else 0."""
        if one == other:
            return 3
        first, second = self._stems(one), self._stems(other)
        common = len(first & second)
        if common < _FEWEST:
            return 0
        shared = common / min(len(first), len(second))
        return (shared >= 0.3) + (shared >= 0.5) + (shared >= 0.8)

    def _stems(self, text: str) -> frozenset[str]:
        found = self._memo.get(text)
        if found is None:
            if len(self._memo) > _MOST:
                self._memo.clear()
            found = frozenset(_STEM.findall(unicodedata.normalize("NFKD", text).translate(_MARKS)))
            self._memo[text] = found
        return found
