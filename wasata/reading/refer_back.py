"""Words that point back: family names alone, "his counterpart", "his country", "the two sides", "the latter"."""

from collections.abc import Sequence
from functools import cache

from wasata.packs.language import ROOT
from wasata.packs.rows import BorderRow
from wasata.packs.table import read_table
from wasata.reading.article import Article, Known
from wasata.reading.find_actors import Found
from wasata.reading.govern import preposition
from wasata.reading.lexicon import Match
from wasata.reading.phrase import Phrase
from wasata.records.mention import ActorMention, Party
from wasata.records.text import Cut

_CLITICS = (("", ""), ("و", ""), ("ف", ""), ("", "ل"), ("", "ب"), ("", "ك"), ("و", "ل"), ("و", "ب"))
_OPEN = frozenset(("demonym",))


def aliases(article: Article, found: Sequence[Found]) -> list[Found]:
    """Every family name or acronym that stands alone and was given in full somewhere in the article."""
    if not article.family:
        return []
    wanted: dict[str, tuple[str, Cut]] = {}
    for key in article.family:
        for conj, prep in _CLITICS:
            wanted[conj + prep + key] = (key, Cut(key, conj, prep, False, "", len(conj) + len(prep)))
    hits = [
        (number, at, token, wanted[token.word.key])
        for number, sentence in enumerate(article.sentences)
        for at, token in enumerate(sentence.tokens)
        if token.word.key in wanted
    ]
    taken = {(f.sentence, at) for f in found for at in range(f.first, f.last)} if hits else set()
    made = []
    for number, at, token, hit in hits:
        if (number, at) in taken:
            continue
        if token.word.analyses and hit[0] not in article.lex.given or article.lex.particles.get(token.word.key):
            continue
        made.append(_alias(article, _nearest(article.family[hit[0]], number, at), hit[1], (number, at)))
    return made


def _nearest(known: list[Known], sentence: int, at: int) -> Known:
    before = [k for k in known if (k.sentence, k.first) < (sentence, at)]
    return before[-1] if before else known[0]


def _alias(article: Article, known: Known, cut: Cut, where: tuple[int, int]) -> Found:
    sentence, at = where
    tokens = article.sentences[sentence].tokens
    whole = known.phrase
    phrase = Phrase(
        head=Match(at, at + 1, cut, whole.head.entry), last=at + 1, kind=whole.kind, sector=whole.sector,
        gender=whole.gender, number=whole.number, definite=True, owners=whole.owners, parts=[], person=whole.person,
        unknown=whole.unknown if whole.person is None else (0, 0), borrowed=whole.borrowed,
    )  # fmt: skip
    if whole.person is None:
        phrase.unknown = (at, at + 1)
    prep = preposition(tokens, at, cut, article.lex.particles, article.lex.language)
    return Found(sentence, at, at + 1, prep, phrase)


