"""Sides that a clause leaves out and the article has set up: the opponent in a fight, the partner in talks."""

from collections import Counter
from collections.abc import Iterable

from wasata.events.fill_roles import Draft
from wasata.events.scene import Scene
from wasata.records.mention import Party

# what is nearly always done to somebody: the one who stands in reach, or with whom the doer deals in this article
_AIMED = frozenset(
    ("REQUEST", "ACCUSE", "SANCTION", "THREATEN", "AID", "CONCEDE", "COERCE", "SUPPORT", "AGREE", "REJECT")
)
_FIGHT = frozenset(("ASSAULT", "RETREAT", "CONCEDE", "COERCE"))
_TALK = frozenset(("CONSULT", "AGREE", "SUPPORT"))
# without a recipient these still have one: the other side of the fight
_COMPLETED = frozenset(("ASSAULT",))


class Pairs:
    """Who met whom so far in the article, in fights and in talks."""

    def __init__(self) -> None:
        self._fights: Counter[tuple[str, str]] = Counter()
        self._talks: Counter[tuple[str, str]] = Counter()
        self._deals: Counter[tuple[str, str]] = Counter()
        self._groups: dict[str, int] = {}

    def note(self, scene: Scene, drafts: Iterable[Draft]) -> None:
        """The pairs of these drafts are known."""
        for draft in drafts:
            actors, recipients = _indices(scene, draft.actors), _indices(scene, draft.recipients)
            self._count(self._deals, actors, recipients)
            if draft.frame.event in ("ASSAULT", "COERCE"):
                self._count(self._fights, actors, recipients if recipients else actors)
            elif draft.frame.two_sided:
                self._count(self._talks, actors, actors)

    def _count(self, pairs: Counter[tuple[str, str]], ones: dict[str, int], others: dict[str, int]) -> None:
        self._groups.update(ones)
        self._groups.update(others)
        for one in ones:
            for other in others:
                if one != other:
                    pairs[one, other] += 1
                    pairs[other, one] += 1

    def complete(self, scene: Scene, draft: Draft) -> None:
        """An empty side of a fight, or the missing partner of talks, is filled where the article has set up just one."""
        event = draft.frame.event
        if draft.frame.two_sided and len(_indices(scene, draft.actors)) == 1:
            pairs = self._fights if event in _FIGHT else self._talks if event in _TALK else Counter()
            draft.actors += self._other(pairs, scene, draft.actors)
        elif event in _COMPLETED and bool(draft.actors) != bool(draft.recipients):
            if draft.actors:
                draft.recipients = self._other(self._fights, scene, draft.actors)
            elif draft.verbal or draft.recipients:
                draft.actors = self._other(self._fights, scene, draft.recipients)

        elif event in _AIMED and draft.actors and not draft.recipients and not draft.frame.two_sided:
            draft.recipients = _in_reach(scene, draft) or self._other(self._deals, scene, draft.actors)

    def _other(self, pairs: Counter[tuple[str, str]], scene: Scene, group: tuple[int, ...]) -> tuple[int, ...]:
        codes = _indices(scene, group)
        found = Counter({other: n for (one, other), n in pairs.items() if one in codes and other not in codes})
        best = found.most_common(2)
        if not best or len(best) == 2 and best[0][1] == best[1][1]:
            return ()
        return (self._groups[best[0][0]],)


def _in_reach(scene: Scene, draft: Draft) -> tuple[int, ...]:
    """The first other party after the trigger that is no mere place."""
    doers = {party.country for index in draft.actors for party in scene.mention(index).parties}
    for arg in scene.args(draft.at):
        if not arg.group or arg.prep in ("في", "ب") and scene.mention(arg.group[0]).kind in ("capital", "state"):
            continue
        parties = [party for index in arg.group for party in scene.mention(index).parties]
        if parties and not any(party.country in doers for party in parties):
            return arg.group
    return ()


def _indices(scene: Scene, group: tuple[int, ...]) -> dict[str, int]:
    return {_code(party): index for index in group for party in scene.mention(index).parties}


def _code(party: Party) -> str:
    return party.code
