"""Reports become occurrences, each with the number of independent voices that tell it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import prod

from msgspec.structs import replace

from wasata.documents.twins import Print, copies, sketch, voices
from wasata.events.merge import merge, occurrence
from wasata.records.occurrence import Occurrence, Told

Group = tuple[Told, ...]


def grouped(reports: Iterable[Told]) -> list[Group]:
    """The reports in groups that tell the same occurrence, in each the earliest first."""
    return merge(reports)


def occurrences(groups: Sequence[Group], texts: Callable[[Sequence[str]], dict[str, str]]) -> Iterator[Occurrence]:
    """The occurrence of each group; where several documents tell it, their texts are asked for and compared."""
    several = {told.event.document for group in groups if len(_outlets(group)) > 1 for told in group}
    sketches = {name: sketch(text) for name, text in texts(sorted(several)).items()} if several else {}
    for group in groups:
        outlets = _outlets(group)
        prints = [Print(name, outlet, sketches.get(name, ())) for name, outlet in outlets.items()]
        count = voices(prints) if len(prints) > 1 else 1
        yield replace(occurrence(group), outlets=count, confidence=_confidence(group, copies(prints), count))


def _outlets(group: Group) -> dict[str, str]:
    """The outlet of every document of the group, the earliest document first."""
    return {told.event.document: told.outlet for told in group}


def _confidence(group: Group, texts: Sequence[int], count: int) -> float:
    """The chance that not all voices are wrong, as if each erred for itself; of one text its surest report counts."""
    text_of = dict(zip(_outlets(group), texts, strict=True))
    denied = all(told.event.status == "negated" for told in group)
    surest: dict[int, float] = {}
    for told in group:
        if denied or told.event.status != "negated":
            text = text_of[told.event.document]
            surest[text] = max(surest.get(text, 0.0), told.event.confidence)
    heard = sorted(surest.values(), reverse=True)[:count]
    return round(1 - prod(1 - each for each in heard), 2)
