"""Whom a protest is aimed at, who owned up to an attack, who stays unnamed: said beside the deed, in no slot of it."""

from collections.abc import Iterable

from wasata.events.attach import attach_place
from wasata.events.conjoin import conjoined
from wasata.events.draft import Draft
from wasata.events.scene import Scene
from wasata.events.subjects import subject_of
from wasata.records.mention import Party

# lexemes after which stands what a crowd is against, folded stems of adjectives that say so, cries before a name
_AGAINST = frozenset(("احتجّ", "ندّد", "استنكر", "رفض", "شجب", "أدان", "عارض"))
_HOSTILE = ("مناهض", "معادي", "معاد", "مناوئ", "مضاد", "رافض", "مناهضه", "معاديه", "مناوئه", "مضاده", "رافضه", "منددا")
_CRIES = frozenset(("الموت", "يسقط", "تسقط", "لتسقط", "ليسقط", "ارحل", "ضد"))
_DOWN = frozenset(("رحيل", "استقاله", "تنحي", "تنحيه", "اسقاط", "سقوط", "اقاله", "محاكمه", "عزل", "طرد", "حل"))
_FAR = 30  # tokens from the protest to the word that says against whom
_NEAR = 8  # tokens from there to whom


def aim(scene: Scene, drafts: Iterable[Draft]) -> None:
    """Protests without a recipient have the one against whom the sentence says they are."""
    for draft in drafts:
        if draft.frame.event == "PROTEST" and not draft.recipients:
            draft.recipients = _target(scene, draft)


def _target(scene: Scene, draft: Draft) -> tuple[int, ...]:
    for here in range(draft.at, min(scene.n, draft.at + _FAR)):
        if here > draft.at and scene.senses[here].particle == "stop":
            return ()
        demand = _of(scene, here, ("طالب",))
        if demand or _hostile(scene, here):
            found = _whom(scene, here, draft, demand=demand)
            if found:
                return found
    return ()


def _hostile(scene: Scene, at: int) -> bool:
    key = scene.keys[at]
    if key in _CRIES:
        return True
    bare = key.lstrip("وفبل").removeprefix("ال").removesuffix("ين").removesuffix("ون")
    return bare in _HOSTILE or _of(scene, at, _AGAINST)


def _of(scene: Scene, at: int, lemmas: Iterable[str]) -> bool:
    sense = scene.senses[at]
    if not sense.nouns and not sense.verbs:
        return False
    return any(a.form.lemma in lemmas for a in (*sense.nouns, *sense.verbs))


def _whom(scene: Scene, at: int, draft: Draft, *, demand: bool) -> tuple[int, ...]:
    """The first party after the word of enmity; after a demand only its object, or who shall go."""
    down = not demand
    for here in range(at + 1, min(scene.n, at + 1 + _NEAR)):
        index, sense = scene.mention_at[here], scene.senses[here]
        key = scene.keys[here]
        down = down or key[1:] in _DOWN or key in _DOWN
        if index >= 0:
            parties = scene.mention(index).parties
            own = {party for i in draft.actors for party in scene.mention(i).parties}
            if parties and not own & set(parties) and (down or not sense.prep and scene.mention(index).prep == ""):
                return tuple(i for i in conjoined(scene, index)[0] if i not in draft.actors)
            if demand and not down:
                return ()
        elif sense.particle in ("stop", "comma") or scene.verbal[here] and scene.senses[here - 1].particle != "ma":
            return ()
    return ()


def credit(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Whoever claims an attack told earlier in it did it, where nobody else did; the claim is no other act."""
    told: set[int] = set()
    open_ = [d for d in drafts if d.frame.event == "ASSAULT" and not d.actors and not d.frame.two_sided]
    for at in range(scene.n if open_ else 0):
        if scene.verbal[at] and _claims(scene, at):
            group = subject_of(scene, at)
            for draft in open_:
                if draft.at < at and not draft.actors and not set(group) & set(draft.recipients):
                    draft.actors = group
                    told.update((at,) if group else ())
    return [d for d in drafts if d.at not in told or d.recipients]


def _claims(scene: Scene, at: int) -> bool:
    """Whether the verb owns up to a deed: adopted it, or declared its responsibility."""
    if _of(scene, at, ("تبنّى",)):
        return True
    if "say" not in scene.senses[at].cues:
        return False
    return any(scene.keys[here].startswith("مسؤوليت") for here in range(at + 1, min(scene.n, at + 7)))


def nameless(scene: Scene, drafts: Iterable[Draft]) -> None:
    """Protests that name no one are of the people of the place; a suicide attack is of some armed person."""
    for draft in drafts:
        if draft.actors or draft.frame.two_sided:
            continue
        if draft.frame.event == "PROTEST":
            place = attach_place(scene, draft)
            draft.by = (Party("", place.country if place is not None else "", "CVL"),)
        elif draft.frame.event == "ASSAULT" and _suicide(scene, draft):
            draft.by = (Party("", "", "UAF"),)


def _suicide(scene: Scene, draft: Draft) -> bool:
    """Whether the clause calls the attack a suicide attack."""
    if draft.frame.mode == "suicide-attack":
        return True
    for here in range(draft.at + 1, min(scene.n, draft.at + _FAR)):
        if scene.senses[here].particle in ("stop", "clause", "colon"):
            return False
        if scene.mention_at[here] < 0 and scene.keys[here].removeprefix("ال").startswith("انتحاري"):
            return True
    return False
