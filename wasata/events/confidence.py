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
    """Changes whenever our weights do."""
    return hashlib.sha256(TABLE.read_bytes()).hexdigest()[:8]


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
    if draft.frame.two_sided and not draft.recipients:
        found.append("all sides named" if len(draft.actors) > 1 else "one of two sides")
        found += _side(scene, "doer", draft.actors, both)
    else:
        found += _side(scene, "doer", draft.actors, both)
        found += _side(scene, "receiver", draft.recipients, both) if not draft.hit else ["receiver by place"]
    return tuple(dict.fromkeys(found))


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
    if any(scene.senses[k].particle in ("number", "quantity") for k in range(max(0, at - 4), min(scene.n, at + 6))):
        yield "number near"
    if any("kana" in scene.senses[k].cues for k in range(max(0, at - 3), at)):
        yield "pluperfect"
    if any(scene.senses[k].particle == "rel" for k in range(max(0, at - 4), at)):
        yield "in a relative clause"


def _side(scene: Scene, side: str, group: tuple[int, ...], own: frozenset[int]) -> list[str]:
    """How a side came to its parties."""
    if not group:
        return [f"no {side}"]
    mentions = [scene.mention(index) for index in group]
    found = []
    if not own.issuperset(group):
        found.append(f"{side} from the article")
    elif any(mention.sentence != scene.number for mention in mentions):
        found.append(f"{side} from before")
    kind = mentions[0].kind
    found.append(f"{side} by {_KINDS.get(kind, 'name')}")
    if not any(party.country for mention in mentions for party in mention.parties):
        found.append(f"{side} of no country")
    if len(group) > 1:
        found.append(f"several {side}s")
    return found


_KINDS = {"pronoun": "pronoun", "description": "description", "role": "role", "demonym": "demonym"}
