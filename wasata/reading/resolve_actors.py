"""Settle who the actors are: countries, sectors, namesakes, and words that point back."""

from collections import Counter
from collections.abc import Sequence

from wasata.packs.language import Language
from wasata.reading.article import Article, Known
from wasata.reading.compose_names import joined_sector
from wasata.reading.era import era
from wasata.reading.find_actors import DESCRIPTIONS, Found, find_actors
from wasata.reading.lexicon import Entry, Lexicon, Match, lexicon, party
from wasata.reading.phrase import NAMES, PEOPLE, Phrase, view_of
from wasata.reading.refer_back import aliases, belonging, describe
from wasata.reading.unknown_names import is_link
from wasata.records.mention import ActorMention, Party, PlaceMention, TimeMention, Why
from wasata.records.text import Document, Sentence, Span, Token

_LOOSE = frozenset(("UNO", "EUR", "IGO", "NGO", "IMG", "ISM", "MNC"))  # bodies whose offices have no sector


def actors(
    document: Document,
    sentences: Sequence[Sentence],
    places: Sequence[PlaceMention],
    language: Language,
    times: Sequence[TimeMention] = (),
) -> tuple[ActorMention, ...]:
    """Every actor mention of the document in text order, with its parties as far as they are safe."""
    lex = lexicon(language)
    about = _about(document, sentences, lex)
    found: list[Found] = []
    for number in range(len(sentences)):
        found += find_actors(view_of(number, sentences, about, lex, day=document.date), number)
    if not found:
        return ()
    found = _tell_twins(found, sentences, places, lex)
    day = document.date or era(times, found, sentences, lex)
    article = Article(document, sentences, lex, places, day)
    for one in found:
        _remember(article, one)
    found += aliases(article, found)
    found.sort(key=lambda f: (f.sentence, f.first))
    said = [stated(article, one.phrase) for one in found]
    article.weigh([(one, p) for one, parties in zip(found, said, strict=True) for p in parties])
    made: list[ActorMention] = []
    for one, parties in zip(found, said, strict=True):
        mention = _mention(article, one, made, parties)
        if mention.parties or mention.kind == "description" or one.phrase.head.entry.kind not in _SHORT:
            made.append(mention)
            article.note(mention, one)
    return tuple(made)


_SHORT = frozenset(("short", "named", "realm"))


def _tell_twins(
    found: list[Found], sentences: Sequence[Sentence], places: Sequence[PlaceMention], lex: Lexicon
) -> list[Found]:
    """Of several actors with one name it is the one whose country the article names otherwise, else the first.

    A twin of kind "none" is a town (طرابلس in Lebanon) or, without a country, plain words that nobody is meant by.
    """
    shared = [f for f in found if f.phrase.head.entry.source == "name" and f.phrase.head.entry.text in lex.twins]
    owned = [(f, p) for f in found for p in f.phrase.parts if p.entry.source == "name" and p.entry.text in lex.twins]
    if not shared and not owned:
        return found
    twins = {p.entry.actor for _, p in owned}
    named = Counter(o.country for f in found for o in f.phrase.owners if o.actor not in twins)
    named.update(f.phrase.head.entry.country for f in found if f not in shared)
    unsure = {sentences[f.sentence].tokens[f.first].end for f in shared}
    named.update(place.country for place in places if place.span.end not in unsure)
    for one in shared:
        phrase = one.phrase
        best = _likeliest(phrase.head.entry, named, lex)
        phrase.head = Match(phrase.head.first, phrase.head.last, phrase.head.cut, best)
        phrase.person = best if phrase.person is not None else None
    for one, part in owned:
        best = _likeliest(part.entry, named, lex, sure=True)
        one.phrase.owners = [
            Party(best.actor, best.country, o.sector) if o.actor == part.entry.actor else o for o in one.phrase.owners
        ]
    return [f for f in found if f.phrase.head.entry.kind != "none"]


def _likeliest(entry: Entry, named: Counter[str], lex: Lexicon, *, sure: bool = False) -> Entry:
    """The namesake whose country is named most; plain words where none is and none is sure, else the entry itself."""
    same = [e for e in lex.twins[entry.text] if not (sure and e.kind == "none")]
    return max(
        same, key=lambda e: (named[e.country] if e.country else 0, e.kind == "none" and not e.country, e == entry)
    )


