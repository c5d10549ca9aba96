"""Score the coder on articles of our own, whose events were coded by hand in the expected.tsv beside them.

usage: python -m gold.stories [NAME]    prints what is missed and what is extra, then precision and recall

Always there, unlike the gold of others. "stories" are the example articles; "told" are articles that were written and
coded before anybody looked at what the coder makes of them, from six regions.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from wasata import Document, Event, Recipe, code
from wasata.documents.sources import documents

SETS = {"stories": Path(__file__).parent.parent / "examples", "told": Path(__file__).parent / "told"}
Row = dict[str, str]


def main() -> int:
    """The misses, the extras and the figures."""
    name = sys.argv[1] if len(sys.argv) > 1 else "stories"
    if name not in SETS:
        print(f"no set {name}; there are {', '.join(SETS)}")
        return 2
    found = score(SETS[name])
    for row in found["missed"]:
        print("MISSED", *row.values(), sep="\t")
    for event in found["extra"]:
        print("EXTRA", *_said(event), sep="\t")
    hits, wanted, coded = len(found["hits"]), len(found["missed"]) + len(found["hits"]), len(found["events"])
    print(f"{wanted} events coded by hand, {coded} by rule: precision {hits / coded:.2f}, recall {hits / wanted:.2f}")
    return 0


def figures() -> Iterator[tuple[str, float]]:
    """Precision and recall of each set."""
    for name, folder in SETS.items():
        found = score(folder)
        yield f"{name}_precision", len(found["hits"]) / max(1, len(found["events"]))
        yield f"{name}_recall", len(found["hits"]) / (len(found["hits"]) + len(found["missed"]))


def score(folder: Path) -> dict[str, list]:  # type: ignore[type-arg]
    """Hits, missed rows, extra events and all events: type right, and the parties overlap on every side named."""
    out: dict[str, list] = {"hits": [], "missed": [], "extra": [], "events": []}  # type: ignore[type-arg]
    for name, rows in expected(folder).items():
        document = next(d for d in documents([folder / f"{name}.md"]) if isinstance(d, Document))
        events = list(code([document], Recipe()))
        out["events"] += events
        left = [(paragraph(document.text, event.span.start), event) for event in events]
        for row in rows:
            here = [p for p in left if p[0] == int(row["paragraph"]) and _same(row, p[1])]
            if here:
                left.remove(here[0])
                out["hits"].append((row, here[0][1]))
            else:
                out["missed"].append(row)
        out["extra"] += [event for _, event in left]
    return out


def expected(folder: Path) -> dict[str, list[Row]]:
    """The hand-coded rows of each article."""
    rows: dict[str, list[Row]] = defaultdict(list)
    with (folder / "expected.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows[row["article"]].append({key: cell or "" for key, cell in row.items()})
    return rows


def paragraph(text: str, at: int) -> int:
    """The number of the non-blank line that holds this character; the first is 0."""
    return sum(bool(line.strip()) for line in text[:at].split("\n")[:-1])


def _same(row: Row, event: Event) -> bool:
    """Type right and parties overlapping on every side named; a party is its country and its class, as for the gate."""
    actors, recipients = ({_class(p.code) for p in side} for side in (event.actors, event.recipients))
    wanted_actors, wanted = ({_class(c) for c in row[side].split(",") if c} for side in ("actors", "recipients"))
    if event.type != row["event"]:
        return False
    if not wanted:
        return not wanted_actors or bool((actors | recipients) & wanted_actors)
    return (not wanted_actors or bool(actors & wanted_actors)) and bool(recipients & wanted)


def _class(code: str) -> tuple[str, str]:
    """Country, and whether the party is of the state, bears arms against one, or is of society."""
    country, _, sector = code.partition("/")
    if sector in ("", "GOV", "MIL", "COP", "JUD", "LEG", "PRM", "SPY", "PRE"):
        return country, "state"
    return country, "armed" if sector in ("REB", "UAF", "CRM") else "society"


def _said(event: Event) -> tuple[str, str, str, str, str]:
    sides = [",".join(p.code for p in side) for side in (event.actors, event.recipients)]
    return (event.type, *sides, event.status, event.why.row)


if __name__ == "__main__":
    sys.exit(main())
