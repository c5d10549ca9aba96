"""Settle which place a name means."""

from wasata.packs.language import Language
from wasata.reading.find_places import PlaceEntry
from wasata.reading.govern import preposition
from wasata.reading.lexicon import lexicon
from wasata.records.mention import PlaceMention, Why
from wasata.records.text import Sentence, Span
from wasata.text.phrases import Hit


def resolve_places(
    hits: list[Hit[PlaceEntry]], sentence: Sentence, number: int, language: Language
) -> list[PlaceMention]:
    """The places of a sentence; of several with one name the one whose country the sentence names, else the first."""
    particles = lexicon(language).particles
    tokens = sentence.tokens
    named = {v.place.country for hit in hits if len(hit.values) == 1 for v in hit.values if v.place is not None}
    found = []
    for hit in hits:
        rows = [v for v in hit.values if v.place is not None]
        best = next((v for v in rows if v.place is not None and v.place.country in named), rows[0])
        if best.place is None:
            continue
        span = Span(tokens[hit.first].start + hit.cut.offset, tokens[hit.last - 1].end)
        prep = preposition(tokens, hit.first, hit.cut, particles, language)
        found.append(
            PlaceMention(
                span=span,
                place=best.place.place,
                name=best.text,
                country=best.place.country,
                prep=prep,
                first=hit.first,
                last=hit.last,
                sentence=number,
                why=Why(f"{best.row}  {best.text}", span),
            )
        )
    return found
