"""Sides that a clause leaves out and the article has set up: the opponent in a fight, the partner in talks."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from wasata.events.attach import attach_place
from wasata.events.conjoin import governor_of
from wasata.events.dealings import BODIES, Dealings, Group, camp_of, camps, indices
from wasata.events.draft import Draft
from wasata.events.noun_phrases import phrases_after
from wasata.events.scene import Scene
from wasata.events.topic import Topic
from wasata.records.mention import Party, Reading

# what is nearly always done to somebody: the one who stands in reach, or with whom the doer deals in this article
_AIMED = frozenset(
    ("REQUEST", "ACCUSE", "SANCTION", "THREATEN", "AID", "CONCEDE", "COERCE", "SUPPORT", "AGREE", "REJECT")
)
_FIGHT = frozenset(("ASSAULT", "RETREAT", "CONCEDE", "COERCE"))
_KIND = frozenset(("AID", "SUPPORT", "AGREE"))
_REPLY = frozenset(("REJECT", "AGREE"))  # to whoever asked
_TALK = frozenset(("CONSULT", "AGREE", "SUPPORT"))


class Completion:
    """Fills the sides that the clauses of one article leave out, each from what its other sentences set up."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @cached_property
    def _dealings(self) -> Dealings:
        """The pairs that were set up so far."""
        return Dealings()

    @cached_property
    def _topic(self) -> Topic:
        """Whom the article is about, counted when first asked for."""
        return Topic(self._reading)

    def note(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        """What these drafts set up is known."""
        if drafts:
            self._dealings.note(scene, drafts)

    def complete(self, scene: Scene, draft: Draft) -> None:
        """An empty side of a fight, the partner of talks, whom an act is aimed at: filled where one is clear."""
        event, known = draft.frame.event, self._dealings
        if draft.deed is not None and draft.actors and not draft.recipients:
            self._deed(scene, draft, draft.deed)
        elif event == "CONSULT" and draft.actors and not draft.recipients:
            self._talks(scene, draft)
        elif draft.frame.two_sided and not draft.recipients:
            self._partner(scene, draft)
        elif event == "ASSAULT" and not draft.actors and not draft.recipients:
            self._blow(scene, draft)
        elif not draft.actors and draft.recipients:
            if event == "ASSAULT" and _unclaimed(scene, draft):
                return
            if event == "ASSAULT":
                draft.actors = known.other(known.fights, scene, draft.recipients)
            draft.actors = draft.actors or known.doer(event, scene, draft.recipients)
            if event in ("SANCTION", "RETREAT", "THREATEN"):
                draft.actors = draft.actors or known.other(known.disputes, scene, draft.recipients)
        elif draft.actors and not draft.recipients:
            self._recipient(scene, draft)

        if event == "ACCUSE" and draft.actors:
            self._complaint(scene, draft)
        known.tell(scene, draft)

    def _blow(self, scene: Scene, draft: Draft) -> None:
        """An attack told without any party is the one told last, unless a place of the sentence speaks against it."""
        actors, recipients = self._dealings.blow(scene.number)
        countries = {country for country, _ in camps(scene, actors) | camps(scene, recipients)}
        if all(not place.country or place.country in countries for place in scene.places):
            draft.actors, draft.recipients = actors, recipients

    def _partner(self, scene: Scene, draft: Draft) -> None:
        event, known = draft.frame.event, self._dealings
        if len(indices(scene, draft.actors)) == 1 and event == "CONSULT":
            draft.actors += self._topic.here(scene, camps(scene, draft.actors))
        if len(indices(scene, draft.actors)) == 1:
            pairs = known.fights if event in _FIGHT else known.talks if event in _TALK else Counter()
            draft.actors += known.other(pairs, scene, draft.actors)
        if len(indices(scene, draft.actors)) == 1 and event in _TALK:
            draft.actors += self._about(scene, draft)

    def _talks(self, scene: Scene, draft: Draft) -> None:
        """A guest has a host, a mediator two between whom he goes, whoever talks a partner."""
        frame = draft.frame
        if frame.mode == "visit" and not frame.two_sided:
            self._host(scene, draft)
        elif ("بين", 2) in frame.preps:
            draft.recipients = self._dealings.between(scene, draft.actors)
        elif frame.mode != "multilateral":
            self._partner(scene, draft)
            if frame.mode in ("", "visit"):
                self._as_visit(scene, draft)

    def _as_visit(self, scene: Scene, draft: Draft) -> None:
        """Talks of two, one of whom is the other's guest in this article, are told as the guest's visit."""
        codes = list(indices(scene, draft.actors))
        if len(codes) != 2:
            return
        two = draft.actors if len(draft.actors) == 2 else self._apart(scene, draft.actors)
        one, other = (code.partition("/")[0] for code in codes)
        visits = self._dealings.visits
        if two and ((one, other) in visits) != ((other, one) in visits):
            guest, host = two if (one, other) in visits else two[::-1]
            draft.actors, draft.recipients, draft.mode = (guest,), (host,), "visit"

    def _apart(self, scene: Scene, group: Group) -> Group:
        """Of "the two sides" a mention of each alone, () where one is never named alone."""
        parties = {party.code: party for index in group for party in scene.mention(index).parties}
        found = [self._topic.alone(party) for party in parties.values()]
        return tuple(index for index in found if index is not None) if None not in found else ()

    def _recipient(self, scene: Scene, draft: Draft) -> None:
        event = draft.frame.event
        if event == "COERCE" and draft.frame.mode == "seize" and not self._topic.single and _power(scene, draft):
            draft.hit = tuple(Party("", c, "GOV") for c in sorted({c for c, _ in camps(scene, draft.actors)}))
            return
        if event in ("ASSAULT", "MOBILIZE") or draft.frame.mode == "ceasefire":
            self._opponent(scene, draft)
        elif event in _AIMED:
            self._aim(scene, draft)

    def _aim(self, scene: Scene, draft: Draft) -> None:
        """Who stands in reach, who suffers the same elsewhere, with whom the doer deals, whom the article is about."""
        event, known, doers = draft.frame.event, self._dealings, draft.actors
        pairs = known.fights if event in _FIGHT else known.friends if event in _KIND else known.disputes
        draft.recipients = _in_reach(scene, draft)
        if not draft.recipients and event == "THREATEN":
            draft.recipients = _in_condition(scene, draft)
        if not draft.recipients and _points_back(scene, draft):
            draft.recipients = known.thread(scene, doers)
        if not draft.recipients and event in _REPLY:
            draft.recipients = known.doer("REQUEST", scene, doers)
        draft.recipients = draft.recipients or known.target(event, scene, doers)
        draft.recipients = draft.recipients or known.other(pairs, scene, doers)
        draft.recipients = draft.recipients or known.thread(scene, doers)
        if not draft.recipients and event not in _FIGHT:
            draft.recipients = known.other(known.all, scene, doers)
        if not draft.recipients and event == "CONCEDE":
            draft.recipients = self._topic.rival(scene, doers)
        draft.recipients = draft.recipients or self._about(scene, draft)

    def _complaint(self, scene: Scene, draft: Draft) -> None:
        """Who complains to a body of many states accuses not it but whom he is in dispute with, where that is known."""
        told = {country for country, _ in camps(scene, draft.recipients)}
        preps = {governor_of(scene, scene.mention(i)) for i in draft.recipients}
        if told and told <= BODIES and preps <= {"الي", "لدي", "امام", "ل"}:
            known, there = self._dealings, draft.recipients
            draft.recipients = known.other(known.disputes, scene, draft.actors, but=there) or there

    def _deed(self, scene: Scene, draft: Draft, deed: Draft) -> None:
        """Whoever did the deed is blamed for it; where nobody is known to have done it, nobody is."""
        if deed.frame.event == "ASSAULT" and not deed.actors and not deed.recipients:
            deed.actors, deed.recipients = self._dealings.main_blow()
        self.complete(scene, deed)
        own = camps(scene, draft.actors)
        blamed = [i for i in deed.actors if not camps(scene, (i,)) & own]
        mine = {country for country, _ in own}
        if any(country in mine for i in blamed for country, _ in camps(scene, (i,))):  # one's own struck back
            foreign = [i for i in deed.recipients if not any(c in mine for c, _ in camps(scene, (i,)))]
            blamed = foreign or blamed
        draft.recipients = tuple(blamed)

    def _opponent(self, scene: Scene, draft: Draft) -> None:
        """Whom the doer fights in the article; else whose land is struck; else with whom it is in dispute."""
        known = self._dealings
        draft.recipients = known.other(known.fights, scene, draft.actors, wide=False)
        if not draft.recipients and draft.frame.event == "ASSAULT":
            draft.hit = _land(scene, draft)
        ways: tuple[Callable[[], Group], ...] = (
            lambda: known.other(known.fights, scene, draft.actors),
            lambda: self._topic.rival(scene, draft.actors),
            lambda: known.other(known.disputes, scene, draft.actors),
            lambda: self._about(scene, draft),
        )
        for way in ways:
            draft.recipients = draft.recipients or (() if draft.hit else way())

    def _host(self, scene: Scene, draft: Draft) -> None:
        """A guest is received by the country of the place, by the host it has elsewhere, by whom it deals with."""
        known = self._dealings
        place = attach_place(scene, draft)
        own = {country for country, _ in camps(scene, draft.actors)}
        country = place.country if place is not None else ""
        if not country or country in own:
            draft.recipients = known.other(known.all, scene, draft.actors, wide=False)
            country = "" if draft.recipients else known.host(scene, draft.actors)
        if country:
            known.guest_of(scene, draft.actors, country)
            draft.hit = (Party(country, country, ""),)
        elif not draft.recipients:
            draft.recipients = known.other(known.all, scene, draft.actors) or self._about(scene, draft)

    def _about(self, scene: Scene, draft: Draft) -> Group:
        """Whom the sentence, the title or the article is about besides the doer is whom an aimed act is aimed at."""
        own = camps(scene, draft.actors)
        found, where = self._topic.counterpart(scene, own) if own else ((), "")
        if found:
            draft.rules += ((f"article  {where}", draft.at),)
        return found


def _in_condition(scene: Scene, draft: Draft) -> Group:
    """Of whom the condition speaks under which the threat comes true: "if the army goes on with its raids"."""
    opened = False
    doers = camps(scene, draft.actors)
    for here in range(draft.at + 1, scene.n):
        opened = opened or scene.senses[here].particle == "cond"
        index = scene.mention_at[here]
        if opened and index >= 0 and scene.mention(index).first == here:
            parties = scene.mention(index).parties
            return (index,) if parties and not any(camp_of(p) in doers for p in parties) else ()
    return ()


def _unclaimed(scene: Scene, draft: Draft) -> bool:
    """Whether it is a deed of stealth: who did it is open until somebody is said to have, also in a war."""
    sectors = {p.sector for i in draft.recipients for p in scene.mention(i).parties}
    return draft.frame.mode in _STEALTHY or bool(sectors) and sectors <= _SOFT


_SOFT = frozenset(("COP", "JUD", "JRN", "CVL", "GOV", "LEG"))
_STEALTHY = frozenset(("explosives", "suicide-attack", "firearms", "targeted", "abduct", "primitive"))


def _points_back(scene: Scene, draft: Draft) -> bool:
    """Whether the act is about "this" or about a step just told."""
    near = range(draft.at + 1, min(scene.n, draft.at + 6))
    return any(scene.senses[k].particle == "dem" or scene.keys[k].lstrip("بل") in _STEPS for k in near)


_STEPS = frozenset(
    ("القرار", "الموقف", "الخطوه", "التصريحات", "الطلب", "المقترح") + ("العرض", "الاتهامات", "الاجراء", "الدعوه")
)


def _power(scene: Scene, draft: Draft) -> bool:
    """Whether it is power that is seized: from the government of one's own country."""
    return any(scene.keys[at].removeprefix("ال") in ("سلطه", "حكم") for at in draft.words)


def _land(scene: Scene, draft: Draft) -> tuple[Party, ...]:
    """The country of the town that was hit, where it is not the doer's own."""
    own = {party.country for index in draft.actors for party in scene.mention(index).parties}
    for place in scene.places:
        if draft.at < place.first <= draft.at + 8 and place.country and place.country not in own:
            return (Party("", place.country, ""),)
    return ()


def _in_reach(scene: Scene, draft: Draft) -> Group:
    """The first other party after the trigger that is no mere place."""
    doers = camps(scene, draft.actors)
    for arg in phrases_after(scene, draft.at):
        if (
            not arg.group
            or arg.plain
            and arg.prep in ("في", "ب")
            and scene.mention(arg.group[0]).kind in ("capital", "state")
        ):
            continue
        parties = [party for index in arg.group for party in scene.mention(index).parties]
        if parties and not any(camp_of(party) in doers for party in parties):
            return arg.group
    return ()
