"""Whose the deed is that a speech act is about: "condemned the attack that X made", "welcomed the steps X took"."""

from wasata.events.frames import Frame
from wasata.events.noun_phrases import phrases_after
from wasata.events.scene import Arg, Scene, agrees

ABOUT = frozenset(("ACCUSE", "SUPPORT", "REJECT", "AGREE", "THREATEN"))  # acts that are about another's deeds


def with_owners(scene: Scene, frame: Frame, args: list[Arg], *, bare: bool = True) -> list[Arg]:
    """The noun phrases, those of things that a relative clause gives a doer standing for that doer."""
    if frame.event not in ABOUT or frame.two_sided:
        return args
    return [_owned(scene, arg) if not arg.group and (bare or arg.prep) else arg for arg in args]


def _owned(scene: Scene, arg: Arg) -> Arg:
    doer = doer_in_relative(scene, arg.last)
    return Arg(arg.prep, doer, arg.head, arg.last, False) if doer else arg


def doer_in_relative(scene: Scene, at: int) -> tuple[int, ...]:
    """Who does what the relative clause here tells of its noun: (the attack) that X made, (a raid) X made."""
    while at < scene.n and scene.senses[at].particle in ("quote", "bracket"):
        at += 1
    if at < scene.n and scene.senses[at].particle == "rel":
        at += 1
        while at < scene.n and scene.senses[at].particle in ("qad", "adv"):
            at += 1
    if at >= scene.n or not scene.verbal[at]:
        return ()
    for analysis in scene.senses[at].verbs:
        if not analysis.cut.suffix and not _by_it(scene, at):
            continue  # the noun itself does what the verb tells
        for arg in phrases_after(scene, at):
            if arg.prep:
                continue
            if arg.group and agrees(analysis.form, scene.mention(arg.group[0])):
                return arg.group
            break
    return ()


def _by_it(scene: Scene, at: int) -> bool:
    """Whether a pronoun after the verb takes up the noun: (the agreement) that X reached (إليه)."""
    return any(scene.senses[k].pronoun[1] in ("ه", "ها") for k in range(at + 1, min(scene.n, at + 4)))
