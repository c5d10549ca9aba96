"""How Arabic is written: folding of letters, words, and the clitics that are glued to them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from wasata.packs.ar.conjugation import conjugated
from wasata.packs.ar.declension import declined, nisba_of, nisbas
from wasata.packs.ar.letters import fold, latin
from wasata.packs.rows import LemmaRow
from wasata.records.text import Cut, Form

__all__ = ["TOKEN", "fold", "inflect", "latin", "nisba_of", "nisbas", "noun_cuts", "proclitics", "verb_cuts"]

# words that begin with a letter, which are most; numbers with inner points or commas; other words (marks, tatweel,
# joiners); dots; any other mark alone
TOKEN = re.compile(
    r"[^\W\d][\w\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f]*|\d+(?:[.,٫٬،]\d+)+"
    r"|[\w\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f]+|\.{2,}|[^\w\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)

# news does not say "you": هناك, بذلك and الحكم carry no suffix
_POSSESSIVES = ("هما", "ها", "هم", "هن", "نا", "ه", "ي")
_KEPT = 50_000  # words whose cuts are remembered: every table asks for those of a new word
_OBJECTS = ("هما", "ها", "هم", "هن", "نا", "ني", "ه")


def inflect(row: LemmaRow) -> Iterator[tuple[str, Form]]:
    """Every folded spelling that a lexeme may have without its clitics, with the form that it is."""
    if row.form != "noun":
        for spelling, form in conjugated(row):
            yield spelling.replace("ى", "ي"), form
    for spelling, form in declined(row):
        yield spelling.replace("ى", "ي"), form


@lru_cache(maxsize=_KEPT)
def proclitics(key: str) -> tuple[Cut, ...]:
    """Every way to cut conjunction, preposition and article off a folded word, the whole word first."""
    found = [Cut(key)]
    for conj in ("", "و", "ف"):
        if conj and not (key.startswith(conj) and len(key) > len(conj) + 1):
            continue
        rest = key[len(conj) :]
        if conj:
            found.append(Cut(rest, conj, "", False, "", len(conj)))
        for prep in ("", "ب", "ل", "ك"):
            if prep and not (rest.startswith(prep) and len(rest) > 2):
                continue
            stem = rest[len(prep) :]
            at = len(conj) + len(prep)
            if prep:
                found.append(Cut(stem, conj, prep, False, "", at))
            if stem.startswith("ال") and len(stem) > 3:
                found.append(Cut(stem[2:], conj, prep, True, "", at + 2))
            elif prep == "ل" and stem.startswith("ل") and len(stem) > 2:
                found.append(Cut("ا" + stem, conj, prep, False, "", at))
                found.append(Cut(stem[1:], conj, prep, True, "", at + 1))
                found.append(Cut(stem, conj, prep, True, "", at))  # للاجئين: three lams are written as two
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def noun_cuts(key: str) -> tuple[Cut, ...]:
    """Every way to cut a folded word as a noun: clitics in front, possessive suffix or accusative alef behind."""
    found = []
    for cut in proclitics(key):
        found.append(cut)
        if cut.article or len(cut.stem) < 3:
            continue
        stem = cut.stem
        for suffix in _POSSESSIVES:
            if stem.endswith(suffix) and len(stem) - len(suffix) >= 2:
                bare = stem[: -len(suffix)]
                found += [_with(cut, s, suffix) for s in _before_suffix(bare)]
        if stem.endswith("ا") and not cut.prep:  # a genitive has no accusative alef: بحثا is no ب + حثا
            found.append(_with(cut, stem[:-1], "ا"))
    return tuple(found)


def verb_cuts(key: str) -> list[Cut]:
    """Every way to cut a folded word as a verb: conjunction and lam in front, object suffix behind."""
    found = []
    for cut in proclitics(key):
        if cut.article or cut.prep not in ("", "ل"):
            continue
        found.append(cut)
        for suffix in _OBJECTS:
            if cut.stem.endswith(suffix) and len(cut.stem) - len(suffix) >= 2:
                bare = cut.stem[: -len(suffix)]
                found.append(_with(cut, bare, suffix))
                if bare.endswith("و"):
                    found.append(_with(cut, bare + "ا", suffix))
                elif bare.endswith("ا"):
                    found.append(_with(cut, bare[:-1] + "ي", suffix))
    return found


def _with(cut: Cut, stem: str, suffix: str) -> Cut:
    return Cut(stem, cut.conj, cut.prep, cut.article, suffix, cut.offset)


def _before_suffix(bare: str) -> list[str]:
    """The spellings a stem may have had before its suffix: ta marbuta opens, hamza takes a seat, an alef stands up."""
    found = [bare]
    if bare.endswith("ت"):
        found.append(bare[:-1] + "ه")
    elif bare.endswith(("ئ", "ؤ")):  # بدئها, تواطئه
        found += [bare[:-1] + "ء", bare[:-1] + "ؤ"]
    elif bare.endswith("ا") and len(bare) > 3:  # شكواها
        found.append(bare[:-1] + "ي")
    return found
