"""Fill a frame's slots from the scene: who does, who receives, and which words speak for it."""

from wasata.events.draft import Draft, Memory
from wasata.events.fill_nouns import noun_draft
from wasata.events.fill_verbs import verb_draft
from wasata.events.find_literals import reach
from wasata.events.scene import Scene, agrees, shortened
from wasata.records.text import Analysis


def best_draft(scene: Scene, at: int, memory: Memory) -> Draft | None:
    """The frame that fits the trigger here best, filled; None where none fits."""
    sense = scene.senses[at]
    verbal = scene.verbal[at]
    best: Draft | None = None
    strange = _strange(scene, at) if verbal and len(sense.verbs) > 1 else ()
    for analysis, frame in (sense.as_verb if verbal else sense.as_noun).fitting(scene.named, reach(at)):
        if strange and analysis in strange:
            continue
        if best is not None and frame.most <= best.score:
            continue
        draft = verb_draft(scene, at, analysis, frame, memory) if verbal else noun_draft(scene, at, analysis, frame)
        if draft is not None and (best is None or draft.score > best.score):
            best = draft
    return best


def _strange(scene: Scene, at: int) -> tuple[Analysis, ...]:
    """The readings of a verb that another reading beats here.

    A shortened form (تصف of صفّى) needs its "did not"; a reading whose subject would have to be somebody else falls
    to one that agrees with who stands right after it (توقف الجيش: the army stopped, she did not stop the army).
    """
    verbs = scene.senses[at].verbs
    found: tuple[Analysis, ...] = ()
    if not at or scene.senses[at - 1].particle != "neg":
        found = tuple(a for a in verbs if shortened(a))
        if len(found) == len(verbs):
            found = ()
    index = scene.mention_at[at + 1] if at + 1 < scene.n else -1
    if index < 0 or scene.mention(index).first != at + 1 or scene.mention(index).prep:
        return found
    mention = scene.mention(index)
    if mention.kind == "demonym" or not mention.gender:
        return found
    agreed = {a.form.lemma for a in verbs if not a.cut.suffix and agrees(a.form, mention)}
    if agreed and any(a.form.kind == "perfect" and a.form.lemma in agreed for a in verbs):
        found += tuple(a for a in verbs if a.form.lemma not in agreed and not agrees(a.form, mention))
    return found
