"""Events merged per second, alone and in a store, and what share of made-up reports finds its occurrence.

usage: python -m bench.merge [--events 100000]

Occurrences of a year are made up (types and countries as unequal as in news), each with one to six reports in papers
of that day and the next; reports drop a side, the place or the mode, and some name a person instead of the state.
"""

import argparse
import random
import resource
import time
from collections import Counter
from datetime import date, timedelta

from wasata.events.merge import merge, occurrence
from wasata.ontology.plover import ontology
from wasata.records.event import Event
from wasata.records.mention import Party, When, Why
from wasata.records.occurrence import Told
from wasata.records.text import Span

_LETTERS = "ابتجحدرسعفقكلمنهوي   "
_COUNTRIES = [a + b + c for a in "ABCDE" for b in "IOU" for c in "RST"]


def main() -> None:
    """The figures, one a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    count = parser.parse_args().events
    reports, truth = made_up(count)
    began = time.process_time()
    groups = merge(reports)
    merged = time.process_time() - began
    for group in groups:
        occurrence(group)
    spent = time.process_time() - began
    print(f"{count:,} events in {len(groups):,} occurrences ({len(set(truth.values())):,} were made)")
    print(
        f"{merged:.2f} s to merge, {spent:.2f} s with the occurrences told; {count / spent:,.0f} events/s on one core"
    )
    print(f"precision {_pairs(groups, truth)[0]:.3f}  recall {_pairs(groups, truth)[1]:.3f}  of pairs of reports")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _pairs(groups: list[tuple[Told, ...]], truth: dict[str, int]) -> tuple[float, float]:
    """Of the pairs that were brought together how many are right, and of the right ones how many were."""
    made = Counter(truth.values())
    wanted = sum(n * (n - 1) // 2 for n in made.values())
    told = right = 0
    for group in groups:
        told += len(group) * (len(group) - 1) // 2
        right += sum(n * (n - 1) // 2 for n in Counter(truth[report.event.id] for report in group).values())
    return right / told, right / wanted


def made_up(count: int) -> tuple[list[Told], dict[str, int]]:
    """So many reports in no order, and which occurrence each tells."""
    dice = random.Random(11)
    kinds = list(ontology().categories)
    reports: list[Told] = []
    truth: dict[str, int] = {}
    number = 0
    while len(reports) < count:
        number += 1
        for told in _occurrence(dice, number, kinds):
            reports.append(told)
            truth[told.event.id] = number
    dice.shuffle(reports)
    return reports[:count], truth


def _occurrence(dice: random.Random, number: int, kinds: list[str]) -> list[Told]:
    kind = kinds[min(len(kinds) - 1, int(dice.expovariate(0.25)))]
    one, other = (_COUNTRIES[min(len(_COUNTRIES) - 1, int(dice.expovariate(0.15)))] for _ in range(2))
    day = date(2023, 1, 1) + timedelta(dice.randrange(365))
    mode = dice.choice(["", *ontology().categories[kind].modes])
    place = f"town-{dice.randrange(60)}" if dice.random() < 0.5 else ""
    words = "".join(dice.choices(_LETTERS, k=120))
    actor, recipient = _party(dice, one), _party(dice, other)
    return [
        _report(dice, Told(_event(number, part, kind, words), (day + timedelta(1)).isoformat()), {
            "actors": (actor,), "recipients": (recipient,), "mode": mode, "place": place, "day": day.isoformat()
        })
        for part in range(1 if dice.random() < 0.6 else dice.randint(2, 6))
    ]  # fmt: skip


def _party(dice: random.Random, country: str) -> Party:
    sector = dice.choice(["GOV", "GOV", "MIL", "", "REB"])
    return Party(f"person-{country}-{dice.randrange(9)}" if sector == "GOV" else "", country, sector)


def _event(number: int, part: int, kind: str, words: str) -> Event:
    why, name = Why("", Span(0, 4)), f"{number:07d}-{part}"
    return Event(name, name, Span(0, 4), kind, "", (), (), None, "", "actual", "", "bench", words, why)


def _report(dice: random.Random, told: Told, whole: dict[str, object]) -> Told:
    """The event as one paper tells it: something may be left out, and half the words are its own."""
    event, actors, recipients = told.event, whole["actors"], whole["recipients"]
    words = event.text[:60] + "".join(dice.choices(_LETTERS, k=60))
    mode, place = (whole[key] if dice.random() < 0.8 else "" for key in ("mode", "place"))
    recipients = recipients if dice.random() < 0.9 else ()
    when = When(str(whole["day"]), None, "day")
    made = Event(
        event.id, event.document, event.span, event.type, mode, actors, recipients, when, place,
        "actual", "", "bench", words, event.why,
    )  # type: ignore[arg-type]  # fmt: skip
    return Told(made, told.published, f"paper-{dice.randrange(9)}")


if __name__ == "__main__":
    main()
