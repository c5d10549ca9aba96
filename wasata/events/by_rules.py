"""The rule coder: frames of verbs/*.tsv read over the scenes of a reading."""

import hashlib
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from wasata.events.aims import aim, credit, nameless
from wasata.events.asserted import ARTICLE, asserted
from wasata.events.attach import attach_place
from wasata.events.blame import blame
from wasata.events.chronology import Chronology
from wasata.events.complete import Completion
from wasata.events.confidence import Sides, confidence, signs, table_digest
from wasata.events.dealings import camp_of
from wasata.events.draft import Draft, Memory
from wasata.events.duties import MUST, duties
from wasata.events.factuality import settle
from wasata.events.fill_roles import best_draft
from wasata.events.link import link
from wasata.events.recall import recall, remember, take_up
from wasata.events.same_act import share_days, share_plans
from wasata.events.same_breath import same_breath
from wasata.events.scene import Scene
from wasata.events.senses import senses
from wasata.events.struck import struck
from wasata.ontology.plover import ontology
from wasata.packs.language import Language
from wasata.records.event import Event, Status
from wasata.records.mention import Party, PlaceMention, Reading, TimeMention, Why
from wasata.records.text import Span

# events that may be told without any party: "an explosion shook the town", "protests broke out"
_PARTYLESS = frozenset(("ASSAULT", "PROTEST"))


Keep = Callable[[Scene, Draft], bool]


class Rules:
    """Codes by rows: the same rows give the same events on any machine."""

    def __init__(self, language: Language, lexicon: str = "", *, told: bool = False, keep: Keep = asserted) -> None:
        self.language = language
        self.lexicon = lexicon  # the analyst's folder, which may hold weights of its own
        self.keep = keep  # whether a draft is told as an event
        self.told = told  # every sentence stands as in an article, however few there are
        self.name = f"rules@{_mixed(language.digest, table_digest())}"
        self.senses = senses(language)

    def code(self, reading: Reading) -> Iterator[Event]:
        """Every event that a row tells, sentence by sentence."""
        memory, completion = Memory(), Completion(reading)
        days = Chronology(reading)
        told_in_article = self.told or len(reading.sentences) >= ARTICLE
        actors, times = _by_sentence(reading)
        places = _places_by_sentence(reading)
        told: list[tuple[Scene, list[Draft]]] = []
        for number in range(len(reading.sentences)):
            scene = Scene(reading, number, self.senses)
            triggers = [at for at, sense in enumerate(scene.senses) if sense.telling]
            if triggers or scene.cued:
                scene.lay(actors[number], times[number], places.get(number, ()))
                scene.told = told_in_article
                drafts = self._sentence(scene, triggers, memory)
                if not drafts and len(reading.sentences) == 1:
                    return  # a lone sentence sets up nothing for others
                completion.note(scene, drafts)
                days.place(scene, drafts)
                told.append((scene, drafts))
        filled = []
        for scene, drafts in told:  # what one sentence leaves out another may have set up
            for draft in drafts:
                filled.append((scene, draft, (draft.actors, draft.recipients)))
            same_breath(scene, drafts)
            for draft in drafts:
                completion.complete(scene, draft)
        share_plans(told)
        share_days(told)
        for scene, draft, own in filled:
            for one in _each_way(draft):
                event = self._event(scene, one, own)
                if event is not None:
                    yield event

    def _sentence(self, scene: Scene, triggers: list[int], memory: Memory) -> list[Draft]:
        drafts: list[Draft] = []
        used: set[int] = set()
        recall(scene, memory)
        for at in triggers:
            if scene.mention_at[at] >= 0 or scene.blocked[at] or at in used:
                continue
            draft = best_draft(scene, at, memory)
            if draft is not None:
                used.update(draft.words)
                if draft.frame.event:  # a row without an event: these words together tell none
                    drafts.append(draft)
        drafts = [d for d in drafts if d.at not in used or d.words]
        drafts += duties(scene, self.senses.frames.get(MUST, ()), drafts, memory)
        blame(scene, drafts, memory)
        take_up(scene, drafts, memory)
        drafts = link(scene, settle(scene, drafts, memory, self.language))
        struck(scene, drafts)
        aim(scene, drafts)
        drafts = credit(scene, drafts)
        nameless(scene, drafts)
        drafts = [d for d in drafts if self.keep(scene, d)]
        remember(scene, drafts, memory)
        return drafts

    def _event(self, scene: Scene, draft: Draft, own: Sides) -> Event | None:
        actors = _parties(scene, draft.actors) or draft.by
        others = tuple(i for i in draft.recipients if _another(scene, i, actors))
        recipients = tuple(p for i in others for p in _rest(scene, i, actors)) + draft.hit
        event = draft.frame.event
        actors = _at_home(actors, recipients)
        if not (actors or recipients) and event not in _PARTYLESS:
            return None
        kind = ontology().categories[event].future if draft.status == "future" else ""
        reading, token = scene.reading, scene.tokens[draft.at]
        span = Span(token.start, token.end)
        status: Status = draft.status  # type: ignore[assignment]
        seen = signs(scene, draft, own)
        return Event(
            id=digest(reading.document.id, span, kind or event, (actors, recipients)),
            document=reading.document.id,
            span=span,
            type=kind or event,
            mode="" if kind else draft.mode or draft.frame.mode,
            actors=actors,
            recipients=recipients,
            when=draft.when,
            place=_place(scene, draft),
            status=status,
            speaker=_speaker(scene, draft),
            coder=self.name,
            text=reading.document.text[scene.sentence.span.start : scene.sentence.span.end],
            why=_why(scene, draft, span),
            confidence=confidence(seen, self.lexicon),
            signs=seen,
        )


