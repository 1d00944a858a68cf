"""Drafts become statements: kind of speech, nesting, ids and the edges of what is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stages import article, statements

from verbale.find.drafts import Draft
from verbale.find.made import made
from verbale.model import Article, Role, Speech, Statement
from verbale.text import Span


def kinds(text: str, language: str = "ru") -> list[Speech]:
    return [s.kind for s in statements(text, language)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("«Мост закроют», – сказал министр Марек Тонев.", Speech.DIRECT),
        ("Министр Марек Тонев сказал, что «мост закроют до самой весны».", Speech.DIRECT),
        ("Министр Марек Тонев сказал, что мост закроют.", Speech.INDIRECT),
        ("Министр Марек Тонев сказал, что мост «стоит поперек дороги», и его закроют.", Speech.MIXED),
        ("Министр Марек Тонев сказал, что газета «Узел» ошиблась.", Speech.INDIRECT),
        ("Министр Марек Тонев сказал, что это «победа».", Speech.INDIRECT),
    ],
)
def test_whose_words_they_are(text: str, kind: Speech) -> None:
    assert kinds(text) == [kind]


def test_a_quotation_behind_a_conjunction_leaves_both_out() -> None:
    (statement,) = statements("Министр Марек Тонев сказал, что «мост закроют до самой весны».", "ru")
    assert statement.content.text == "мост закроют до самой весны"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Министр Даниэль Хартов заявил, что президент Матей Брусек обещал открыть мост."),
        ("uk", "Міністр Даніель Гартов заявив, що президент Матей Брусек обіцяв відкрити міст."),
    ],
)
def test_a_statement_inside_another(language: str, text: str) -> None:
    outer, inner = statements(text, language)
    assert (outer.inside, inner.inside) == (None, outer.id)
    assert outer.content.holds(inner.content)
    assert inner.cue is not None
    assert outer.content.holds(inner.cue)


def draft(*spans: tuple[int, int], cue: tuple[int, int] | None = None, direct: bool = False) -> Draft:
    return Draft("rule", 0, tuple(Span(*s) for s in spans), Span(*cue) if cue else None, direct=direct)


TEXT = "He said that she said that they said that we agreed"


def test_each_lies_inside_the_smallest_around_it() -> None:
    found = made(article(TEXT), [draft((13, 51)), draft((27, 51)), draft((42, 51))])
    assert [s.inside for s in found] == [None, found[0].id, found[1].id]


def test_statements_stand_in_text_order_the_outer_first() -> None:
    found = made(article(TEXT), [draft((42, 51)), draft((13, 30)), draft((13, 51)), draft((0, 2))])
    assert [s.content.spans[0] for s in found] == [Span(0, 2), Span(13, 51), Span(13, 30), Span(42, 51)]


def test_what_two_cues_report_is_said_once() -> None:
    found = made(article(TEXT), [draft((13, 51), cue=(0, 3)), draft((13, 51), cue=(6, 10)), draft((13, 51))])
    assert [s.cue.spans[0].start for s in found if s.cue] == [6]
    assert len(found) == 1


def ids(text: str, *spans: tuple[int, int], article_id: str = "a") -> list[str]:
    return [s.id for s in made(replace(article(text), id=article_id), [draft(s) for s in spans])]


def test_an_id_tells_article_and_words() -> None:
    assert ids("We agree", (0, 8)) == ids("We agree. ", (0, 8)) == ids("“We agree”", (1, 9))
    assert ids("We agree", (0, 8)) == ids("we  AGREE", (0, 9))
    assert ids("We agree", (0, 8)) != ids("We agree", (0, 8), article_id="b")
    assert ids("We agree", (0, 8)) != ids("We refuse", (0, 9))


def test_the_same_words_twice_are_two_statements() -> None:
    once, twice = ids("We agree. We agree", (0, 8), (10, 18))
    assert once != twice
    assert once == ids("We agree", (0, 8))[0]


SPANS = st.tuples(st.integers(0, 49), st.integers(1, 20)).map(lambda s: (s[0], min(s[0] + s[1], len(TEXT))))


@given(st.lists(SPANS, max_size=8))
def test_ids_are_never_shared_and_nesting_has_no_circle(spans: list[tuple[int, int]]) -> None:
    found = made(article(TEXT), [draft(s) for s in spans])
    by_id = {s.id: s for s in found}
    assert len(by_id) == len(set(spans))
    for statement in found:
        around = [statement]
        while inside := around[-1].inside:
            around.append(by_id[inside])
            assert around[-1].content.size() > around[-2].content.size()
            assert around[-1].content.holds(around[-2].content)


@pytest.mark.parametrize(("role", "headline"), [(Role.TITLE, True), (Role.DECK, True), (Role.BODY, False)])
def test_what_stands_in_the_head(role: Role, headline: bool) -> None:
    source: Article = article("We agree, he said", "and left", roles=(role,))
    statement: Statement = made(source, [draft((0, 8))])[0]
    assert statement.headline is headline


@pytest.mark.parametrize(("text", "unquoted"), [("“We agree”, he said", False), ("We agree, he said", True)])
def test_direct_speech_without_marks(text: str, unquoted: bool) -> None:
    start = text.index("We")
    assert made(article(text), [draft((start, start + 8), direct=True)])[0].unquoted is unquoted


@pytest.mark.xfail(reason="a headline with nothing but marks behind its colon makes a statement of no words")
def test_nothing_said_is_no_statement() -> None:
    text = "Valdova: :\nThe trains of Tolmaria stood still on Monday, and all of them were empty.\nNobody left."
    assert [s.content.text for s in statements(text, "en") if not s.content.text] == []
