"""Weigh anew what says that a sentence reports an assault or a protest, on human-coded newswire sentences.

usage: python -m gold.assertion [--dry]

Of a sentence in which people saw an assault, the draft that looks most like a report is taken as one; of the others
none is. The weights of wasata/events/assault.tsv and protest.tsv are fitted to that, for the signs that the tables hold
(a new sign is taken up by adding its row, with any weight). What is printed was told about sentences of documents that
the fit had not seen, the bar too; --dry writes nothing. The bars stand in wasata/events/asserted.py.
"""

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from wasata import Document
from wasata.events.asserted import asserted
from wasata.events.by_rules import Rules
from wasata.events.draft import Draft
from wasata.events.evidence import ROOM, signs, table
from wasata.events.logistic import ALWAYS, Weights, fitted, points, weight_rows
from wasata.events.scene import Scene
from wasata.packs.language import language
from wasata.reading.read import read

FOLDS = 10
ROUNDS = 3  # of choosing the draft that stands for its sentence
RIDGE = 14.0


class Told(Struct, frozen=True):
    """A sentence: its document, the signs of every draft in it, whether people saw a deed, whether they agreed."""

    story: str
    drafts: tuple[tuple[str, ...], ...]
    deed: bool
    disputed: bool


def main() -> int:
    """The weights are written; how well they tell is printed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="only measure")
    args = parser.parse_args()
    shared = Path(os.environ.get("WASATA_GOLD", Path(__file__).parent.parent.parent / "shared"))
    for event in ("ASSAULT", "PROTEST"):
        file = shared / f"gold/gsr/{event.lower()}_detection.jsonl"
        if not file.exists():
            print(f"assertion: no gold data at {file} (set WASATA_GOLD); nothing was done")
            return 1
        sentences = gathered(file, event)
        report(event, sentences)
        if not args.dry:
            write(event, sentences)
    return 0


def gathered(file: Path, event: str) -> list[Told]:
    """Every sentence of the file with the drafts of this event that are told as facts."""
    found: list[tuple[str, ...]] = []
    known = set(table(event))

    def keep(scene: Scene, draft: Draft) -> bool:
        if draft.frame.event == event and draft.status == "actual":
            found.append(tuple(sign for sign in signs(scene, draft) if sign in known))
        return asserted(scene, draft)

    pack = language("ar")
    rules, sentences = Rules(pack, keep=keep), []
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found.clear()
        list(rules.code(read(Document(id=row["id"], text=row["text"]), pack)))
        story = row["id"].rpartition("-")[0] or row["id"]
        sentences.append(Told(story, tuple(found), row["positive"], row["label"] == "difficult no"))
    return sentences


def learned(sentences: Sequence[Told]) -> dict[str, float]:
    """The weights under which the best draft of each sentence tells whether people saw a deed there."""
    weights = fitted([(draft, one.deed) for one in sentences for draft in one.drafts], ridge=RIDGE)
    for _ in range(ROUNDS):
        weights = fitted([(best(weights, one), one.deed) for one in sentences if one.drafts], ridge=RIDGE)
    return weights


def best(weights: Weights, one: Told) -> tuple[str, ...]:
    """The draft of a sentence that looks most like a report."""
    return max(one.drafts, key=lambda draft: points(weights, draft))


def left_out(sentences: Sequence[Told]) -> list[tuple[Told, float]]:
    """Each sentence with the points of weights that never saw its document; far below all where it has no draft."""
    scored = []
    for fold in range(FOLDS):
        weights = learned([one for one in sentences if _fold(one.story) != fold])
        for one in sentences:
            if _fold(one.story) == fold:
                scored.append((one, points(weights, best(weights, one)) if one.drafts else -99.0))
    return scored


def _fold(story: str) -> int:
    return int(hashlib.md5(story.encode()).hexdigest(), 16) % FOLDS


def report(event: str, sentences: Sequence[Told]) -> None:
    """Precision, recall and F1 at the bar that is best for the other folds, and the bar that is best for all."""
    scored = left_out(sentences)
    hits: list[tuple[Told, bool]] = []
    for fold in range(FOLDS):
        bar = best_bar([pair for pair in scored if _fold(pair[0].story) != fold])
        hits += [(one, score >= bar) for one, score in scored if _fold(one.story) == fold]
    for name, kept in (("all", hits), ("undisputed", [(one, hit) for one, hit in hits if not one.disputed])):
        print(f"{event:8} {name:10} precision {{:.3f}} recall {{:.3f}} F1 {{:.3f}}".format(*_prf(kept)))
    print(f"{event:8} the bar that is best for all left-out sentences: {best_bar(scored):.2f}")


def best_bar(scored: Sequence[tuple[Told, float]]) -> float:
    """The points that a sentence must reach for the best F1: the middle of all bars that are nearly as good."""
    bars = [step / 10 for step in range(-30, 16)]
    f1 = {bar: _prf([(one, score >= bar) for one, score in scored])[2] for bar in bars}
    near = [bar for bar in bars if f1[bar] >= max(f1.values()) - 0.015]
    return near[len(near) // 2]


def _prf(hits: Sequence[tuple[Told, bool]]) -> tuple[float, float, float]:
    right = sum(one.deed and hit for one, hit in hits)
    precision = right / max(1, sum(hit for _, hit in hits))
    recall = right / max(1, sum(one.deed for one, _ in hits))
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def write(event: str, sentences: Sequence[Told]) -> None:
    """The table of the event holds the weights learned from all sentences; comments and meanings stay."""
    file = ROOM / f"{event.lower()}.tsv"
    weights = learned(sentences)
    comments = [line for line in file.read_text(encoding="utf-8").split("\n") if line.startswith("#")]
    rows = sorted(weight_rows(file), key=lambda row: (row.sign != ALWAYS, -weights.get(row.sign, 0.0)))
    lines = [f"{row.sign}\t{weights.get(row.sign, 0.0):+.2f}\t{row.meaning}" for row in rows]
    file.write_text("\n".join(["sign\tweight\tmeaning", *comments, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
