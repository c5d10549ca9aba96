"""Where an act stands in what its sentence tells: on the story line, in somebody's words, before it, or aside."""

from wasata.events.scene import Scene

# how an act stands to the verb that its sentence is about
MAIN = "main"  # on the story line
TOLD = "told"  # in the words of somebody, after "that"
JUST = "just"  # right before the story line: عقب, إثر
BEFORE = "before"  # some time before it
BACK = "back"  # in the pluperfect
ASIDE = "aside"  # in a relative, as a cause, for comparison
OPEN = "open"  # not told as having happened here

_JUST = frozenset(("عقب", "اثر", "اعقاب", "فور", "ختام", "اثناء"))
_EARLIER = frozenset(("بعدما", "منذ", "قبلما"))
_TO_COME = frozenset(("حتي", "عشيه", "قبيل", "قبل"))


def standing(scene: Scene, at: int, *, verbal: bool) -> str:
    """How the act at this token stands to the story."""
    if verbal and pluperfect(scene, at):
        return BACK
    if verbal and _bare_relative(scene, at):
        return ASIDE
    here = at - 1
    while here >= 0:
        sense = scene.senses[here]
        found = _opener(scene, here)
        if found:
            return found
        if sense.particle == "comma" and here >= at - 2 and _rests(scene, here, at):
            return MAIN
        if scene.verbal[here] and "kana" not in sense.cues:
            if _bare_relative(scene, here):  # what the attack that X led did came before as the attack did
                noun = standing(scene, here - 1, verbal=False)
                return noun if noun in (BEFORE, JUST) else ASIDE
            return standing(scene, here, verbal=True)
        here -= 1
    return MAIN


def _opener(scene: Scene, here: int) -> str:
    """What the word that opens a phrase or clause makes of all that follows it, "" for other words."""
    time = scene.time_at[here]
    if time is not None and time.when is not None and time.kind != "duration":
        return ""  # "after two weeks" is a day, not something that went before
    particle, key = scene.senses[here].particle, scene.keys[here].lstrip("و")
    if particle in ("stop", "colon"):
        return MAIN
    if particle == "rel" or particle == "cause":
        return ASIDE
    if particle in ("after", "before"):
        return JUST if key in _JUST else OPEN if key in _TO_COME else BEFORE
    if particle == "comp":
        return TOLD
    if particle == "cond":
        return OPEN
    if particle == "clause":
        return BEFORE if key in _EARLIER else MAIN
    return ""


def _rests(scene: Scene, comma: int, at: int) -> bool:
    """Whether what follows this comma takes up the main clause: a verb or an adverb right after it, or "and did"."""
    return at == comma + 1 or at == comma + 2 and scene.senses[comma + 1].particle in ("qad", "neg", "quote", "adv")


def pluperfect(scene: Scene, at: int) -> bool:
    """Whether "had" stands before the verb: كان قد أعلن, وكان الوزير زار, سبق أن."""
    if not any(a.form.kind == "perfect" for a in scene.senses[at].verbs):
        return False
    for here in range(at - 1, max(-1, at - 24), -1):
        sense, key = scene.senses[here], scene.keys[here]
        if "kana" in sense.cues and key.lstrip("وف") in _HAD:
            return not _passed(scene, here, at)
        if key.lstrip("وف") in ("سبق", "اسبق") and scene.keys[here + 1] in ("ان", "ل"):
            return True
        if sense.particle in ("stop", "colon", "comp", "rel", "clause"):
            return False
        if scene.verbal[here] and not scene.senses[at].conj:
            return False
    return False


_HAD = frozenset(("كان", "كانت", "كانوا", "كانا", "كانتا"))


def _passed(scene: Scene, had: int, at: int) -> bool:
    """Whether another verb between them, in the present, has used up the "had"."""
    between = [k for k in range(had + 1, at) if scene.verbal[k]]
    return any(a.form.kind == "imperfect" for k in between for a in scene.senses[k].verbs[:1])


def _bare_relative(scene: Scene, at: int) -> bool:
    """Whether the verb belongs to an indefinite noun right before it: هجوم شنه الجيش."""
    sense = scene.senses[at]
    if at == 0 or sense.conj or scene.mention_at[at - 1] >= 0 and not sense.verbs:
        return False
    before = scene.senses[at - 1]
    carries = any(a.cut.suffix for a in sense.verbs)
    return carries and not before.particle and not before.definite and bool(before.nouns) and not scene.verbal[at - 1]
