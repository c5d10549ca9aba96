"""Names that are spelled like ordinary words: what shows that the name is meant."""

from wasata.reading.govern import QUOTES
from wasata.reading.lexicon import Match
from wasata.reading.phrase import View, found_at


def evident(view: View, match: Match) -> bool:
    """Whether a movement spelled like a word (فتح, أمل) is meant: in quotes, beside its like, after its people."""
    at, tokens = match.first, view.tokens
    if not any(a.form.kind in ("masdar", "perfect") and not a.cut.conj for a in tokens[at].word.analyses):
        return True
    after = tokens[match.last].word if match.last < len(tokens) else None
    if at and after and tokens[at - 1].word.surface in QUOTES and after.surface in QUOTES:
        return True
    if after and (after.key.startswith("ال") or any(a.form.kind == "noun" for a in after.analyses)):
        return False
    if (
        after
        and after.key[0] == "و"
        and any(m.cut.conj and m.entry.kind == "movement" for m in found_at(view, match.last))
    ):
        return True
    before = found_at(view, at - 1) if at else []
    if match.cut.conj:
        return any(m.entry.kind == "movement" and m.entry.source == "name" for m in before)
    people = any(m.entry.source == "role" and m.entry.kind in _FOLLOWERS and not m.cut.article for m in before)
    return people or at > 0 and tokens[at - 1].word.key in ("حركتي", "حركتا")


_FOLLOWERS = frozenset(("group", "officer", "kin", "loose", "person"))
