"""Quotation marks of all kinds, paired block by block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odd import MARKS, texts
from stages import article

from verbale.errors import Code
from verbale.model import Quotation, Role
from verbale.quotations import quoted
from verbale.split import split
from verbale.text import Span


def inner(*lines: str, language: str = "en", roles: tuple[Role, ...] = ()) -> list[str]:
    made = article(*lines, language=language, roles=roles)
    return [q.inner.of(made.text) for q in split(made).quotations]


def stray(*lines: str) -> list[str]:
    return [p.words for p in split(article(*lines)).problems]


def found(*lines: str) -> tuple[Quotation, ...]:
    return split(article(*lines)).quotations


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“", "”"),
        ("„", "“"),
        ("„", "”"),
        ("”", "”"),
        ("‟", "”"),
        ("“", "“"),
        ("“", "„"),
        ('"', '"'),
        ("“", '"'),
        ("«", "»"),
        ("‹", "›"),
        ("‘", "’"),
        ("'", "'"),
        ("``", "''"),
        ("''", "''"),
        pytest.param("‚", "‘", marks=pytest.mark.xfail(reason="the low single mark and the high one are no pair")),
    ],
)
@pytest.mark.parametrize("around", ["{}, – said Tonev.", "Tonev said: {}", "Tonev ({}) left.", "Tonev said {} and left."])
def test_a_pair_of_marks(opening: str, closing: str, around: str) -> None:
    line = around.format(f"{opening}we are ready{closing}")
    assert inner(line) == ["we are ready"]
    assert stray(line) == []


def test_outer_holds_the_marks_and_inner_the_words() -> None:
    line = "Tonev said: « We are ready. »"
    (only,) = found(line)
    assert (only.outer.of(line), only.inner.of(line)) == ("« We are ready. »", "We are ready.")


@pytest.mark.parametrize(
    ("line", "outer", "nested"),
    [
        ("«Газета «Узел» ошиблась», – сказал он.", "Газета «Узел» ошиблась", "Узел"),
        ("«Газета „Узел“ ошиблась», – сказал он.", "Газета „Узел“ ошиблась", "Узел"),
        ('«Газета "Узел" ошиблась», – сказал он.', 'Газета "Узел" ошиблась', "Узел"),
        ('"Газета «Узел» ошиблась", – сказал он.', "Газета «Узел» ошиблась", "Узел"),
        ('«"Узел" ошибся», – сказал он.', '"Узел" ошибся', "Узел"),
        ("“They ask, ‘What is new?’ today,” he said.", "They ask, ‘What is new?’ today,", "What is new?"),
        ("“They ask, 'What is new?' today,” he said.", "They ask, 'What is new?' today,", "What is new?"),
        ("“The “Knot” was wrong,” he said.", "The “Knot” was wrong,", "Knot"),
    ],
)
def test_one_pair_within_another(line: str, outer: str, nested: str) -> None:
    assert inner(line) == [outer, nested]
    assert [q.depth for q in found(line)] == [0, 1]


def test_two_quotations_share_a_closing_mark() -> None:
    line = "«Он ответил: «Нет», – вспомнил Тонев."
    assert inner(line) == ["Он ответил: «Нет", "Нет"]
    assert stray(line) == ["«"]


@pytest.mark.parametrize(
    "line",
    [
        "It's the ministers' bridge, and they don't sell it.",
        "In the summer of '68 the bridge was new.",
        "П'ять об’єктів прем'єра належать сім'ї.",
        "O'Hara and D’Arcy left Rock'n'roll Street.",
        "'Tis late.",
        "The barge is 6' wide.",
    ],
)
def test_apostrophes_are_no_marks(line: str) -> None:
    assert inner(line) == []
    assert stray(line) == []


def test_apostrophes_within_single_marks() -> None:
    assert inner("He said, ‘It’s ours, and that’s that.’") == ["It’s ours, and that’s that."]


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("Tonev said that » the bridge is safe.", "»"),
        ("Tonev said that the “bridge is safe.", "“"),
        ('The pipe is 5" wide.', '"'),
        ("Tonev said «the bridge is safe.", "«"),
        ("The bridge is safe”, he said.", "”"),
    ],
)
def test_a_stray_mark_costs_no_more_than_itself(line: str, mark: str) -> None:
    whole = ["“One,” he said.", line, "He said: “Two.”"]
    assert inner(*whole) == ["One,", "Two."]
    made = article(*whole)
    problems = split(made).problems
    assert [(p.code, p.stage, p.words) for p in problems] == [(Code.STRAY_MARK, "split", mark)]
    assert problems[0].span is not None
    assert problems[0].span.of(made.text) == mark


def test_an_open_mark_at_the_start_of_a_block_is_closed_by_its_end() -> None:
    assert inner("«We are ready and we wait.", "Nobody said so.") == ["We are ready and we wait."]
    assert stray("«We are ready and we wait.", "Nobody said so.") == ["«"]


def test_a_quotation_over_two_paragraphs_opens_twice() -> None:
    first, second = found("“We are ready.", "“We are waiting,” he said.")
    assert (first.continues, second.continues) == (False, True)
    assert inner("“We are ready.", "“We are waiting,” he said.") == ["We are ready.", "We are waiting,"]
    assert stray("“We are ready.", "“We are waiting,” he said.") == []


def test_a_quotation_over_three_paragraphs() -> None:
    lines = ("He said: “We are ready.", "“We are waiting.", "“Nobody comes.”", "“No,” said Torven.")
    assert inner(*lines) == ["We are ready.", "We are waiting.", "Nobody comes.", "No,"]
    assert [q.continues for q in found(*lines)] == [False, True, True, False]
    assert stray(*lines) == []


def test_a_quotation_over_two_paragraphs_opens_once() -> None:
    lines = ("Он сказал: «Мы готовы.", "Мы ждем», – и ушел.")
    assert inner(*lines) == ["Мы готовы.", "Мы ждем"]
    assert stray(*lines) == []


def test_no_quotation_runs_on_into_what_is_not_read() -> None:
    lines = ("“We are ready.", "“Photo of the bridge", "“We are waiting,” he said.")
    roles = (Role.BODY, Role.CAPTION, Role.BODY)
    assert inner(*lines, roles=roles) == ["We are ready.", "We are waiting,"]


def test_quotations_within_a_span() -> None:
    line = "He said “a “b” c” and «d»."
    spans = quoted(line, Span(0, len(line)))
    assert [(o.of(line), i.of(line)) for o, i in spans] == [("“a “b” c”", "a “b” c"), ("«d»", "d")]
    assert quoted(line, Span(0, 8)) == []


@pytest.mark.xfail(reason="a quotation that shares the closing mark of one inside it may end within another")
def test_quotations_never_cross() -> None:
    one, other = found("«“Газета «Узел» врет“, – сказал он.")[:2]
    assert not one.outer.meets(other.outer) or one.outer.holds(other.outer)


LINES = st.lists(
    st.lists(st.sampled_from([*MARKS, "we", "they,", "go.", " ", " ", "– "]), max_size=14).map("".join), max_size=5
)


@given(LINES | texts("ru").map(str.splitlines))
def test_any_marks_are_paired_or_told(lines: list[str]) -> None:
    made = article(*lines)
    parts = split(made)
    for q in parts.quotations:
        assert 0 <= q.outer.start <= q.inner.start < q.inner.stop <= q.outer.stop <= len(made.text)
        assert q.inner.of(made.text) == q.inner.of(made.text).strip()
        assert any(b.span.holds(q.outer) for b in made.blocks)
        assert q.depth >= 0
    for n, one in enumerate(parts.quotations):
        for other in parts.quotations[n + 1 :]:
            assert one.outer.start <= other.outer.start
    for problem in parts.problems:
        assert problem.span is not None
        assert problem.span.of(made.text) == problem.words
    assert len({p.span for p in parts.problems}) == len(parts.problems)
