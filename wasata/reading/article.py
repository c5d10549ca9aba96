"""What has been said so far in one article: who was named, which countries it is about, which pair was set up."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, partial

from msgspec import Struct

from wasata.reading.find_actors import Found
from wasata.reading.lexicon import Entry, Lexicon
from wasata.reading.lexicon import party as party_of
from wasata.reading.phrase import Phrase
from wasata.records.mention import ActorMention, Party, PlaceMention
from wasata.records.text import Document, Sentence

_BEYOND = frozenset(("UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"))
_NO_FOCUS = frozenset(("title", "realm"))


_AKIN = {"PRM": "REB", "REB": "REB"}
_KINGDOMS = ("SAU", "MAR", "JOR", "BHR", "GBR", "ESP", "BEL", "NLD", "THA")
_CROWNED = frozenset(("ملك", "عاهل", "ملكة"))
_BAND = frozenset(("تنظيم", "جماعة", "ميليشيا", "مليشيا", "ميليشيات", "مليشيات"))  # any armed movement may be so called
_ARMED = frozenset(("REB", "UAF"))
_COALITIONS = (("YEM", "saudi-led-coalition"), ("SYR", "coalition-against-isis"), ("IRQ", "coalition-against-isis"))
_ABROAD = frozenset(("envoy", "counterpart"))
_WORLDLY = frozenset(("EDU", "JRN", "BUS"))  # who speaks of a country need not be of it


_SENT = frozenset(("وفد", "وفود", "مفاوضون", "مفاوضين"))
_weights = partial(defaultdict[str, int], int)


class Known(Struct, frozen=True):
    """Somebody named in full, and where."""

    phrase: Phrase
    sentence: int
    first: int
    name: str


class Article:
    """The actor table of one document; it grows as mentions are settled in reading order."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], lex: Lexicon, places: Sequence[PlaceMention], day: str
    ) -> None:
        self.document, self.sentences, self.lex, self.day = document, sentences, lex, day
        self.family: dict[str, list[Known]] = {}
        self.given: dict[str, Known] = {}
        self.heads: dict[str, tuple[Party, ...]] = {}  # last parties of a head word
        self.sectors: dict[str, list[str]] = {}  # countries a sector was seen with, latest last
        self.pair: tuple[tuple[Party, ...], tuple[Party, ...]] | None = None
        self._in_sentence: defaultdict[int, defaultdict[str, int]] = defaultdict(_weights)
        self._in_block: defaultdict[int, defaultdict[str, int]] = defaultdict(_weights)
        self._in_all: Counter[str] = Counter()
        self._places = places
        self._bodies: dict[str, tuple[Party, ...]] = {}  # bodies named in full, by their first word
        self._offices: dict[str, tuple[Party, ...]] = {}  # who last held an office, by its first word
        self._band: tuple[Party, ...] = ()  # the armed movement last named
        self._opens: dict[int, int] = {}  # the first token of a sentence that names a country
        self._domestic: dict[int, list[str]] = {}  # countries of the roles of a sentence so far
        self._stated: dict[str, set[str]] = {}  # countries that the article anywhere gives a sector

    def weigh(self, stated: Iterable[tuple[Found, Party]]) -> None:
        """The countries that sentence, paragraph and article are about are counted; bodies of many states are not."""
        for found, party in stated:
            if found.phrase.head.entry.kind in ("mission", "body") and found.phrase.head.entry.source == "name":
                continue
            abroad = found.phrase.head.entry.kind in _ABROAD  # an envoy's country is not where he is
            self._count(found.sentence, party.country, 2, here=not abroad)
            self._stands(found.sentence, found.first, party.country)
            if party.country and party.sector and not abroad:
                self._stated.setdefault(party.sector, set()).add(party.country)
        for place in self._places:
            self._count(place.sentence, place.country, 1)
            self._stands(place.sentence, place.first, place.country)

    def _count(self, sentence: int, country: str, weight: int, *, here: bool = True) -> None:
        if len(country) != 3 or country in _BEYOND:
            return
        block = self.sentences[sentence].block
        if here:
            self._in_sentence[sentence][country] += weight
            self._in_block[block][country] += weight
        self._in_all[country] += weight + (2 if block == 0 and len(self.sentences) > 2 else 0)

    def _stands(self, sentence: int, at: int, country: str) -> None:
        """A country is named at this token."""
        if len(country) == 3 and country not in _BEYOND:
            self._opens[sentence] = min(at, self._opens.get(sentence, at))

    def place_in_country(self, party: Party, found: Found, entry: Entry) -> Party:
        """The party with the country that the article gives it, where its own words give none."""
        if party.country or not party.sector or entry.source != "role" or entry.kind in _NO_FOCUS:
            return self._of_rank(party, found, entry)
        if any(m.entry.text.startswith("أجنبي") for m in found.phrase.parts):
            return party
        if found.phrase.definite or found.phrase.number == "s":
            for known in self.heads.get(_stem(entry.text)) or self._first_of(found, entry):
                if known.country in _BEYOND:
                    return known  # the envoy of the United Nations is theirs
                if known.country and entry.text in _SENT and found.phrase.definite:
                    return known  # the delegation is of whoever sent it
                if known.country and known.sector == party.sector:
                    actor = "" if found.phrase.person or found.phrase.unknown[1] else known.actor
                    return Party(party.actor or actor, known.country, party.sector)
        if entry.text in _CROWNED and any(country in _KINGDOMS for country in self._in_all):
            return Party(party.actor, self._realm(), party.sector)
        return Party(party.actor, self._country(party.sector, found), party.sector)

    def _first_of(self, found: Found, entry: Entry) -> tuple[Party, ...]:
        """Who was last named by an office that begins with this bare one: the minister, after a minister of health."""
        phrase = found.phrase
        if " " in entry.text or not phrase.definite or phrase.owners or phrase.number != "s" or phrase.kind != "person":
            return ()
        return self._offices.get(_stem(entry.text), ())

    def _of_rank(self, party: Party, found: Found, entry: Entry) -> Party:
        """An officer or cleric that no table knows is of the one country that the sentence is about."""
        here = self._in_sentence[found.sentence]
        if party.country or entry.kind != "title" or not party.sector or party.actor or len(here) != 1:
            return party
        return Party("", next(iter(here)), party.sector)

    def _country(self, sector: str, found: Found) -> str:
        if sector in _WORLDLY and found.phrase.number == "s":
            return ""
        here = self._in_sentence[found.sentence]
        seen = self.sectors.get(_AKIN.get(sector, sector), [])
        if sector in _AKIN and seen and len(set(seen)) == 1:
            return seen[-1]
        if (
            seen
            and found.first < self._opens.get(found.sentence, 0)
            and seen[-1] == _leader(self._in_all, self._in_all)
        ):
            return seen[-1]  # the authorities, before any country is named, are those of whom the article speaks
        if len(here) == 1:
            return next(iter(here))
        if seen and (len(set(seen)) == 1 or seen[-1] in here):
            return seen[-1]
        domestic = set(self._domestic.get(found.sentence, ()))
        if len(domestic) == 1:
            return next(iter(domestic))
        if len(self._stated.get(sector, ())) == 1:
            return next(iter(self._stated[sector]))
        if len(here) > 1:
            return _leader(here, self._in_all) if len(self.sentences) > 1 else ""
        block = self._in_block[self.sentences[found.sentence].block]
        if len(block) == 1:
            return next(iter(block))
        return seen[-1] if seen else _leader(self._in_all, self._in_all)

    def short(self, entry: Entry) -> tuple[Party, ...]:
        """The body last named in full whose first word this is: الحركة, الاتحاد."""
        key = _stem(entry.text)
        known = self._bodies.get(key) or self.heads.get(key, ())
        return known or (self._band if entry.text in _BAND else self._coalition() if entry.text == "تحالف" else ())

    def theatre(self, party: Party) -> Party:
        """A coalition named shortly (its planes) is the one of the country that the article is about."""
        if party.actor not in [actor for _, actor in _COALITIONS]:
            return party
        return next(iter(self._coalition()), party)

    def _coalition(self) -> tuple[Party, ...]:
        """The coalition that everybody calls so in news of this country."""
        for country, actor in _COALITIONS:
            if self._in_all[country]:
                found = party_of(self.lex, actor, self.day)
                return (found,) if found.country else ()
        return ()

    def kingdom(self, entry: Entry) -> tuple[Party, ...]:
        """The kingdom that المملكة alone means: the one the article is most about, Saudi Arabia where it names none."""
        if entry.text != "مملكة":
            return ()
        return (Party(self._realm(), self._realm(), ""),)

    def _realm(self) -> str:
        return next((c for c, _ in self._in_all.most_common() if c in _KINGDOMS), "SAU")

    def main_pair(self, apart: frozenset[str]) -> tuple[str, ...]:
        """The two countries that the article is most about, those apart left out; none where it is not two."""
        ranked = [c for c, _ in self._in_all.most_common(5) if c not in apart]
        return tuple(ranked[:2]) if len(ranked) > 1 else ()

    def note(self, mention: ActorMention, found: Found) -> None:
        """The mention is part of what has been said."""
        entry = found.phrase.head.entry
        for named in [entry, *[part.entry for part in found.phrase.parts]]:
            if named.source == "name" and named.kind in ("movement", "body", "mission") and " " in named.text:
                own = mention.parties if named is entry else (party_of(self.lex, named.actor, self.day),)
                first, second = named.text.split()[:2]
                self._bodies[_stem_of(first, "")] = own
                if named.kind == "mission" and second.startswith("ال"):
                    self._bodies[_stem_of(second, "")] = own
        if mention.kind == "person" and mention.number == "s" and any(p.country for p in mention.parties):
            for part in found.phrase.parts:
                if part.entry.source == "role" and part.entry.kind in ("person", "title"):
                    self._offices[_stem_of(part.entry.text.split()[0], "")] = mention.parties
        if mention.kind == "movement" and any(p.sector in _ARMED or p.country == "IMG" for p in mention.parties):
            self._band = mention.parties
        if entry.source == "name" and entry.kind == "movement":
            self.sectors.setdefault("REB", []).extend(p.country for p in mention.parties if len(p.country) == 3)
        if entry.source == "role" and mention.kind != "description":
            if any(p.country for p in mention.parties):
                self.heads[_stem(entry.text)] = mention.parties
                if entry.kind == "person" and mention.number == "s":
                    self._offices[_stem_of(entry.text.split()[0], "")] = mention.parties
                if entry.kind == "body" and " " in entry.text:
                    self.heads[_stem_of(entry.text.split()[0], "")] = mention.parties
            for party in mention.parties:
                if party.country and party.sector:
                    self._domestic.setdefault(found.sentence, []).append(party.country)
                    self.sectors.setdefault(_AKIN.get(party.sector, party.sector), []).append(party.country)


def _leader(counts: Iterable[str], whole: Counter[str]) -> str:
    """The country clearly ahead of all others, "" where two are near."""
    ranked = Counter({c: whole[c] for c in counts}).most_common(2)
    if not ranked:
        return ""
    if len(ranked) == 1:
        return ranked[0][0]
    return ranked[0][0] if ranked[0][1] >= 2 * ranked[1][1] else ""


@cache
def _stem(text: str) -> str:
    """The words of a table without the ending that number and case give the first."""
    words = text.split()
    return _stem_of(words[0], " ".join(words[1:]))


def _stem_of(word: str, rest: str) -> str:
    word = word.removeprefix("ال")
    for ending in ("ون", "ين", "ان", "و", "ي", "ات", "ة"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return f"{word} {rest}"
