"""Weights come from examples, stay near where they start, and tell chances."""

import random

import pytest

from wasata import Document, Recipe, code
from wasata.events import confidence
from wasata.events.logistic import ALWAYS, chance, fitted, points


def examples(count: int, **weights: float) -> list[tuple[tuple[str, ...], bool]]:
    """Seen signs and what came of them, drawn with these weights."""
    drawn = random.Random(7)
    found = []
    for _ in range(count):
        signs = tuple(sign for sign in weights if sign != ALWAYS and drawn.random() < 0.5)
        found.append((signs, drawn.random() < chance(weights, signs)))
    return found


def test_weights_are_found_again() -> None:
    true = {ALWAYS: -1.0, "a": 2.0, "b": -1.5, "c": 0.0}
    found = fitted(examples(4000, **true), ridge=0.1)
    assert all(abs(found[sign] - weight) < 0.25 for sign, weight in true.items())


def test_few_examples_move_the_start_and_little_else() -> None:
    start = {ALWAYS: 0.0, "a": 1.0}
    judged = [(("a",), False)] * 6
    found = confidence.recalibrated(start, judged)
    assert found[ALWAYS] < -0.5 and 0.3 < found["a"] < 1.0
    assert confidence.recalibrated(start, []) == start


def test_all_alike_does_not_run_away() -> None:
    found = fitted([(("a",), True)] * 50)
    assert 0 < points(found, ["a"]) < 10


def test_a_sign_without_a_weight_weighs_nothing() -> None:
    assert chance({}, ["never seen"]) == 0.5


def test_every_event_says_how_sure_it_is() -> None:
    (event,) = code([Document(id="t", text="أدانت السعودية إيران في بيان رسمي.")], Recipe())
    assert 0 < event.confidence < 1 and "type ACCUSE" in event.signs
    assert event.confidence == confidence.confidence(event.signs)
    assert not list(code([Document(id="t", text="أدانت السعودية إيران في بيان رسمي.")], Recipe(least=0.999)))


def test_both_sides_named_are_surer_than_one() -> None:
    both, one = (
        next(code([Document(id="t", text=text)], Recipe()))
        for text in ("أدانت السعودية إيران في بيان رسمي.", "أدانت السعودية الهجوم في بيان رسمي.")
    )
    assert both.confidence > one.confidence


def test_weights_of_an_analyst_lie_over_ours(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / confidence.NAME).write_text("sign\tweight\tmeaning\nalways\t9\tnearly sure\n", encoding="utf-8")
    signs = ("type ACCUSE",)
    assert confidence.confidence(signs, str(tmp_path)) > 0.99 > confidence.confidence(signs)


@pytest.mark.parametrize("row", confidence.rows(), ids=lambda row: row.sign)
def test_every_sign_is_told_in_plain_words(row) -> None:  # type: ignore[no-untyped-def]
    assert row.meaning
