"""Every row proves itself: its example must yield what the row says, its evil twin must not."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from msgspec import Struct

from wasata.coding import learned
from wasata.coding.code import line
from wasata.coding.proof import Failure, read_alone
from wasata.coding.recipe import Recipe
from wasata.ontology.plover import OntologyError, ontology
from wasata.packs.language import ROOT
from wasata.packs.rows import NameRow, RoleRow, TimeRow, VerbRow
from wasata.records.event import Event
from wasata.records.mention import ActorMention, Reading
from wasata.records.text import Document, Span

_MARKED = re.compile(r"\[([^\[\]]*)\]|\{([^{}]*)\}")
_MARKS = str.maketrans("", "", "[]{}")


Proved = VerbRow | RoleRow | NameRow | TimeRow


class _Marked(Struct, frozen=True):
    text: str
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]


def check(recipe: Recipe) -> Iterator[Failure]:
    """Every row of the recipe's language that fails its own example, in the order of the tables; then corrections.

    With an analyst's folder, what is only worth a look is told of the analyst's rows alone.
    """
    ours = tuple(f"{room}/" for room in (*recipe.languages, "world"))
    for row in rows(recipe):
        look = not recipe.overlay or not row.row.startswith(ours)
        yield from (failure for failure in prove(row, recipe) if failure.error or look)
    for correction in learned.corrections(recipe):
        yield from learned.prove(correction, recipe)


def rows(recipe: Recipe) -> Iterator[Proved]:
    """Every row that brings its own proof, in the order of the tables: each is one case to test."""
    pack, _ = line(recipe)
    yield from pack.verbs
    yield from (role for role in pack.roles if role.example)
    yield from (name for name in pack.names if name.no)
    yield from (time for time in pack.times if time.example)


def prove(row: Proved, recipe: Recipe) -> Iterator[Failure]:
    """What is wrong with one row; nothing where it does what its example says."""
    anchor = _anchor(recipe.languages[0])
    if isinstance(row, VerbRow):
        yield from _check_verb(row, anchor, recipe)
        yield from _check_twin(row, anchor, recipe)
    elif isinstance(row, RoleRow):
        yield from _check_role(row, anchor, recipe)
    elif isinstance(row, NameRow):
        yield from _check_name(row, anchor, recipe)
    else:
        yield from _check_time(row, anchor, recipe)


@cache
def _anchor(code: str) -> str:
    """The day from which the examples of a pack are counted."""
    return str(tomllib.loads((ROOT / code / "pack.toml").read_text(encoding="utf-8"))["anchor"])


def _check_verb(row: VerbRow, anchor: str, recipe: Recipe) -> Iterator[Failure]:
    try:
        if row.event:
            ontology().check(row.event, row.mode)
    except OntologyError as error:
        yield Failure(row.row, str(error))
        return
    if not row.example:
        yield Failure(row.row, "has no example; give it a sentence with the actors in [ ] and the recipients in { }")
        return
    wanted_to_fail = row.example.startswith("?")
    marked = _unmark(row.example.removeprefix("?"))
    reading, events = read_alone(Document(id=row.row, text=marked.text, date=anchor), recipe)
    wanted = "nothing"
    if row.event:
        wanted = _told(row.event, row.mode, _codes(reading, marked.actors), _codes(reading, marked.recipients))
    right = [e for e in events if wanted in (_as_told(e), _as_met(e), _as_unnamed(e, reading))]
    passes = any(_by(event, row) for event in right) if row.event else not events
    if wanted_to_fail and passes:
        yield Failure(row.row, f"example is coded now, take the ? away: {marked.text}", error=False)
    elif right and not passes and not wanted_to_fail:
        other = _place(right[0])
        yield Failure(row.row, f"example is coded as wanted, but by {other}: {marked.text}", error=False)
    elif not passes and not wanted_to_fail:
        yield Failure(row.row, f"example not coded: {marked.text}, wanted {wanted}, got {_got(events, row)}")


def _check_twin(row: VerbRow, anchor: str, recipe: Recipe) -> Iterator[Failure]:
    """The sentence in which the row must not fire."""
    if not row.no:
        return
    text = row.no.translate(_MARKS)
    _, events = read_alone(Document(id=row.row, text=text, date=anchor), recipe)
    fired = [event for event in events if _by(event, row)]
    if fired:
        yield Failure(row.row, f"coded where it must not be: {text}, got {_got(fired, row)}")


def _check_role(row: RoleRow, anchor: str, recipe: Recipe) -> Iterator[Failure]:
    """The marked words are mentions with the codes that the example gives in their order, and there are no others."""
    if not row.example:
        return
    said, _, codes = row.example.removeprefix("?").rpartition("=")
    marked = _unmark(said.strip())
    reading, _ = read_alone(Document(id=row.row, text=marked.text, date=anchor), recipe)
    told = {mention.span: "+".join(party.code for party in mention.parties) for mention in reading.actors}
    said_codes = [*codes.split(), *[""] * len(marked.actors)]
    wanted = dict(zip(marked.actors, said_codes, strict=False))
    if row.example.startswith("?"):
        if told == wanted:
            yield Failure(row.row, f"example is read now, take the ? away: {marked.text}", error=False)
    elif told != wanted:
        listed = _listed(wanted, marked.text), _listed(told, marked.text)
        yield Failure(row.row, f"example not read: {said.strip()}, wanted {listed[0]}, got {listed[1]}")


def _listed(codes: Mapping[Span, str], text: str) -> str:
    """Mentions in words: الجانبان TUR+CHN and تركيا TUR."""
    return " and ".join(f"{text[at.start : at.end]} {code or 'left open'}" for at, code in codes.items()) or "nobody"


def _check_name(row: NameRow, anchor: str, recipe: Recipe) -> Iterator[Failure]:
    if not row.no:
        return
    reading, _ = read_alone(Document(id=row.row, text=row.no, date=anchor), recipe)
    if any(party.actor == row.actor for mention in reading.actors for party in mention.parties):
        yield Failure(row.row, f"read where it must not be: {row.no}, got {row.actor}")


def _check_time(row: TimeRow, anchor: str, recipe: Recipe) -> Iterator[Failure]:
    if not row.example:
        return
    said, _, wanted = row.example.rpartition("=")
    reading, _ = read_alone(Document(id=row.row, text=said.strip(), date=anchor), recipe)
    when = reading.times[-1].when if reading.times else None
    got = f"{when.start or ''}..{when.end or ''}" if when else ""
    if not reading.times or got != wanted.strip():
        told = got or ("no date" if reading.times else "nothing")
        yield Failure(row.row, f"example not read: {said.strip()}, wanted {wanted.strip() or 'no date'}, got {told}")


def _unmark(example: str) -> _Marked:
    """The sentence without its marks, and where the marked words stand in it."""
    sides: tuple[list[Span], list[Span]] = ([], [])
    text, at = "", 0
    for found in _MARKED.finditer(example):
        text += example[at : found.start()].translate(_MARKS)
        words = found.group()[1:-1]
        sides[found.group()[0] == "{"].append(Span(len(text), len(text) + len(words)))
        text, at = text + words, found.end()
    text += example[at:].translate(_MARKS)
    return _Marked(text, tuple(sides[0]), tuple(sides[1]))


def _codes(reading: Reading, spans: Iterable[Span]) -> tuple[str, ...]:
    """The codes of every party that the words of these spans stand for."""
    inside = [mention for span in spans for mention in reading.actors if _overlap(mention, span)]
    return tuple(dict.fromkeys(party.code for mention in inside for party in mention.parties))


def _overlap(mention: ActorMention, span: Span) -> bool:
    return mention.span.start < span.end and span.start < mention.span.end


def _by(event: Event, row: VerbRow) -> bool:
    return _place(event) == row.row


def _place(event: Event) -> str:
    """File and line of the row that spoke first."""
    return event.why.row.split("  ", 1)[0]


def _as_told(event: Event) -> str:
    return _told(event.type, event.mode, [p.code for p in event.actors], [p.code for p in event.recipients])


def _as_unnamed(event: Event, reading: Reading) -> str:
    """Without doers whom no words name: the people of a protest, whoever blew himself up."""
    named = [p.code for p in event.actors if any(p in mention.parties for mention in reading.actors)]
    return _told(event.type, event.mode, named, [p.code for p in event.recipients])


def _as_met(event: Event) -> str:
    """A visit told as the meeting that it is: a row of talks cannot know whose guest somebody is."""
    if event.mode != "visit":
        return ""
    return _told(event.type, "", [p.code for p in (*event.actors, *event.recipients)], [])


def _told(kind: str, mode: str, actors: Iterable[str], recipients: Iterable[str]) -> str:
    """An event in words that two alike have alike: REJECT change EGY > SDN."""
    words = [kind, mode, ",".join(sorted(set(actors))) or "-", ">", ",".join(sorted(set(recipients))) or "-"]
    return " ".join(word for word in words if word)


def _got(events: Iterable[Event], row: VerbRow) -> str:
    """What was coded instead, with the row that spoke where it was another."""
    told = [_as_told(e) + ("" if _by(e, row) else f" by {_place(e)}") for e in events]
    return " and ".join(told) or "nothing"
