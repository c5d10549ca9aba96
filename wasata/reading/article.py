"""What has been said so far in one article: who was named, which countries it is about, which pair was set up."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from wasata.reading.compose_names import Phrase
from wasata.reading.find_actors import Found
from wasata.reading.lexicon import Entry, Lexicon
from wasata.records.mention import ActorMention, Party, PlaceMention
from wasata.records.text import Document, Sentence

_NO_FOCUS = frozenset(("title", "realm"))


class Known(Struct, frozen=True):
    """Somebody named in full, and where."""

    phrase: Phrase
    sentence: int
    first: int
    name: str


class Article:
    """The actor table of one document; it grows as mentions are settled in reading order."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], lex: Lexicon, places: Sequence[PlaceMention]
    ) -> None:
        self.document, self.sentences, self.lex, self.day = document, sentences, lex, document.date
        self.family: dict[str, list[Known]] = {}
        self.given: dict[str, Known] = {}
        self.heads: dict[str, tuple[Party, ...]] = {}  # last parties of a head word
        self.sectors: dict[str, list[str]] = {}  # countries a sector was seen with, latest last
        self.pair: tuple[tuple[Party, ...], tuple[Party, ...]] | None = None
        self.pair_sentence = -1
        self._in_sentence: dict[int, Counter[str]] = {}
        self._in_block: dict[int, Counter[str]] = {}
        self._in_all: Counter[str] = Counter()
        self._places = places

    def weigh(self, stated: Iterable[tuple[int, str]]) -> None:
        """The countries that sentence, paragraph and article are about are counted."""
        for sentence, country in stated:
            self._count(sentence, country, 2)
        for place in self._places:
            self._count(place.sentence, place.country, 1)

    def _count(self, sentence: int, country: str, weight: int) -> None:
        if len(country) != 3 or country in ("UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"):
            return
        block = self.sentences[sentence].block
        self._in_sentence.setdefault(sentence, Counter())[country] += weight
        self._in_block.setdefault(block, Counter())[country] += weight
        self._in_all[country] += weight + (2 if block == 0 and len(self.sentences) > 2 else 0)

    def place_in_country(self, party: Party, found: Found, entry: Entry) -> Party:
        """The party with the country that the article gives it, where its own words give none."""
        if party.country or not party.sector or entry.source != "role" or entry.kind in _NO_FOCUS:
            return party
        if found.phrase.definite or found.phrase.number == "s":
            for known in self.heads.get(_stem(entry), ()):
                if known.country and known.sector == party.sector:
                    actor = "" if found.phrase.person or found.phrase.unknown[1] else known.actor
                    return Party(party.actor or actor, known.country, party.sector)
        return Party(party.actor, self._country(party.sector, found), party.sector)

    def _country(self, sector: str, found: Found) -> str:
        here = self._in_sentence.get(found.sentence, Counter())
        seen = self.sectors.get(sector, [])
        if len(here) == 1:
            return next(iter(here))
        if seen and (len(set(seen)) == 1 or seen[-1] in here):
            return seen[-1]
        if len(here) > 1:
            return _leader(here, self._in_all) if len(self.sentences) > 1 else ""
        block = self._in_block.get(self.sentences[found.sentence].block, Counter())
        if len(block) == 1:
            return next(iter(block))
        return seen[-1] if seen else _leader(self._in_all, self._in_all)

    def note(self, mention: ActorMention, found: Found) -> None:
        """The mention is part of what has been said."""
        entry = found.phrase.head.entry
        if entry.source == "role" and mention.kind != "description":
            if any(p.country for p in mention.parties):
                self.heads[_stem(entry)] = mention.parties
            for party in mention.parties:
                if party.country and party.sector:
                    self.sectors.setdefault(party.sector, []).append(party.country)

    def settled(self, known: Known, made: Sequence[ActorMention]) -> tuple[Party, ...]:
        """The parties that somebody named in full was given."""
        for mention in made:
            if mention.sentence == known.sentence and mention.first == known.first:
                return mention.parties
        return ()


def _leader(counts: Counter[str], whole: Counter[str]) -> str:
    """The country clearly ahead of all others, "" where two are near."""
    ranked = Counter({c: whole[c] for c in counts}).most_common(2)
    if not ranked:
        return ""
    if len(ranked) == 1:
        return ranked[0][0]
    return ranked[0][0] if ranked[0][1] >= 2 * ranked[1][1] else ""


def _stem(entry: Entry) -> str:
    """A head word without the ending that number and case give it."""
    word = entry.text.split()[0].removeprefix("ال")
    rest = " ".join(entry.text.split()[1:])
    for ending in ("ون", "ين", "ان", "و", "ي", "ات", "ة"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return f"{word} {rest}"
