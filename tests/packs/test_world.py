"""The world's tables hold together: every name means an actor that is known, every place lies somewhere."""

import re
from collections import Counter

import pytest

from wasata.ontology.plover import ontology
from wasata.packs.language import Language, language
from wasata.packs.rows import ActorRow

LOOSE = {"UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"}
ACTOR_KINDS = {"state", "body", "movement", "mission", "person", "office"}
NAME_KINDS = {"state", "capital", "palace", "body", "movement", "mission", "person", "none"}
PLACE_KINDS = {"capital", "city", "town", "region", "river", "border"}
IDENTIFIER = re.compile(r"[A-Z]{3}|[a-z0-9]+(-[a-z0-9]+)*")
DAY = re.compile(r"|\d{4}(-\d\d(-\d\d)?)?")


@pytest.fixture(scope="module")
def arabic() -> Language:
    return language("ar")


@pytest.fixture(scope="module")
def states(arabic: Language) -> set[str]:
    return {row.actor for row in arabic.actors if row.kind == "state" and len(row.actor) == 3}


def test_the_world_is_large_enough(arabic: Language, states: set[str]) -> None:
    assert len(states) >= 195
    assert len({row.actor for row in arabic.actors if row.kind == "body"}) >= 250
    assert len(arabic.gazetteer) >= 900


def test_actors_are_written_by_the_rules(arabic: Language, states: set[str]) -> None:
    sectors = set(ontology().sectors) | {""}
    for row in arabic.actors:
        assert IDENTIFIER.fullmatch(row.actor), row
        assert row.kind in ACTOR_KINDS, row
        assert row.country in states | LOOSE or not row.country, row
        assert row.sector in sectors, row
        assert DAY.fullmatch(row.start) and DAY.fullmatch(row.end), row
        assert not row.end or row.start < row.end, row
        assert re.fullmatch(r"|Q\d+", row.wikidata), row


def test_a_career_does_not_overlap(arabic: Language) -> None:
    careers: dict[str, list[ActorRow]] = {}
    for row in arabic.actors:
        careers.setdefault(row.actor, []).append(row)
    for rows in careers.values():
        assert len({row.kind for row in rows}) == 1, rows
        rows.sort(key=lambda row: row.start)
        for before, after in zip(rows, rows[1:], strict=False):
            assert before.end and before.end <= after.start, (before, after)


def test_every_name_means_a_known_actor(arabic: Language) -> None:
    known = {row.actor for row in arabic.actors}
    for row in arabic.names:
        assert row.actor in known, row
        assert row.kind in NAME_KINDS, row


def test_every_actor_but_persons_has_a_name(arabic: Language) -> None:
    named = {row.actor for row in arabic.names}
    assert [row for row in arabic.actors if row.kind != "person" and row.actor not in named] == []


def test_every_nisba_belongs_to_a_known_actor(arabic: Language, states: set[str]) -> None:
    known = {row.actor for row in arabic.actors}
    for row in arabic.demonyms:
        assert row.country in known, row
        assert row.generated in ("", "no"), row
        assert row.nisba or row.generated == "no", row


def test_names_are_not_said_twice(arabic: Language) -> None:
    fold = arabic.script.fold
    named = Counter(
        (fold(row.name), row.actor, row.kind) for row in arabic.names if row.kind in ("state", "capital", "body")
    )
    placed = Counter((fold(row.name), row.place) for row in arabic.places)
    assert [key for key, times in (named + placed).items() if times > 1] == []


def test_a_refused_text_is_not_the_name_itself(arabic: Language) -> None:
    fold = arabic.script.fold
    for name in arabic.names:
        assert fold(name.no) != fold(name.name), name
    for place in arabic.places:
        assert fold(place.no) != fold(place.name), place


def test_places_lie_on_earth_in_a_known_country(arabic: Language, states: set[str]) -> None:
    for row in arabic.gazetteer:
        assert IDENTIFIER.fullmatch(row.place) and row.place.islower(), row
        assert row.kind in PLACE_KINDS, row
        assert row.country in states or (not row.country and row.kind in ("region", "river")), row
        assert -90 <= float(row.latitude) <= 90 and -180 <= float(row.longitude) <= 180, row


def test_every_place_name_means_a_known_place_and_every_place_has_one(arabic: Language) -> None:
    assert {row.place for row in arabic.places} == {row.place for row in arabic.gazetteer}
