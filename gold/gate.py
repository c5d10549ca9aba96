"""Measure the coder against hand-coded gold and hold every figure to its floor.

usage: python -m gold.gate [--raise] [--allow-lower] [--only NAME]

The gold folder (hand-coded articles, time expressions, actors, sentences) is not part of the project; it is looked
for in $WASATA_GOLD, else beside the checkout in ../shared. Floors stand in gold/floors.toml; a figure below its floor
fails. --raise lifts floors to what was measured; a floor sinks only with --allow-lower.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from gold import calibrate, stories

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
WASATA = [sys.executable, "-m", "wasata.faces.cli"]


def main() -> int:
    """The figures beside their floors; 0 where every floor holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to what was measured")
    parser.add_argument("--allow-lower", action="store_true", help="with --raise: let a floor sink, too")
    parser.add_argument("--only", default="", help="measure only what begins with this name")
    args = parser.parse_args()
    shared = Path(os.environ.get("WASATA_GOLD", HERE.parent.parent / "shared"))
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    failed, measured = 0, {}
    for name, value in figures(shared, args.only):
        measured[name] = value
        floor = floors.get(name)
        good = floor is None or value >= floor - 1e-9
        failed += not good
        print(
            f"{'ok  ' if good else 'SANK'}  {name:34} {value:8.3f}   floor {floor if floor is not None else '-'}",
            flush=True,
        )
    if args.lift:
        keep = {
            **floors,
            **{n: v for n, v in measured.items() if args.allow_lower or v >= floors.get(n, float("-inf"))},
        }
        lines = [
            "# floors of make gate; `make gate GATE=--raise` lifts them, only GATE='--raise --allow-lower' lowers\n"
        ]
        lines += [f"{name} = {int(value * 1000 + 1e-6) / 1000:.3f}\n" for name, value in sorted(keep.items())]
        FLOORS.write_text("".join(lines), encoding="utf-8")
    return 1 if failed and not (args.lift and args.allow_lower) else 0


def figures(shared: Path, only: str) -> Iterator[tuple[str, float]]:
    """Every figure that the gold data give, as name and value; our own stories first."""
    if not only or only.startswith("stories"):
        yield from stories.figures()
    if not (shared / "gold").is_dir():
        print(f"gate: no gold data of others at {shared} (set WASATA_GOLD); only our own stories were measured")
        return
    gold, tools = shared / "gold", shared / "tools"
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        if not only or only.startswith("seed"):
            yield from events("seed", gold / "seed_article.jsonl", gold / "seed_events.jsonl", tools, work)
        if not only or only.startswith("articles"):
            yield from events("articles", gold / "articles/articles.jsonl", gold / "articles/events.jsonl", tools, work)
        for kind in ("assault", "protest"):
            if not only or only.startswith("gsr"):
                yield from sentences(kind, gold / "gsr", tools, work)
        if not only or only.startswith("confidence"):
            yield "confidence_one_minus_ece", calibrate.one_minus_ece(shared)
        if not only or only.startswith("time"):
            for path in sorted((gold / "time").glob("*.jsonl")):
                yield from times(path, tools, work)
        if not only or only.startswith("actors"):
            out = coded(["mentions", str(gold / "seed_article.jsonl"), "--kind", "actor"], work / "actors.jsonl")
            text = tool(
                tools / "score_mentions.py", "actors", gold / "seed_actors.jsonl", gold / "seed_article.jsonl", out
            )
            yield "actors_seed_right", float(text.split()[0])


def events(name: str, articles: Path, gold: Path, tools: Path, work: Path) -> Iterator[tuple[str, float]]:
    """Precision, recall and F1 of coded articles at three levels, and the share of dates and statuses right."""
    out = coded(["code", str(articles)], work / f"{name}.jsonl")
    scores = json.loads(tool(tools / "score_events.py", articles, gold, out, "--json"))
    for level in ("type", "dyad", "exact"):
        for part in ("precision", "recall", "f1"):
            yield f"{name}_{level}_{part}", scores[level][part]
    yield f"{name}_date_right", scores["date_right"]
    yield f"{name}_status_right", scores["status_right"]


def sentences(kind: str, gold: Path, tools: Path, work: Path) -> Iterator[tuple[str, float]]:
    """Detection of one event type in sentences, and its spans."""
    score = tools / "score_gsr.py"
    for part in ("detection", "spans"):
        path = gold / f"{kind}_{part}.jsonl"
        documents = work / f"{kind}_{part}_in.jsonl"
        documents.write_text(tool(score, "documents", path), encoding="utf-8")
        out = coded(["code", str(documents)], work / f"{kind}_{part}.jsonl")
        text = tool(score, part, path, out)
        numbers = [float(n) for n in re.findall(r"(?:F1|precision|recall|found|right) ([\d.]+)", text)]
        names = ("precision", "recall", "f1", "easy_precision", "easy_recall", "easy_f1")
        if part == "spans":
            names = ("trigger_found", "party_right")
        yield from ((f"gsr_{kind}_{label}", number) for label, number in zip(names, numbers, strict=True))


def times(path: Path, tools: Path, work: Path) -> Iterator[tuple[str, float]]:
    """How many time expressions of a set get the right interval."""
    documents = work / f"{path.stem}_in.jsonl"
    documents.write_text(tool(tools / "score_mentions.py", "documents", path), encoding="utf-8")
    out = coded(["mentions", str(documents), "--kind", "time"], work / f"{path.stem}_time.jsonl")
    text = tool(tools / "score_mentions.py", "time", path, out)
    yield f"time_{path.stem}_right", float(text.split()[0])


def coded(arguments: list[str], out: Path) -> Path:
    """The file that a wasata command wrote."""
    with out.open("w", encoding="utf-8") as file:
        subprocess.run([*WASATA, *arguments], stdout=file, check=True)
    return out


def tool(*arguments: object) -> str:
    """What a scoring tool printed."""
    words = [sys.executable, *map(str, arguments)]
    return subprocess.run(words, check=True, capture_output=True, text=True, encoding="utf-8").stdout


if __name__ == "__main__":
    sys.exit(main())
