"""The words of a sentence that may speak of time, each with every sense its table gives."""

import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from types import ModuleType

from msgspec import Struct

from wasata.packs.language import Language
from wasata.packs.rows import TimeRow
from wasata.records.text import Cut, Token
from wasata.text.phrases import Node, Phrases

_NUMBER = re.compile(r"([وف]?)([بلك]?)(?:ال|ل)?(\d{1,7})(ه|م)?$")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}$|(?:1[89]|20)\d\d\.\d{1,2}(?:\.\d{1,2})?$")
_MOST_WORDS = 400_000
# senses that make a sentence worth reading for times; the others only lean on them
_ANCHORS = {
    "month", "hijri", "weekday", "day", "now", "never", "refer", "unit", "dual", "units", "season", "decade",
    "holiday", "clock", "edge", "part", "portion", "named",
}  # fmt: skip
# senses that a preposition glued to the word takes away
_BARE = {
    "since", "ago", "before", "after", "within", "until", "from", "between", "in", "about", "few", "gone", "list",
    "general", "future", "this", "that", "same", "refer", "record", "essay", "self",
}  # fmt: skip
# senses with which no expression begins
_LEANING = {
    "in", "until", "about", "gone", "list", "general", "future", "shift", "record", "essay", "self", "zone", "equal",
    "pact", "here", "sort", "upon", "camp", "joint", "age", "state",
}  # fmt: skip
KNOWN, ANCHOR, START, NUMBER, DOTTED = 1, 2, 4, 8, 16
_ALEF = frozenset(("unit", "part", "portion"))


class TimeWord(Struct, frozen=True, gc=False):
    """One sense of the words from a token on; size is their number, weak that they mean other things as well."""

    sense: str
    value: str
    size: int
    row: str
    prep: str = ""
    conj: str = ""
    article: bool = False
    weak: bool = False


class Numeral(Struct, frozen=True, gc=False):
    """A number in digits or words that ends before token last; era is ه or م where it says so."""

    value: int
    last: int
    ordinal: bool = False
    article: bool = False
    words: bool = False
    conj: bool = False
    era: str = ""
    prep: str = ""


class TimeWords:
    """The time table of one language, ready to look words up."""

    def __init__(self, language: Language) -> None:
        script = language.script
        self.numbers: ModuleType = import_module(f"wasata.packs.{language.code}.numbers")
        rows = [(tuple(script.fold(word) for word in row.words.split()), row) for row in language.times]
        self._phrases: Phrases[TimeRow] = Phrases(
            rows, lambda key: [cut for cut in script.noun_cuts(key) if cut.suffix in ("", "ا")]
        )
        # a phrase is waited for at its longest word, which is seldom a particle
        self._anchors = {max(keys, key=len) for keys, row in rows if len(keys) > 1 and row.sense in _ANCHORS}
        self._weights: dict[str, int] = {}
        self._alone: dict[str, list[TimeWord]] = {}  # of words that begin no longer phrase

    def weigh(self, keys: list[str]) -> list[int]:
        """The weight of every word."""
        try:
            return list(map(self._weights.__getitem__, keys))
        except KeyError:
            return [self.weight(key) for key in keys]

    def weight(self, key: str) -> int:
        """KNOWN for words of the table and numbers, with ANCHOR if it can tell a time, START if it can begin one."""
        found = self._weights.get(key)
        if found is None:
            if len(self._weights) > _MOST_WORDS:
                self._weights.clear()
            found = self._weights[key] = self._weigh(key)
        return found

    def _weigh(self, key: str) -> int:
        """The weight of a word seen for the first time."""
        number = _NUMBER.match(key)
        if number:
            year = len(number[3]) == 4 and ("1800" <= number[3] < "2100" or number[4] == "ه")
            return KNOWN | START | NUMBER | (ANCHOR if year else 0)
        if _DOTTED.match(key):
            return KNOWN | START | ANCHOR | DOTTED
        if key == ":":
            return KNOWN | ANCHOR  # 15:15
        heads = self._phrases.heads(key)
        senses = {row.sense for cut, node in heads for row in node.values if fits(row, cut)}
        weight = KNOWN if heads else 0
        if senses & _ANCHORS or key in self._anchors:
            weight |= KNOWN | ANCHOR
        if senses - _LEANING or any(_begins(node) for cut, node in heads if not cut.suffix):
            weight |= START
        return weight | (KNOWN | START | NUMBER if self.numbers.cut(key) is not None else 0)

    def senses(self, tokens: tuple[Token, ...], first: int) -> list[TimeWord]:
        """Every sense of the words from this token on, longest first."""
        key = tokens[first].word.key
        alone = self._alone.get(key)
        if alone is not None:
            return alone
        found, heads = [], self._phrases.heads(key)
        for cut, head in heads:
            node: Node[TimeRow] | None = head
            last = first + 1
            while node is not None:
                found += [_word(row, cut, last - first) for row in node.values if fits(row, cut)]
                node = node.next.get(tokens[last].word.key) if last < len(tokens) and not cut.suffix else None
                last += 1
        found.sort(key=lambda word: -word.size)
        if not any(node.next for _, node in heads) and len(self._alone) < _MOST_WORDS:
            self._alone[key] = found
        return found