def describe(
    article: Article, found: Found, made: Sequence[ActorMention], given: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The parties that a description stands for, none where that is not safe."""
    kind = found.phrase.head.entry.kind
    if kind == "counterpart":
        return _counterpart(found, made, given)
    if kind == "homeland":
        return _homeland(found, made)
    if kind == "pair":
        return _pair(article, found, made)
    if kind == "latter":
        return _latter(article, found, made)
    if kind == "neighbour":
        return _neighbour(found, made)
    if kind == "former":
        return _former(found, made)
    return ()


def _counterpart(found: Found, made: Sequence[ActorMention], given: tuple[Party, ...]) -> tuple[Party, ...]:
    """The same office as the person before, in the country that the words give."""
    if not any(p.country for p in given):
        return ()
    people = [p for m in reversed(made) if m.kind in ("person", "role") for p in m.parties]
    sector = next((p.sector for p in people if p.sector), "GOV")
    return tuple(Party(p.actor, p.country, sector) for p in given)


def _homeland(found: Found, made: Sequence[ActorMention]) -> tuple[Party, ...]:
    """The country of whoever speaks: the first person or state of the sentence, else of the one before."""
    for sentence in (found.sentence, found.sentence - 1, found.sentence - 2):
        here = [m for m in made if m.sentence == sentence and m.kind not in _OPEN and m.parties]
        people = [m for m in here if m.kind in ("person", "role") and len(m.parties) == 1 and m.number == "s"]
        for mention in people[-1:] or here[:1]:
            country = mention.parties[0].country
            if country:
                return (Party(country, country, ""),)
    return ()


def _pair(article: Article, found: Found, made: Sequence[ActorMention]) -> tuple[Party, ...]:
    apart = frozenset[str]()
    if "جار" in found.phrase.head.entry.text:  # whoever speaks of two neighbours is neither
        apart = frozenset(p.country for m in made if m.sentence == found.sentence for p in m.parties)
        if apart:
            return tuple(Party(c, c, "") for c in article.main_pair(apart))
    both = _two(article, found, made)
    if not both:
        return ()
    word = found.phrase.head.entry.text
    parties = both[0] + both[1]
    if any(w in word for w in ("بلد", "دول", "جار", "عاصم")):
        parties = tuple(Party(p.country, p.country, "") for p in parties if p.country)
    return parties if len({p.code for p in parties}) > 1 else ()


Two = tuple[tuple[Party, ...], tuple[Party, ...]]


_ARMED = frozenset(("REB", "UAF", "PRM", "CRM"))
_NO_SIDE = frozenset(("UNO", "NGO"))  # who is asked or warns is none of the two


def _two(article: Article, found: Found, made: Sequence[ActorMention]) -> Two | None:
    """The two that were last set side by side: joined by "and", or the only two of a sentence."""
    for sentence in range(found.sentence, max(-1, found.sentence - 8), -1):
        here = [m for m in made if m.sentence == sentence and m.parties and m.kind not in ("description", "pronoun")]
        joined = _joined(article, here)
        if joined:
            return joined
        sides: dict[str, tuple[Party, ...]] = {}
        for mention in here:
            for party in mention.parties:
                if party.country and party.country not in _NO_SIDE:
                    sides.setdefault(party.country, mention.parties)
        if len(sides) == 1:  # a state and its rebels
            sides = {p.code: m.parties for m in here for p in m.parties if p.country in sides}
            if not any(p.sector in _ARMED for parties in sides.values() for p in parties):
                continue
        if len(sides) == 2:
            first, second = sides.values()
            return first, second
    return None


def _joined(article: Article, here: Sequence[ActorMention]) -> Two | None:
    for left, right in zip(reversed(here[:-1]), reversed(here[1:]), strict=True):
        token = article.sentences[right.sentence].tokens[right.first]
        between = article.sentences[right.sentence].tokens[left.last : right.first]
        close = len(between) <= 1
        kin = 1 <= len(between) <= 2 and between[0].word.key.startswith("و") and between[0].word.key.endswith("ها")
        both_nisbas = left.kind == right.kind == "demonym" and right.first == left.last
        joined = article.document.text[token.start] == "و" and right.span.start > token.start
        apart = {p.code for p in left.parties} != {p.code for p in right.parties}
        if apart and (close and (joined or both_nisbas) or kin):
            return left.parties, right.parties
    return None


def _latter(article: Article, found: Found, made: Sequence[ActorMention]) -> tuple[Party, ...]:
    gender, number = found.phrase.gender, found.phrase.number
    if number == "d":
        both = _two(article, found, made)
        return both[0] + both[1] if both else ()
    for mention in reversed(made):
        if mention.sentence < found.sentence - 1:
            return ()
        if mention.kind not in ("demonym", "description") and mention.number == "s" and mention.gender == gender:
            return mention.parties
    return ()


def _former(found: Found, made: Sequence[ActorMention]) -> tuple[Party, ...]:
    """The first of the states that this sentence names, or the one before where this names but another."""
    gender = found.phrase.gender
    states = [m for m in made if m.kind in ("state", "capital") and m.gender in ("", gender)]
    here = [m for m in states if m.sentence == found.sentence]
    if len({m.parties for m in here}) > 1:
        return here[0].parties
    before = [m for m in states if m.sentence == found.sentence - 1 and m.parties not in [h.parties for h in here]]
    return before[0].parties if before else ()


_SIDES = {"شمال": "north", "جنوب": "south", "شرق": "east", "غرب": "west"}


@cache
def _borders() -> dict[tuple[str, str], tuple[str, ...]]:
    """Who lies on which side of whom."""
    sides: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in read_table(ROOT / "world" / "borders.tsv", BorderRow, ROOT):
        sides[(row.state, row.direction)] = (*sides.get((row.state, row.direction), ()), row.neighbour)
    return sides


def _neighbour(found: Found, made: Sequence[ActorMention]) -> tuple[Party, ...]:
    """The only neighbour on that side of whoever was named last; of several, one that the article names."""
    direction = next((d for word, d in _SIDES.items() if word in found.phrase.head.entry.text), "")
    named = {p.country for m in made for p in m.parties}
    for mention in reversed(made):
        if mention.sentence < found.sentence - 2:
            return ()
        for party in mention.parties:
            sides = _borders().get((party.country, direction), ())
            sides = sides if len(sides) == 1 else tuple(s for s in sides if s in named)
            if len(sides) == 1:
                return (Party(sides[0], sides[0], ""),)
    return ()


_OWNERS = {"ها": "f", "ه": "m", "هم": "p", "هما": "d"}


def belonging(
    article: Article, found: Found, made: Sequence[ActorMention], given: tuple[Party, ...]
) -> tuple[Party, ...]:
    """A role with a possessive suffix (سفيرها) belongs to the nearest actor before that agrees with it."""
    head = found.phrase.head
    suffix = head.cut.suffix if head.cut.suffix in _OWNERS else ""
    if not suffix and head.last > head.first + 1:
        key = article.sentences[found.sentence].tokens[head.last - 1].word.key
        last = article.lex.language.script.fold(head.entry.text.split()[-1]).removeprefix("ال")
        suffix = next((s for s in ("ها", "هم", "ه") if key == last[:-1] + "ت" + s or key == last + s), "")
    if not suffix:
        return given
    wanted = _OWNERS[suffix]
    near = [m for m in reversed(made) if m.sentence >= found.sentence - 1]
    near.sort(key=lambda m: (-m.sentence, m.kind == "capital" and m.prep != ""))  # a town one is in owns nothing
    for mention in near:
        if mention.kind in _OPEN or not mention.parties or not mention.parties[0].country:
            continue
        fits = mention.gender in ("", wanted) and mention.number == "s" if wanted in "mf" else mention.number == wanted
        if fits or wanted == "f" and mention.number == "p":
            owners = [p for p in mention.parties if p.country]
            return tuple(Party("", p.country, g.sector) for p in owners for g in given[:1])
    return given
