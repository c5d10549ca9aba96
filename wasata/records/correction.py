"""What somebody who read the words says of a coded event."""

from msgspec import Struct

from wasata.records.event import Event

BY_HAND = "hand"  # how the coder of a corrected event begins: "hand after rules@b1e965cf"


class Correction(Struct, frozen=True):
    """An event as it was coded, and as a person says it should be; None where there is no event at all."""

    event: Event
    corrected: Event | None
    words: str  # the trigger, by which the place is found again in a changed text
    note: str = ""

    @property
    def right(self) -> bool:
        """Whether the coder had the type and both sides right: what the confidence of an event is about."""
        one, other = self.event, self.corrected
        return other is not None and (one.type, *sides(one)) == (other.type, *sides(other))


def sides(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """The codes of both sides, in no order."""
    return frozenset(p.code for p in event.actors), frozenset(p.code for p in event.recipients)


def by_hand(event: Event) -> bool:
    """Whether a person has looked at the event and said how it is."""
    return event.coder.startswith(BY_HAND)
