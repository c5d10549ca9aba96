"""Who condemns a deed blames whoever did it, never its victim."""

from collections.abc import Sequence

from wasata.events.draft import Draft, Memory
from wasata.events.fill_roles import best_draft
from wasata.events.scene import Scene

_BLAMES = frozenset(("ACCUSE", "REJECT", "PROTEST"))
_DEEDS = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN"))
_OF, _FOR = "عن", "ل"  # folded prepositions of what is voiced (voiced concern) and of an aim (summoned to protest)
_NEAR = 5  # tokens between the verb of blame and the deed that it names
_AGAINST = 14  # tokens between a protest and the deed against which it is


def blame(scene: Scene, drafts: Sequence[Draft], memory: Memory) -> None:
    """Drafts of blame know the deed they speak of and receive its doers in the place of its victims."""
    for draft in drafts:
        if draft.frame.event in _BLAMES and draft.frame.mode != "allege":
            draft.deed = _asked_for(scene, draft, memory) or _deed(scene, draft, drafts)
            if draft.deed is not None and _victims_only(draft, draft.deed):
                draft.recipients = tuple(i for i in draft.deed.actors if i not in draft.actors)


def _asked_for(scene: Scene, draft: Draft, memory: Memory) -> Draft | None:
    """The deed that the frame of blame itself asks for and whose owner it receives: (condemned) the killing of."""
    if draft.frame.owner != 2 or any(literal.prep == _OF for literal in draft.frame.literals):
        return None  # a protest handed to X, a word of doubt: what is asked for is the act of blame itself
    for at in draft.words:
        if (
            scene.senses[at].prep != _FOR
            and scene.senses[at].noun_frames
            and scene.mention_at[at] < 0
            and not scene.verbal[at]
        ):
            deed = best_draft(scene, at, memory)
            if deed is not None and deed.frame.event in _DEEDS and deed.frame.event != "THREATEN":
                return deed
    return None


def _deed(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The deed that is the first noun of action after the verb of blame or its subject."""
    last = max((scene.mention(i).last for i in draft.actors if scene.mention(i).first > draft.at), default=draft.at)
    near = _AGAINST if draft.frame.event == "PROTEST" else _NEAR
    for other in drafts:
        if other.verbal or other.frame.event not in _DEEDS or not draft.at < other.at <= max(last, draft.at) + near:
            continue
        if other.frame.event == draft.frame.event == "PROTEST":
            continue
        between = range(draft.at + 1, other.at)
        if not any(scene.verbal[k] or scene.senses[k].particle in ("comp", "stop", "colon", "rel") for k in between):
            return other
    return None


def _victims_only(draft: Draft, deed: Draft) -> bool:
    """Whether those blamed are the deed's victims, or nobody is."""
    return set(draft.recipients) <= set(deed.recipients) | set(deed.actors)
