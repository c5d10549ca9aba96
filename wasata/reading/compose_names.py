"""Grow a head word to the whole noun phrase: whose, which, where, and what the person is called."""

from wasata.reading.apposition import appose
from wasata.reading.lexicon import Entry, Match
from wasata.reading.phrase import (
    BODIES,
    NAMES,
    OPENERS,
    PEOPLE,
    ROLES,
    Phrase,
    View,
    agree,
    found_at,
    has_article,
    is_money,
    plain,
)
from wasata.reading.quotes import after_lam, bracket, closing, common, past_quote, shut
from wasata.reading.unknown_names import (
    FINITE,
    descend,
    institute,
    personal_name,
    unknown_body,
    unknown_name,
)
from wasata.records.mention import Party


def compose(view: View, head: Match) -> Phrase:
    """The whole noun phrase whose head word is matched here."""
    entry = head.entry
    tokens = view.tokens
    definite = head.cut.article or (head.last > head.first + 1 and _has_article(tokens[head.last - 1].word.key))
    definite = definite or entry.text.startswith("ال") or bool(head.cut.suffix and head.cut.suffix != "ا")
    definite = definite or entry.kind == "counterpart"
    phrase = Phrase(head, head.last, entry.kind, entry.sector, entry.gender, entry.number, definite, [], [])
    if entry.source == "role" and entry.country:
        phrase.owners.append(Party("", entry.country, ""))
    if entry.source == "name":
        _grow_name(view, phrase)
    elif entry.source == "role":
        _grow_role(view, phrase)
        bracket(view, phrase)
    if phrase.person is not None:
        descend(view, phrase)
    appose(view, phrase, compose)
    return phrase


def _has_article(key: str) -> bool:
    return key.startswith("ال") and len(key) > 3


def _grow_name(view: View, phrase: Phrase) -> None:
    """A name takes the adjective that repeats its country (حزب الله اللبناني) and what stands in brackets."""
    entry = phrase.head.entry
    if entry.kind == "person":
        phrase.person = entry
    for _ in range(2):
        for match in plain(view, phrase.last):
            same = match.entry.country == entry.country or entry.kind in ("body", "movement") and not entry.country
            if match.entry.source == "nisba" and same and match.cut.article and entry.kind != "capital":
                phrase.last = match.last
                break
            if match.entry.kind == "person" and match.entry.source == "name" and match.entry.actor == entry.actor:
                phrase.last = match.last  # خادم الحرمين الملك فلان
                break
            if _qualifies(phrase, match):
                phrase.last = match.last
                phrase.sector = match.entry.sector or phrase.sector
                _held_by(view, phrase, match.entry)
                break
        else:
            break
    bracket(view, phrase)


def _qualifies(phrase: Phrase, match: Match) -> bool:
    """Whether an adjective may follow the name of a body: what it is, whose, how far it reaches."""
    entry = match.entry
    if entry.kind != "adjective" or not match.cut.article or phrase.kind in ("state", "capital", "person"):
        return False
    return bool(entry.sector) and entry.sector != "ELI" or entry.text.startswith(("دولي", "تابع", "معارض"))


def _held_by(view: View, phrase: Phrase, adjective: Entry) -> None:
    """A force that belongs to a body (التابعة للأمم المتحدة) takes its name along."""
    if not adjective.text.startswith("تابع") or phrase.last >= len(view.tokens):
        return
    for match in found_at(view, phrase.last):
        if match.cut.prep == "ل" and match.entry.kind in NAMES | BODIES:
            phrase.last = compose(view, match).last
            return


def _grow_role(view: View, phrase: Phrase) -> None:
    for _ in range(10):
        at = phrase.last
        if at >= len(view.tokens):
            return
        for step in _STEPS if found_at(view, at) else _BLIND:
            if step(view, phrase):
                break
        else:
            return
        if phrase.last == at:
            return


