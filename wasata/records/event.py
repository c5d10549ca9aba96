"""What a coder reads out of a story."""

from typing import Literal

from msgspec import Struct

from wasata.records.mention import Party, When, Why
from wasata.records.text import Span

Status = Literal["actual", "future", "hypothetical", "negated"]


class Event(Struct, frozen=True, gc=False):
    """Who did what to whom, when and where, as one coder read it in one story."""

    id: str  # digest of document, span, type, parties: same in, same id, on any machine
    document: str
    span: Span  # the trigger
    type: str  # a PLOVER event; the ontology refuses any other
    mode: str
    actors: tuple[Party, ...]  # PLOVER lists, never one event per pair
    recipients: tuple[Party, ...]
    when: When | None  # None where the text does not say
    place: str
    status: Status
    speaker: str  # who asserts it, "" for the paper itself
    coder: str  # "rules@b1e965cf": name and digest of what it read with
    text: str  # the sentence that says so
    why: Why
    confidence: float = 0.0  # the chance that type and both sides are right
    signs: tuple[str, ...] = ()  # what speaks for and against it: the rows of events/confidence.tsv that were seen