def _about(document: Document, sentences: Sequence[Sentence], lex: Lexicon) -> frozenset[str]:
    """Mali, when the article names it beyond doubt: by its capital, or after a preposition."""
    if "مالي" not in document.text:
        return frozenset()
    for sentence in sentences:
        before = ""
        for token in sentence.tokens:
            for cut, node in lex.phrases.heads(token.word.key):
                for entry in node.values:
                    if entry.source == "name" and entry.country == "MLI" and not cut.article:
                        sure = entry.kind != "state" or cut.prep or lex.particles.get(before) == "prep"
                        if sure:
                            return frozenset(("MLI",))
            before = token.word.key
    return frozenset()


def stated(article: Article, phrase: Phrase) -> tuple[Party, ...]:
    """The parties as the phrase itself gives them; without a country where it gives none."""
    entry, lex = phrase.head.entry, article.lex
    if entry.source == "nisba":
        owner = party(lex, entry.actor, article.day)
        return (Party("" if phrase.sector else entry.actor, owner.country, phrase.sector or owner.sector),)
    if entry.source == "name" and entry.kind != "person":
        return (_named(lex, phrase, article.day),)
    own = party(lex, phrase.person.actor, article.day) if phrase.person else None
    if entry.source == "name" or entry.kind == "title":
        return _of_person(phrase, own, lex, article.day)
    if entry.kind in DESCRIPTIONS:
        return ()
    if entry.kind == "realm":
        states = (Party(o.actor or o.country, o.country, "") for o in phrase.owners)
        return tuple(party(lex, s.actor, article.day) for s in states)
    if not phrase.owners:
        country = own.country if own else ""
        return (Party(own.actor if own else "", country, _held(country, phrase.sector or (own.sector if own else ""))),)
    actor = own.actor if own else ""
    return tuple(_owned(lex, phrase, owner, actor, article.day) for owner in phrase.owners)


def _named(lex: Lexicon, phrase: Phrase, day: str) -> Party:
    entry = phrase.head.entry
    if entry.kind in ("state", "capital"):
        return Party(entry.actor, party(lex, entry.actor, day).country or entry.country, "")
    found = party(lex, entry.actor, day)
    if entry.kind == "palace" and not found.sector and found.country not in _LOOSE:
        return Party(found.actor, found.country, "GOV")
    return found


def _of_person(phrase: Phrase, own: Party | None, lex: Lexicon, day: str) -> tuple[Party, ...]:
    """A person by name: the office that the text gives wins over the registry's."""
    actor, country, sector = (own.actor, own.country, own.sector) if own else ("", "", phrase.sector)
    if phrase.kind in PEOPLE and phrase.kind != "title":
        sector = phrase.sector or sector
        if phrase.owners:
            owner = _owned(lex, phrase, phrase.owners[0], actor, day)
            country, sector = owner.country, owner.sector
    elif phrase.owners:
        country = phrase.owners[0].country
    return (Party(actor, country, sector),)


def _owned(lex: Lexicon, phrase: Phrase, owner: Party, actor: str, day: str) -> Party:
    known = party(lex, owner.actor, day) if owner.actor else owner
    sector = joined_sector(phrase.kind, phrase.sector, known.sector)
    if known.country == "IMG" and sector in ("REB", "UAF", "PRM"):
        sector = known.sector
    body = owner.actor if owner.actor and owner.actor != known.country and sector == known.sector else ""
    return Party(actor or body, known.country, _held(known.country, sector))


def _held(country: str, sector: str) -> str:
    """An office of an international body is that body itself."""
    return "" if country in _LOOSE and sector in ("GOV", "UNK", "LEG", "JUD") else sector


def _remember(article: Article, found: Found) -> None:
    """A person named in full can be named shortly from here on; so can a body with its acronym."""
    _remember_phrase(article, found, found.phrase)
    for inner in found.phrase.inside:
        _remember_phrase(article, found, inner)


