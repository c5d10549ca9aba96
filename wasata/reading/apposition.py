"""Two noun phrases for one person: a name and its office, side by side or with a comma between."""

from collections.abc import Callable

from wasata.reading.lexicon import Match
from wasata.reading.phrase import PEOPLE, Phrase, View, plain
from wasata.reading.unknown_names import run_of_name

Compose = Callable[[View, Match], Phrase]


def appose(view: View, phrase: Phrase, compose: Compose) -> None:
    """A name, a comma and the person's office are one noun phrase, and so the other way round."""
    tokens, at = view.tokens, phrase.last
    if phrase.person is not None and at < len(tokens):
        _reign(view, phrase, compose)
        at = phrase.last
    if phrase.head.entry.kind == "title" and phrase.unknown[1] and not phrase.owners and at < len(tokens):
        _office_after(view, phrase, at, compose)  # العقيد فلان قائد الفرقة
        at = phrase.last
    if not _comma(view, at):
        return
    if phrase.number != "s" or phrase.head.entry.kind not in PEOPLE | {"person"} or phrase.post and phrase.person:
        return
    named = phrase.person is not None or bool(phrase.unknown[1])
    if named and phrase.head.entry.kind in ("person", "title"):
        while _comma(view, at) and _office_after(view, phrase, at + 1, compose):
            while _office_after(view, phrase, phrase.last, compose):
                pass
            at = phrase.last
    elif not named and phrase.definite and phrase.kind != "kin":
        for match in plain(view, at + 1):
            if match.entry.source == "name" and match.entry.kind == "person":
                phrase.person, phrase.last = match.entry, match.last
                phrase.parts.append(match)
                return
        end = run_of_name(view, at + 1)
        if end and end < len(tokens) and tokens[end].word.surface in ("،", ","):
            phrase.unknown, phrase.last = (at + 1, end), end


_REIGNS = ("رئيس", "ملك", "أمير", "متحدث", "ناطق", "عاهل")


def _reign(view: View, phrase: Phrase, compose: Compose) -> None:
    """A ruler's or spokesman's office right after the name, of the same country, is no second person."""
    for match in plain(view, phrase.last):
        entry = match.entry
        if entry.source != "role" or entry.kind not in ("person", "officer") or not entry.text.startswith(_REIGNS):
            continue
        office = compose(view, match)
        same = phrase.person is not None and phrase.person.country in [o.country for o in office.owners]
        if same and not office.person and not office.unknown[1]:
            phrase.parts.append(match)
            phrase.last = office.last
        return


def _office_after(view: View, phrase: Phrase, at: int, compose: Compose) -> bool:
    """An office that is the person's own joins the phrase; the first one named is the one held."""
    for match in plain(view, at):
        entry = match.entry
        if entry.source != "role" or entry.kind not in ("person", "envoy", "officer") or entry.number != "s":
            continue
        office = compose(view, match)
        own = phrase.person.country if phrase.person is not None else ""
        if own and office.owners and own not in [o.country for o in office.owners]:
            return False
        if office.person or office.unknown[1] or not (office.definite or office.owners):
            return False
        if phrase.kind in ("person", "title") and not phrase.owners:
            rank = phrase.kind == "title" and office.sector == "GOV" and not office.owners
            phrase.sector, phrase.kind = phrase.sector if rank and phrase.sector else office.sector, office.kind
        phrase.owners, phrase.last = phrase.owners or office.owners, office.last
        phrase.parts.append(match)
        return True
    return False


def _comma(view: View, at: int) -> bool:
    return at + 1 < len(view.tokens) and view.tokens[at].word.surface in ("،", ",")
