"""One full name is of one kind over all articles, whatever single articles take it for."""

from __future__ import annotations

from verbale.model import Kind

from .records import article, body, joined, same


def test_a_person_taken_for_a_body_now_and_then_is_a_person() -> None:
    found = joined(article("a", "Ana Reyes"), article("b", "Ana Reyes"), body("c", "Ana Reyes"))
    assert [(p.name, p.kind) for p in found.persons] == [("Ana Reyes", Kind.PERSON)]
    assert same(found, ("a", 0), ("c", 0))


def test_a_body_taken_for_a_person_is_a_body_only_if_it_is_so_nearly_always() -> None:
    mostly = joined(*(body(str(n), "Orbit Radio") for n in range(5)), article("x", "Orbit Radio"))
    assert {p.kind for p in mostly.persons} == {Kind.ORGANISATION}
    often = joined(*(body(str(n), "Orbit Radio") for n in range(2)), article("x", "Orbit Radio"))
    assert {p.kind for p in often.persons} == {Kind.ORGANISATION, Kind.PERSON}


def test_single_words_stay_what_each_article_takes_them_for() -> None:
    found = joined(article("a", "Orbit"), article("b", "Orbit"), body("c", "Orbit"), body("d", "Orbit", kind=Kind.COUNTRY))
    assert {p.kind for p in found.persons} == {Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY}