def _remember_phrase(article: Article, found: Found, phrase: Phrase) -> None:
    tokens = article.sentences[found.sentence].tokens
    if phrase.person is not None:
        keys = article.lex.language.script.fold(phrase.person.text).split()
    elif phrase.unknown[1]:
        keys = [t.word.key for t in tokens[phrase.unknown[0] : phrase.unknown[1]]]
    else:
        return
    known = Known(phrase, found.sentence, found.first, " ".join(keys))
    if phrase.kind in PEOPLE or phrase.kind == "person":
        if len(keys) > 1:
            article.given.setdefault(keys[0], known)
            if len(keys[-1]) > 2 and not is_link(keys[-2]):
                article.family.setdefault(keys[-1], []).append(known)
    elif len(keys) == 1 and len(keys[0]) > 2:
        article.family.setdefault(keys[0], []).append(known)


def _mention(article: Article, found: Found, made: Sequence[ActorMention], parties: tuple[Party, ...]) -> ActorMention:
    """The mention that words make which by themselves speak of these parties."""
    phrase = found.phrase
    entry = phrase.head.entry
    tokens = article.sentences[found.sentence].tokens
    span = Span(_start(article, found), tokens[found.last - 1].end)
    parts = tuple([_why(tokens, part) for part in phrase.parts]) if phrase.parts else ()
    kind = _kind(phrase)
    if entry.source == "role":
        kind = "description" if entry.kind in DESCRIPTIONS else kind
        parties = _of_role(article, found, made, parties)
    if phrase.unknown[1] and phrase.person is None and kind == "person" and not any(p.country for p in parties):
        parties = _namesake(article, found, phrase) or parties
    if kind == "role" and not phrase.owners and entry.kind != "counterpart":
        parties = belonging(article, found, made, parties)
    if entry.kind == "mission" and entry.text.endswith(" التحالف"):
        parties = tuple([article.theatre(p) for p in parties])
    if entry.source == "role":
        parties = tuple([_one(article.place_in_country(p, found, entry)) for p in parties])
    return ActorMention(
        span,
        kind,
        _listed(article, found, span, kind),
        tuple(dict.fromkeys(parties)) if len(parties) > 1 else parties,
        _gender(phrase),
        _number(phrase),
        found.prep,
        found.first,
        found.last,
        found.sentence,
        Why(f"{entry.row}  {entry.text}", span, parts),
    )


def _one(party: Party) -> Party:
    """A transnational armed group is one with its fighters."""
    return Party(party.actor, "IMG", "") if party.country == "IMG" and party.sector else party


