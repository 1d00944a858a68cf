"""Judgements: a log that is only added to, closed over, taken back, and outlives every join."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.model import Kind
from verbale.people import Anchor, Judgement, Verdict, people, standing

from .records import article, body, elsewhere, same

NAMES = [Anchor(Kind.PERSON, name) for name in ("Ana Reyes", "Luka Terzen", "Mira Valdova", "Pavel Koren", "Irena Kel")]


def judged(verdict: Verdict, one: Anchor, two: Anchor | None = None, *, when: int = 0, **more: str) -> Judgement:
    return Judgement(verdict, "ines", f"2031-05-09T10:{when:02}:00Z", one, two, **more)


def undo(judgement: Judgement, *, when: int) -> Judgement:
    return Judgement(Verdict.UNDO, "ines", f"2031-05-09T10:{when:02}:00Z", undoes=judgement.id)


@st.composite
def logs(draw: st.DrawFn) -> list[Judgement]:
    log: list[Judgement] = []
    for when in range(draw(st.integers(0, 8))):
        verdict = draw(st.sampled_from([Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE, Verdict.UNDO]))
        if verdict is Verdict.UNDO and log:
            log.append(undo(draw(st.sampled_from(log)), when=when))
        elif verdict is not Verdict.UNDO:
            one, two = draw(st.permutations(NAMES))[:2]
            log.append(judged(verdict, one, two, when=when))
    return log


def groups(log: Iterable[Judgement]) -> frozenset[frozenset[str]]:
    """The names that are one person's once a record of all of them is joined under the log."""
    found = people((s for n, name in enumerate(NAMES) for s in article(str(n), name.name)), judgements=log)
    by_person: dict[str, set[str]] = {}
    for n, name in enumerate(NAMES):
        person = found.person(str(n), 0)
        assert person
        by_person.setdefault(person.id, set()).add(name.name)
    return frozenset(map(frozenset, by_person.values()))


@given(logs(), st.randoms())
@settings(max_examples=50, deadline=None)
def test_the_order_of_the_log_does_not_matter_nor_what_is_told_twice(log: list[Judgement], chance: random.Random) -> None:
    shuffled = [*log, *log]
    chance.shuffle(shuffled)
    assert groups(shuffled) == groups(log)


@given(logs())
@settings(max_examples=50, deadline=None)
def test_what_stands_is_so_and_nothing_else(log: list[Judgement]) -> None:
    """No two names here are alike: all that is joined was judged so."""
    held, place = standing(log), {name: group for group in groups(log) for name in group}
    assert all(place[j.one.name] == place[j.two.name] for j in held.same if j.one and j.two)
    assert all(place[j.one.name] != place[j.two.name] for j in held.apart if j.one and j.two)
    assert len(groups(log)) >= len(NAMES) - len(held.same)


@given(logs(), st.data())
@settings(max_examples=50, deadline=None)
def test_undo_restores_and_its_undo_brings_back(log: list[Judgement], data: st.DataObject) -> None:
    one, two = data.draw(st.permutations(NAMES))[:2]
    new = judged(data.draw(st.sampled_from([Verdict.SAME, Verdict.DIFFERENT])), one, two, when=20)
    back = undo(new, when=21)
    assert groups([*log, new, back]) == groups(log)
    assert groups([*log, new, back, undo(back, when=22)]) == groups([*log, new])


def test_same_is_transitive() -> None:
    a, b, c, *_ = NAMES
    log = [judged(Verdict.SAME, a, b), judged(Verdict.SAME, b, c, when=1)]
    assert frozenset({a.name, b.name, c.name}) in groups(log)


def test_the_newer_of_two_that_contradict_holds() -> None:
    a, b, c, *_ = NAMES
    log = [judged(Verdict.SAME, a, b), judged(Verdict.SAME, b, c, when=1), judged(Verdict.DIFFERENT, a, c, when=2)]
    held = standing(log)
    assert held.overruled == (log[0],)
    assert held.same == (log[1],)


def test_unsure_takes_back_what_was_judged_of_just_these_two() -> None:
    a, b, *_ = NAMES
    log = [judged(Verdict.SAME, a, b), judged(Verdict.UNSURE, a, b, when=1)]
    assert standing(log).same == ()
    assert standing(log).unsure == (log[1],)


