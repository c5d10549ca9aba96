"""Which date and which place belong to an event."""

from wasata.events.fill_roles import Draft, Memory
from wasata.events.scene import Scene
from wasata.records.mention import TimeMention, When

_UNDATED = frozenset(("trap", "duration"))
_VISITED = frozenset(("visit",))


def attach_time(scene: Scene, draft: Draft) -> When | None:
    """The stretch of days the text gives for this act: in its own clause, after the trigger first."""
    right = _window(scene, draft.at)
    for here in range(draft.at + 1, right):
        time = scene.time_at[here]
        if time is not None and _dates(time, draft, here):
            return time.when
    for here in range(draft.at - 1, _left(scene, draft.at), -1):
        time = scene.time_at[here]
        if time is not None and _dates(time, draft, here):
            return time.when
    return None


def _dates(time: TimeMention, draft: Draft, here: int) -> bool:
    if time.when is None or time.kind in _UNDATED:
        return False
    return time.kind != "name" or here - draft.at in (1, 2)


def _window(scene: Scene, at: int) -> int:
    """The end of the trigger's clause: the next verb or opener of another clause."""
    for here in range(at + 1, min(scene.n, at + 40)):
        if scene.senses[here].particle in ("stop", "colon", "clause", "rel", "comp", "after", "before", "cond"):
            return here
        if scene.is_verb(here):
            return here
    return min(scene.n, at + 40)


def _left(scene: Scene, at: int) -> int:
    """The token before the trigger's clause; an opening date may stand before its comma."""
    for here in range(at - 1, -1, -1):
        sense = scene.senses[here]
        if sense.particle in ("stop", "colon", "clause", "rel", "comp"):
            return here
        if scene.is_verb(here) and "kana" not in sense.cues:
            return here
    return -1


def attach_place(scene: Scene, draft: Draft) -> str:
    """The place named in the act's own clause after "in", or the goal of a visit; "" where none is named."""
    places = [p for p in scene.places() if p.first > draft.at or p.first > _left(scene, draft.at)]
    right = _window(scene, draft.at)
    visit = draft.frame.mode in _VISITED
    for place in places:
        if draft.at < place.first < right and (scene.fold(place.prep) in ("في", "ب", "قرب", "داخل") or visit):
            return place.place or place.name
    for place in places:
        if place.first < draft.at and scene.fold(place.prep) in ("في", "ب"):
            return place.place or place.name
    return ""


def remember_time(scene: Scene, memory: Memory) -> None:
    """Nothing yet: the narrative date of the paragraph is kept here once it is shown to help."""
