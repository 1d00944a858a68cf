"""Positions: statements become dated steps, conditions count before all, and spokesmen differ within a week."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verbale.model import Act, Condition, Entry, Kind, Part, Said, Speaker, Speech, Stance, Statement
from verbale.positions import Held, position
from verbale.text import Span


def held(day: str, stance: str, who: str = "Ana Reyes", *conditions: str, headline: bool = False, words: str = "") -> Held:
    text = words or f"{who} {stance} {day}"
    parts = tuple(Condition(Part((Span(0, len(c)),), (c,))) for c in conditions)
    statement = Statement(
        f"s_{text}",
        Speech.INDIRECT,
        Part((Span(0, len(text)),), (text,)),
        speaker=Speaker(who, Kind.PERSON),
        said=Said(day, day, None, "stated"),
        conditions=parts,
        headline=headline,
    )
    return Held(Entry(statement, "a_1", act=Act("agree", None, Stance(stance))), day, day)


def steps(*some: Held, unclear: bool = False) -> list[tuple[str, str, str | None]]:
    found = position("Norland", "talks", some, unclear=unclear).steps
    return [(s.first, str(s.stance), str(s.before) if s.before else None) for s in found]


def test_each_occasion_is_a_step_and_a_change_is_told() -> None:
    assert steps(held("2031-01-01", "open"), held("2031-02-01", "open"), held("2031-03-01", "closed")) == [
        ("2031-01-01", "open", None),
        ("2031-02-01", "open", None),
        ("2031-03-01", "closed", "open"),
    ]


def test_the_report_of_the_day_after_is_of_the_same_occasion() -> None:
    assert len(steps(held("2031-01-01", "open"), held("2031-01-02", "open"))) == 1
    assert len(steps(held("2031-01-01", "open"), held("2031-01-03", "open"))) == 2


def test_a_condition_counts_before_what_is_said_more_often() -> None:
    some = [held("2031-01-01", "open", words="a"), held("2031-01-01", "open", words="b")]
    assert steps(*some, held("2031-01-01", "conditional")) == [("2031-01-01", "conditional", None)]


def test_what_tells_no_stance_is_left_out_and_changes_nothing() -> None:
    some = (held("2031-01-01", "open"), held("2031-02-01", "unclear"), held("2031-03-01", "open"))
    assert [s[0] for s in steps(*some)] == ["2031-01-01", "2031-03-01"]
    assert [s[1:] for s in steps(*some, unclear=True)] == [("open", None), ("unclear", None), ("open", None)]


def test_conditions_are_told_once_and_those_of_headlines_only_alone() -> None:
    title = held("2031-01-01", "conditional", "Ana Reyes", "if asked", headline=True)
    full = held("2031-01-01", "conditional", "Ana Reyes", "if they are asked", words="x")
    assert position("N", "t", [title, full]).steps[0].conditions == ("if they are asked",)
    assert position("N", "t", [title]).steps[0].conditions == ("if asked",)


def test_two_who_say_the_contrary_within_a_week_differ() -> None:
    one, other = held("2031-01-01", "open"), held("2031-01-05", "closed", "Petr Yorkin")
    (found,) = position("N", "t", [one, other]).differences
    assert (found.one.who, found.other.who) == ("Ana Reyes", "Petr Yorkin")
    assert not position("N", "t", [one, held("2031-01-20", "closed", "Petr Yorkin")]).differences
    assert not position("N", "t", [one, held("2031-01-05", "closed")]).differences
    assert not position("N", "t", [one, held("2031-01-05", "conditional", "Petr Yorkin")]).differences


DAYS = st.dates().map(lambda d: d.isoformat())
SOME = st.lists(st.builds(held, DAYS, st.sampled_from(list(Stance)).map(str), st.sampled_from(("A B", "C D"))), max_size=12)


@given(SOME, st.randoms())
def test_the_order_of_statements_does_not_matter(some: list[Held], chance: object) -> None:
    mixed = list(some)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert position("N", "t", some, unclear=True) == position("N", "t", mixed, unclear=True)


@given(SOME)
def test_every_dated_statement_with_a_stance_stands_in_a_step(some: list[Held]) -> None:
    told = {one.entry.id for step in position("N", "t", some).steps for one in step.held}
    assert told == {one.entry.id for one in some if one.stance is not Stance.UNCLEAR}
