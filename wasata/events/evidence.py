"""What in a sentence says that it reports one concrete deed, and what says that it only speaks of such deeds.

The signs are named in plain words; what each weighs stands in assault.tsv and protest.tsv, fitted by gold/assertion.py.
A sign that a table does not hold weighs nothing there.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from wasata.events.draft import Draft
from wasata.events.logistic import Weights, weight_rows, weights
from wasata.events.scene import Scene
from wasata.records.mention import TimeMention

ROOM = Path(__file__).parent
_COUNTS = frozenset(("number", "quantity"))
NEAR = 8  # words from the trigger
LONG_AGO = 31  # days

_MODES = {
    "explosives": "bombs", "suicide-attack": "bombs", "aerial": "shots", "drone": "shots", "heavy-weapons": "shots",
    "firearms": "shots", "abduct": "captivity", "torture": "abuse", "beat": "abuse", "sexual": "abuse",
}  # fmt: skip
_KINDS = ("captivity", "abuse", "bombs", "aircraft", "weapons", "killing", "wounding", "fighting", "attacking")
_BEFORE = {"rel": 6, "after": 5, "comp": 5, "clause": 6}  # opener of a clause, and how far before the trigger
_WITH = {name: f"with {name}" for name in ("rel", "dem", "or", "neg", "clause", "cause", "cond", "bracket")}


@cache
def table(event: str) -> Weights:
    """What each sign weighs for violence or for protest."""
    return weights(weight_rows(ROOM / f"{event.lower()}.tsv"))


def signs(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """The names of all that is seen for a draft."""
    found = [*_trigger(scene, draft), *_sides(scene, draft), *_setting(scene, draft)]
    found += [*_around(scene, draft.at), *_times(scene, draft.at)]
    return tuple(dict.fromkeys(found))


# ---- the trigger


def _trigger(scene: Scene, draft: Draft) -> Iterator[str]:
    frame, sense = draft.frame, scene.senses[draft.at]
    if frame.event == "ASSAULT":
        kind = _MODES.get(frame.mode) or next((k for k in _KINDS if k in sense.contexts), "other")
        yield f"of {'shots' if kind in ('aircraft', 'weapons') else kind}"
    else:
        yield f"of {frame.mode if frame.mode in ('demo', 'strike', 'boycott') else 'riot'}"
    if draft.words:
        yield "words of the frame"
    if frame.two_sided:
        yield "two-sided"
    elif frame.subject == 2 or not draft.verbal and frame.object == 2:
        yield "tells the sufferer"
    carrier = _carrier(scene, draft)
    if draft.verbal:
        yield "perfect" if draft.analysis.form.kind == "perfect" else "not perfect"
    elif carrier >= 0:
        yield "perfect" if scene.senses[carrier].verbs[0].form.kind == "perfect" else "not perfect"
    else:
        yield from _noun(scene, draft)


def _carrier(scene: Scene, draft: Draft) -> int:
    """The verb that carries out the deed which a noun names (قام بقصف, تم خطف), -1 where none does."""
    at = draft.at
    if draft.verbal or draft.analysis.form.kind != "masdar":
        return -1
    for here in range(at - 1, max(-1, at - 12), -1):
        sense = scene.senses[here]
        if scene.verbal[here]:
            carries = "phase" in sense.cues and (scene.senses[at].prep == "ب" or "agentless" in sense.cues)
            return here if carries else -1
        if sense.particle in ("comma", "stop", "clause", "comp", "rel", "colon"):
            return -1
    return -1


def _noun(scene: Scene, draft: Draft) -> Iterator[str]:
    at, sense = draft.at, scene.senses[draft.at]
    yield "noun"
    if sense.definite:
        yield "definite noun"
    if draft.analysis.form.number != "s":
        yield "plural noun"
    if _occurs(scene, at):
        yield "noun that occurs"
    before = scene.senses[at - 1] if at else None
    if sense.prep == "ب":
        yield "noun after by"
    elif before is None or before.particle in ("comma", "stop", "colon", "quote", "dash"):
        yield "noun at the head"
    elif before.particle == "after":
        yield "noun after after"
    elif before.particle in ("prep", "cause") or sense.prep:
        yield "noun after preposition"
    elif scene.verbal[at - 1]:
        yield "noun after verb"
    elif before.nouns or not before.particle:
        yield "noun after noun"


def _occurs(scene: Scene, at: int) -> bool:
    return any(at - 6 <= k < at + 8 and scene.verbal[k] and "occur" in scene.senses[k].cues for k in scene.cued)


# ---- who and whom


def _sides(scene: Scene, draft: Draft) -> Iterator[str]:
    if draft.actors and draft.recipients:
        yield "both sides"
    for side, group in (("doer", draft.actors), ("victim", draft.recipients)):
        if not group:
            yield f"no {side}"
            continue
        mention = scene.mention(group[0])
        if mention.kind in ("role", "person", "pronoun"):
            yield f"{side} by {mention.kind}"
        if any(party.sector in ("UAF", "CRM") for party in mention.parties):
            yield f"{side} unidentified"
        if any(party.sector == "CVL" for party in mention.parties):
            yield f"{side} civilian"
        if mention.number != "s":
            yield f"{side} many"
        if mention.sentence != scene.number:
            continue
        if mention.first and scene.senses[mention.first - 1].particle in ("number", "quantity"):
            yield f"{side} counted"
        if mention.first < scene.n and scene.senses[mention.first].definite:
            yield f"{side} definite"


# ---- the sentence around


def _setting(scene: Scene, draft: Draft) -> Iterator[str]:
    at, n = draft.at, scene.n
    yield "short" if n < 12 else "middling" if n < 25 else "long" if n < 45 else "very long"
    if at < n / 4:
        yield "early"
    verbs = scene.verbs
    carrier = _carrier(scene, draft)
    before = [k for k in verbs if k < at and k != carrier]
    if (draft.verbal or carrier >= 0) and not before:
        yield "first verb"
    elif before and all("say" in scene.senses[k].cues for k in before):
        yield "said to be"
    elif len(before) > 2:
        yield "late"
    if verbs and verbs[0] < 3 and "say" in scene.senses[verbs[0]].cues:
        yield "opens with a speaker"
    if draft.speaker:
        yield "speaker"
    if _in_quotes(scene, at):
        yield "quoted"
    if any(at - 4 <= k < at and "kana" in scene.senses[k].cues for k in scene.cued):
        yield "pluperfect"
    forms = [scene.senses[k].verbs[0].form for k in verbs]
    if any(form.person != 3 for form in forms):
        yield "I or you speak"
    if any(form.kind != "perfect" for form in forms):
        yield "with imperfect"
    for name, sight in _BEFORE.items():
        if _opened_by(scene, at, name, sight):
            yield f"after {name}"
    particles = {sense.particle for sense in scene.senses}
    yield from [name for particle, name in _WITH.items() if particle in particles]
    if scene.tokens[-1].word.surface in ("؟", "?"):
        yield "question"


def _opened_by(scene: Scene, at: int, particle: str, sight: int) -> bool:
    """Whether such an opener stands shortly before the word, with no other verb between."""
    for here in range(at - 1, max(-1, at - sight - 1), -1):
        if scene.senses[here].particle == particle:
            return True
        if scene.senses[here].particle == "stop" or scene.verbal[here] and here < at - 1:
            return False
    return False


def _in_quotes(scene: Scene, at: int) -> bool:
    before = scene.reading.document.text[scene.tokens[0].start : scene.tokens[at].start]
    return sum(map(before.count, '«“"')) > sum(map(before.count, "»”"))


def _around(scene: Scene, at: int) -> Iterator[str]:
    """What the sentence is about, near the trigger or further off; what is counted; whether it is placed."""
    near: set[str] = set()
    far: set[str] = set()
    counts = []
    for k, sense in enumerate(scene.senses):
        if sense.contexts and k != at:
            (near if -NEAR <= k - at <= NEAR else far).update(sense.contexts)
        if sense.particle in _COUNTS:
            counts.append(k)
    yield from [f"near {name}" for name in sorted(near)]
    yield from [f"about {name}" for name in sorted(far | near)]
    if any(at < k <= at + 5 for k in counts):
        yield "number after"
    if any(at - 5 <= k < at for k in counts):
        yield "number before"
    if len(counts) > 1:
        yield "numbers"
    if {"killing", "wounding"} <= near | far | scene.senses[at].contexts:
        yield "killed and wounded"
    if any(place.prep and scene.fold(place.prep) in ("في", "ب", "قرب") for place in scene.places):
        yield "place"


def _times(scene: Scene, at: int) -> Iterator[str]:
    seen: set[str] = set()
    for k, time in enumerate(scene.time_at if scene.timed else ()):
        if time is None or k and scene.time_at[k - 1] is time:
            continue
        words = [scene.senses[j] for j in range(k, min(scene.n, k + 6)) if scene.time_at[j] is time]
        fresh = any("day" in sense.contexts for sense in words)
        here = _age(scene, time, fresh)
        seen.add(here)
        if abs(k - at) <= NEAR:
            seen.add(f"near {here}")
    yield from sorted(seen)


def _age(scene: Scene, time: TimeMention, fresh: bool) -> str:
    """Whether a time is a day of the news, a date long ago, some stretch of the past, or only points elsewhere."""
    if time.kind != "instant":
        return f"time {time.kind}"
    start = time.when.start if time.when is not None else None
    if start is None:
        return "fresh day" if fresh else "past stretch"
    published = scene.reading.document.date[:10]
    if len(published) < 10:
        return "fresh day" if fresh else "dated"
    late = (date.fromisoformat(published) - date.fromisoformat(start[:10])).days
    return "dated" if late > LONG_AGO else "fresh day" if fresh or late < 4 else "past stretch"
