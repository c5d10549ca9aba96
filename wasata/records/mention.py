"""What a reading finds in a document: times, actors, places."""

from msgspec import Struct

from wasata.records.text import Block, Document, Sentence, Span


class Why(Struct, frozen=True, gc=False):
    """The row that spoke, the characters it spoke of, and what it rested on."""

    row: str
    span: Span
    parts: tuple["Why", ...] = ()


class When(Struct, frozen=True, gc=False):
    """A stretch of days: start and end (half open) are ISO 8601, None where open; grain names the precision."""

    start: str | None
    end: str | None
    grain: str  # second minute hour day week month quarter season year decade century


class Party(Struct, frozen=True, gc=False):
    """Who takes part: a registry entry, its country and its PLOVER sector at that day."""

    actor: str  # registry id, "" where only country or sector is known
    country: str  # ISO 3166 alpha-3, or UNO EUR IGO NGO IMG MNC ISM; "" unknown
    sector: str  # GOV MIL REB ...; "" for the state as such

    @property
    def code(self) -> str:
        """The party as COUNTRY or COUNTRY/SECTOR, --- for an unknown country."""
        return (self.country or "---") + ("/" + self.sector if self.sector else "")


class TimeMention(Struct, frozen=True, gc=False):
    """Words that speak of time; when is None where they give no date (rates, ages, "former")."""

    span: Span
    kind: str  # instant interval duration name reference trap
    when: When | None
    why: Why


class ActorMention(Struct, frozen=True, gc=False):
    """Words that name or describe a political actor, with the parties they stand for."""

    span: Span
    kind: str  # state capital body movement person role demonym description pronoun
    name: str  # the actor as a person would list it, "" for pronouns
    parties: tuple[Party, ...]  # empty while the words are left open
    gender: str  # "m" "f" ""
    number: str  # "s" "d" "p"
    prep: str  # the preposition that governs the words, as a clitic or the word before; "" where none
    first: int  # index of the first and (exclusive) last token in the sentence
    last: int
    sentence: int
    why: Why


class PlaceMention(Struct, frozen=True, gc=False):
    """Words that name a place, with its gazetteer entry and country."""

    span: Span
    place: str
    name: str
    country: str
    prep: str
    first: int
    last: int
    sentence: int
    why: Why


class Reading(Struct, frozen=True):
    """All that was found in one document before any event is coded."""

    document: Document
    language: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    times: tuple[TimeMention, ...]
    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]