def _adjective(view: View, phrase: Phrase) -> bool:
    """A nisba or a known adjective that agrees in definiteness joins the phrase."""
    at = phrase.last
    if at >= len(view.tokens):
        return False
    for match in found_at(view, at):
        entry, cut = match.entry, match.cut
        if cut.prep or cut.article != phrase.definite or cut.suffix and phrase.owners:
            continue  # whose owner is named is definite: مندوب سوريا is no Turkish one
        if entry.source == "nisba" and (not cut.conj or _pairs(phrase, match)) and agree(phrase, entry):
            if is_money(view, phrase, match):
                continue
            if phrase.owners and not cut.conj and not phrase.head.entry.country:
                known = phrase.owners[-1].country
                if known and known != entry.country and phrase.kind not in ("envoy",):
                    return False
            if entry.country not in [o.country for o in phrase.owners]:
                phrase.owners.append(Party(entry.actor, entry.country, ""))
            return phrase.take(match)
        if entry.kind == "adjective" and not cut.conj and agree(phrase, entry):
            if entry.sector != "ELI" or phrase.sector in _OFFICES:
                phrase.sector = entry.sector or phrase.sector
            phrase.gated = phrase.gated or entry.text.startswith("تابع")
            if entry.country and not phrase.owners:
                phrase.owners.append(Party("", entry.country, ""))
            return phrase.take(match)
    return False


_OFFICES = frozenset(("GOV", "MIL", "LEG", "COP", "JUD", "SPY"))


def _pairs(phrase: Phrase, match: Match) -> bool:
    """Whether a nisba after "and" is a second owner: the one before it was a nisba of the same shape."""
    if match.cut.conj != "و" or not phrase.parts:
        return False
    last = phrase.parts[-1]
    same = (last.entry.gender, last.entry.number) == (match.entry.gender, match.entry.number)
    return last.entry.source == "nisba" and last.last == match.first and same


def _open(phrase: Phrase) -> bool:
    """Whether a genitive may follow: the head has neither article nor suffix nor an owner already."""
    if phrase.owners or phrase.person or phrase.kind in ("title", "counterpart"):
        return False
    if phrase.number == "p" and phrase.head.entry.text.endswith("ون"):
        return False  # a sound plural drops its nun before a genitive
    return not phrase.definite or phrase.last == phrase.head.last and phrase.head.entry.text.endswith(_VOICES)


_VOICES = ("باسم", "بلسان")


def _owner(view: View, phrase: Phrase) -> bool:
    """The genitive that says whose: a state, a body, a person, or another role with its own owner."""
    if not _open(phrase):
        return False
    return any(_belongs(view, phrase, match) for match in plain(view, phrase.last))


def _through_noun(view: View, phrase: Phrase) -> bool:
    """A leader of something of a body's: مسؤول عمليات القاعدة, رئيس دائرة المفاوضات في منظمة التحرير."""
    if phrase.kind not in ("person", "officer") or phrase.number != "s" or not _open(phrase) or phrase.unknown[1]:
        return False
    if phrase.sector not in ("GOV", "MIL", "REB", "") or phrase.parts or not phrase.head.entry.text.startswith(_LEADS):
        return False
    at, tokens = phrase.last, view.tokens
    last = min(len(tokens) - 1, at + 4)
    for here in range(at, last):
        if not common(view, here, definite=here > at):
            return False
        whole = has_article(view, here)  # the idafa is closed: only a preposition may lead on
        found = [
            m for m in found_at(view, here + 1) if not m.cut.conj and m.cut.prep in (("ب", "ل") if whole else ("",))
        ]
        if whole and not found and tokens[here + 1].word.key in ("في", "ل"):
            found = plain(view, past_quote(view, here + 2))
        for match in found:
            if match.entry.source == "name" and match.entry.kind in ("body", "movement", "mission"):
                return _belongs(view, phrase, match)
    return False


_LEADS = ("رئيس", "مسؤول", "قائد", "زعيم", "مدير", "أمين", "قيادي", "عضو", "المسؤول", "منسق", "أمير")


def _through_lam(view: View, phrase: Phrase) -> bool:
    """An office that takes its body with lam (الأمين العام للأمم المتحدة), or a force that belongs to one."""
    if not (phrase.gated or phrase.kind in ("officer", "envoy")) or phrase.person or phrase.last >= len(view.tokens):
        return False
    for match in after_lam(view, phrase.last):
        if phrase.unknown[1]:
            continue
        if phrase.owners and not phrase.gated:
            if phrase.kind != "envoy" or match.entry.kind != "state":
                return False
            phrase.post, phrase.last = True, match.last
            return True
        if _belongs(view, phrase, match):
            phrase.gated = False
            shut(view, phrase, match)
            return True
    return False


