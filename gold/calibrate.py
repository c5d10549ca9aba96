"""Weigh the signs of an event anew on hand-coded gold, and say how honest the confidence is.

usage: python -m gold.calibrate [--dry]

Every event that is coded in the gold articles and sentences is right or wrong: right where its type and its sides are
those of a gold event. The weights of wasata/events/confidence.tsv are fitted to that; what is printed (and drawn into
docs/reliability.svg) is measured on articles that were left out of the fit, tenth by tenth. --dry writes nothing.
"""

import argparse
import hashlib
import json
import math
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from gold.reliability import Bin, bins, drawn, error
from wasata.desk import Desk, Fault
from wasata.events import confidence
from wasata.events.logistic import ALWAYS, chance, fitted
from wasata.faces.lines import event_line
from wasata.records.event import Event

HERE = Path(__file__).parent
FOLDS = 10
RIDGE = 8.0
RARE = 8  # a sign that was seen in fewer events tells nothing


class Judged(Struct, frozen=True):
    """A coded event, the story it stands in, and whether gold bears it out."""

    story: str
    signs: tuple[str, ...]
    right: bool


def main() -> int:
    """The weights are written, the reliability is told and drawn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="only measure")
    args = parser.parse_args()
    shared = Path(os.environ.get("WASATA_GOLD", HERE.parent.parent / "shared"))
    if not (shared / "gold").is_dir():
        print(f"calibrate: no gold data at {shared} (set WASATA_GOLD); nothing was done")
        return 1
    judged = list(gathered(shared))
    told = left_out(judged)
    found = bins(told)
    print(f"{len(judged)} events, {sum(j.right for j in judged)} right")
    print("said     events  mean said  right")
    for one in found:
        print(f"{one.low:.1f}-{one.low + 0.1:.1f}  {one.count:6}     {one.said:.3f}  {one.right:.3f}")
    loss = sum(-math.log(p if right else 1 - p) for p, right in told) / len(told)
    print(f"expected calibration error (left out, {FOLDS} folds by story): {error(found):.3f}   log loss {loss:.3f}")
    if not args.dry:
        write(judged)
        (HERE.parent / "docs/reliability.svg").write_text(drawn(found), encoding="utf-8")
    return 0


def one_minus_ece(shared: Path) -> float:
    """How honest the confidence is: one minus the expected calibration error on stories left out of the fit."""
    return 1 - error(bins(left_out(list(gathered(shared)))))


def left_out(judged: Sequence[Judged]) -> list[tuple[float, bool]]:
    """For each event the chance told by weights that never saw its story, and whether it is right."""
    told = []
    for fold in range(FOLDS):
        known = [(j.signs, j.right) for j in judged if _fold(j.story) != fold]
        weights = fitted(known, ridge=RIDGE)
        told += [(chance(weights, j.signs), j.right) for j in judged if _fold(j.story) == fold]
    return told


def _fold(story: str) -> int:
    return int(hashlib.md5(story.encode()).hexdigest(), 16) % FOLDS


def write(judged: Sequence[Judged]) -> None:
    """The table of weights holds what the events tell; meanings stay, a sign without one is named as it is."""
    seen: dict[str, int] = defaultdict(int)
    for one in judged:
        for sign in one.signs:
            seen[sign] += 1
    kept = {sign for sign, count in seen.items() if count >= RARE}
    weights = fitted([([s for s in j.signs if s in kept], j.right) for j in judged], ridge=RIDGE)
    meanings = {row.sign: row.meaning for row in confidence.rows()}
    comments = [line for line in confidence.TABLE.read_text(encoding="utf-8").split("\n") if line.startswith("#")]
    lines = ["sign\tweight\tmeaning", *comments]
    for sign in [ALWAYS, *sorted({*kept, *meanings} - {ALWAYS})]:
        if sign not in meanings:
            print(f"{confidence.TABLE}: say in plain words what the new sign {sign!r} is")
        lines.append(f"{sign}\t{weights.get(sign, 0.0):+.2f}\t{meanings.get(sign, '')}")
    confidence.TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def gathered(shared: Path) -> Iterator[Judged]:
    """Every event coded in the gold, judged."""
    sys.path.insert(0, str(shared / "tools"))
    gold = shared / "gold"
    for stories, events in (("seed_article", "seed_events"), ("articles/articles", "articles/events")):
        yield from in_articles(gold / f"{stories}.jsonl", gold / f"{events}.jsonl")
    for kind in ("assault", "protest"):
        yield from in_sentences(gold / f"gsr/{kind}_detection.jsonl", gold / f"gsr/{kind}_spans.jsonl")


def in_articles(stories: Path, gold: Path) -> Iterator[Judged]:
    """Events of whole articles: right where type and sides are those of a gold event of the paragraph."""
    tool = import_module("score_events")
    spans = {line["id"]: tool.paragraphs(line["text"]) for line in _lines(stories)}
    there: dict[tuple[str, int], tuple[list[Any], list[Any]]] = defaultdict(lambda: ([], []))
    for event in _coded(stories):
        at = next((n for n, (s, e) in enumerate(spans[event.document]) if s <= event.span.start <= e), -1)
        line = {**msgspec.to_builtins(event_line(event)), "signs": event.signs}
        there[event.document, at][0].append(line)
    for line in _lines(gold):
        there[line["article"], line["paragraph"]][1].append(line)
    for (story, _), (ours, theirs) in there.items():
        right = [id(one) for level, one, _ in tool.match(ours, theirs) if level >= 2]
        yield from (Judged(story, one["signs"], id(one) in right) for one in ours)


def in_sentences(detection: Path, spans: Path) -> Iterator[Judged]:
    """Events of lone sentences: right where people saw one of the type there, with the parties that they gave."""
    tool = import_module("score_gsr")
    given = _given(spans, tool)
    rows = {line["id"]: line for line in _lines(detection)}
    for event in _coded(detection):
        row = rows[event.document]
        if event.type != row["type"] or event.status != "actual":
            continue
        line = [msgspec.to_builtins(event_line(event))]
        right = row["positive"] and all(
            not codes or tool.carries(line, side, codes) for side, codes in given[event.document].items()
        )
        yield Judged(event.document.rpartition("-")[0] or event.document, event.signs, right)


def _given(spans: Path, tool: Any) -> dict[str, dict[str, list[Any]]]:
    """For each sentence the codes that people gave to either side."""
    found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: {"actors": [], "recipients": []})
    for row in _lines(spans):
        for coding in row["codings"]:
            for side, role in (("actors", "source_role"), ("recipients", "target_role")):
                code = tool.given(coding[role])
                if code:
                    found[row["document"]][side].append(code)
    return found


def _coded(path: Path) -> Iterator[Event]:
    """The events of every document of the file, as `wasata code` finds them, in a file without anything but texts."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / path.name
        fields = ("id", "text", "date", "title")
        lines = ({key: line[key] for key in fields if key in line} for line in _lines(path))
        bare.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
        for one in Desk(workers=2).code([bare], kind="lines"):
            if isinstance(one, Fault):
                raise RuntimeError(f"{path}: {one.message}")
            yield from one.events


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


__all__ = ["Bin", "left_out", "main", "one_minus_ece"]

if __name__ == "__main__":
    sys.exit(main())
