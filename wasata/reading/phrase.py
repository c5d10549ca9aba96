"""A sentence as the composer sees it, and the noun phrase that grows in it."""

from collections.abc import Sequence

from msgspec import Struct

from wasata.reading.lexicon import NOTHING, Entry, Lexicon, Match, Ways, matches, ways_of
from wasata.records.mention import Party
from wasata.records.text import Sentence, Token

NAMES = frozenset(("state", "capital", "palace", "body", "movement", "mission", "person", "office"))
PEOPLE = frozenset(("person", "envoy", "officer", "title", "kin", "counterpart"))
BODIES = frozenset(("body", "group", "named", "realm", "ministry", "loose"))
ROLES = PEOPLE | BODIES
CLOSERS = frozenset('"”»’›)')
OPENERS = frozenset('"“«‘‹(')


class View(Struct, frozen=True):
    """A sentence as the composer sees it."""

    tokens: Sequence[Token]
    lex: Lexicon
    about: frozenset[str]  # countries that the document names beyond doubt
    article: Sequence[Sentence]  # the sentences of the whole document
    ways: list[Ways]  # what every word can be
    seen: list[list[Match] | None]  # what was found at a token already
    day: str = ""  # when the document was published


_NONE: list[Match] = []
_BEYOND: list[list[Match] | None] = [_NONE] * 4  # a phrase may look a little beyond the end


def view_of(number: int, article: Sequence[Sentence], about: frozenset[str], lex: Lexicon, *, day: str) -> View:
    """The sentence of this number, its words looked up and nothing composed yet."""
    tokens = article[number].tokens
    ways = ways_of(lex, tokens)
    seen = [_NONE if way is NOTHING else None for way in ways]
    return View(tokens, lex, about, article, ways, seen + _BEYOND, day)


class Phrase(Struct):
    """A noun phrase that grows: what it covers and what is known of its owner."""

    head: Match
    last: int
    kind: str
    sector: str
    gender: str
    number: str
    definite: bool
    owners: list[Party]  # who it belongs to: states from nisbas and genitives, bodies
    parts: list[Match]
    post: bool = False
    person: Entry | None = None
    unknown: tuple[int, int] = (0, 0)  # tokens of a name no table knows
    gated: bool = False  # an adjective asks for its owner through lam
    borrowed: Entry | None = None  # a body named shortly (أعضاء المجلس)
    inside: tuple["Phrase", ...] = ()  # persons named within

    def take(self, match: Match) -> bool:
        """The matched words are part of the phrase; always true."""
        self.parts.append(match)
        self.last = match.last
        return True


def has_article(view: View, at: int) -> bool:
    """Whether the word here is a noun or adjective with its article."""
    if at >= len(view.tokens):
        return False
    key = view.tokens[at].word.key
    return key.startswith("ال") and len(key) > 3 and key not in view.lex.particles and key not in view.lex.temporal


def found_at(view: View, at: int) -> list[Match]:
    """What is known at this token, looked up once."""
    found = view.seen[at]
    if found is None:
        found = view.seen[at] = matches(view.ways[at], view.tokens, at)
    return found


def plain(view: View, at: int) -> list[Match]:
    """What is known at this token, where nothing is glued before it."""
    found = view.seen[at]
    if found is None:
        found = found_at(view, at)
    return [m for m in found if not m.cut.conj and not m.cut.prep] if found else found


def is_money(view: View, phrase: Phrase | None, match: Match) -> bool:
    """Whether مالي is "financial" here: decided by the head noun, then by what the article is about."""
    entry = match.entry
    if not view.lex.careers.get("financial:" + entry.country) and entry.country != "MLI":
        return False
    if phrase is not None:
        return phrase.kind in PEOPLE and "MLI" not in view.about or phrase.sector in ("BUS", "EDU", "LAB")
    before = found_at(view, match.first - 1) if match.first else []
    if any(m.entry.kind == "money" for m in before):
        return True
    return "MLI" not in view.about


_EITHER = frozenset(("رهينة", "ضحية"))  # whoever they are


def agree(phrase: Phrase, adjective: Entry) -> bool:
    """Whether an adjective may belong to the phrase; in an idafa it may belong to any member."""
    if phrase.head.last > phrase.head.first + 1 or any(part.entry.source != "nisba" for part in phrase.parts):
        return True
    if phrase.number == "s":
        either = phrase.head.entry.text in _EITHER
        return adjective.number == "s" and (either or adjective.gender in ("", phrase.gender))
    if phrase.number == "p":
        return adjective.number == "p" or (adjective.number == "s" and adjective.gender == "f") or not adjective.gender
    return adjective.number in ("d", "p", "s")
