"""Sides that a clause leaves out and the article has set up: the opponent in a fight, the partner in talks."""

from collections import Counter
from collections.abc import Iterable

from wasata.events.attach import attach_place
from wasata.events.draft import Draft
from wasata.events.noun_phrases import phrases_after
from wasata.events.scene import Scene
from wasata.records.mention import Party

# what is nearly always done to somebody: the one who stands in reach, or with whom the doer deals in this article
_AIMED = frozenset(
    ("REQUEST", "ACCUSE", "SANCTION", "THREATEN", "AID", "CONCEDE", "COERCE", "SUPPORT", "AGREE", "REJECT")
)
_FIGHT = frozenset(("ASSAULT", "RETREAT", "CONCEDE", "COERCE"))
_TALK = frozenset(("CONSULT", "AGREE", "SUPPORT"))
_BODIES = frozenset(("UNO", "EUR", "IGO", "NGO", "MNC", "ISM"))  # these are no one's enemy by default


class Pairs:
    """Who met whom so far in the article, in fights and in talks."""

    def __init__(self) -> None:
        self._fights: Counter[tuple[str, str]] = Counter()
        self._talks: Counter[tuple[str, str]] = Counter()
        self._deals: Counter[tuple[str, str]] = Counter()
        self._visits: set[tuple[str, str]] = set()  # country of the visitor, country of the host
        self._groups: dict[str, int] = {}

    def note(self, scene: Scene, drafts: Iterable[Draft]) -> None:
        """The pairs of these drafts are known."""
        for draft in drafts:
            actors, recipients = _indices(scene, draft.actors), _indices(scene, draft.recipients)
            self._count(self._deals, actors, recipients)
            if draft.frame.mode == "visit":
                self._visits.update((_country(a), _country(b)) for a in actors for b in recipients)
            elif draft.frame.event == "CONSULT" and draft.frame.two_sided and len(actors) == 2:
                self._host(scene, draft, list(actors))
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

    def _host(self, scene: Scene, draft: Draft, codes: list[str]) -> None:
        """Who met in a town of one of the two was there on a visit."""
        place = attach_place(scene, draft)
        countries = [_country(code) for code in codes]
        if place is not None and place.country in countries and countries[0] != countries[1]:
            host = countries.index(place.country)
            self._visits.add((countries[1 - host], countries[host]))

    def _as_visit(self, scene: Scene, draft: Draft) -> None:
        """Talks of two, one of whom is the other's guest in this article, are told as the guest's visit."""
        codes = _indices(scene, draft.actors)
        if len(codes) != 2 or len(draft.actors) != 2:
            return
        one, other = (_country(code) for code in codes)
        if ((one, other) in self._visits) != ((other, one) in self._visits):
            guest, host = draft.actors if (one, other) in self._visits else draft.actors[::-1]
            draft.actors, draft.recipients, draft.mode = (guest,), (host,), "visit"

    def complete(self, scene: Scene, draft: Draft) -> None:
        """An empty side of a fight, or the missing partner of talks, is filled where the article set up just one."""
        event = draft.frame.event
        if draft.frame.two_sided and len(_indices(scene, draft.actors)) == 1:
            pairs = self._fights if event in _FIGHT else self._talks if event in _TALK else Counter()
            draft.actors += self._other(pairs, scene, draft.actors)
        if draft.frame.two_sided and event == "CONSULT" and draft.frame.mode in ("", "visit"):
            self._as_visit(scene, draft)
        if event == "ASSAULT" and bool(draft.actors) != bool(draft.recipients):
            if draft.actors:
                draft.recipients = self._other(self._fights, scene, draft.actors)
            else:
                draft.actors = self._other(self._fights, scene, draft.recipients)
        elif event in _AIMED and draft.actors and not draft.recipients and not draft.frame.two_sided:
            pairs = self._fights if event in _FIGHT else self._deals
            draft.recipients = _in_reach(scene, draft) or self._other(pairs, scene, draft.actors)
        elif (event == "MOBILIZE" or draft.frame.mode == "ceasefire") and draft.actors and not draft.recipients:
            draft.recipients = self._other(self._fights, scene, draft.actors)
        if event == "ASSAULT" and draft.actors and not draft.recipients and not draft.frame.two_sided:
            draft.hit = _land(scene, draft)

    def _other(self, pairs: Counter[tuple[str, str]], scene: Scene, group: tuple[int, ...]) -> tuple[int, ...]:
        codes = _indices(scene, group)
        found = Counter({other: n for (one, other), n in pairs.items() if one in codes and other not in codes})
        found = Counter(
            {code: n for code, n in found.items() if pairs is not self._fights or _country(code) not in _BODIES}
        )
        best = found.most_common(2)
        if not best or len(best) == 2 and best[0][1] == best[1][1]:
            return ()
        return (self._groups[best[0][0]],)


def _land(scene: Scene, draft: Draft) -> tuple[Party, ...]:
    """The country of the town that was hit, where it is not the doer's own."""
    own = {party.country for index in draft.actors for party in scene.mention(index).parties}
    for place in scene.places:
        if draft.at < place.first <= draft.at + 8 and place.country and place.country not in own:
            return (Party("", place.country, ""),)
    return ()


def _in_reach(scene: Scene, draft: Draft) -> tuple[int, ...]:
    """The first other party after the trigger that is no mere place."""
    doers = {_camp(party) for index in draft.actors for party in scene.mention(index).parties}
    for arg in phrases_after(scene, draft.at):
        if not arg.group or arg.prep in ("في", "ب") and scene.mention(arg.group[0]).kind in ("capital", "state"):
            continue
        parties = [party for index in arg.group for party in scene.mention(index).parties]
        if parties and not any(_camp(party) in doers for party in parties):
            return arg.group
    return ()


def _camp(party: Party) -> tuple[str, bool]:
    """Country, and whether the party bears arms against it: a state and its rebels are two."""
    return party.country, party.sector in ("REB", "UAF", "CRM")


def _indices(scene: Scene, group: tuple[int, ...]) -> dict[str, int]:
    return {party.code: index for index in group for party in scene.mention(index).parties}


def _country(code: str) -> str:
    return code.partition("/")[0]
