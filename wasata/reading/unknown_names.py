"""Names that no table knows: where they end, told by what cannot be part of a name."""

from wasata.reading.phrase import CLOSERS, OPENERS, PEOPLE, ROLES, Phrase, View, found_at, has_article, plain
from wasata.records.mention import Party

FINITE = frozenset(("perfect", "imperfect", "future"))


def run_of_name(view: View, at: int, *, lone: bool = False) -> int:
    """Where a name that no table knows ends, 0 where none begins here."""
    tokens, end, given = view.tokens, at, view.lex.given
    sure = False
    while end < len(tokens) and end - at < 5:
        word = tokens[end].word
        if word.key in given or word.key in _LINKS:
            sure = True
        elif not _nameable(view, end, first=end == at) and not (sure and _feminine_end(view, end)):
            break
        end += 1
    size = end - at
    while end > at and tokens[end - 1].word.key in _LINKS:
        end -= 1
    if end - at < (1 if lone else 2) or size == 5 and not sure:
        return 0
    if not sure and tokens[at].word.key[0] in "لب" and tokens[at + 1 : at + 2] and has_article(view, at + 1):
        return 0  # a preposition with its idafa: لشؤون الإعلام
    stops = end >= len(tokens) or _closes(view, end)
    return end if stops or sure else 0


_LINKS = frozenset(("عبد", "ابو", "بن", "ابن", "ال", "ولد", "بنت", "ام", "ابي", "دي", "فان", "فون", "لو"))


def _nameable(view: View, at: int, *, first: bool) -> bool:
    """Whether a word may be part of a name: no vocabulary of news, no grammar, no ending that names lack."""
    word = view.tokens[at].word
    key = word.key
    if len(key) < 2 or not key.isalpha() or view.lex.particles.get(key) or word.analyses or key in view.lex.temporal:
        return False
    if word.surface.endswith(("ة", "اً", "ًا")) or first and key.startswith("ال"):
        return False
    if key[0] == "و" and (not first or view.lex.particles.get(key[1:])):
        return False
    if len(key) > 3 and key[0] == "ل" and view.lex.particles.get(key[1:]):
        return False
    found = found_at(view, at)
    return all(m.entry.source == "name" and m.entry.kind == "person" for m in found if not m.cut.suffix)


def name_before(view: View, phrase: Phrase) -> int:
    """Where a name that stands right before its office begins (ألكسندر فلان نائب الوزير), else the office's place."""
    at = phrase.head.first
    cut, kind = phrase.head.cut, phrase.head.entry.kind
    if kind not in ("person", "officer", "envoy") or phrase.person or phrase.unknown[1] or cut.conj or cut.prep:
        return at
    if phrase.number != "s" or not phrase.definite and not phrase.owners:
        return at
    first, best = at - 1, at
    while first >= 0 and at - first <= 4:
        key = view.tokens[first].word.key
        if key in view.lex.given and at - first >= 2:
            best = first
        if key not in view.lex.given and key not in _LINKS and not _nameable(view, first, first=False):
            break
        first -= 1
    return best


def _feminine_end(view: View, at: int) -> bool:
    """After a known given name a family name may end like a feminine noun: عطية."""
    word = view.tokens[at].word
    known = word.analyses or view.lex.particles.get(word.key) or found_at(view, at)
    return word.surface.endswith("ة") and word.key[0] not in "وال" and not known


def _closes(view: View, at: int) -> bool:
    """Whether a name may end before this word."""
    word = view.tokens[at].word
    if not word.key.isalpha() or view.lex.particles.get(word.key) or word.key in view.lex.temporal:
        return True
    if len(word.key) > 2 and (word.key[0] == "و" or word.key[:2] in ("لل", "با")):
        return True
    return any(a.form.kind in ("perfect", "imperfect", "future") for a in word.analyses) or bool(found_at(view, at))


def is_link(key: str) -> bool:
    """Whether a folded word only joins the words of a name."""
    return key in _LINKS


