"""Which date and which place belong to an event."""

from datetime import date, timedelta

from wasata.events.draft import Draft
from wasata.events.scene import Scene
from wasata.records.mention import PlaceMention, Reading, TimeMention, When

_UNDATED = frozenset(("trap", "duration"))


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
    return scene.story_day if _news_of_the_day(scene, draft) else None


def _dates(time: TimeMention, draft: Draft, here: int) -> bool:
    if time.when is None or time.kind in _UNDATED:
        return False
    return time.kind != "name" or here - draft.at in (1, 2)


def _window(scene: Scene, at: int) -> int:
    """The end of the trigger's clause: the next verb or opener of another clause."""
    for here in range(at + 1, min(scene.n, at + 40)):
        if scene.senses[here].particle in ("stop", "colon", "clause", "rel", "comp", "after", "before", "cond"):
            return here
        if scene.verbal[here]:
            return here
    return min(scene.n, at + 40)


def _left(scene: Scene, at: int) -> int:
    """The token before the trigger's clause; an opening date may stand before its comma."""
    for here in range(at - 1, -1, -1):
        sense = scene.senses[here]
        if sense.particle in ("stop", "colon", "clause", "rel", "comp"):
            return here
        if scene.verbal[here] and "kana" not in sense.cues:
            return here
    return -1


def attach_place(scene: Scene, draft: Draft) -> PlaceMention | None:
    """The place named in the act's own clause after "in", or the goal of a visit; None where none is named."""
    places = [p for p in scene.places if p.first > draft.at or p.first > _left(scene, draft.at)]
    right = _window(scene, draft.at)
    visit = draft.frame.mode == "visit"
    for place in places:
        if draft.at < place.first < right and (scene.fold(place.prep) in ("في", "ب", "قرب", "داخل") or visit):
            return place
    for place in places:
        if place.first < draft.at and scene.fold(place.prep) in ("في", "ب"):
            return place
    return None


def story_days(reading: Reading) -> list[When | None]:
    """For each sentence the day of an undated main verb: the day of the lead, else some day of the week before.

    An article that is dated throughout tells history: there only its title and lead are news.
    """
    published = reading.document.date[:10]
    count = len(reading.sentences)
    if len(published) < 10:
        return [None] * count
    day = _lead_day(reading, published) or _week_before(published)
    fresh = _LEAD if _tells_history(reading, published) else count
    return [day if number < fresh else None for number in range(count)]


_LEAD = 3  # sentences


def _week_before(published: str) -> When:
    day = date.fromisoformat(published)
    return When((day - timedelta(days=6)).isoformat(), (day + timedelta(days=1)).isoformat(), "week")


def _lead_day(reading: Reading, published: str) -> When | None:
    """The first day named in the lead, where it lies within three days of publication."""
    lead = reading.sentences[min(_LEAD, len(reading.sentences) - 1)].span.end if reading.sentences else 0
    for time in reading.times:
        if time.span.start > lead:
            break
        if time.when is None or time.when.grain != "day" or time.when.start is None or time.kind in _UNDATED:
            continue
        late = (date.fromisoformat(published) - date.fromisoformat(time.when.start[:10])).days
        return time.when if 0 <= late <= 3 else None
    return None


def _tells_history(reading: Reading, published: str) -> bool:
    """Whether the article is dated throughout: three or more days or months that lie over ten days back."""
    back = set()
    for time in reading.times:
        when = time.when
        if when is None or when.start is None or time.kind != "instant" or when.grain not in ("day", "month"):
            continue
        if (date.fromisoformat(published) - date.fromisoformat(when.start[:10])).days > 10:
            back.add(when.start)
    return len(back) >= 3


def _news_of_the_day(scene: Scene, draft: Draft) -> bool:
    """Whether an undated act is the day's news: a main verb, not a relative, not the pluperfect, not a plan."""
    at = draft.at
    if not draft.verbal or draft.status != "actual" or draft.analysis.form.kind not in ("perfect", "imperfect"):
        return False
    for here in range(at - 1, max(-1, at - 10), -1):
        sense = scene.senses[here]
        if sense.particle in ("rel", "after", "before", "cause") or "kana" in sense.cues:
            return False
        if sense.particle in ("stop", "clause") or scene.verbal[here]:
            break
    return not draft.analysis.cut.suffix
