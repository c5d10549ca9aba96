"""Sentences/s, MB/s and peak memory of one core, from raw text to coded events.

usage: python -m bench.reading [FILE.jsonl] [--seconds 10]

FILE holds {"id", "text"} lines; without it the example articles are read again and again. Every document is given a
new id, so nothing but words (which repeat in any real text) can be remembered from one to the next.
"""

import argparse
import itertools
import json
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from wasata import Document, Recipe, code
from wasata.records.text import Span
from wasata.text.segment import cut_sentences

EXAMPLES = Path(__file__).parent.parent / "examples"


def main() -> None:
    """The figures, one a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--seconds", type=float, default=10.0)
    args = parser.parse_args()
    began = time.process_time()
    first = next(iter(code([Document(id="first", text="هاجم الجيش السوداني المتمردين.")], Recipe())), None)
    print(f"first event after {time.process_time() - began:.2f} s CPU ({first.type if first else 'none coded'})")
    texts = _texts(args.file)
    began = time.process_time()
    for number, text in enumerate(texts):
        for _ in code([Document(id=f"new {number}", text=text)], Recipe()):
            pass
    print(
        f"{len(texts):,} documents of new words in {time.process_time() - began:.1f} s CPU; then, with the words known:"
    )
    lengths = [len(cut_sentences(text, Span(0, len(text)))) for text in texts]
    began, done, size, events, sentences = time.process_time(), 0, 0, 0, 0
    for number in itertools.count():
        text = texts[number % len(texts)]
        events += sum(1 for _ in code([Document(id=str(number), text=text)], Recipe()))
        done += 1
        sentences += lengths[number % len(texts)]
        size += len(text.encode())
        if time.process_time() - began > args.seconds or args.file and number + 1 == len(texts) and done > 3000:
            break
    spent = time.process_time() - began
    print(f"{sentences / spent:,.0f} sentences/s  {size / spent / 1e6:.2f} MB/s  {events / spent:,.0f} events/s")
    print(f"{sentences:,} sentences in {done:,} documents, {spent:.1f} s CPU on one core")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _texts(file: Path | None) -> list[str]:
    """The texts to read: the lines of a file, or every sentence of the examples."""
    if file is not None:
        return [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return list(_example_lines())


def _example_lines() -> Iterator[str]:
    for path in sorted(EXAMPLES.glob("*.md")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from (part.strip() + "." for part in line.split(". ") if len(part) > 40)


if __name__ == "__main__":
    main()