def test_a_judgement_is_known_by_what_it_says() -> None:
    one = judged(Verdict.SAME, NAMES[0], NAMES[1])
    assert one.id == replace(one).id != judged(Verdict.SAME, NAMES[0], NAMES[2]).id


# ---------------------------------------------------------------- in the join

RECORD = [
    *article("a", "Ana Reyes", "Luka Terzen"),
    *article("b", "Ana Reyes", "Лука Терзен", language="ru"),
    *article("c", "Reyes", "Anita Marro"),
    *elsewhere(3),
]


def test_judged_names_are_joined_and_parted() -> None:
    luka, luka_ru = Anchor(Kind.PERSON, "Luka Terzen"), Anchor(Kind.PERSON, "Лука Терзен")
    ana, anita = Anchor(Kind.PERSON, "Ana Reyes"), Anchor(Kind.PERSON, "Anita Marro")
    before = people(RECORD)
    assert same(before, ("a", 1), ("b", 1))
    after = people(RECORD, judgements=[judged(Verdict.DIFFERENT, luka, luka_ru), judged(Verdict.SAME, ana, anita)])
    assert not same(after, ("a", 1), ("b", 1))
    assert same(after, ("a", 0), ("c", 1))
    assert people(RECORD, judgements=[(new := judged(Verdict.SAME, ana, anita)), undo(new, when=3)]).persons == before.persons


def test_one_article_s_name_can_be_judged_by_itself() -> None:
    there, everywhere = Anchor(Kind.PERSON, "Ana Reyes", "b"), Anchor(Kind.PERSON, "Ana Reyes")
    after = people(RECORD, judgements=[judged(Verdict.DIFFERENT, there, everywhere)])
    assert not same(after, ("a", 0), ("b", 0))
    short, full = Anchor(Kind.PERSON, "Reyes", "c"), Anchor(Kind.PERSON, "Ana Reyes")
    assert not same(people(RECORD), ("a", 0), ("c", 0))
    assert same(people(RECORD, judgements=[judged(Verdict.SAME, short, full)]), ("a", 0), ("c", 0))


def test_a_short_name_is_never_placed_where_it_was_judged_not_to_belong() -> None:
    record = [s for n in range(5) for s in article(f"a{n}", "Ana Reyes")] + article("b", "Reyes")
    assert same(people(record), ("a0", 0), ("b", 0))
    apart = judged(Verdict.DIFFERENT, Anchor(Kind.PERSON, "Reyes", "b"), Anchor(Kind.PERSON, "Ana Reyes"))
    assert not same(people(record, judgements=[apart]), ("a0", 0), ("b", 0))


def test_a_person_can_be_renamed() -> None:
    name = Judgement(
        Verdict.RENAME, "ines", "2031-05-09T10:00:00Z", Anchor(Kind.PERSON, "Лука Терзен"), name="Luka Terzen, poet"
    )
    assert "Luka Terzen, poet" in {p.name for p in people(RECORD, judgements=[name]).persons}


def test_pairs_looked_at_are_no_longer_doubtful() -> None:
    record = [s for n in range(3) for name, x in (("Ana Reyden", "a"), ("Ana Reydan", "b")) for s in article(f"{x}{n}", name)]
    doubt = people(record).doubtful[0]
    assert people(record, judgements=[judged(Verdict.UNSURE, doubt.one, doubt.two)]).doubtful == ()
    assert len(people(record, judgements=[judged(Verdict.SAME, doubt.one, doubt.two)]).persons) == 1


def test_a_judgement_holds_on_where_a_name_is_taken_for_another_kind() -> None:
    same_ = judged(Verdict.SAME, Anchor(Kind.PERSON, "Orbit Radio"), Anchor(Kind.PERSON, "Pavel Koren"))
    one_use = judged(Verdict.DIFFERENT, Anchor(Kind.PERSON, "Orbit Radio", "b"), Anchor(Kind.PERSON, "Orbit Radio"), when=1)
    bodies = [*body("a", "Orbit Radio"), *body("b", "Orbit Radio"), *article("c", "Pavel Koren")]
    found = people(bodies, judgements=[same_, one_use])
    assert same(found, ("a", 0), ("c", 0))
    assert not same(found, ("a", 0), ("b", 0))


@given(logs())
@settings(max_examples=25, deadline=None)
def test_any_log_outlives_a_join(log: list[Judgement]) -> None:
    assert people(RECORD, judgements=log) == people(RECORD, judgements=reversed(log))
