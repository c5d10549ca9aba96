"""Does the sentence say that a deed happened, or does it only speak of such deeds?"""

from wasata.events.draft import Draft
from wasata.events.evidence import signs, table
from wasata.events.fill_nouns import control
from wasata.events.logistic import points
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
    if draft.frame.event == "CONSULT" and _interview(scene, draft):
        return False
    if draft.frame.event in LEAST_ALONE and not scene.told:
        return _reported(scene, draft)
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


def _interview(scene: Scene, draft: Draft) -> bool:
    """Whether somebody only speaks to the press: "in a meeting with the channel he said"."""
    return any(p.sector == "JRN" for i in (*draft.actors, *draft.recipients) for p in scene.mention(i).parties)


# The points (logarithms of odds) that a violent act or a protest needs where no article carries it: a lone sentence
# must assert by itself; see gold/assertion.py.
LEAST_ALONE = {"ASSAULT": -1.1, "PROTEST": -1.0}
ARTICLE = 4  # sentences


def _reported(scene: Scene, draft: Draft) -> bool:
    """Whether a lone sentence tells a violent act or a protest as a fact; what is planned or denied must be whole."""
    if draft.status != "actual":
        return bool(draft.actors and draft.recipients)
    return evidence(scene, draft) >= LEAST_ALONE[draft.frame.event] or _whole(draft)


def evidence(scene: Scene, draft: Draft) -> float:
    """What speaks for a concrete report against history, habit and commentary, in logarithms of the odds."""
    if not draft.signs:
        draft.signs = signs(scene, draft)
    return points(table(draft.frame.event), draft.signs)


def _whole(draft: Draft) -> bool:
    """Whether the act is the main statement and whole: "the army attacked the rebels", or a headline."""
    seen = frozenset(draft.signs)
    if "question" in seen or "dated" in seen:
        return False
    if "short" in seen and "both sides" in seen:
        return True
    if "perfect" in seen and ("first verb" in seen or "said to be" in seen) and "quoted" not in seen:
        return "both sides" in seen or "short" in seen
    return "noun at the head" in seen and "short" in seen and bool(draft.actors or draft.recipients)


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
