"""What one sentence hands on to the next: its subject, its speaker, the two who met in it."""

from collections.abc import Sequence

from wasata.events.draft import Draft, Memory
from wasata.events.scene import Scene
from wasata.events.subjects import subject_of

_FRIENDLY = frozenset(("CONSULT", "AGREE", "SUPPORT", "COOPERATE"))


def recall(scene: Scene, memory: Memory) -> None:
    """The scene knows what the sentences before have set up, and who speaks where in it."""
    scene.subject, scene.speaker, scene.pair = memory.subject, memory.speaker, memory.pair
    for at in scene.cued:
        cues = scene.senses[at].cues
        if scene.verbal[at] and ("say" in cues or "deny" in cues):
            scene.voices.append((at, subject_of(scene, at)))


def remember(scene: Scene, drafts: Sequence[Draft], memory: Memory) -> None:
    """The subject of the sentence's first verb may be dropped in the next; the last two who met are a pair."""
    subject = subject_of(scene, scene.verbs[0]) if scene.verbs else ()
    memory.subject = subject or memory.subject
    for draft in drafts:
        both = (*draft.actors, *draft.recipients)
        if len(both) < 3 and len({party.code for index in both for party in scene.mention(index).parties}) == 2:
            memory.pair = both
            if draft.frame.event in _FRIENDLY:
                memory.talkers = both


def take_up(scene: Scene, drafts: Sequence[Draft], memory: Memory) -> None:
    """Talks told by a definite noun alone ("the talks dealt with") are of the last two who met."""
    met = any(d.frame.event == "CONSULT" and d.actors for d in drafts)
    for draft in drafts:
        at, frame = draft.at, draft.frame
        if draft.verbal or draft.actors or draft.recipients or not (scene.told and scene.senses[at].definite):
            continue
        again = met and scene.keys[at - 1].lstrip("و") in _DURING  # during the talks the two discussed
        if frame.event == "CONSULT" and frame.mode in ("", "phone") and not again:
            draft.actors = memory.talkers


_DURING = frozenset(("خلال", "اثناء", "في", "لدي", "اثر"))