def _belongs(view: View, phrase: Phrase, match: Match) -> bool:
    entry = match.entry
    if entry.source == "not" or entry.source == "nisba":
        return False
    if entry.source == "name":
        if entry.kind == "person" and phrase.kind in ("title", "envoy", "counterpart"):
            return False
        if entry.country == "MLI" and entry.kind == "state" and is_money(view, phrase, match):
            return False
        return _take_owner(view, phrase, match, _name_party(view, entry))
    if entry.kind == "short" and match.cut.article and not match.cut.suffix:
        phrase.definite = True
        goes_on = has_article(view, match.last)
        phrase.gated = goes_on
        phrase.borrowed = None if goes_on else entry
        phrase.take(match)
        phrase.last += goes_on
        return True
    if entry.kind not in ROLES or entry.kind in ("title", "counterpart"):
        return False
    if match.cut.suffix:
        return False  # a genitive is neither possessed nor accusative
    inner = compose(view, match)
    if entry.kind in PEOPLE and not inner.definite and not inner.owners:
        return False
    if entry.kind in ("ministry", "loose") and not inner.owners and entry.sector == "GOV":
        return False
    if inner.person or inner.unknown[1]:
        phrase.inside += (inner,)
    phrase.sector = joined_sector(phrase.kind, phrase.sector, inner.sector)
    known = inner.owners or ([_name_party(view, inner.person)] if inner.person else [])
    if not phrase.owners:
        phrase.owners = [Party("", o.country, "") if o.actor and o.sector else o for o in known]
    phrase.parts.append(match)
    phrase.definite, phrase.last = True, inner.last
    return True


def _take_owner(view: View, phrase: Phrase, match: Match, owner: Party) -> bool:
    phrase.parts.append(match)
    name = compose(view, match) if match.entry.kind not in ("person",) else None
    phrase.last = name.last if name else match.last
    phrase.definite = True
    if phrase.kind == "kin" or match.entry.kind == "person":
        owner = Party("", owner.country, "")
    if not phrase.owners:
        phrase.owners.append(owner)
    return True


def _name_party(view: View, entry: Entry) -> Party:
    """Owner as a name gives it; its day is settled when the mention is resolved."""
    rows = view.lex.careers.get(entry.actor, ())
    sector = rows[-1].sector if rows and entry.kind != "state" and entry.kind != "capital" else ""
    return Party(entry.actor, entry.country, sector)


def joined_sector(kind: str, head: str, inner: str) -> str:
    """The sector of a role within a body: the body's, save where the head says more."""
    if not inner or kind == "kin":
        return head
    if head in ("", "GOV", "UNK"):
        return inner
    if head in ("MIL", "UAF", "REB", "COP"):
        if inner == "OPP":
            return "REB"
        return head if inner in ("GOV", "CVL", "ELI") and head != "UAF" else inner
    return head


_POSTS = frozenset(("في", "لدي", "الي", "ب", "من"))


def _post(view: View, phrase: Phrase) -> bool:
    """Where somebody serves: an envoy's post is swallowed, a body's country is taken from it."""
    at, tokens = phrase.last, view.tokens
    if phrase.person or at >= len(tokens) or phrase.head.cut.suffix not in ("", "ا"):
        return False  # "its ambassador in X": X may be the other side
    key = tokens[at].word.key
    of = phrase.head.entry.text in _SENT or phrase.head.entry.text.startswith(("قيادي", "عضو", "أعضاء"))
    if key == "من" and not of and (phrase.definite or phrase.sector not in _RANKS):
        return False
    for_them = key == "عن" and phrase.head.entry.text.startswith("ممثل")  # representatives of the movement
    if (for_them or key in ("في", "لدي", "الي", "من")) and at + 1 < len(tokens):
        found = plain(view, past_quote(view, at + 1))
    else:
        found = [m for m in found_at(view, at) if m.cut.prep == "ب" and not m.cut.conj]
    for match in found:
        if key != "لدي" and key != "الي" and _serves(phrase, match) and _belongs(view, phrase, match):
            shut(view, phrase, match)
            return True
        if key == "من" or for_them:
            continue
        if match.entry.kind == "place" and match.last < len(tokens):
            inner = [m for m in plain(view, match.last) if m.entry.kind in ("state", "capital")]
            match = inner[0] if inner else match
        if match.entry.kind not in ("state", "capital", "body", "realm") or match.entry.source not in ("name", "role"):
            continue
        if phrase.kind == "envoy" and not phrase.post:
            phrase.post, phrase.last = True, compose(view, match).last
            return True
        if _stationed(phrase, match) and key != "لدي" and key != "الي":
            phrase.owners.append(Party(match.entry.actor, match.entry.country, ""))
            return phrase.take(match)
    return False


