"""The preposition that governs a noun phrase: glued to it, written before it, or made of two words."""

from collections.abc import Sequence

from wasata.packs.language import Language
from wasata.records.text import Cut, Token

QUOTES = frozenset("\"“”«»'‘’„‹›")
_GLUED = frozenset(("ب", "ل", "ك"))
_COMPOUND = {
    "من": frozenset(("قبل", "جانب", "طرف")),
    "علي": frozenset(("يد", "ايدي", "ايادي", "لسان")),
}
_SECOND = _COMPOUND["من"] | _COMPOUND["علي"]
SHADDA = "\u0651"


def preposition(tokens: Sequence[Token], first: int, cut: Cut, particles: dict[str, str], language: Language) -> str:
    """The preposition of the phrase that begins at this token, as written, "" where none."""
    if cut.prep:
        return cut.prep
    before = first - 1
    while before >= 0 and tokens[before].word.surface in QUOTES:
        before -= 1
    honorific = before >= 0 and _honorific(tokens[before].word.key, particles)
    if honorific:
        if honorific != " ":
            return honorific
        before -= 1
    if before < 0:
        return ""
    key = tokens[before].word.key
    if key == "من" and before and tokens[before - 1].word.key in ("كل", "بكل", "لكل", "وكل"):
        head = tokens[before - 1].word.key
        return head[0] if head[0] in _GLUED and len(head) == 3 else _written(tokens, before - 2, particles)
    if before and key in _SECOND:
        opener = tokens[before - 1].word.key.lstrip("وف")
        if key in _COMPOUND.get(opener, ()):
            return f"{_bare(tokens[before - 1].word.surface)}_{tokens[before].word.surface}"
    return _written(tokens, before, particles)


def _honorific(key: str, particles: dict[str, str]) -> str:
    """The preposition glued to an honorific (لمعالي), a space where it has none, "" for other words."""
    if particles.get(key) == "honorific" or key[:1] in ("و", "ف") and particles.get(key[1:]) == "honorific":
        return " "
    return key[0] if key[:1] in _GLUED and particles.get(key[1:]) == "honorific" else ""


def _written(tokens: Sequence[Token], at: int, particles: dict[str, str]) -> str:
    """The preposition at this token, without the conjunction that may be glued to it."""
    if at < 0:
        return ""
    key, surface = tokens[at].word.key, tokens[at].word.surface
    if key in _GLUED:
        return key
    if SHADDA in surface:  # عبّر is a verb
        return ""
    if particles.get(key) == "prep":
        return surface
    if len(key) > 2 and key[0] in "وف" and particles.get(key[1:]) == "prep":
        if key[0] == "ف" and any(not a.cut.conj and a.form.kind == "perfect" for a in tokens[at].word.analyses):
            return ""  # فتحت النار opened fire, not "and under"
        return surface[1:]
    return ""


def _bare(surface: str) -> str:
    return surface[1:] if surface[0] in "وف" and len(surface) > 2 else surface
