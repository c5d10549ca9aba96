"""One act told by several words of a sentence becomes one draft: an attack, its verb and its dead."""

from wasata.events.draft import Draft
from wasata.events.scene import Scene

_REACH = 16


def link(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those that tell one act of violence made one, in the order of their triggers."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.at):
        for other in reversed(kept):
            if _same_act(scene, other, draft):
                kept[kept.index(other)] = _joined(other, draft)
                break
        else:
            kept.append(draft)
    return kept


def _same_act(scene: Scene, first: Draft, then: Draft) -> bool:
    if first.frame.event != "ASSAULT" or then.frame.event != "ASSAULT" or then.at - first.at > _REACH:
        return False
    if first.status != then.status or not _compatible(scene, first, then):
        return False
    between = range(first.at + 1, then.at)
    if any(scene.senses[k].particle in ("stop", "colon") for k in between):
        return False
    verbs = [k for k in between if scene.verbal[k] and "kana" not in scene.senses[k].cues]
    if not first.verbal and then.verbal and not verbs:
        # a noun and the verb of its relative: "the attack that struck the convoy"
        return not set(first.words) & set(then.words)
    if _result(then) and (not first.verbal or len(verbs) <= 1):
        return len(verbs) <= 1
    return _result(first) and not verbs and any(scene.senses[k].particle in ("prep", "after", "cause") for k in between)


def _result(draft: Draft) -> bool:
    """Whether the frame tells only who suffered: killed, wounded, fell."""
    frame = draft.frame
    return (
        not draft.actors
        and 1 not in (frame.object, *(side for _, side in frame.preps))
        and (frame.subject == 2 or not draft.verbal and frame.object == 2)
    )


def _compatible(scene: Scene, first: Draft, then: Draft) -> bool:
    def countries(group: tuple[int, ...]) -> set[str]:
        return {party.country for index in group for party in scene.mention(index).parties}

    def fits(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
        return not a or not b or bool(countries(a) & countries(b))

    return fits(first.actors, then.actors) and fits(first.recipients, then.recipients)


def _joined(first: Draft, then: Draft) -> Draft:
    """The draft that tells the harm, else the one told last, with the parties of both."""
    keep = first if _result(first) or not _result(then) else then
    keep.actors = first.actors or then.actors
    hurt = (*first.recipients, *(i for i in then.recipients if i not in first.recipients))
    keep.recipients = tuple(i for i in hurt if i not in keep.actors)
    if not keep.frame.mode and (first.frame.mode or then.frame.mode):
        keep.frame = first.frame if first.frame.mode else then.frame
    keep.rules = (*first.rules, *then.rules)
    return keep