_SENT = frozenset(("وفد", "وفود", "وفدان", "لجنة", "فريق", "بعثة", "مسؤول", "مسؤولون", "مسؤولين", "ممثلون"))
_RANKS = frozenset(("MIL", "UAF", "REB", "COP", "CVL"))  # soldiers, gunmen, members *of* a body


def _serves(phrase: Phrase, match: Match) -> bool:
    """Whether this is the body in which an officer or member serves: ضابط في الشرطة, قيادي في حركة كذا."""
    if phrase.head.entry.text in _SENT and match.entry.source == "name":
        return True
    leads = phrase.head.entry.text.startswith(("مسؤول", "قيادي", "قائد"))
    if phrase.kind not in ("officer", "group", "loose") and (phrase.definite and not leads or phrase.kind != "person"):
        return False
    if phrase.sector not in _OFFICES | {"UAF", ""} or phrase.parts and phrase.parts[-1].entry.kind in BODIES:
        return False
    if match.entry.source == "role":
        return match.entry.kind in ("body", "named", "ministry") and match.cut.article or " " in match.entry.text
    return match.entry.kind in ("body", "movement")


def _stationed(phrase: Phrase, match: Match) -> bool:
    if phrase.owners or not phrase.definite or match.entry.kind not in ("state", "capital"):
        return False
    return phrase.kind in BODIES or phrase.number == "p"


def _quoted(view: View, phrase: Phrase) -> bool:
    """A name in quotes: جماعة «فارك»; a known one gives the party, an unknown one is swallowed."""
    at, tokens = phrase.last, view.tokens
    if at + 2 >= len(tokens) or tokens[at].word.surface not in OPENERS or tokens[at].word.surface == "(":
        return False
    if phrase.person or phrase.kind not in ("group", "named", "body") and not _open(phrase):
        return False
    close = closing(tokens, at)
    if not close or any(a.form.kind in FINITE for t in tokens[at + 1 : close] for a in t.word.analyses):
        return False
    for match in plain(view, at + 1):
        if match.entry.source == "name" and match.last == close and match.entry.kind != "person":
            if not phrase.owners:
                _take_owner(view, phrase, match, _name_party(view, match.entry))
            phrase.last = close + 1
            return True
    if phrase.kind != "named" or phrase.unknown[1]:
        return False
    phrase.unknown, phrase.last, phrase.definite = (at + 1, close), close + 1, True
    return True


def _title(view: View, phrase: Phrase) -> bool:
    """A second title before the name: المتحدث … العقيد فلان."""
    if phrase.kind not in PEOPLE or phrase.person or phrase.unknown[1]:
        return False
    for match in plain(view, phrase.last):
        if match.entry.kind != "title":
            continue
        inner = compose(view, match)
        if not (inner.person or inner.unknown[1]):
            return False
        phrase.person, phrase.unknown, phrase.last = inner.person, inner.unknown, inner.last
        phrase.parts.append(match)
        return True
    return False


_STEPS = (
    _adjective, _owner, _through_noun, _through_lam, _post, institute, _quoted, personal_name, _title,
    unknown_body, unknown_name,
)  # fmt: skip
_BLIND = (
    _through_noun,
    _through_lam,
    _post,
    institute,
    _quoted,
    unknown_body,
    unknown_name,
)  # where the word itself is not known
