"""Quotes, brackets and ordinary words within the name of an actor."""

from collections.abc import Sequence

from wasata.reading.lexicon import Match
from wasata.reading.phrase import CLOSERS, OPENERS, Phrase, View, found_at, has_article, plain
from wasata.reading.unknown_names import FINITE
from wasata.records.text import Token


def after_lam(view: View, at: int) -> list[Match]:
    """What is known here under a lam, be it glued or written apart before quotes: لـ«حزب الله»."""
    if view.tokens[at].word.key == "ل":
        return plain(view, past_quote(view, at + 1))
    return [m for m in found_at(view, at) if m.cut.prep == "ل" and not m.cut.conj]


def past_quote(view: View, at: int) -> int:
    """The token after an opening quote, or after a lone tatweel and one; this token where none opens."""
    tokens = view.tokens
    if at < len(tokens) and tokens[at].word.surface == "ـ":
        at += 1
    opens = at + 1 < len(tokens) and tokens[at].word.surface in OPENERS and tokens[at].word.surface != "("
    return at + opens


def shut(view: View, phrase: Phrase, match: Match) -> None:
    """The closing quote of a name belongs to the phrase that took the name in."""
    at, tokens = phrase.last, view.tokens
    opened = match.first and tokens[match.first - 1].word.surface in OPENERS
    phrase.last += bool(opened and at < len(tokens) and tokens[at].word.surface in CLOSERS)


def closing(tokens: Sequence[Token], at: int) -> int:
    """Where the bracket or quote that opens here closes, 0 where it does not soon."""
    for here in range(at + 2, min(len(tokens), at + 6)):
        if tokens[here].word.surface in CLOSERS:
            return here
    return 0


def bracket(view: View, phrase: Phrase) -> None:
    """An acronym or short name in brackets or quotes after a body belongs to it: (مينوسما)."""
    at, tokens = phrase.last, view.tokens
    if phrase.kind not in ("body", "named", "movement", "mission") or at + 2 >= len(tokens):
        return
    if tokens[at].word.surface not in OPENERS:
        return
    close = closing(tokens, at)
    if not close or close - at > 4:
        return
    known = [m for m in plain(view, at + 1) if m.last == close]
    same = [m for m in known if m.entry.source == "name" and m.entry.actor == phrase.head.entry.actor]
    if same or (not known and all(_wordlike(t) for t in tokens[at + 1 : close])):
        phrase.unknown = phrase.unknown if same or phrase.unknown[1] else (at + 1, close)
        phrase.last = close + 1


def _wordlike(token: Token) -> bool:
    return token.word.key[:1].isalpha()


def common(view: View, at: int, *, definite: bool) -> bool:
    """Whether the word here is an ordinary noun or adjective: no verb, particle or known actor, nothing glued to it."""
    word = view.tokens[at].word
    if not word.key.isalpha() or view.lex.particles.get(word.key) or len(word.key) < 3:
        return False
    if has_article(view, at) and not definite:
        return False
    if any(a.form.kind in FINITE and not a.cut.conj for a in word.analyses) and not has_article(view, at):
        return any(a.form.kind not in FINITE for a in word.analyses)
    return not any(m.entry.source in ("name", "nisba") for m in plain(view, at))
