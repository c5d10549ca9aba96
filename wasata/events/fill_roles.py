"""Fill a frame's slots from the scene: who does, who receives, and which words speak for it."""

from wasata.events.draft import Draft, Memory
from wasata.events.fill_nouns import noun_draft
from wasata.events.fill_verbs import verb_draft
from wasata.events.scene import Scene


def best_draft(scene: Scene, at: int, memory: Memory) -> Draft | None:
    """The frame that fits the trigger here best, filled; None where none fits."""
    sense = scene.senses[at]
    verbal = scene.verbal[at]
    best: Draft | None = None
    named = scene.named
    for analysis, frame in sense.verb_frames if verbal else sense.noun_frames:
        for marks in frame.asks:
            if named.isdisjoint(marks):
                break
        else:
            draft = verb_draft(scene, at, analysis, frame, memory) if verbal else noun_draft(scene, at, analysis, frame)
            if draft is not None and (best is None or draft.score > best.score):
                best = draft
    return best
