"""The places of a frame while they are filled, and what all triggers share in filling them."""

from msgspec import Struct

from wasata.events.conjoin import conjoined, governor_of
from wasata.events.draft import Draft
from wasata.events.frames import Frame, Literal
from wasata.events.noun_phrases import AGENT, MEDIATION, phrases_after
from wasata.events.possession import doer_of, forces_of, of_sort, property_of
from wasata.events.scene import Arg, Scene

_PLACED = frozenset(("ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "PROTEST"))  # deeds that are done somewhere


class Sides(Struct):
    """Groups by grammatical place, while a frame is being filled."""

    subject: tuple[int, ...] = ()
    object: tuple[int, ...] = ()
    owner: tuple[int, ...] = ()
    agent: tuple[int, ...] = ()  # after "by", where the subject is who suffers
    speaker: tuple[int, ...] = ()  # who says the clause
    mediator: tuple[int, ...] = ()  # who goes between those who talk
    preps: dict[str, tuple[int, ...]] = {}


def free_phrases(scene: Scene, at: int, words: tuple[int, ...]) -> list[Arg]:
    """The noun phrases that are no literal; whom a literal is meant for (مساعدات لمالي) stands under its own lam."""
    if not words:
        return list(phrases_after(scene, at))
    found = []
    for arg in phrases_after(scene, at):
        literal = any(arg.head <= word < arg.last for word in words)
        if literal and arg.group and governor_of(scene, scene.mention(arg.group[0])) == "ل":
            found.append(Arg("ل", arg.group, arg.head, arg.last, True))
        elif arg.prep or not literal:
            found.append(arg)
    return found


def one_each(scene: Scene, bare: list[Arg]) -> list[Arg]:
    """The bare noun phrases, without those that only say again who the one before is."""
    found: list[Arg] = []
    for arg in bare:
        if found and arg.group and found[-1].group and arg.head - found[-1].last <= 2:
            here, before = scene.mention(arg.group[0]).parties, scene.mention(found[-1].group[-1]).parties
            if here and here == before and scene.senses[arg.head - 1].particle == "quantity":
                continue  # the judge, one of the judges of
        found.append(arg)
    return found


def fill_preps(scene: Scene, frame: Frame, args: list[Arg], sides: Sides) -> None:
    """The groups that stand after the frame's prepositions, and the agent of a passive, are in place."""
    wanted = {prep for prep, _ in frame.preps}
    for arg in args:
        if not arg.group:
            continue
        if arg.prep in MEDIATION and frame.event == "CONSULT" and frame.two_sided:
            sides.mediator = sides.mediator or arg.group
        elif arg.prep in AGENT and frame.subject == 2:
            sides.agent = sides.agent or arg.group
        elif arg.prep in AGENT and not sides.subject:
            sides.subject = arg.group
        elif arg.prep in wanted and arg.prep not in sides.preps and not _where(scene, frame, arg):
            sides.preps[arg.prep] = arg.group


def lacking(frame: Frame, args: list[Arg], *, object_elsewhere: bool) -> bool:
    """Whether a place that the frame cannot do without stays empty, as no noun phrase here stands for anybody fit."""
    if frame.two_sided:
        return False
    preps = [arg.prep for arg in args if arg.group]
    if not preps and not object_elsewhere and "object" in frame.required:
        return True
    return any(prep not in preps for prep in frame.governed)


def _where(scene: Scene, frame: Frame, arg: Arg) -> bool:
    """Whether "in X" says where a deed was done, not to whom: a state or its capital after it is a place."""
    if arg.prep != "في" or frame.event not in _PLACED or "في" in frame.required or frame.mode == "withdraw":
        return False
    return arg.plain and scene.mention(arg.group[0]).kind in ("state", "capital")


def drafted(scene: Scene, draft: Draft, sides: Sides) -> Draft | None:
    """The draft with its parties, or None where a required slot is empty or filled by another sort of party."""
    frame = draft.frame
    if not _admitted(scene, draft, sides):
        return None
    parts: dict[int, list[int]] = {1: [], 2: []}
    places = [(frame.subject, sides.subject), (frame.object, sides.object), (frame.owner, sides.owner)]
    places += [(side, sides.preps.get(prep, ())) for prep, side in frame.preps]
    if not frame.subject and not frame.told_by and not any(side == 1 for side, _ in places):
        places.append((1, sides.subject))
    places += [(1, sides.agent), (1, sides.speaker)]
    for side, group in places:
        if side:
            parts[side] += [index for index in group if index not in parts[side]]
    if not parts[1]:
        parts[1] += doer_of(scene, frame, draft.words) or forces_of(scene, frame, draft.words)
    if not parts[2]:
        parts[2] += property_of(scene, frame, draft.words, tuple(parts[1]))
    if "pair" in frame.required and not _several(scene, parts[1]):
        return None
    if frame.event in _WORDS and not frame.two_sided:
        parts[2] = [index for index in parts[2] if not _own_state(scene, index, parts[1])]
    draft.actors = tuple(parts[1])
    draft.recipients = tuple(i for i in parts[2] if i not in parts[1] and not _own_land(scene, frame, i, parts[1]))
    middle = sides.mediator or _convener(scene, frame, sides)
    if middle and set(parts[1]) - set(middle):  # who goes between does, those who talk receive
        draft.actors, draft.recipients = middle, tuple(i for i in parts[1] if i not in middle)
    draft.subject = sides.subject
    draft.mutual = len(draft.actors) == 2 and not draft.recipients and _both_own(draft, frame)
    return draft


def _convener(scene: Scene, frame: Frame, sides: Sides) -> tuple[int, ...]:
    """Who brings about talks between two others: "Moscow held a meeting between the two sides"."""
    talkers = list(sides.preps.get("بين", ()))
    if frame.event != "CONSULT" or not frame.two_sided or not _several(scene, talkers):
        return ()
    theirs = {party.country for i in talkers for party in scene.mention(i).parties}
    mine = {party.country for i in sides.subject for party in scene.mention(i).parties}
    return sides.subject if mine and not mine & theirs else ()


def _own_land(scene: Scene, frame: Frame, index: int, doers: list[int]) -> bool:
    """Whether forces that withdrew within their own country are said to have left it."""
    if frame.event != "RETREAT" or scene.mention(index).kind not in ("state", "capital"):
        return False
    land = {party.country for party in scene.mention(index).parties}
    return any(party.country in land for doer in doers for party in scene.mention(doer).parties)


def _admitted(scene: Scene, draft: Draft, sides: Sides) -> bool:
    """Whether every place that asks for a party, for one so called or for one of a sort has it."""
    frame = draft.frame
    wanted = frame.required - (_CROWD if _crowd(draft) else _TOGETHER)
    if frame.two_sided and _several(scene, list(sides.subject)):
        wanted = frozenset(place for place in wanted if place == "subject")  # "the two discussed" needs no "with"
    if frame.told_by and not sides.speaker or not all(_group(sides, place) for place in wanted):
        return False
    if not all(any(of_sort(scene, i, sort) for i in _group(sides, place)) for place, sort in frame.sorts):
        return False
    for place, literal in frame.called:
        group = _group(sides, place)
        if not any(_called(scene, index, literal) for index in group):
            return False
        if not scene.told and not any(_counted(scene, index) for index in group):
            return False  # alone, what demonstrators do tells of a demonstration that another sentence told
    return True


def _group(sides: Sides, place: str) -> tuple[int, ...]:
    """The mentions in a place of the frame."""
    if place in ("subject", "object", "owner"):
        return getattr(sides, place)  # type: ignore[no-any-return]
    return sides.preps.get(place, ())


def _called(scene: Scene, index: int, literal: Literal) -> bool:
    """Whether one of these words stands in the mention."""
    mention = scene.mention(index)
    return any(name in literal.marks for at in range(mention.first, mention.last) for name, _ in scene.senses[at].named)


def _counted(scene: Scene, index: int) -> bool:
    """Whether a number or quantity stands right before the mention."""
    first = scene.mention(index).first
    return any(
        scene.senses[at].particle == "number" or scene.keys[at].removeprefix("ال") in _MANY
        for at in range(max(0, first - 2), first)
    )


_MANY = frozenset(("عشرات", "مئات", "الاف", "الوف", "ملايين", "مليون", "الف", "مائه", "مئه"))


def _crowd(draft: Draft) -> bool:
    """Whether the plural of the verb alone says that people did it: "they demonstrated"."""
    frame = draft.frame
    return frame.event == "PROTEST" and draft.verbal and not frame.literals and draft.analysis.form.number == "p"


_TOGETHER = frozenset(["pair"])
_CROWD = frozenset(("pair", "subject"))
_WORDS = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"))


def _several(scene: Scene, group: list[int]) -> bool:
    """Whether these are two or more: "X and Y", "the two ministers", "the foreign ministers of"."""
    return len(group) > 1 or any(len(scene.mention(i).parties) > 1 or scene.mention(i).number == "d" for i in group)


def _own_state(scene: Scene, index: int, actors: list[int]) -> bool:
    """Whether the mention is only the state for which the actors speak: the king renewed his country's refusal."""
    parties = scene.mention(index).parties
    if scene.mention(index).kind in ("demonym", "role") and scene.mention(index).number == "p":
        return False
    own = {p.country for i in actors for p in scene.mention(i).parties if p.sector in ("", "GOV")}
    return bool(parties) and all(p.country in own and not p.sector for p in parties)


def _both_own(draft: Draft, frame: Frame) -> bool:
    """Whether two doers act on each other: each recalled its own envoy."""
    return any(literal.suffix == "+" for literal in frame.literals) and any(side == 2 for _, side in frame.preps)


def nisba_of(scene: Scene, words: tuple[int, ...]) -> tuple[int, ...]:
    """Whose the literal is by its adjective, as in "European sanctions"."""
    index = scene.mention_at[words[-1] + 1] if words and words[-1] + 1 < scene.n else -1
    return conjoined(scene, index)[0] if index >= 0 and scene.mention(index).kind == "demonym" else ()
