"""Which readings of a word the words around it allow: name or plain word, nisba or accusative, role or verb."""

from wasata.reading.evident import evident
from wasata.reading.lexicon import Match
from wasata.reading.phrase import View, found_at, is_money, plain
from wasata.reading.unknown_names import run_of_name

NOBODY = frozenset(("text", "meeting", "place", "site", "money", "adjective"))
FINITE = frozenset(("perfect", "imperfect", "jussive", "future"))


def choose(view: View, at: int) -> list[Match]:
    """The readings of the words here that their neighbours allow: the longest, and roles that may grow longer."""
    found: list[Match] = []
    for match in found_at(view, at):
        if found and (match.entry.source != "role" or found[0].entry.kind in _SETTLED or match.entry.kind in NOBODY):
            continue
        if _allowed(view, match):
            found.append(match)
            if match.entry.source == "not" or match.entry.kind in NOBODY:
                break
    return found[:3]


_SUFFERED = frozenset(
    ("مقتل", "اغتيال", "خطف", "اختطاف", "مصرع", "اعتقال", "احتجاز", "توقيف", "استشهاد", "اعدام", "وفاه", "سراح")
)
_SETTLED = frozenset(("state", "capital", "person", "palace"))


def _allowed(view: View, match: Match) -> bool:
    entry, cut = match.entry, match.cut
    if entry.source == "not":
        return True
    if entry.kind == "adjective" or entry.kind in ("latter", "former") and not _stands_alone(view, match):
        return False
    if entry.source == "name":
        return _is_name(view, match)
    if entry.source == "nisba":
        if is_money(view, None, match) or _ends_in_alef(view, match) or _after_kunya(view, match):
            return False
        return not (cut.suffix and not _after_accusative(view, match.first))
    if match.last > match.first + 1:
        return True
    if entry.kind == "pair" and any(m.entry.source == "nisba" for m in plain(view, match.last)):
        return False
    if entry.text.startswith("البلدان") and match.last < len(view.tokens):
        return not view.tokens[match.last].word.surface.endswith("ية")  # the countries of a kind, not two
    if not cut.article and _is_verb_here(view, match):
        return False
    if entry.kind == "ministry" and _after_noun(view, match):
        return False
    if entry.text.startswith("مسؤول") and not cut.article and _answers_for(view, match.last):
        return False
    if entry.text in ("رئيس", "مركز") and cut.article and _after_noun(view, match) and not _goes_on(view, match):
        after_nisba = any(m.entry.source == "nisba" for m in found_at(view, match.first - 1))
        return after_nisba or not view.tokens[match.first - 1].word.key.startswith("ال")
    adjectival = entry.text in view.lex.adjectival or entry.text.endswith(("ي", "ية"))
    if (
        adjectival
        and not cut.article
        and match.first
        and view.tokens[match.first - 1].word.key.lstrip("وبل") in _SUFFERED
    ):
        adjectival = False  # مقتل صحفي: the noun before tells what was done to whom
    if cut.suffix == "ا" and match.first and not view.tokens[match.first - 1].word.key.endswith("ا"):
        adjectival = False  # an accusative is no adjective of a word in another case
    return not (adjectival and entry.number == "s" and entry.kind in ("person", "officer") and _after_noun(view, match))


def _after_kunya(view: View, match: Match) -> bool:
    """Whether the nisba ends a name that begins with "father of" (أبو عمر المصري), and tells of no country."""
    if not match.cut.article or match.first < 2:
        return False
    return view.tokens[match.first - 2].word.key in ("ابو", "ابي", "ابا", "بابي", "لابي", "وابو")


def _ends_in_alef(view: View, match: Match) -> bool:
    """Whether the word ends in an alef (مجرى, اليمنى), and is no nisba, where the writer dots ya."""
    if match.cut.suffix or not view.tokens[match.last - 1].word.surface.endswith("ى"):
        return False
    return any(token.word.surface in _DOTTED for sentence in view.article for token in sentence.tokens)


_DOTTED = frozenset(("في", "التي", "الذي", "وفي"))


def _stands_alone(view: View, match: Match) -> bool:
    """Whether an adjective is a noun here: after a preposition, particle, verb or mark."""
    if match.cut.prep or not match.first:
        return True
    before = view.tokens[match.first - 1].word
    after = view.tokens[match.last].word.key if match.last < len(view.tokens) else ""
    if after == "من" or after.startswith("ل") or before.key.isdigit():
        return False
    finite = any(a.form.kind in FINITE for a in before.analyses)
    return finite or view.lex.particles.get(before.key) not in (None, "adv")


