"""Does the sentence say that a deed happened, or does it only speak of such deeds?"""

from datetime import date

from wasata.events.draft import Draft
from wasata.events.fill_nouns import control
from wasata.events.scene import Scene

# deeds of which commentary, investigation and history speak most: a bare noun of them tells nothing
_SPOKEN_OF = frozenset(
    ("ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "SANCTION", "THREATEN", "ACCUSE", "REJECT", "REQUEST")
)


# only of these does news tell without saying who did them
_DOERLESS = frozenset(("ASSAULT", "COERCE", "RETREAT", "PROTEST", "SANCTION"))
_VISITORS = frozenset(("", "GOV", "LEG", "MIL", "ELI", "PTY", "OPP", "REB", "JUD", "SPY", "PRM", "REL"))


def asserted(scene: Scene, draft: Draft) -> bool:
    """Whether a draft stands for one concrete deed: a finite verb tells, a noun of action needs its circumstances."""
    if not draft.actors and draft.frame.event not in _DOERLESS:
        return False
    if draft.frame.mode == "visit" and not any(
        p.sector in _VISITORS for i in draft.actors for p in scene.mention(i).parties
    ):
        return False
    if draft.frame.event in ("ASSAULT", "PROTEST") and evidence(scene, draft) < least(scene):
        return False
    if draft.verbal:
        return bool(draft.actors or draft.recipients or draft.words or draft.frame.event in ("ASSAULT", "PROTEST"))
    sides = bool(draft.actors) + bool(draft.recipients)
    if draft.frame.two_sided and len(draft.actors) < 2 and scene.senses[draft.at].prep == "ل":
        return False  # "for consultations"
    if draft.frame.two_sided:
        sides = min(2, len(draft.actors))
    if _occurs(scene, draft.at) or draft.frame.subject == 2 and _announced(scene, draft.at):
        return sides > 0 or draft.frame.event in ("ASSAULT", "PROTEST")
    if sides == 0:
        return False
    if draft.frame.event in _SPOKEN_OF and sides == 1:
        if draft.frame.event != "ACCUSE" and draft.subject and control(scene, draft.at) == draft.subject:
            return True  # announced or begun by the doer
        return _counted(scene, draft.at) or _circumstance(scene, draft.at)
    return True


# What speaks for a report of one concrete deed and what for history, commentary or habit, in tenths of a logit;
# the weights are those of a logistic regression on the development half of human-coded Arabic newswire sentences
# (did the sentence report an assault?), rounded.
LEAST_ALONE = 3  # a lone sentence must assert by itself
LEAST_TOLD = -10  # in an article the sentences around carry it, too
ARTICLE = 4  # sentences
_POINTS = {"counted": 11, "perfect": 6, "reported": 5, "bomb": 5, "doer and sufferer": 3, "quoted": -4,
           "pluperfect": -4, "imperfect": -5, "definite": -6, "dated": -7, "relative": -9, "long": -10}  # fmt: skip


def least(scene: Scene) -> int:
    """The points that a violent act needs here."""
    return LEAST_TOLD if scene.told else LEAST_ALONE


def evidence(scene: Scene, draft: Draft) -> int:
    """The points for a concrete report (above 0) against history, habit and commentary (below)."""
    return sum(_POINTS[name] for name in signs(scene, draft))


def signs(scene: Scene, draft: Draft) -> list[str]:
    """The names of what is seen in the clause, as in _POINTS."""
    at, form = draft.at, draft.analysis.form
    near = range(max(0, at - 4), min(scene.n, at + 6))
    seen = {
        "counted": any(scene.senses[k].particle in ("number", "quantity") for k in near),
        "perfect": draft.verbal and form.kind == "perfect",
        "imperfect": draft.verbal and form.kind == "imperfect",
        "reported": bool(draft.speaker),
        "bomb": draft.frame.mode in ("explosives", "suicide-attack", "aerial", "heavy-weapons"),
        "long": scene.n > 50,
        "relative": _in_relative(scene, at),
        "dated": any(_long_ago(scene, k) for k in range(at, min(scene.n, at + 8))),
        "definite": not draft.verbal and scene.senses[at].definite,
        "quoted": _in_quotes(scene, at),
        "pluperfect": any("kana" in scene.senses[k].cues for k in range(max(0, at - 3), at)),
        "doer and sufferer": bool(draft.actors and draft.recipients),
    }
    return [name for name, here in seen.items() if here]


def _long_ago(scene: Scene, at: int) -> bool:
    """Whether the time here lies over a month before publication, or is a date in a text without one."""
    time, published = scene.time_at[at], scene.reading.document.date[:10]
    if time is None or time.when is None:
        return False
    if len(published) < 10 or time.when.start is None:
        return True
    return (date.fromisoformat(published) - date.fromisoformat(time.when.start[:10])).days > 31


def _in_relative(scene: Scene, at: int) -> bool:
    for here in range(at - 1, max(-1, at - 5), -1):
        if scene.senses[here].particle == "rel":
            return True
        if scene.senses[here].particle in ("comma", "stop") or scene.verbal[here]:
            return False
    return False


def _in_quotes(scene: Scene, at: int) -> bool:
    opened = sum(scene.tokens[k].word.surface in ("«", "“", '"') for k in range(at))
    return opened > sum(scene.tokens[k].word.surface in ("»", "”") for k in range(at))


def _occurs(scene: Scene, at: int) -> bool:
    """Whether a verb of occurrence has the noun as its subject or result."""
    for here in range(at - 1, max(-1, at - 7), -1):
        if scene.verbal[here]:
            return bool(_TELLS & set(scene.senses[here].cues))
        if scene.senses[here].particle in ("comma", "stop", "clause", "comp", "rel"):
            break
    for here in range(at + 1, min(scene.n, at + 9)):
        sense = scene.senses[here]
        if scene.verbal[here]:
            return "occur" in sense.cues
        if sense.particle in ("stop", "clause", "comp"):
            break
    return False


# a verb of occurrence, or one that carries out, begins or goes on with the deed
_TELLS = frozenset(("occur", "phase"))


def _announced(scene: Scene, at: int) -> bool:
    """Whether somebody reports the noun itself, as in "the police announced the death of"."""
    for here in range(at - 1, max(-1, at - 6), -1):
        if scene.verbal[here]:
            return "say" in scene.senses[here].cues
        if scene.senses[here].particle in ("comma", "stop", "clause", "comp", "rel", "prep"):
            break
    return False


def _counted(scene: Scene, at: int) -> bool:
    """Whether a number follows: the dead of one attack are counted, those of a policy are not."""
    return any(scene.senses[k].particle in ("number", "quantity") for k in range(at + 1, min(scene.n, at + 3)))


def _circumstance(scene: Scene, at: int) -> bool:
    """Whether the noun stands under "after", "during", "because of", "in", or with a time of its own."""
    for here in range(at - 1, max(-1, at - 4), -1):
        particle, key = scene.senses[here].particle, scene.tokens[here].word.key
        if particle in ("after", "cause") or key in ("في", "خلال"):
            return True
        if particle in ("prep", "comma", "stop", "comp"):
            break
    return any(scene.time_at[k] is not None for k in range(at + 1, min(scene.n, at + 7)))
