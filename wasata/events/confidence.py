"""How sure the coder may be of an event: the chance that its type and both its sides are right."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from wasata.events.asserted import ARTICLE, evidence
from wasata.events.draft import Draft
from wasata.events.logistic import Example, WeightRow, Weights, chance, fitted, weight_rows, weights
from wasata.events.scene import Scene

TABLE = Path(__file__).parent / "confidence.tsv"
NAME = "confidence.tsv"  # in the analyst's own folder: weights laid over ours

Sides = tuple[tuple[int, ...], tuple[int, ...]]


@cache
def rows(lexicon: str = "") -> tuple[WeightRow, ...]:
    """What each sign weighs and means, with the weights of an analyst's folder laid over."""
    return weight_rows(TABLE, Path(lexicon) / NAME if lexicon else None)


@cache
def table(lexicon: str = "") -> Weights:
    """What each sign weighs."""
    return weights(rows(lexicon))


@cache
def table_digest() -> str:
    """Changes whenever any of our weights do."""
    hashed = hashlib.sha256()
    for file in sorted(TABLE.parent.glob("*.tsv")):
        hashed.update(file.read_bytes())
    return hashed.hexdigest()[:8]


def confidence(signs: Sequence[str], lexicon: str = "") -> float:
    """The chance that an event with these signs has the right type and the right parties, to the hundredth."""
    return round(chance(table(lexicon), signs), 2)


def recalibrated(start: Weights, examples: Sequence[Example], *, ridge: float = 4.0) -> dict[str, float]:
    """The weights after somebody judged some events: near those we ship, as far as the examples allow."""
    return fitted(examples, ridge=ridge, around=start)


def signs(scene: Scene, draft: Draft, own: Sides) -> tuple[str, ...]:
    """The names of all that speaks for or against a draft; own are its sides before the article filled them."""
    both = frozenset((*own[0], *own[1]))
    found = [f"type {draft.frame.event}", *_form(draft), *_setting(scene, draft)]
    if draft.by and not draft.actors:
        found.append("doer without a name")
    else:
        found += _side(scene, "doer", draft, draft.actors, both)
    if draft.frame.two_sided and not draft.recipients:
        found.append("all sides named" if len(draft.actors) > 1 else "one of two sides")
    elif draft.hit:
        found.append("receiver by place")
    else:
        found += _side(scene, "receiver", draft, draft.recipients, both)
    if _countries(scene, draft.actors) & _countries(scene, draft.recipients):
        found.append("both of one country")
    return tuple(dict.fromkeys(found))


def _countries(scene: Scene, group: tuple[int, ...]) -> set[str]:
    return {party.country for index in group for party in scene.mention(index).parties if party.country}


def _form(draft: Draft) -> list[str]:
    found = []
    if not draft.verbal:
        found.append("noun of action")
    if draft.words:
        found.append("word found" if len(draft.words) == 1 else "words found")
    if draft.frame.mode:
        found.append("mode")
    if draft.status != "actual":
        found.append(f"status {draft.status}")
    return found


def _setting(scene: Scene, draft: Draft) -> list[str]:
    count = len(scene.reading.sentences)
    found = ["lone sentence"] if count < ARTICLE else ["article"] if count < 40 else ["long article"]
    found += _clause(scene, draft)
    if count < ARTICLE and draft.frame.event in ("ASSAULT", "PROTEST"):
        points = evidence(scene, draft)
        found.append("asserted weakly" if points < -0.4 else "asserted" if points < 0.6 else "asserted strongly")
    return found


def _clause(scene: Scene, draft: Draft) -> Iterator[str]:
    at, form = draft.at, draft.analysis.form
    if draft.verbal:
        yield "perfect" if form.kind == "perfect" else "not perfect"
        if form.person != 3:
            yield "first person"
    elif scene.senses[at].definite:
        yield "definite noun"
    if draft.speaker:
        yield "said by somebody"
    if scene.n > 50:
        yield "very long sentence"
    near = scene.senses[max(0, at - 4) : at + 6]
    if any(sense.particle in ("number", "quantity") for sense in near):
        yield "number near"
    if any(at - 3 <= k < at and "kana" in scene.senses[k].cues for k in scene.cued):
        yield "pluperfect"
    if any(scene.senses[k].particle == "rel" for k in range(max(0, at - 4), at)):
        yield "in a relative clause"


def _side(scene: Scene, side: str, draft: Draft, group: tuple[int, ...], own: frozenset[int]) -> list[str]:
    """How a side came to its parties."""
    if not group:
        return [f"no {side}"]
    mentions = [scene.mention(index) for index in group]
    first = mentions[0]
    found = [f"{side} by {_KINDS.get(first.kind, 'name')}"]
    if not own.issuperset(group):
        found.append(f"{side} from the article")
    elif any(mention.sentence != scene.number for mention in mentions):
        found.append(f"{side} from before")
    elif first.first - draft.at > FAR or draft.at - first.last > FAR:
        found.append(f"{side} far off")
    elif first.first == draft.at + 1 or first.last == draft.at:
        found.append(f"{side} beside")
    if not any(party.country for mention in mentions for party in mention.parties):
        found.append(f"{side} of no country")
    if len(group) > 1:
        found.append(f"several {side}s")
    elif len(first.parties) > 1:
        found.append(f"{side} of several parties")
    return found


FAR = 8  # words from the trigger
_KINDS = {
    kind: kind
    for kind in ("pronoun", "description", "role", "demonym", "state", "capital", "person", "body", "movement")
}
