"""Find the noun phrases that name or describe political actors."""

from msgspec import Struct

from wasata.reading.allowed import FINITE, NOBODY, choose
from wasata.reading.compose_names import compose
from wasata.reading.govern import QUOTES, preposition
from wasata.reading.lexicon import Match
from wasata.reading.phrase import BODIES, NAMES, PEOPLE, Phrase, View, found_at, has_article, plain
from wasata.reading.unknown_names import name_before

DESCRIPTIONS = frozenset(("pair", "homeland", "latter", "former", "neighbour"))
_PAUSES = QUOTES | {"،", ","}


class Found(Struct, frozen=True):
    """A noun phrase found in a sentence, before its parties are settled."""

    sentence: int
    first: int
    last: int
    prep: str
    phrase: Phrase


def find_actors(view: View, number: int) -> list[Found]:
    """The actors of a sentence from left to right in reading order, none overlapping another."""
    tokens, lex = view.tokens, view.lex
    found: list[Found] = []
    past = 0
    for at in [at for at, way in enumerate(view.ways) if way.opens]:
        if at < past or not found_at(view, at):
            continue
        allowed = choose(view, at)
        if not allowed:
            continue
        match = allowed[0]
        if match.entry.kind in NOBODY or match.entry.source == "not":
            past = _past(view, match)
            continue
        phrase = _longest(view, allowed)
        if phrase is not None:
            if phrase.head.entry.source == "nisba" and _people(view, phrase.head):
                phrase.sector, phrase.kind = "CVL", "group"
            elif phrase.number == "s" and not phrase.definite and at and _counts(tokens[at - 1].word.key):
                phrase.number = "p"
            prep = _governor(view, phrase.head, found)
            first = name_before(view, phrase)
            if first < at and (not found or found[-1].last <= first):
                prep = preposition(tokens, first, phrase.head.cut, lex.particles, lex.language)
                phrase.unknown = (first, at)
            else:
                first = at
            found.append(Found(number, first, phrase.last, prep, phrase))
            past = phrase.last
        else:
            past = match.last
    return found


def _longest(view: View, allowed: list[Match]) -> Phrase | None:
    """The longest noun phrase that grows from these readings and is an actor, the first among equals."""
    best: Phrase | None = None
    for match in allowed:
        phrase = compose(view, match)
        if (best is None or _outgrows(phrase, best)) and stands(view, phrase):
            best = phrase
    return best if best is None or best.head.entry.kind != "neighbour" else _named_neighbour(view, best)


def _outgrows(phrase: Phrase, best: Phrase) -> bool:
    """Whether the phrase is the better reading: longer, but a known body ends where a guess at its name goes on."""
    known = [p.head.entry.source == "name" and p.head.entry.kind in ("movement", "body") for p in (phrase, best)]
    guess = [p.head.entry.kind == "named" and bool(p.unknown[1]) and not p.owners for p in (phrase, best)]
    if known[1] and guess[0] or known[0] and guess[1]:
        return known[0]
    return phrase.last > best.last


def _named_neighbour(view: View, phrase: Phrase) -> Phrase:
    """A neighbour that is named at once (جارتها الجنوبية ليبيا) is that state."""
    head = phrase.head
    for match in plain(view, phrase.last):
        if match.entry.kind == "state" and match.entry.source == "name":
            return compose(view, Match(head.first, match.last, head.cut, match.entry))
    return phrase


def _counts(key: str) -> bool:
    return key.removeprefix("و").isdigit() or key in ("الف", "الفي", "مئتي", "مائتي", "مئه", "مائه", "مليون")


def _people(view: View, match: Match) -> bool:
    """Whether a nisba is a noun for people here (قتل فلسطينيان) and no adjective of the noun before it."""
    entry, cut = match.entry, match.cut
    if not match.first:
        return entry.number == "p"
    before = view.tokens[match.first - 1].word
    finite = any(a.form.kind in FINITE for a in before.analyses)
    noun = any(a.form.kind not in FINITE for a in before.analyses)
    if entry.number == "s":
        if entry.gender != "m" or cut.article or cut.prep or cut.conj:
            return _counts(before.key) and not cut.article
        opens = match.first == 1 or not view.tokens[match.first - 2].word.key.isalpha()
        does = any(a.form.kind == "active" and a.form.number == "s" for a in before.analyses)  # طالب مصري: a student
        return _counts(before.key) or finite and (not noun or opens and not does)
    if cut.conj:
        earlier = found_at(view, match.first - 1)
        return not earlier or any(m.entry.source == "nisba" and m.entry.number == "p" for m in earlier)
    if cut.prep:
        return True
    if not before.key.isalpha() or view.lex.particles.get(before.key) or finite and not noun:
        return True
    if cut.article:
        return not before.key.startswith(("ال", "وال", "بال", "لل")) and not before.key.endswith(("ها", "هم"))
    if before.key[-2:] == view.tokens[match.first].word.key[-2:]:
        return False  # قنصليتين إثيوبيتين: an adjective in the same case
    return noun


_HONOURED = frozenset(("ملك", "أمير", "أميرة", "شيخ", "إمام", "سلطان"))
_TAKEN = {
    "text": ("state", "capital"),
    "meeting": ("capital",),
    "place": ("state", "capital"),
    "site": ("state", "capital", "person"),
}


