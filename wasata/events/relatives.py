"""Relative clauses without a relative word, which stand between a verb and its object."""

from wasata.events.conjoin import governor_of
from wasata.events.scene import Scene, agrees

_BREAKS = frozenset(("stop", "colon", "clause", "comp", "cond", "aim", "comma", "rel"))
_SUBJECT = 4  # tokens from the verb to the end of its subject
_REACH = 12


def past_bare_relative(scene: Scene, at: int, here: int) -> int:
    """The definite noun after an imperfect that only describes the indefinite people before it, 0 where it does more.

    "Gunmen who drove a car opened fire on" has the relative between verb and object: أطلق مسلحون يستقلون سيارة النار.
    """
    sense, index = scene.senses[here], scene.mention_at[here - 1]
    if index < 0 or sense.conj or here - at > _SUBJECT or not scene.verbal[at]:
        return 0
    mention = scene.mention(index)
    forms = [a.form for a in sense.verbs]
    if mention.kind != "role" or scene.senses[mention.last - 1].definite or governor_of(scene, mention):
        return 0
    if any(f.kind != "imperfect" for f in forms) or not any(agrees(f, mention, full=True) for f in forms):
        return 0
    for after in range(here + 1, min(scene.n, at + _REACH)):
        then = scene.senses[after]
        if scene.verbal[after] or scene.mention_at[after] >= 0 or then.particle in _BREAKS:
            return 0
        if then.definite and not (then.prep or then.particle or then.conj) and _free(scene, after):
            return after
    return 0


def _free(scene: Scene, at: int) -> bool:
    """Whether no preposition governs the noun here, and it is no adjective of a definite one."""
    before = scene.senses[at - 1]
    return before.particle != "prep" and not before.definite
