"""Who dealt with whom in one article: in fights, in talks, as guest and host."""

from collections import Counter
from collections.abc import Sequence

from wasata.events.attach import attach_place
from wasata.events.draft import Draft
from wasata.events.scene import Scene
from wasata.records.mention import Party

ARMED = frozenset(("REB", "UAF", "CRM"))
BODIES = frozenset(("UNO", "EUR", "IGO", "NGO", "MNC", "ISM"))  # these are no one's enemy by default
SOCIETY = frozenset(("CVL", "JRN", "REF", "EDU", "MED", "LAB", "SOC", "ELI", "REL", "BUS", "AGR"))  # nobody's enemy
HOSTILE = frozenset(("ASSAULT", "COERCE"))
_NEAR = 2  # sentences over which an act is answered
_FRIENDLY = frozenset(("CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID"))
_DISPUTE = frozenset(("ASSAULT", "COERCE", "ACCUSE", "THREATEN", "SANCTION", "REJECT", "MOBILIZE"))
Camp = tuple[str, bool]  # country, and whether the party bears arms against it: a state and its rebels are two
Group = tuple[int, ...]


def camp_of(party: Party) -> Camp:
    """The camp of a party."""
    return party.country, party.sector in ARMED


def camps(scene: Scene, group: Group) -> set[Camp]:
    """The camps of these mentions, those without a country left out."""
    return {camp_of(p) for index in group for p in scene.mention(index).parties if p.country}


def indices(scene: Scene, group: Group) -> dict[str, int]:
    """Each party's code with a mention that stands for it."""
    return {party.code: index for index in group for party in scene.mention(index).parties}


