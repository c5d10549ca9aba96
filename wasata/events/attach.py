"""Which date and which place stand in the clause of an event."""

from wasata.events.draft import Draft
from wasata.events.scene import Scene
from wasata.records.mention import PlaceMention, TimeMention

_UNDATED = frozenset(("trap", "duration"))
_REACH = 40  # tokens
_UNTOLD = frozenset(("AGREE", "REQUEST", "THREATEN", "REJECT"))  # their content is not told as done
_CLOSED = frozenset(("stop", "colon", "clause", "rel", "comp"))
_OPENED = _CLOSED | frozenset(("after", "before", "cond"))
# a day named after these is what is kept or marked, not when something is done
_OCCASIONS = frozenset(
    ("بمناسبه", "لمناسبه", "مناسبه", "حلول", "بحلول", "ذكري", "الذكري", "بذكري", "تهنئه", "ميزانيه", "موازنه")
)
_FEASTS = frozenset(("عيد", "بعيد", "لعيد"))
_AT_FEASTS = frozenset(
    ("في", "خلال", "يوم", "ايام", "ليله", "صباح", "قبل", "بعد", "منذ", "عشيه", "عطله", "اجازه", "قبيل")
)


def own_time(scene: Scene, draft: Draft) -> TimeMention | None:
    """The time that the act's own clause gives: after the trigger first, then where it opens the clause."""
    at = anchor(scene, draft)
    time = clause_time(scene, at) or (clause_time(scene, draft.at) if at != draft.at else None)
    return None if time is not None and _of_content(scene, draft, time) else time


def _of_content(scene: Scene, draft: Draft, time: TimeMention) -> bool:
    """Whether the time dates what is agreed, asked or threatened, not the word that does so."""
    if draft.frame.event not in _UNTOLD or time.when is None or time.when.grain in ("day", "hour", "minute"):
        return False
    for here in range(draft.at + 1, scene.n):
        if scene.time_at[here] is time:
            return False
        masdar = any(a.form.kind == "masdar" for a in scene.senses[here].nouns)
        if masdar and (scene.senses[here].prep or scene.senses[here - 1].particle == "prep"):
            return any(found is time for found in scene.time_at[here:])
    return False


def anchor(scene: Scene, draft: Draft) -> int:
    """The token that stands for the act in its sentence: of "the summit that was held" the summit."""
    first = min((draft.at, *draft.words))
    if first < draft.at and not any(scene.verbal[k] for k in range(first, draft.at)):
        return first
    return draft.at


def clause_time(scene: Scene, at: int) -> TimeMention | None:
    """The time that dates the word here: what follows it in its clause, else what opens the clause."""
    if not scene.timed:
        return None
    for here in range(at + 1, _window(scene, at)):
        time = scene.time_at[here]
        if time is not None and time is not scene.time_at[here - 1] and _dates(scene, time, here - at):
            return time
    for here in range(at - 1, _left(scene, at), -1):
        time = scene.time_at[here]
        if time is None or here and time is scene.time_at[here - 1]:
            continue
        if _dates(scene, time, here - at) and _opens_clause(scene, here):
            return time
    return None


def _dates(scene: Scene, time: TimeMention, distance: int) -> bool:
    if time.when is None or time.kind in _UNDATED:
        return False
    first = next(k for k, found in enumerate(scene.time_at) if found is time)
    if any(scene.keys[k].lstrip("و") in _OCCASIONS for k in (first - 1, first - 2)):
        return False
    if scene.keys[first].lstrip("و") in _FEASTS and scene.keys[first - 1].lstrip("و") not in _AT_FEASTS:
        return False
    if time.kind == "reference" and time.when.end is None:
        return False  # "after that": the story goes on
    return time.kind != "name" or distance in (1, 2)


def _opens_clause(scene: Scene, first: int) -> bool:
    """Whether the time that begins here stands at the head of a clause, its prepositions counted in."""
    here = first
    while here > 0:
        if scene.tokens[here].word.surface[:1] in ("و", "ف") and scene.keys[here][:2] != "في":
            return True
        if scene.senses[here - 1].particle not in ("prep", "after", "before") and here < first + 1:
            break
        here -= 1
        if scene.senses[here].particle not in ("prep", "after", "before"):
            break
    return here == 0 or scene.senses[here - 1].particle in ("comma", "stop", "colon", "clause", "comp", "quote", "dash")


def _window(scene: Scene, at: int) -> int:
    """The end of the trigger's clause: the next verb, participle or opener of another clause."""
    found = scene.windows.get(at)
    if found is None:
        found = scene.windows[at] = _clause_end(scene, at)
    return found


def _clause_end(scene: Scene, at: int) -> int:
    for here in range(at + 1, min(scene.n, at + _REACH)):
        if scene.time_at[here] is not None:
            continue  # since, before and after may belong to a time
        sense = scene.senses[here]
        if sense.particle in _OPENED or scene.verbal[here] or _new_phrase(scene, here):
            return here
        if sense.nouns and (here > at + 1 or scene.verbal[at]) and _participle(scene, here):
            return here  # of "the agreement signed in 2015" that year is its own
    return min(scene.n, at + _REACH)


def _participle(scene: Scene, here: int) -> bool:
    """Whether a participle here draws to itself the time that follows: الاتفاق الموقع عام 2015."""
    if scene.mention_at[here] >= 0 or here + 1 >= scene.n or here and scene.mention_at[here - 1] >= 0:
        return False
    if scene.time_at[here + 1] is None and scene.senses[here + 1].particle not in ("prep", "after"):
        return False
    return any(a.cut.article and a.form.kind in ("active", "passive") for a in scene.senses[here].nouns)


def _new_phrase(scene: Scene, here: int) -> bool:
    """Whether a comma and "and in", "and on" lead over to another clause."""
    if scene.senses[here].particle != "comma" or here + 1 >= scene.n:
        return False
    after = scene.senses[here + 1]
    return scene.keys[here + 1][:1] == "و" and (
        after.particle in ("prep", "after", "before") or scene.time_at[here + 1] is not None
    )


def _left(scene: Scene, at: int) -> int:
    """The token before the trigger's clause; an opening date may stand before its comma."""
    for here in range(at - 1, -1, -1):
        sense = scene.senses[here]
        if sense.particle in _CLOSED:
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
