"""What no row knows: sentences with the words of an event and no event, names and verbs to add to the tables."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from wasata.events.senses import FINITE, Senses, senses
from wasata.packs.language import Language
from wasata.reading.lexicon import Lexicon, lexicon
from wasata.records.coded import Coded, Unknown
from wasata.records.event import Event
from wasata.records.mention import Reading
from wasata.records.text import Sentence, Span, Token


class Missing(Struct, frozen=True):
    """A name or verb that no row knows, how often it was met, and where it was met first, with the words around it."""

    kind: str
    text: str
    count: int
    document: str
    example: str
    code: str = ""  # what a name's office tells of its bearer: RUS/GOV


def missing(found: Iterable[Coded]) -> tuple[Missing, ...]:
    """The names and verbs that no row knows, the most frequent first: the work list of whoever writes rows."""
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], tuple[str, str, str, str]] = {}
    for one in found:
        codes = {mention.span: mention.parties[0].code for mention in one.actors if mention.parties}
        for unknown in one.unknowns:
            if unknown.key:
                place = (unknown.kind, unknown.key)
                counts[place] += 1
                if place not in first:
                    words = _around(one.document.text, unknown.span)
                    first[place] = unknown.text, one.document.id, words, codes.get(unknown.span, "")
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Missing(place[0], text, count, *where) for place, count in ranked for text, *where in [first[place]])


_BESIDE = 45  # characters of the line on either side of unknown words


def _around(text: str, span: Span) -> str:
    """The words with what stands beside them on their line, cut between words."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _BESIDE)
    end = min(text.find("\n", span.end) % (len(text) + 1), span.end + _BESIDE)  # not found, -1, is the text's end
    before, after = text[start : span.start], text[span.end : end]
    if start and text[start - 1] != "\n":
        before = "…" + before.partition(" ")[2]
    if end < len(text) and text[end] != "\n":
        after = after.rpartition(" ")[0] + "…"
    return before + text[span.start : span.end] + after


def unknowns(reading: Reading, events: Iterable[Event], language: Language) -> tuple[Unknown, ...]:
    """What was not understood of a document, in the order of its text."""
    known = senses(language)
    lex = lexicon(language)
    told = [event.span.start for event in events]
    spans = [m.span for m in reading.times] + [m.span for m in reading.actors] + [m.span for m in reading.places]
    mentioned = {at for span in spans for at in range(span.start, span.end)}
    found = [*_unknown_persons(reading, lex), *_unknown_bodies(reading, lex)]
    for sentence in reading.sentences:
        if not any(sentence.span.start <= at < sentence.span.end for at in told) and _tells(sentence, known):
            text = reading.document.text[sentence.span.start : sentence.span.end]
            found.append(Unknown("sentence", sentence.span, "", text))
        free = [token.start not in mentioned for token in sentence.tokens]
        found += _unknown_names(reading, sentence, free, lex)
        found += _unknown_verbs(sentence, free, known)
    return tuple(sorted(found, key=lambda unknown: (unknown.span.start, unknown.kind)))


def _tells(sentence: Sentence, known: Senses) -> bool:
    """Whether a word of the sentence is the trigger of a row that tells an event."""
    for token in sentence.tokens:
        sense = known.sense(token.word)
        if any(frame.event for _, frame in (*sense.verb_frames, *sense.noun_frames)):
            return True
    return False


def _unknown_persons(reading: Reading, lex: Lexicon) -> Iterator[Unknown]:
    """Persons whose office told who they are, and whom no table names."""
    named, known = lex.language.script.fold, _names(lex)
    for mention in reading.actors:
        if mention.kind == "person" and " " in mention.name and not any(party.actor for party in mention.parties):
            key = named(mention.name)
            if key not in known:
                yield Unknown("name", mention.span, key, mention.name)


def _unknown_bodies(reading: Reading, lex: Lexicon) -> Iterator[Unknown]:
    """Movements and bodies whose own name stands in quotation marks, and whom no table names."""
    for mention in reading.actors:
        words = reading.document.text[mention.span.start : mention.span.end]
        if words.endswith(("»", '"', "”")) and not any(party.actor for party in mention.parties):
            yield Unknown("name", mention.span, lex.language.script.fold(words), words)


@cache
def _names(lex: Lexicon) -> frozenset[str]:
    return frozenset(lex.language.script.fold(row.name) for row in lex.language.names)


def _unknown_names(reading: Reading, sentence: Sentence, free: list[bool], lex: Lexicon) -> Iterator[Unknown]:
    """Runs of two words or more outside every mention, one of which is part of some known person's name."""
    run: list[Token] = []
    for at, token in enumerate((*sentence.tokens, None)):
        if token is not None and free[at] and _nameable(token, lex):
            run.append(token)
            continue
        if len(run) > 1 and any(one.word.key in lex.given for one in run):
            span = Span(run[0].start, run[-1].end)
            text = reading.document.text[span.start : span.end]
            yield Unknown("name", span, lex.language.script.fold(text), text)
        run = []


def _nameable(token: Token, lex: Lexicon) -> bool:
    key = token.word.key
    if len(key) < 3 or not key.isalpha() or token.word.analyses or lex.particles.get(key):
        return False
    return not key.startswith(("ال", "وال", "بال", "لل")) and not token.word.surface.endswith(("ة", "ات", "ا", "اً"))


def _unknown_verbs(sentence: Sentence, free: list[bool], known: Senses) -> Iterator[Unknown]:
    """Verbs of the lemma tables that no row and no cue uses, and words that stand or look as only a verb does."""
    before = ""
    for at, token in enumerate(sentence.tokens):
        sense, key = known.sense(token.word), token.word.key
        finite = [a for a in token.word.analyses if a.form.kind in FINITE]
        if free[at] and finite and len(finite) == len(token.word.analyses):
            idle = not (sense.verb_frames or sense.cues or sense.particle)
            if idle:
                yield Unknown("verb", Span(token.start, token.end), finite[0].form.lemma, finite[0].form.lemma)
        elif free[at] and not token.word.analyses and _like_a_verb(key, before) and not sense.particle:
            bare = key[1:] if key[0] in "وف" and len(key) > 4 else key
            yield Unknown("verb", Span(token.start, token.end), bare, token.word.surface[len(key) - len(bare) :])
        before = key


_BEFORE_VERBS = frozenset(("لم", "لن", "سوف", "قد", "وقد", "ولم", "ولن"))
_FUTURE = ("سي", "ست", "وسي", "وست")
_NOUN_ENDS = ("ي", "ين", "ات", "تها", "تهم", "يا")


def _like_a_verb(key: str, before: str) -> bool:
    """Whether a word that no table knows follows a particle of verbs, or carries the mark of the future."""
    if len(key) < 3 or not key.isalpha() or key.startswith("ال") or key.endswith("ه"):
        return False
    return before in _BEFORE_VERBS or (len(key) > 4 and key.startswith(_FUTURE) and not key.endswith(_NOUN_ENDS))
