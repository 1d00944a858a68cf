"""Joining: who the speakers are, whatever the order in which articles came."""

from __future__ import annotations

import random
from dataclasses import replace

from verbale import store
from verbale.model import Kind, Reading, digest
from verbale.store import Record

from .making import READING, many, saying

READINGS = [
    *many(4),
    saying("Ana Reyes", "One"),
    saying("ANA  REYES", "Two"),
    saying("Ana Reyes", "Three"),
    saying("ПЁТР ЙОРКИН", "Четыре"),
    saying("Mira Reyes", "Five"),
]


def persons(record: Record) -> set[tuple[str, ...]]:
    return {tuple(row) for row in record._file.connection.execute("SELECT id, name, kind FROM person")}


def of_statements(record: Record) -> dict[str, str | None]:
    return {entry.id: entry.person for entry in record.statements()}


def joined(readings: list[Reading]) -> tuple[set[tuple[str, ...]], dict[str, str | None]]:
    with store.open(":memory:") as record:
        record.add(readings)
        record.join()
        return persons(record), of_statements(record)


def test_one_kind_and_name_is_one_person() -> None:
    found, _ = joined(READINGS)
    assert found == {
        (digest("p", "person", "ana reyes"), "Ana Reyes", "person"),
        (digest("p", "person", "петр йоркин"), "Пётр Йоркин", "person"),
        (digest("p", "person", "mira reyes"), "Mira Reyes", "person"),
    }


def test_a_person_and_a_country_of_one_name_are_two() -> None:
    person = saying("Georgia", "One")
    speaker = replace(person.statements[0].speaker, kind=Kind.COUNTRY)  # type: ignore[type-var]
    country = saying("Georgia", "Two")
    country = replace(country, statements=(replace(country.statements[0], speaker=speaker),))
    found, links = joined([person, country])
    assert {kind for _, _, kind in found} == {"person", "country"}
    assert len(set(links.values())) == 2


def test_statements_point_at_their_persons_and_those_without_speaker_at_none() -> None:
    _, links = joined([READING])
    assert links == {
        "s_reyes": digest("p", "person", "ana reyes"),
        "s_yorkin": digest("p", "person", "петр йоркин"),
        "s_nested": None,
    }


def test_the_order_of_adding_makes_no_difference() -> None:
    expected = joined(READINGS)
    for seed in range(4):
        shuffled = random.Random(seed).sample(READINGS, len(READINGS))
        assert joined(shuffled) == expected


def test_joining_again_changes_nothing_and_takes_in_what_is_new() -> None:
    with store.open(":memory:") as record:
        record.add(READINGS[:6])
        record.join()
        record.join()
        record.add(READINGS[6:])
        assert record.statement(READINGS[-1].statements[0].id).person is None
        record.join()
        assert (persons(record), of_statements(record)) == joined(READINGS)
        assert record.counts().persons == 3


def test_the_usual_spelling_gives_the_name() -> None:
    shouting = [saying("ANA REYES", words) for words in ("One", "Two")]
    assert {name for _, name, _ in joined([*shouting, saying("Ana Reyes", "Three")])[0]} == {"ANA REYES"}
    assert {name for _, name, _ in joined([shouting[0], saying("Ana Reyes", "Three")])[0]} == {"Ana Reyes"}
