"""Whether the parties of two reports may be the same people."""

from wasata.records.event import Event
from wasata.records.mention import Party

# what two do together: which of them is named as the actor is the writer's choice
UNITED = frozenset(("CONSULT", "AGREE", "COOPERATE"))
# organs that act as the state: "Egypt" and "the Egyptian army" may be one party, "Yemen" and "Yemeni rebels" not
_STATE = frozenset(("", "GOV", "MIL", "LEG", "COP", "SPY", "JUD"))
# deeds of forces: the commander and the movement may both be named as the doer, and the same two fight all day
_FORCES = frozenset(("ASSAULT", "MOBILIZE", "RETREAT", "COERCE"))
_VETO = -1


def agree(one: Event, other: Event) -> int:
    """Points for the parties that two reports share; -1 where a side that both name is not the same."""
    strict = one.type not in _FORCES
    if one.type in UNITED:
        return _pooled((*one.actors, *one.recipients), (*other.actors, *other.recipients), strict)
    actors = _side(one.actors, other.actors, strict)
    recipients = _side(one.recipients, other.recipients, strict)
    return _VETO if _VETO in (actors, recipients) else actors + recipients


def is_open(one: Event, other: Event) -> bool:
    """Whether only one of two reports names a side: then the side that both name must tell the occurrence alone."""
    sides = ((one.actors, other.actors), (one.recipients, other.recipients))
    return any(bool(first) != bool(second) for first, second in sides)


def informed(parties: tuple[Party, ...]) -> int:
    """How much a side tells: who is in the registry, of what country, in what office."""
    return sum(2 * _is_somebody(party) + bool(party.country) + bool(party.sector) for party in parties[:2])


def _side(one: tuple[Party, ...], other: tuple[Party, ...], strict: bool) -> int:
    """2 where the same registry entry is named, 1 where the parties may be the same, 0 where either names none."""
    if not one or not other:
        return 0
    return max((_same(p, q, strict) for p in one for q in other), default=0) or _VETO


def _pooled(one: tuple[Party, ...], other: tuple[Party, ...], strict: bool) -> int:
    """Points for two who are named on whichever side; everybody whom the shorter list names must be in the longer."""
    short, long = sorted((tuple(dict.fromkeys(one)), tuple(dict.fromkeys(other))), key=len)
    if not short:
        return 0
    left = list(long)
    found = []
    for party in sorted(short, key=lambda p: -informed((p,)))[:2]:
        points, at = max((_same(party, q, strict), -n) for n, q in enumerate(left)) if left else (0, 0)
        if not points:
            return _VETO
        left.pop(-at)  # two parties are not found in one
        found.append(points)
    if len(found) < 2:
        return found[0]
    guests = {q.country for q in left} - {party.country for party in short}
    return sum(found) + 1 - len(guests)  # two who meet seldom meet twice on one day; a third makes it another meeting


def _same(one: Party, other: Party, strict: bool) -> int:
    if one.country != other.country and one.country and other.country:
        return 0
    if _is_somebody(one) and _is_somebody(other):
        if one.actor == other.actor:
            return 2 if strict else 1
        if strict:
            return 0
    if not one.country or not other.country:
        return int(one.sector == other.sector != "")
    return int(one.sector == other.sector or ("" in (one.sector, other.sector) and _both_state(one, other)))


def _both_state(one: Party, other: Party) -> bool:
    return one.sector in _STATE and other.sector in _STATE


def _is_somebody(party: Party) -> bool:
    """Whether the party is a person, body or movement of the registry, more than its country."""
    return bool(party.actor) and not party.actor.isupper()