def _answers_for(view: View, at: int) -> bool:
    """Whether "about" follows: responsible for a deed, no official."""
    return at < len(view.tokens) and view.tokens[at].word.key in ("عن", "عنها", "عنه")


def _goes_on(view: View, match: Match) -> bool:
    """Whether a nisba or a person's name follows: the president of somewhere, and not the chief mediator."""
    if match.last >= len(view.tokens):
        return False
    return any(m.entry.source == "nisba" or m.entry.kind == "person" for m in found_at(view, match.last))


def _after_noun(view: View, match: Match) -> bool:
    """Whether the word before is a noun that an adjective here would agree with in definiteness."""
    if not match.first or match.cut.conj or match.cut.prep:
        return False
    before = view.tokens[match.first - 1].word
    if not before.key.isalpha() or len(before.key) < 3 or view.lex.particles.get(before.key):
        return False
    if any(a.form.kind in FINITE for a in before.analyses):
        return False
    definite = match.cut.article or match.entry.text.startswith("ال")
    return definite == ("ال" in before.key[:4]) or any(before.key.endswith(s) for s in ("ها", "هم")) and definite


def _masculine(view: View, at: int) -> bool:
    """Whether the word is of men, a man's nisba or the end of his name: no feminine adjective follows it."""
    key = view.tokens[at].word.key
    if key.endswith(("ين", "ون")) or key in view.lex.given:
        return True
    ends = [m.entry for first in range(max(0, at - 2), at + 1) for m in found_at(view, first) if m.last == at + 1]
    return any(e.kind == "person" and e.source == "name" or e.source == "nisba" and e.gender == "m" for e in ends)


def _is_name(view: View, match: Match) -> bool:
    """Whether a name is a name here: not an accusative nisba (اتفاقا روسيا), not مالي "financial"."""
    entry = match.entry
    word = view.tokens[match.first].word
    single = match.last == match.first + 1 and entry.kind not in ("state", "capital")
    if single and not word.surface.endswith(entry.text) and any(a.form.kind in FINITE for a in word.analyses):
        return False  # أفاد is not آفاد
    if entry.kind in ("mission", "movement", "body") and not _exists(view, entry.actor):
        return False
    if entry.kind == "movement" and match.last == match.first + 1 and not evident(view, match):
        return False
    if entry.kind in ("movement", "body") and entry.text.startswith("ال") and match.last == match.first + 1:
        bare = view.tokens[match.first].word.key[match.cut.offset + 2 :]
        return not any(token.word.key == bare for sentence in view.article for token in sentence.tokens)
    if entry.kind == "person" and match.last == match.first + 1:
        return not run_of_name(view, match.first) > match.last
    if entry.kind == "state" and entry.text.startswith("ال") and _after_noun(view, match):
        nisba = any(m.entry.source == "nisba" for m in found_at(view, match.first))
        return not nisba or _masculine(view, match.first - 1)
    if entry.kind == "state" and match.last == match.first + 1:
        if entry.country == "MLI" and not match.cut.prep and is_money(view, None, match):
            return False
        if not match.cut.conj and not match.cut.prep and _after_accusative(view, match.first):
            heads = view.lex.phrases.heads(view.tokens[match.first].word.key)
            return not any(c.suffix == "ا" and v.source == "nisba" for c, node in heads for v in node.values)
    return True


def _exists(view: View, actor: str) -> bool:
    """Whether a body had begun by the day of the document."""
    rows = view.lex.careers.get(actor, ())
    return not view.day or not rows or any(row.start <= view.day for row in rows)


def _after_accusative(view: View, at: int) -> bool:
    before = view.tokens[at - 1].word if at else None
    if before is None or not before.key.endswith("ا") or len(before.key) < 4 or before.key.startswith("ال"):
        return False
    if any(m.entry.source == "name" and m.last == at for m in found_at(view, at - 1)):
        return False  # حثت إندونيسيا روسيا: the word before is a name in alef, no accusative
    if before.key.lstrip("وف") in _WITH_HER:
        return False  # وقعت عليها تركيا
    return not any(a.form.kind in FINITE for a in before.analyses) and not view.lex.particles.get(before.key)


_WITH_HER = frozenset(
    stem + "ها" for stem in ("علي", "الي", "من", "عن", "في", "ب", "ل", "مع", "بين", "ضد", "لدي", "اي")
)


def _is_verb_here(view: View, match: Match) -> bool:
    """Whether a bare role word that is also a verb form (عامل, حاكم) opens the sentence or follows a verb particle."""
    word = view.tokens[match.first].word
    if not any(a.form.kind in FINITE for a in word.analyses):
        return False
    before = view.tokens[match.first - 1].word.key if match.first else ""
    return not before or view.lex.particles.get(before) in ("comp", "neg", "qad", "rel", "will")
