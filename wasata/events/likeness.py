"""How alike two sentences are, by the strings of letters that they share."""

import unicodedata

_GRAM = 5  # letters, spaces among them
_MOST = 20_000  # sentences remembered


class Likeness:
    """Compares sentences; what was cut into strings once is remembered for a while."""

    def __init__(self) -> None:
        self._memo: dict[str, frozenset[str]] = {}

    def points(self, one: str, other: str) -> int:
        """3 for a copied sentence, 2 for one that says much of the other, 1 for some of it, else 0."""
        if one == other:
            return 3
        first, second = self._grams(one), self._grams(other)
        least = min(len(first), len(second))
        if not least:
            return 0
        shared = len(first & second) / least
        return (shared >= 0.25) + (shared >= 0.45) + (shared >= 0.8)

    def _grams(self, text: str) -> frozenset[str]:
        found = self._memo.get(text)
        if found is None:
            if len(self._memo) > _MOST:
                self._memo.clear()
            plain = unicodedata.normalize("NFKD", text)
            letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c) and c != "ـ")
            line = f" {' '.join(letters.split())} "
            found = frozenset(line[at : at + _GRAM] for at in range(len(line) - _GRAM + 1))
            self._memo[text] = found
        return found
