"""Whom a bomb or a shot was meant for, where the clause only tells who was there: as a patrol of X passed."""

from wasata.events.draft import Draft
from wasata.events.noun_phrases import phrases_after
from wasata.events.scene import Group, Scene

_REACH = 26
_WHILE = frozenset(("لدي", "عند", "اثناء", "خلال", "لحظه", "وقت", "حين", "فور", "بعد"))  # folded
_PASSING = frozenset(("مرور", "عبور", "وصول", "اجتياز", "خروج", "توجه", "تنقل", "سير", "دخول", "مغادره", "توقف"))
_BESIDE = frozenset(("بجانب", "بجوار", "قرب", "بقرب", "بمحاذاه", "امام", "تحت", "اسفل", "وسط", "داخل", "علي"))
_RIDDEN = frozenset(("دوريه", "موكب", "قافله", "رتل", "حافله", "باص", "سياره", "عربه", "اليه", "قطار", "زورق", "دبابه"))
_WENT_OFF = frozenset(("explosives", "suicide-attack"))


def struck(scene: Scene, drafts: list[Draft]) -> None:
    """Who passed, or whose car stood there, when a bomb went off is struck by it and never the doer."""
    for draft in drafts:
        if draft.frame.event != "ASSAULT" or draft.frame.mode not in _WENT_OFF:
            continue
        group = _there(scene, draft.at)
        if group:
            draft.actors = tuple(i for i in draft.actors if i not in group)
            more = tuple(i for i in group if i not in draft.recipients and i not in draft.actors)
            draft.recipients = (*draft.recipients, *more)


def _there(scene: Scene, at: int) -> Group:
    """Whoever the clause after the trigger says was at the place, () where it says so of none."""
    for here in range(at + 1, min(scene.n - 1, at + _REACH)):
        if scene.senses[here].particle in ("stop", "colon", "comp", "rel"):
            break
        key, then = scene.keys[here].lstrip("و"), scene.keys[here + 1]
        if scene.mention_at[here] >= 0:
            continue
        if key in _WHILE and _bare(then) in _PASSING or key in _BESIDE and then in _RIDDEN:
            return _whose(scene, here + 1)
    return ()


def _bare(key: str) -> str:
    """The noun without a possessive."""
    return next((key.removesuffix(s) for s in ("هما", "هم", "ها", "ه") if key.removesuffix(s) in _PASSING), key)


def _whose(scene: Scene, noun: int) -> Group:
    """The party whose passing, patrol or convoy this is, or that it carries."""
    index = scene.mention_at[noun]
    if index >= 0:
        return (index,)
    for arg in phrases_after(scene, noun):
        if arg.prep not in ("", "ل"):
            return ()
        if arg.group:
            return () if scene.mention(arg.group[0]).kind in ("state", "capital") else arg.group
    carries = next((k for k in range(noun + 1, min(scene.n, noun + 4)) if scene.verbal[k]), 0)
    if carries and scene.keys[carries] in _CARRY:
        return next((a.group for a in phrases_after(scene, carries) if a.group and not a.prep), ())
    return ()


_CARRY = frozenset(("تقل", "يقل", "تحمل", "يحمل", "تنقل", "ينقل", "كانت"))
