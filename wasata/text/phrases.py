"""Find known phrases among tokens: a trie over folded words whose first word may carry clitics."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from wasata.records.text import Cut, Token

Payload = TypeVar("Payload")
_MOST_WORDS = 400_000


class Hit(Struct, Generic[Payload], frozen=True):
    """A phrase found: tokens first up to (not including) last, how its first word was cut, and what it means."""

    first: int
    last: int
    cut: Cut
    values: tuple[Payload, ...]


class Node(Generic[Payload]):
    """A word of a phrase: what ends here and what may follow."""

    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, Node[Payload]] = {}
        self.values: tuple[Payload, ...] = ()


class Phrases(Generic[Payload]):
    """Phrases that know how to find themselves; longest wins, first come first served."""

    def __init__(self, entries: Iterable[tuple[Sequence[str], Payload]], cuts: Callable[[str], Iterable[Cut]]) -> None:
        self._root: Node[Payload] = Node()
        self._cuts = cuts
        self._memo: dict[str, tuple[tuple[Cut, Node[Payload]], ...]] = {}
        for keys, value in entries:
            node = self._root
            for key in keys:
                node = node.next.setdefault(key, Node())
            if value not in node.values:
                node.values += (value,)

    def heads(self, key: str) -> tuple[tuple[Cut, Node[Payload]], ...]:
        """The ways in which this word can begin a phrase."""
        found = self._memo.get(key)
        if found is None:
            if len(self._memo) > _MOST_WORDS:
                self._memo.clear()
            known = self._root.next
            found = self._memo[key] = tuple((cut, known[cut.stem]) for cut in self._cuts(key) if cut.stem in known)
        return found

    def openers(self, tokens: Sequence[Token]) -> list[int]:
        """The tokens that can begin a phrase."""
        keys = [token.word.key for token in tokens]
        try:
            found = list(map(self._memo.__getitem__, keys))
        except KeyError:
            found = [self.heads(key) for key in keys]
        return [at for at, ways in enumerate(found) if ways]

    def at(self, tokens: Sequence[Token], first: int) -> Hit[Payload] | None:
        """The longest phrase that begins at this token, or None; of equal lengths the cut that takes least."""
        best: Hit[Payload] | None = None
        for cut, node in self.heads(tokens[first].word.key):
            here, last = node, first + 1
            if here.values and (best is None or last > best.last):
                best = Hit(first, last, cut, here.values)
            if cut.suffix:
                continue  # a suffix closes the phrase
            while here.next and last < len(tokens):
                step = here.next.get(tokens[last].word.key)
                if step is None:
                    break
                here, last = step, last + 1
                if here.values and (best is None or last > best.last):
                    best = Hit(first, last, cut, here.values)
        return best

    def find(self, tokens: Sequence[Token]) -> Iterator[Hit[Payload]]:
        """Phrases from left to right in reading order, none overlapping another."""
        after = 0
        for at in self.openers(tokens):
            hit = self.at(tokens, at) if at >= after else None
            if hit is not None:
                yield hit
                after = hit.last
