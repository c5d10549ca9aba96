"""One thing that happened, and everybody who told it."""

from msgspec import Struct

from wasata.records.event import Event, Status
from wasata.records.mention import Party, When


class Told(Struct, frozen=True, gc=False):
    """An event with what is known of its publication, "" where unknown, and the times of others in its sentence."""

    event: Event
    published: str = ""
    outlet: str = ""
    beside: tuple[When, ...] = ()


class Occurrence(Struct, frozen=True, gc=False):
    """Who did what to whom, when and where, as all the reports of it tell together; each report stays as it is."""

    id: str  # digest of the earliest report: it does not depend on the order of reading
    type: str
    mode: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    when: When | None  # the most precise that any report gives
    place: str
    status: Status  # actual where any report tells it as done
    disputed: bool  # told as done by one report and denied by another
    reports: tuple[str, ...]  # ids of the events, the earliest first
    documents: tuple[str, ...]
    outlets: int = 1  # voices that do not copy each other
    confidence: float = 0.0  # the chance that it happened so: 1 less the product of every voice's doubt
