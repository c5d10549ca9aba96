"""Corrections as examples: kept in the analyst's own folder, run by check, and learned from by the confidence."""

from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path

from msgspec import Struct

from wasata.coding.correct import CorrectionError
from wasata.coding.proof import Failure, read_alone
from wasata.coding.recipe import Recipe
from wasata.events import confidence
from wasata.events.logistic import Example, WeightRow, Weights, chance
from wasata.packs.overlay import CORRECTIONS, WEIGHTS, place
from wasata.packs.sheet import drop_line, put_line, read_sheet
from wasata.packs.table import Row, TableError, columns
from wasata.records.correction import Correction, sides
from wasata.records.event import Event
from wasata.records.mention import Party, When
from wasata.records.text import Document

FEWEST = 30  # corrections, right and wrong ones among them, before anything is learned from them


class CorrectionRow(Row, frozen=True):
    """corrections.tsv: a sentence and the event that it tells; a leading ? means not coded so yet."""

    event: str  # id in the store
    sentence: str
    trigger: str
    type: str  # "" where it tells none
    mode: str
    actors: str
    recipients: str
    status: str
    date: str  # only where somebody said it: a lone sentence need not tell the day
    published: str
    coded: str  # "right" or "wrong": whether type and both sides were coded so
    signs: str  # what spoke for and against the event as it was coded, with | between
    note: str


class Refit(Struct, frozen=True):
    """How well the weights tell right events from wrong ones, before and after: the mean surprise, in bits."""

    right: int
    wrong: int
    before: float
    after: float
    file: str  # "" where the corrections taught nothing


def put(correction: Correction, folder: str, recipe: Recipe, *, published: str, dated: bool) -> Path:
    """The correction stands in the analyst's folder, as an example that check runs."""
    path = _path(folder, recipe)
    told = correction.corrected
    cells = {
        "event": correction.event.id,
        "sentence": correction.event.text,
        "trigger": correction.words,
        "date": _day(told.when) if told is not None and dated else "",
        "published": published,
        "coded": "right" if correction.right else "wrong",
        "signs": "|".join(correction.event.signs),
        "note": correction.note,
    }
    if told is not None:
        cells |= {"type": told.type, "mode": told.mode, "status": told.status}
        cells |= {"actors": _codes(told.actors), "recipients": _codes(told.recipients)}
    row = CorrectionRow("", *(" ".join(cells.get(column, "").split()) for column in columns(CorrectionRow)))
    if not _passes(row, _got(row, recipe)):
        cells["sentence"] = "?" + cells["sentence"]
    put_line(path, columns(CorrectionRow), cells, "event")
    return path


def drop(event: str, folder: str, recipe: Recipe) -> bool:
    """Whether the analyst's folder held an example of this event; it holds none now."""
    return drop_line(_path(folder, recipe), columns(CorrectionRow), event, "event")


def _path(folder: str, recipe: Recipe) -> Path:
    return Path(folder) / recipe.languages[0] / CORRECTIONS


def _codes(parties: Sequence[Party]) -> str:
    return ",".join(party.code for party in parties)


def _day(when: When | None) -> str:
    return "none" if when is None or when.start is None else f"{when.start[:10]}..{(when.end or '')[:10]}"


def corrections(recipe: Recipe) -> tuple[CorrectionRow, ...]:
    """The examples that the analyst's corrections left in their folder."""
    path = _path(recipe.overlay, recipe)
    if not recipe.overlay or not path.exists():
        return ()
    rows, faults = read_sheet(path, CorrectionRow, place(path, Path(recipe.overlay)))
    if faults:
        raise TableError("\n".join(faults))
    return rows


def prove(row: CorrectionRow, recipe: Recipe) -> Iterator[Failure]:
    """What is wrong with a correction: not coded so any more; or coded so at last, where it was not yet."""
    wanted = row.sentence.startswith("?")
    got = _got(row, recipe)
    sentence = row.sentence.removeprefix("?")
    if _passes(row, got):
        if wanted:
            yield Failure(row.row, f"is coded as you corrected it now, take the ? away: {sentence}", error=False)
        return
    told = " and ".join(_told(e.type, e.mode, _codes(e.actors), _codes(e.recipients), e.status) for e in got)
    asked = _told(row.type, row.mode, row.actors, row.recipients, row.status) if row.type else "no event"
    how = "not yet coded" if wanted else "not coded"
    yield Failure(
        row.row, f"{how} as you corrected it: {sentence}, wanted {asked}, got {told or 'no event'}", error=not wanted
    )


def _told(kind: str, mode: str, actors: str, recipients: str, status: str) -> str:
    """An event in words: ASSAULT aerial SDN/MIL > SDN/REB negated."""
    parties = f"{actors or '-'} > {recipients or '-'}"
    return " ".join(part for part in (kind, mode, parties, status if status != "actual" else "") if part)


def _got(row: CorrectionRow, recipe: Recipe) -> list[Event]:
    """The events that the sentence tells by the words that were corrected."""
    sentence = row.sentence.removeprefix("?")
    _, events = read_alone(Document(id=row.event, text=sentence, date=row.published), recipe)
    trigger = row.trigger
    return [e for e in events if trigger in (sentence[e.span.start : e.span.end], "")]


def _passes(row: CorrectionRow, got: Sequence[Event]) -> bool:
    if not row.type:
        return not got
    wanted = tuple(frozenset(filter(None, side.split(","))) for side in (row.actors, row.recipients))
    return any(
        (e.type, e.mode, e.status) == (row.type, row.mode, row.status)
        and sides(e) == wanted
        and row.date in ("", _day(e.when))
        for e in got
    )


def refit(recipe: Recipe) -> Refit:
    """The weights of confidence learned anew from the analyst's corrections, and kept where they are better for it.

    Better is what is measured on corrections that were left out: a fifth at a time.
    """
    rows = corrections(recipe)
    examples: list[Example] = [(row.signs.split("|"), row.coded == "right") for row in rows if row.signs]
    right = sum(held for _, held in examples)
    wrong = len(examples) - right
    if len(examples) < FEWEST or not right or not wrong:
        raise CorrectionError(
            f"{right} events are marked right and {wrong} wrong; {FEWEST} with some of each are needed "
            "(`wasata fix EVENT --right` marks one that is right)"
        )
    start = confidence.table()
    before = _surprise([(start, examples)])
    folds = [(examples[at::5], [e for n, e in enumerate(examples) if n % 5 != at]) for at in range(5)]
    after = _surprise([(confidence.recalibrated(start, learned), left) for left, learned in folds])
    file = _write(confidence.recalibrated(start, examples), recipe) if after < before else ""
    return Refit(right, wrong, before, after, file)


def _surprise(told: Sequence[tuple[Weights, Sequence[Example]]]) -> float:
    """The mean number of bits by which the outcomes surprise whoever believes the chances."""
    bits = [-log(chance(w, signs) if held else 1 - chance(w, signs), 2) for w, found in told for signs, held in found]
    return sum(bits) / len(bits)


def _write(weights: Weights, recipe: Recipe) -> str:
    """The weights that differ from ours stand in the analyst's folder."""
    meanings = {row.sign: row.meaning for row in confidence.rows()}
    ours = confidence.table()
    path = Path(recipe.overlay) / WEIGHTS
    lines = [
        f"{sign}\t{weight:+.2f}\t{meanings.get(sign, '')}"
        for sign, weight in sorted(weights.items())
        if abs(weight - ours.get(sign, 0.0)) >= 0.005
    ]
    path.write_text("\n".join(["\t".join(columns(WeightRow)), *lines]) + "\n", encoding="utf-8")
    return str(path)
