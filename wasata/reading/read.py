"""From a document to its reading: blocks, sentences, times, places, actors."""

from wasata.packs.language import Language
from wasata.reading.find_places import find_places, gazetteer
from wasata.reading.resolve_actors import actors
from wasata.reading.resolve_places import resolve_places
from wasata.reading.resolve_times import times
from wasata.records.mention import PlaceMention, Reading
from wasata.records.text import Block, Document, Span
from wasata.text.segment import segment
from wasata.text.words import words

_LONGEST_TITLE = 200


def read(document: Document, language: Language, blocks: tuple[Block, ...] = ()) -> Reading:
    """All that is found in the document; where no blocks are given, its lines are paragraphs under a title."""
    laid = blocks or lines_of(document.text)
    sentences = segment(document.text, laid, words(language))
    dated = times(document, sentences, language)
    located: list[PlaceMention] = []
    known = gazetteer(language)
    for number, sentence in enumerate(sentences):
        hits = find_places(sentence, known)
        if hits:
            located += resolve_places(hits, sentence, number, language)
    places = tuple(located)
    return Reading(
        document=document,
        language=language.code,
        blocks=laid,
        sentences=sentences,
        times=dated,
        actors=actors(document, sentences, places, language, dated),
        places=places,
    )


def lines_of(text: str) -> tuple[Block, ...]:
    """Every line that is not blank as a block; the first is the title when it is short and others follow."""
    found: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Block("paragraph", Span(at, at + len(line))))
        at += len(line) + 1
    if len(found) > 1 and found[0].span.end - found[0].span.start <= _LONGEST_TITLE:
        found[0] = Block("title", found[0].span)
    return tuple(found)
