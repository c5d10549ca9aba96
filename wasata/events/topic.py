"""Whom an article is about besides the doer: told by the sentence, by its title, or by the article as a whole."""

from collections import Counter
from collections.abc import Iterable

from wasata.events.conjoin import governor_of
from wasata.events.dealings import Camp, Group, camp_of
from wasata.events.scene import Scene
from wasata.records.mention import ActorMention, Party, Reading

_AWAY = frozenset(("JRN", "EDU"))  # who reports or comments is no party
_ARTICLE = 2  # sentences: one alone is about nobody but whom it names in their places
_AHEAD = 2  # how many times as often as the next


class Topic:
    """The camps of one article, counted once."""

    def __init__(self, reading: Reading) -> None:
        self._mentions = reading.actors
        self._by_sentence: dict[int, list[int]] = {}
        self._weights: Counter[Camp] = Counter()
        self.single = len(reading.sentences) < _ARTICLE
        for index, mention in enumerate(reading.actors):
            self._by_sentence.setdefault(mention.sentence, []).append(index)
            weight = 3 if mention.sentence == 0 else 1
            self._weights.update(dict.fromkeys(_camps_of(mention), weight))
        self._alone_as = {m.parties[0].code: i for i, m in enumerate(reading.actors) if len(m.parties) == 1}
        self._camp_alone = {camp_of(m.parties[0]): i for i, m in enumerate(reading.actors) if len(m.parties) == 1}
        self._rebels = {p: i for i, m in enumerate(reading.actors) for p in m.parties if p.sector == "REB"}
        self._title = self._by_sentence.get(0, [])

    def counterpart(self, scene: Scene, own: set[Camp]) -> tuple[Group, str]:
        """The one other camp of the sentence, of the title, or clearly ahead in the article; and which of these."""
        if self.single:
            return (), ""
        mine = {country for country, _ in own}
        for indices, where in ((self._named_in(scene), "sentence"), (self._title, "title")):
            found = self._other_than(own, indices)
            foreign = [index for camp, index in found.items() if camp[0] not in mine]
            if len(found) == 1 or len(foreign) == 1:  # before one's own rebels comes the one from abroad
                return tuple((foreign or list(found.values()))[:1]), where
            if found:
                break
        kin = own | {camp for camp in self._weights if camp[0] in mine}
        return self._ahead(kin) or self._ahead(own), "article"

    def here(self, scene: Scene, own: set[Camp]) -> Group:
        """The one other camp that the sentence names, mere places left out."""
        found = self._other_than(own, self._named_in(scene))
        return (next(iter(found.values())),) if len(found) == 1 and not self.single else ()

    def _named_in(self, scene: Scene) -> list[int]:
        return [i for i in self._by_sentence.get(scene.number, ()) if not _mere_place(scene, self._mentions[i])]

    def _ahead(self, apart: set[Camp]) -> Group:
        """The camp clearly ahead of all others, those apart left out."""
        ranked = [(camp, n) for camp, n in self._weights.most_common() if camp not in apart]
        if not ranked or len(ranked) > 1 and ranked[0][1] < _AHEAD * ranked[1][1]:
            return ()
        return (self._other_than(apart, range(len(self._mentions)))[ranked[0][0]],)

    def alone(self, party: Party) -> int | None:
        """A mention of this party alone, else of one of its camp."""
        found = self._alone_as.get(party.code)
        return self._camp_alone.get(camp_of(party)) if found is None else found

    def rival(self, scene: Scene, group: Group) -> Group:
        """Whom those who bear arms face: the rebels most spoken of, or the state that rebels rise against."""
        parties = [party for index in group for party in scene.mention(index).parties]
        own = {camp_of(party) for party in parties}
        if parties and all(party.sector == "UAF" for party in parties):  # a militia that is no rebel's fights them
            rebels = [party for party in self._rebels if (party.country, True) in own]
            if rebels:
                return (self._rebels[rebels[0]],)
        if all(armed for _, armed in own):
            wanted = [(camp, n) for camp, n in self._weights.most_common() if (camp[0], True) in own and not camp[1]]
        else:
            wanted = [(camp, n) for camp, n in self._weights.most_common() if camp[1] and camp not in own]
        if not wanted or len(wanted) > 1 and wanted[0][1] < _AHEAD * wanted[1][1]:
            return ()
        found = self._other_than(own, range(len(self._mentions)))
        return (found[wanted[0][0]],)

    def _other_than(self, own: set[Camp], indices: Iterable[int]) -> dict[Camp, int]:
        """The camps of these mentions that are not the doer's, each with its first mention."""
        found: dict[Camp, int] = {}
        for index in indices:
            for camp in _camps_of(self._mentions[index]):
                if camp not in own:
                    found.setdefault(camp, index)
        return found


def _camps_of(mention: ActorMention) -> list[Camp]:
    return [camp_of(p) for p in mention.parties if p.country and p.sector not in _AWAY]


def _mere_place(scene: Scene, mention: ActorMention) -> bool:
    return mention.kind in ("state", "capital") and governor_of(scene, mention) in ("في", "ب")
