"""Names that no table knows: where they end, told by what cannot be part of a name."""

from wasata.reading.lexicon import matches
from wasata.reading.phrase import Phrase, View

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
    stops = end >= len(tokens) or _closes(view, end)
    return end if stops or sure else 0


_LINKS = frozenset(("عبد", "ابو", "بن", "ابن", "ال", "ولد", "بنت", "ام", "ابي", "دي", "فان", "فون", "لو"))


def _nameable(view: View, at: int, *, first: bool) -> bool:
    """Whether a word may be part of a name: no vocabulary of news, no grammar, no ending that names lack."""
    word = view.tokens[at].word
    key = word.key
    if len(key) < 2 or not key.isalpha() or view.lex.particles.get(key) or word.analyses:
        return False
    if word.surface.endswith(("ة", "اً", "ًا")) or first and key.startswith("ال"):
        return False
    if key[0] == "و" and (not first or view.lex.particles.get(key[1:])):
        return False
    if len(key) > 3 and key[0] == "ل" and view.lex.particles.get(key[1:]):
        return False
    found = matches(view.lex, view.tokens, at)
    return all(m.entry.source == "name" and m.entry.kind == "person" for m in found if not m.cut.suffix)


def _feminine_end(view: View, at: int) -> bool:
    """After a known given name a family name may end like a feminine noun: عطية."""
    word = view.tokens[at].word
    known = word.analyses or view.lex.particles.get(word.key) or matches(view.lex, view.tokens, at)
    return word.surface.endswith("ة") and word.key[0] not in "وال" and not known


def _closes(view: View, at: int) -> bool:
    """Whether a name may end before this word."""
    word = view.tokens[at].word
    if not word.key.isalpha() or view.lex.particles.get(word.key):
        return True
    if len(word.key) > 2 and (word.key[0] == "و" or word.key[:2] in ("لل", "با")):
        return True
    return any(a.form.kind in ("perfect", "imperfect", "future") for a in word.analyses) or bool(
        matches(view.lex, view.tokens, at)
    )


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
