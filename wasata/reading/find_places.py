"""Find the words that name a place."""

from functools import cache

from msgspec import Struct

from wasata.packs.language import Language
from wasata.packs.rows import PlaceRow
from wasata.records.text import Sentence
from wasata.text.phrases import Hit, Phrases


class PlaceEntry(Struct, frozen=True):
    """A name of the gazetteer: its row and the place it names, None where the words name no place."""

    text: str
    row: str
    place: PlaceRow | None


class Gazetteer(Struct, frozen=True, eq=False):
    """All place names of a language, ready to be found."""

    phrases: Phrases[PlaceEntry]


@cache
def gazetteer(language: Language) -> Gazetteer:
    """The place names of a language, built once per process."""
    fold = language.script.fold
    known = {row.place: row for row in language.gazetteer}
    entries: list[tuple[list[str], PlaceEntry]] = []
    for row in language.places:
        entries.append((fold(row.name).split(), PlaceEntry(row.name, row.row, known.get(row.place))))
        if row.no:
            entries.append((fold(row.no).split(), PlaceEntry(row.no, row.row, None)))
    entries += _of_states(language, {row.name for row in language.places})
    return Gazetteer(phrases=Phrases(entries, language.script.proclitics))


def _of_states(language: Language, taken: set[str]) -> list[tuple[list[str], PlaceEntry]]:
    """States and capitals are places, too, where places.tsv does not say so itself."""
    found = []
    for row in language.names:
        if row.kind in ("state", "capital") and row.name not in taken:
            place = PlaceRow(row.row, row.actor, row.actor, "country" if row.kind == "state" else "capital", "", "", "")
            found.append((language.script.fold(row.name).split(), PlaceEntry(row.name, row.row, place)))
    return found


def find_places(sentence: Sentence, gazetteer: Gazetteer) -> list[Hit[PlaceEntry]]:
    """The place names of a sentence from left to right; an article is never cut off a name."""
    found, after = [], 0
    tokens = sentence.tokens
    for at in gazetteer.phrases.openers(tokens):
        if at < after:
            continue
        hit = gazetteer.phrases.at(tokens, at)
        if hit is not None and not hit.cut.article:
            after = hit.last
            if any(value.place is not None for value in hit.values):
                found.append(hit)
    return found