def _past(view: View, match: Match) -> int:
    """The token after words that name nobody: an agreement takes the place it is named after along."""
    entry = match.entry
    if entry.source == "not" or entry.kind in ("money", "adjective") or match.cut.suffix:
        return match.last
    wanted = _TAKEN[entry.kind]
    at = match.last
    if at < len(view.tokens):
        here = found_at(view, at)
        if entry.kind == "place":
            for nisba in here:
                if nisba.entry.source == "nisba" and nisba.cut.article and not nisba.cut.conj and not nisba.cut.prep:
                    here = found_at(view, nisba.last) if nisba.last < len(view.tokens) else []
                    break
        if match.cut.article and entry.kind != "place":
            return match.last
        for name in here:
            if name.entry.source == "name" and name.entry.kind in wanted and not name.cut.conj and not name.cut.prep:
                return name.last
            if entry.kind == "site" and name.entry.source == "role" and name.entry.text.removeprefix("ال") in _HONOURED:
                return min(name.last + 1, len(view.tokens))
    return match.last


def stands(view: View, phrase: Phrase) -> bool:
    """Whether the phrase is an actor after all."""
    head = phrase.head
    kind = head.entry.kind
    if kind == "title":
        return not head.cut.suffix and _has_name(phrase)
    if kind == "ministry":
        definite = head.cut.article or head.entry.text.startswith("ال")
        return bool(phrase.owners) or definite and _verb_before(view, head.first)
    if kind == "realm":
        return bool(phrase.owners or phrase.borrowed) or head.cut.article and head.entry.text == "مملكة"
    if kind == "loose":
        return bool(phrase.owners) or head.cut.article and phrase.sector not in ("GOV", "MIL", "")
    if kind == "short":
        named = any(m.entry.source == "name" for m in plain(view, head.last)) if head.last < len(view.tokens) else False
        whole = phrase.last == head.last and (named or not has_article(view, head.last))
        definite = head.cut.article or head.entry.text.startswith("ال")
        return (whole or bool(phrase.owners)) and definite and not head.cut.suffix
    if head.entry.text == "عناصر" and not phrase.owners and not phrase.parts and phrase.last < len(view.tokens):
        return not view.tokens[phrase.last].word.key.startswith("ال")  # the elements of something
    if head.entry.text in _NEEDY and (not phrase.definite or head.entry.text in _MEMBERS):
        return bool(phrase.owners or phrase.person or phrase.parts or phrase.unknown[1])
    if kind == "named":
        return bool(phrase.owners or phrase.unknown[1] or phrase.parts) or head.cut.article
    if kind == "kin":
        return bool(phrase.owners or phrase.person)
    if kind == "capital":
        return not _dateline(view, phrase)
    return kind in NAMES or kind in PEOPLE or kind in BODIES or kind == "demonym" or kind in DESCRIPTIONS


_MEMBERS = frozenset(("عضو", "عضوة", "عضوا", "عضوان", "عضوين", "أعضاء"))
_NEEDY = _MEMBERS | {"رئيس", "رئيسة", "مدير", "أمين", "ممثل", "ممثلة"}


def _has_name(phrase: Phrase) -> bool:
    return phrase.person is not None or bool(phrase.unknown[1])


def _verb_before(view: View, at: int) -> bool:
    if not at:
        return True
    before = view.tokens[at - 1].word
    return any(a.form.kind in FINITE for a in before.analyses)


def _dateline(view: View, phrase: Phrase) -> bool:
    """A capital that opens a story before a dash, slash or agency says where it was written."""
    tokens, first, last = view.tokens, phrase.head.first, phrase.last
    if last < len(tokens) and tokens[last].word.key == "العاصمه":
        return True
    if first or last >= len(tokens):
        return False
    mark = tokens[last].word.surface
    return mark in ("-", "–", "/", "(", "ـ", "|")


def _governor(view: View, match: Match, found: list[Found]) -> str:
    """The preposition of the phrase; a member joined by "and" or by comma has that of the member before."""
    tokens = view.tokens
    own = preposition(tokens, match.first, match.cut, view.lex.particles, view.lex.language)
    if own == "عبر" and tokens[match.first].word.key.endswith("ون"):
        own = ""  # a nominative after it: "expressed", not "across"
    at = match.first
    if not own and at and not match.cut.conj:
        own = _through_kin(view, at, found)
    if own or not found:
        return own
    if match.cut.conj == "و" and found[-1].last == at:
        return found[-1].prep
    back = at - 1
    while back > found[-1].last and tokens[back].word.surface in QUOTES:
        back -= 1
    if match.cut.conj == "و" and found[-1].last == back and tokens[back].word.surface in _PAUSES:
        return found[-1].prep
    if found[-1].last == at - 1 and tokens[at - 1].word.surface in ("،", ",", "و") and _list_goes_on(view, match):
        return found[-1].prep
    return ""


def _through_kin(view: View, at: int, found: list[Found]) -> str:
    """The preposition of a noun like حليفتها right before the name that it describes."""
    tokens = view.tokens
    word = tokens[at - 1].word
    if not word.key.endswith(("تها", "ته")) or len(word.key) < 6 or any(a.form.kind in FINITE for a in word.analyses):
        return ""
    if found and found[-1].last == at - 1 and word.key.startswith("و"):
        return found[-1].prep
    key = tokens[at - 2].word.key if at > 1 else ""
    return tokens[at - 2].word.surface if view.lex.particles.get(key) == "prep" else ""


def _list_goes_on(view: View, match: Match) -> bool:
    """Whether a comma before this name is one of a list: another comma or "and" with a name follows."""
    at = match.last
    if at >= len(view.tokens):
        return True
    key = view.tokens[at].word.key
    return key in ("،", ",") or any(m.cut.conj == "و" for m in found_at(view, at))