class Dealings:
    """The pairs that the drafts of an article have set up, by code and by camp."""

    def __init__(self) -> None:
        self.fights: Counter[tuple[str, str]] = Counter()
        self.talks: Counter[tuple[str, str]] = Counter()
        self.all: Counter[tuple[str, str]] = Counter()
        self.friends: Counter[tuple[str, str]] = Counter()  # who meets, helps or praises whom
        self.disputes: Counter[tuple[str, str]] = Counter()  # who accuses, threatens, punishes or fights whom
        self._acts: dict[str, Counter[tuple[str, str]]] = {}  # by event, doer first
        self._middle: dict[Camp, Group] = {}  # between whom a camp has gone
        self._told: list[tuple[int, set[Camp], set[Camp], Group, Group]] = []  # sentence, camps and groups of each act
        self._blows: list[tuple[int, Group, Group]] = []  # sentence, attackers, attacked
        self.visits: set[tuple[str, str]] = set()  # country of the visitor, country of the host
        self._groups: dict[str, int] = {}
        self._camps: dict[str, Camp] = {}

    def note(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        """The pairs of these drafts are known."""
        self._halves(scene, [d for d in drafts if d.frame.event == "ASSAULT"])
        for draft in drafts:
            actors, recipients = indices(scene, draft.actors), indices(scene, draft.recipients)
            self._count(scene, self.all, actors, recipients)
            if draft.frame.event in _DISPUTE:
                self._count(scene, self.disputes, actors, recipients)
            elif draft.frame.event in _FRIENDLY:
                self._count(scene, self.friends, actors, recipients or actors)
            done = self._acts.setdefault(draft.frame.event, Counter())
            done.update((a, b) for a in actors for b in recipients if a != b)
            apart = not camps(scene, draft.actors) & camps(scene, draft.recipients)
            if draft.frame.event == "ASSAULT" and actors and recipients and apart:
                self._blows.append((scene.number, draft.actors, draft.recipients))
            if draft.frame.event == "CONSULT" and ("بين", 2) in draft.frame.preps and len(recipients) > 1:
                self._middle.update(dict.fromkeys(camps(scene, draft.actors), draft.recipients))
            if draft.frame.mode == "visit":
                self._visit(scene, draft, list(actors), list(recipients))
            elif draft.frame.event == "CONSULT" and draft.frame.two_sided and len(actors) == 2:
                self._host(scene, draft, list(actors))
            if draft.frame.event in HOSTILE:
                self._count(scene, self.fights, actors, recipients if recipients else actors)
            elif draft.frame.two_sided:
                self._count(scene, self.talks, actors, actors)

    def _halves(self, scene: Scene, blows: Sequence[Draft]) -> None:
        """Of one sentence an attack without its victims and the dead without their killer are one fight."""
        strikes = [d for d in blows if d.actors and not d.recipients and not d.frame.two_sided]
        falls = [d for d in blows if d.recipients and not d.actors]
        if len(strikes) == len(falls) == 1:
            doers, dead = strikes[0].actors, falls[0].recipients
            if not camps(scene, doers) & camps(scene, dead):
                self._count(scene, self.fights, indices(scene, doers), indices(scene, dead))
                self._blows.append((scene.number, doers, dead))

    def _count(
        self, scene: Scene, pairs: Counter[tuple[str, str]], ones: dict[str, int], others: dict[str, int]
    ) -> None:
        for code, index in (*ones.items(), *others.items()):
            self._groups[code] = index
            for party in scene.mention(index).parties:
                self._camps[party.code] = camp_of(party)
        for one in ones:
            for other in others:
                if one != other and not _one_state(one, other):
                    pairs[one, other] += 1
                    pairs[other, one] += 1

    def _visit(self, scene: Scene, draft: Draft, guests: list[str], hosts: list[str]) -> None:
        """The guests come to their hosts, or to the country of the place where no host is named."""
        place = None if hosts else attach_place(scene, draft)
        countries = {_country(host) for host in hosts} | ({place.country} if place else set())
        self.visits.update((_country(g), c) for g in guests for c in countries if c and c != _country(g))

    def tell(self, scene: Scene, draft: Draft) -> None:
        """The act is told, its sides filled as far as they are known."""
        ones, others = camps(scene, draft.actors), camps(scene, draft.recipients)
        if ones and others and not ones & others:
            self._told.append((scene.number, ones, others, draft.actors, draft.recipients))

    def thread(self, scene: Scene, group: Group) -> Group:
        """Who just acted on this group, which now answers; else on whom it just acted, and goes on."""
        own = camps(scene, group)
        for number, ones, others, actors, recipients in reversed(self._told):
            if number < scene.number - _NEAR or number == scene.number and own & ones:
                continue
            if own & others and not own & ones:
                return actors
            if own & ones:
                return recipients
        return ()

    def doer(self, event: str, scene: Scene, group: Group) -> Group:
        """Who else in the article does the same to this group or its camp; () where several do."""
        own, codes = camps(scene, group), indices(scene, group)
        found: Counter[str] = Counter()
        for (one, other), n in self._acts.get(event, Counter()).items():
            if (other in codes or self._camps[other] in own) and self._camps[one] not in own:
                found[one] += n
        return self._first(found)

    def guest_of(self, scene: Scene, group: Group, country: str) -> None:
        """This group is a guest of the country."""
        self.visits.update((own, country) for own, _ in camps(scene, group) if own != country)

    def between(self, scene: Scene, group: Group) -> Group:
        """The two between whom this group goes: between whom it went elsewhere, else who deal most with each other."""
        own = camps(scene, group)
        for camp in own:
            if camp in self._middle:
                return self._middle[camp]
        found: Counter[tuple[str, str]] = Counter()
        for (one, other), n in self.all.items():
            two = {self._camps[one], self._camps[other]}
            if one < other and len(two) == 2 and not two & own:
                found[one, other] += n
        best = found.most_common(2)
        if not best or len(best) == 2 and best[0][1] == best[1][1]:
            return ()
        one, other = best[0][0]
        return (self._groups[one], self._groups[other])

    def host(self, scene: Scene, group: Group) -> str:
        """The one country whose guest this group is elsewhere in the article, "" where there is none or several."""
        own = {country for country, _ in camps(scene, group)}
        hosts = {host for guest, host in self.visits if guest in own}
        return hosts.pop() if len(hosts) == 1 else ""

    def target(self, event: str, scene: Scene, group: Group) -> Group:
        """To whom else in the article this group or its camp does the same; () where there are several."""
        own, codes = camps(scene, group), indices(scene, group)
        found: Counter[str] = Counter()
        for (one, other), n in self._acts.get(event, Counter()).items():
            if (one in codes or self._camps[one] in own) and other not in codes:
                found[other] += n
        return self._first(found)

    def main_blow(self) -> tuple[Group, Group]:
        """Attackers and attacked of the first attack that the article tells with both."""
        return self._blows[0][1:] if self._blows else ((), ())

    def blow(self, number: int) -> tuple[Group, Group]:
        """Attackers and attacked of the last attack told before this sentence, else of the first after it."""
        before = [(a, b) for n, a, b in self._blows if n < number]
        after = [(a, b) for n, a, b in self._blows if n > number]
        return before[-1] if before else after[0] if after else ((), ())

    def _host(self, scene: Scene, draft: Draft, codes: list[str]) -> None:
        """Who met in a town of one of the two was there on a visit."""
        place = attach_place(scene, draft)
        countries = [_country(code) for code in codes]
        if place is not None and place.country in countries and countries[0] != countries[1]:
            host = countries.index(place.country)
            self.visits.add((countries[1 - host], countries[host]))

    def other(
        self, pairs: Counter[tuple[str, str]], scene: Scene, group: Group, *, wide: bool = True, but: Group = ()
    ) -> Group:
        """The one whom this group faces most in these pairs: by its very code, else by its camp; () where two do."""
        codes, left_out = indices(scene, group), indices(scene, but)
        own = camps(scene, group)
        near: Counter[str] = Counter()
        far: Counter[str] = Counter()
        for (one, other), n in pairs.items():
            if (
                other in codes
                or other in left_out
                or pairs is not self.friends
                and pairs is not self.all
                and _unarmed(other, pairs is self.fights)
            ):
                continue
            if one in codes:
                near[other] += n
            if self._camps[one] in own and self._camps[other] not in own:
                far[other] += n
        return self._first(near) or (self._first(far) if wide else ())

    def _first(self, found: Counter[str]) -> Group:
        best = found.most_common(2)
        if not best or len(best) == 2 and best[0][1] == best[1][1] and not self._one_camp(found, best[0][1]):
            return ()
        code = best[0][0]
        return (self._groups.get(code.removesuffix("/MIL"), self._groups[code]),)  # the state, where it is a party too

    def _one_camp(self, found: Counter[str], most: int) -> bool:
        """Whether those met equally often are of one camp, so that the first stands for it."""
        return len({self._camps[code] for code, n in found.items() if n == most}) == 1


def _one_state(one: str, other: str) -> bool:
    """Whether the codes are a state and its own government."""
    return one.removesuffix("/GOV") == other.removesuffix("/GOV")


def _unarmed(code: str, fights: bool) -> bool:
    """Whether such a party is no opponent: society is at most a victim, bodies of states fight with nobody."""
    country, _, sector = code.partition("/")
    return sector in SOCIETY or fights and country in BODIES


def _country(code: str) -> str:
    return code.partition("/")[0]