def _begins(node: Node[TimeRow]) -> bool:
    """True where a longer phrase from here on has a sense that can begin an expression."""
    return any(row.sense not in _LEANING for step in node.next.values() for row in step.values) or any(
        _begins(step) for step in node.next.values()
    )


def fits(row: TimeRow, cut: Cut) -> bool:
    """True where the clitics of a word leave it the sense of this row."""
    if cut.suffix and row.sense not in _ALEF:
        return False
    if cut.prep and (row.sense in _BARE or row.value.endswith("?") or cut.prep == "ك"):
        return False
    if row.sense == "shift" and not cut.article:
        return row.value == "same" or " " in row.words
    return not (cut.article and row.sense in ("month", "hijri", "holiday", "about", "pact", "from", "until", "in"))


def _word(row: TimeRow, cut: Cut, size: int) -> TimeWord:
    """A row as the sense of words cut this way."""
    value = row.value.rstrip("?")
    article = cut.article or row.words.startswith("ال")
    return TimeWord(row.sense, value, size, row.row, cut.prep, cut.conj, article, value != row.value)


class Line:
    """A sentence under reading: its tokens, their keys and weights, and the senses and numbers looked up so far."""

    __slots__ = ("_numbers", "_senses", "keys", "size", "tokens", "weights", "words")

    def __init__(self, tokens: tuple[Token, ...], keys: list[str], words: TimeWords, weights: list[int]) -> None:
        self.tokens, self.keys, self.words, self.weights = tokens, keys, words, weights
        self.size = len(tokens)
        self._senses: list[list[TimeWord] | None] = [None] * self.size
        self._numbers: dict[int, Numeral | None] = {}

    def at(self, index: int) -> Sequence[TimeWord]:
        """The senses of the words from this token on, longest first; none beyond the end."""
        if not 0 <= index < self.size or not self.weights[index]:
            return ()
        found = self._senses[index]
        if found is None:
            found = self._senses[index] = self.words.senses(self.tokens, index)
        return found

    def word(self, index: int, *senses: str) -> TimeWord | None:
        """The longest words from this token on that have one of these senses."""
        if 0 <= index < self.size and self.weights[index]:
            found = self._senses[index]
            if found is None:
                found = self._senses[index] = self.words.senses(self.tokens, index)
            for word in found:
                if word.sense in senses:
                    return word
        return None

    def key(self, index: int) -> str:
        """The folded word at this place, empty beyond either end."""
        return self.keys[index] if 0 <= index < self.size else ""

    def number(self, index: int) -> Numeral | None:
        """The number in digits or words that begins here."""
        if not 0 <= index < self.size or not self.weights[index] & NUMBER:
            return None
        if index not in self._numbers:
            self._numbers[index] = self._number(index)
        return self._numbers[index]

    def _number(self, index: int) -> Numeral | None:
        """The number at a token that can begin one."""
        key = self.keys[index]
        digits = _NUMBER.match(key)
        if digits is None:
            said = self.words.numbers.read_number(self.keys, index)
            if said is None:
                return None
            conj = key[0] in "وف" and not key.startswith("واحد")
            return Numeral(said.value, said.last, said.ordinal, said.article, True, conj, "", said.prep)
        last, era = index + 1, digits[4] or ""
        value = int(digits[3])
        if not era and self.key(last) in ("ه", "م") and value >= 1000:
            last, era = last + 1, self.key(last)
        return Numeral(value, last, conj=bool(digits[1]), era=era, prep=digits[2])

    def dotted(self, index: int) -> str:
        """A date written with points as one word, else nothing."""
        return self.keys[index] if 0 <= index < self.size and self.weights[index] & DOTTED else ""


@cache
def time_words(language: Language) -> TimeWords:
    """The one time table of a language in this process."""
    return TimeWords(language)