def _each_way(draft: Draft) -> tuple[Draft, ...]:
    """The draft; of two who act on each other one draft each way."""
    if not draft.mutual:
        return (draft,)
    there, back = draft.actors
    return tuple(replace(draft, actors=(a,), recipients=(b,), mutual=False) for a, b in ((there, back), (back, there)))


def _mixed(*digests: str) -> str:
    """One digest of several."""
    return hashlib.sha256("|".join(digests).encode()).hexdigest()[:8]


def digest(document: str, span: Span, event: str, parties: tuple[tuple[Party, ...], ...]) -> str:
    """Sixteen hexadecimal digits that depend on document, span, type and parties alone."""
    sides = "|".join(",".join(party.code for party in side) for side in parties)
    return hashlib.sha256(f"{document}|{span.start}-{span.end}|{event}|{sides}".encode()).hexdigest()[:16]


def _by_sentence(reading: Reading) -> tuple[list[range], list[tuple[TimeMention, ...]]]:
    """The actor mentions (as index ranges) and time mentions of each sentence."""
    count = len(reading.sentences)
    starts, at = [], 0
    for number in range(count):
        first = at
        while at < len(reading.actors) and reading.actors[at].sentence <= number:
            at += 1
        starts.append(range(first, at))
    times: list[tuple[TimeMention, ...]] = []
    place = 0
    for sentence in reading.sentences:
        here: list[TimeMention] = []
        while place < len(reading.times) and reading.times[place].span.start < sentence.span.end:
            if reading.times[place].span.start >= sentence.span.start:
                here.append(reading.times[place])
            place += 1
        times.append(tuple(here))
    return starts, times


def _places_by_sentence(reading: Reading) -> dict[int, tuple[PlaceMention, ...]]:
    """The place mentions of each sentence that has any."""
    found: dict[int, tuple[PlaceMention, ...]] = {}
    for place in reading.places:
        found[place.sentence] = (*found.get(place.sentence, ()), place)
    return found


def _parties(scene: Scene, group: tuple[int, ...]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(party for index in group for party in scene.mention(index).parties))


def _at_home(actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> tuple[Party, ...]:
    """A party or union without a country that faces a government is of that government's country."""
    countries = {party.country for party in recipients if party.sector in ("GOV", "LEG", "PTY")}
    if len(countries) != 1:
        return actors
    home = next(iter(countries))
    return tuple(Party(p.actor, home, p.sector) if not p.country and p.sector in _DOMESTIC else p for p in actors)


_DOMESTIC = frozenset(("PTY", "OPP", "LAB", "LEG", "AGR"))


def _another(scene: Scene, index: int, actors: tuple[Party, ...]) -> bool:
    """Whether a recipient is somebody else than the actors: two men of one government are two."""
    mention = scene.mention(index)
    one = mention.number == "s" and mention.kind in ("person", "role")
    return one or not all(party in actors for party in mention.parties)


def _rest(scene: Scene, index: int, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties of a recipient; of "the two sides" only the one that does not act."""
    parties = scene.mention(index).parties
    own = {camp_of(p) for p in actors}
    return tuple(p for p in parties if camp_of(p) not in own) if len(parties) > 1 else parties


def _place(scene: Scene, draft: Draft) -> str:
    place = attach_place(scene, draft)
    return "" if place is None else place.place or place.name


def _speaker(scene: Scene, draft: Draft) -> str:
    if not draft.speaker or draft.speaker[0] in draft.actors:
        return ""
    return scene.mention(draft.speaker[0]).name


def _why(scene: Scene, draft: Draft, span: Span) -> Why:
    parts = [_token_why(scene, draft.frame.row, word) for word in draft.words]
    parts += [scene.mention(index).why for index in (*draft.actors, *draft.recipients)]
    parts += [_token_why(scene, row, at) for row, at in draft.rules]
    return Why(draft.frame.row, span, tuple(parts))


def _token_why(scene: Scene, row: str, at: int) -> Why:
    return Why(row, Span(scene.tokens[at].start, scene.tokens[at].end))
