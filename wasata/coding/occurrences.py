"""Reports become occurrences, each with the number of independent voices that tell it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import prod

from msgspec.structs import replace

from wasata.documents.twins import Print, copies, sketch, voices
from wasata.events.merge import merge, occurrence
from wasata.records.occurrence import Occurrence, Told

Group = tuple[Told, ...]
Ids = tuple[str, ...]  # of the events of a group


def grouped(reports: Iterable[Told]) -> list[Group]:
    """The reports in groups that tell the same occurrence, in each the earliest first."""
    return merge(reports)


def changed(
    groups: Sequence[Group], before: Mapping[Ids, str], within: tuple[str, str] = ("", "")
) -> tuple[list[Group], list[str]]:
    """The groups that were not there before, and the ids of the occurrences whose place they take.

    Where days are given, a group changes if it reaches into them; and so does every group that it takes reports from.
    """
    now = {tuple(told.event.id for told in group): group for group in groups}
    of_now = {event: ids for ids in now for event in ids}
    of_before = {event: ids for ids in before for event in ids if event in of_now}
    taken = {ids for ids, group in now.items() if ids not in before and _reaches(group, of_before, within)}
    gone: set[Ids] = set()
    waiting = list(taken)
    while waiting:
        for event in waiting.pop():
            old = of_before.get(event)
            if old is not None and old not in gone:
                gone.add(old)
                more = {of_now[each] for each in old} - taken
                taken |= more
                waiting += more
    return [now[ids] for ids in now if ids in taken], [before[ids] for ids in before if ids in gone]


def _reaches(group: Group, before: Mapping[str, Ids], within: tuple[str, str]) -> bool:
    """Whether a group has a report that is new, or a day within those given."""
    first, last = within
    days = [told.event.when.start[:10] for told in group if told.event.when and told.event.when.start]
    return not first or any(told.event.id not in before for told in group) or any(first <= d <= last for d in days)


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
