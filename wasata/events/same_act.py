"""An act told again elsewhere in the article shares the day that the article states for it once."""

from collections.abc import Iterable

from wasata.events.draft import Draft
from wasata.events.scene import Scene
from wasata.records.mention import When

_LEAD = 3  # sentences that say what the title says
Told = list[tuple[Scene, list[Draft]]]


def share_days(told: Told) -> None:
    """Undated and loosely dated tellings of an act take the one stated day of the same act of the same parties."""
    stated: dict[str, list[tuple[Scene, Draft]]] = {}
    for scene, drafts in told:
        for draft in drafts:
            if draft.stated and draft.when is not None and draft.when.start is not None:
                stated.setdefault(draft.frame.event, []).append((scene, draft))
    if stated:
        for scene, drafts in told:
            for draft in drafts:
                others = stated.get(draft.frame.event, ())
                if others:
                    _share(scene, draft, others)


def share_plans(told: Told) -> None:
    """The visit of an article that tells it only as planned is planned in its title and nouns as well."""
    acts = [(scene, draft) for scene, drafts in told for draft in drafts if draft.frame.event == "CONSULT"]
    plans = [(scene, draft) for scene, draft in acts if draft.status == "future"]
    done = [(s, d) for s, d in acts if d.status == "actual" and d.verbal and not _headline(s, d)] if plans else []
    for scene, draft in acts if plans else ():
        if draft.status == "actual" and (not draft.verbal or _headline(scene, draft)) and not draft.stated:
            planned = any(_one_meeting(scene, draft, there, plan) for there, plan in plans)
            if planned and not any(_one_meeting(scene, draft, there, other) for there, other in done):
                draft.status, draft.when = "future", None


def _headline(scene: Scene, draft: Draft) -> bool:
    """Whether a verb in the present stands in the title, where it may tell of today or of what is to come."""
    return _title(scene) and draft.analysis.form.kind == "imperfect"


def _one_meeting(scene: Scene, draft: Draft, there: Scene, other: Draft) -> bool:
    return draft.frame.lemma == other.frame.lemma and _same_parties(scene, draft, there, other)


def _share(scene: Scene, draft: Draft, stated: Iterable[tuple[Scene, Draft]]) -> None:
    days = {
        other.when
        for there, other in stated
        if other is not draft
        and (not _title(scene) or there.number <= _LEAD)
        and _again(scene, draft, other)
        and _same_parties(scene, draft, there, other)
    }
    if len(days) != 1:
        return
    (day,) = days
    free = draft.when is None or not draft.stated and (_title(scene) or draft.status == "future")
    if day is not None and (free or draft.when is not None and _finer(day, draft.when)):
        draft.when = day


def _again(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether the words may tell the other's act again: a noun of it, a headline, the same verb."""
    if (draft.status == "actual") != (other.status == "actual"):
        return False
    return not draft.verbal or _title(scene) or draft.status == "future" or draft.frame.lemma == other.frame.lemma


def _title(scene: Scene) -> bool:
    return scene.reading.blocks[scene.sentence.block].kind == "title"


def _finer(day: When, than: When) -> bool:
    """Whether a day lies within a longer stretch."""
    if day.start is None or day.end is None or than.start is None or than.end is None or day == than:
        return False
    return than.start[:10] <= day.start[:10] and day.end[:10] <= than.end[:10]


def _same_parties(scene: Scene, draft: Draft, there: Scene, other: Draft) -> bool:
    doers, hit = _camps(scene, draft.actors), _camps(scene, draft.recipients)
    their_doers, their_hit = _camps(there, other.actors), _camps(there, other.recipients)
    if draft.frame.event == "CONSULT":
        doers, hit, their_doers, their_hit = doers | hit, doers | hit, their_doers | their_hit, their_doers | their_hit
        return len(doers) > 1 and doers == their_doers
    return doers == their_doers and bool(doers or hit) and (hit == their_hit or not (hit and their_hit))


def _camps(scene: Scene, group: tuple[int, ...]) -> frozenset[tuple[str, bool]]:
    """Country, and whether the party bears arms against it."""
    return frozenset(
        (p.country, p.sector in ("REB", "UAF", "CRM")) for index in group for p in scene.mention(index).parties
    )