def _of_role(
    article: Article, found: Found, made: Sequence[ActorMention], parties: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The parties of a role that points back or is named shortly, those given where it does neither."""
    phrase = found.phrase
    entry = phrase.head.entry
    if entry.kind in DESCRIPTIONS or entry.kind == "counterpart":
        parties = describe(article, found, made, parties)
    named_after = entry.kind == "loose" or entry.text in _MILITIAS
    if named_after and _is_bare(phrase) and not _possessed(phrase):
        parties = article.short(entry) or parties
    if entry.kind in ("short", "named") and _is_bare(phrase):
        parties = article.short(entry) or (() if entry.sector in ("", "REB") else parties)
    if phrase.borrowed is not None and not phrase.owners:
        parties = _lent(article, phrase, parties)
    if entry.kind == "realm" and not parties:
        parties = article.kingdom(entry)
    return parties


def _lent(article: Article, phrase: Phrase, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties of an office in a body that is named shortly: أعضاء المجلس."""
    bodies = article.short(phrase.borrowed) if phrase.borrowed is not None else ()
    if phrase.kind == "realm":
        return bodies
    return tuple(_owned(article.lex, phrase, body, "", article.day) for body in bodies) or parties


def _possessed(phrase: Phrase) -> str:
    """The possessive suffix of the head word."""
    return phrase.head.cut.suffix


_MILITIAS = frozenset(("ميليشيات", "مليشيات", "ميليشيا", "مليشيا"))


def _is_bare(phrase: Phrase) -> bool:
    return not (phrase.owners or phrase.unknown[1] or phrase.parts)


def _namesake(article: Article, found: Found, phrase: Phrase) -> tuple[Party, ...]:
    """The parties of somebody of the same first or family name whom the article places in a country."""
    tokens = article.sentences[found.sentence].tokens
    first, last = tokens[phrase.unknown[0]].word.key, tokens[phrase.unknown[1] - 1].word.key
    others = list(article.family.get(last, ()))
    if phrase.unknown[1] - phrase.unknown[0] == 1 and first in article.given:
        others.append(article.given[first])
    for known in others:
        parties = stated(article, known.phrase)
        if known.phrase is not phrase and any(p.country for p in parties):
            return parties
    return ()


def _kind(phrase: Phrase) -> str:
    kind = phrase.head.entry.kind
    if kind == "demonym":
        return "role" if phrase.sector else "demonym"
    if kind in ("palace", "mission", "office"):
        return "body"
    if kind == "realm":
        return "state"
    if kind in NAMES and phrase.head.entry.source == "name":
        return kind
    if kind == "title" or phrase.person is not None or phrase.unknown[1] and phrase.kind in PEOPLE:
        return "person"
    return "role"


def _why(tokens: Sequence[Token], part: Match) -> Why:
    """The row of a part of the phrase and the words it spoke of."""
    entry = part.entry
    span = Span(tokens[part.first].start, tokens[min(part.last, len(tokens)) - 1].end)
    return Why(f"{entry.row}  {entry.text}", span)


def _start(article: Article, found: Found) -> int:
    """Where the phrase begins in the text: after conjunction and preposition, before its article."""
    head = found.phrase.head
    token = article.sentences[found.sentence].tokens[found.first]
    skip = len(head.cut.conj) + len(head.cut.prep)
    if not skip:
        return token.start
    at, text = token.start, article.document.text
    while skip and at < token.end:
        skip -= bool(article.lex.language.script.fold(text[at]))
        at += 1
    return at


def _listed(article: Article, found: Found, span: Span, kind: str) -> str:
    phrase = found.phrase
    if phrase.person is not None:
        return phrase.person.text
    tokens = article.sentences[found.sentence].tokens
    if phrase.unknown[1] and phrase.kind in PEOPLE:
        return article.document.text[tokens[phrase.unknown[0]].start : tokens[phrase.unknown[1] - 1].end]
    if kind in NAMES and phrase.head.entry.source == "name":
        return phrase.head.entry.text
    return article.document.text[span.start : span.end]


def _number(phrase: Phrase) -> str:
    entry = phrase.head.entry
    if entry.source == "name" and entry.kind in ("body", "movement", "mission"):
        head = entry.text.split()[0]
        return "p" if head.endswith("ات") or _are_people(head) else "s"
    return phrase.number


def _are_people(head: str) -> bool:
    """Whether the name of a movement is a plural of people: الحوثيون, قراصنة, مقاتلو."""
    word = head.removeprefix("ال")
    return word.endswith(("ون", "ين", "لو", "حو", "دو")) and len(word) > 4 or word in _CROWDS


_CROWDS = frozenset(("قراصنة", "ثوار", "فلول", "نشطاء", "طلبة", "طلاب", "شباب", "أبناء", "رجال", "أمراء", "زعماء"))


def _gender(phrase: Phrase) -> str:
    entry = phrase.head.entry
    if entry.source != "name":
        return phrase.gender
    if entry.kind in ("state", "capital"):
        return "m" if entry.kind == "state" and entry.text in MASCULINE else "" if entry.text in EITHER else "f"
    head = entry.text.split()[0]
    if entry.kind == "person":
        return "" if head.endswith(("ا", "ة", "اء")) else "m"
    if _are_people(head):
        return "m"
    if head.endswith(("ة", "ات")) or head in ("قوات", "القوات", "الأمم"):
        return "f"
    return "m" if head.removeprefix("ال") in _MASCULINE_HEADS else ""


MASCULINE = frozenset(("المغرب", "لبنان", "العراق", "الأردن", "السودان", "اليمن", "الفاتيكان"))
EITHER = frozenset(("تشاد", "الصومال", "السنغال", "النيجر", "الكونغو", "الكاميرون", "الغابون", "فيتنام", "باكستان"))
_MASCULINE_HEADS = frozenset(
    ("حزب", "تنظيم", "مجلس", "اتحاد", "حلف", "جيش", "بنك", "صندوق")
    + ("برلمان", "تحالف", "كونغرس", "مكتب", "فيلق", "حرس", "بيت")
)