def descend(view: View, phrase: Phrase) -> None:
    """A known person's name goes on with whose son he is: محمد بن سلمان بن عبد العزيز آل سعود."""
    if phrase.person is None:
        return
    tokens, at = view.tokens, phrase.last
    while at + 1 < len(tokens) and tokens[at].word.key in ("بن", "بنت", "ال"):
        at += 3 if tokens[at + 1].word.key in ("عبد", "ال") and at + 2 < len(tokens) else 2
    phrase.last = at


def institute(view: View, phrase: Phrase) -> bool:
    """A scholar's place of work before the name: أستاذ القانون في جامعة وهران فلان."""
    at, tokens = phrase.last, view.tokens
    if phrase.sector not in ("EDU", "JRN", "SOC", "MED") or phrase.kind != "person":
        return False
    if phrase.person or phrase.unknown[1]:
        return False
    if at + 2 >= len(tokens) or not (tokens[at].word.key == "في" or tokens[at].word.key.startswith("بال")):
        return False
    for here in range(at + 1, min(len(tokens) - 1, at + 8)):
        word = tokens[here].word
        opens = here + 1 if word.surface in OPENERS else here
        end = run_of_name(view, opens) if here > at + 1 else 0
        known = [m for m in plain(view, here) if m.entry.kind == "person" and m.entry.source == "name"]
        if known:
            phrase.person, phrase.last = known[0].entry, known[0].last
            return True
        if end:
            phrase.unknown = (opens, end)
            phrase.last = end + (opens > here and end < len(tokens) and tokens[end].word.surface in CLOSERS)
            return True
        if not word.key.isalpha() or view.lex.particles.get(word.key):
            return False
        if any(a.form.kind in FINITE for a in word.analyses):
            return False
        for match in plain(view, here):
            if match.entry.kind in ("state", "capital") and not phrase.owners:
                phrase.owners.append(Party(match.entry.actor, match.entry.country, ""))
    return False


def personal_name(view: View, phrase: Phrase) -> bool:
    """The name of the person that the role belongs to."""
    if phrase.kind not in PEOPLE or phrase.person or phrase.unknown[1]:
        return False
    for match in plain(view, phrase.last):
        if match.entry.source == "name" and match.entry.kind == "person":
            if phrase.kind == "kin" and not phrase.definite and not phrase.owners:
                return False
            if match.last == match.first + 1 and run_of_name(view, match.first) > match.last:
                return False  # somebody else of that name
            phrase.person = match.entry
            return phrase.take(match)
    return False


def unknown_body(view: View, phrase: Phrase) -> bool:
    """The name of a party, company or society that no table knows: حزب العدالة والإنماء."""
    if phrase.kind != "named" or phrase.definite or phrase.unknown[1] or phrase.head.entry.text == "تنظيم":
        return False  # تنظيم الانتخابات is their holding, no organisation
    at, tokens = phrase.last, view.tokens
    end = at
    while end < len(tokens) and end - at < 4:
        key = tokens[end].word.key
        if not (key.startswith("ال") or end > at and key.startswith("وال")) or view.lex.particles.get(key):
            break
        if any(m.entry.kind in ROLES or m.entry.source == "nisba" for m in found_at(view, end)):
            break
        end += 1
    if end == at:
        return False
    phrase.unknown, phrase.last, phrase.definite = (at, end), end, True
    return True


def unknown_name(view: View, phrase: Phrase) -> bool:
    """A name of two to five words that no table knows, up to a verb, particle, mark or glued preposition."""
    if phrase.kind not in PEOPLE or phrase.person or phrase.unknown[1] or phrase.number != "s":
        return False
    if not phrase.definite and not phrase.owners and phrase.kind not in ("title", "envoy"):
        return False
    end = run_of_name(view, phrase.last, lone=phrase.kind == "title")
    if not end:
        return False
    phrase.unknown, phrase.last = (phrase.last, end), end
    return True
