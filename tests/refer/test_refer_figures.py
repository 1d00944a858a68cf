"""The persons, bodies and countries of an article, each with all its names and offices."""

from __future__ import annotations

import pytest
from stages import article, labelled

from verbale.model import Kind, Labels, Mention, Sentence, Token
from verbale.refer.figures import Figure, figures, offices
from verbale.text import Span


def gathered(*mentions: Mention) -> tuple[Figure, ...]:
    return figures([Labels(Sentence(Span(0, 99), 0), mentions)], "en")


def person(at: int, name: str, role: str = "", gender: str = "") -> Mention:
    return Mention(Span(at, at + 5), Kind.PERSON, name, role, gender, "Sing")


def body(at: int, name: str) -> Mention:
    return Mention(Span(at, at + 5), Kind.ORGANISATION, name)


def test_surnames_are_joined_to_full_names() -> None:
    (figure,) = gathered(person(0, "Хартов"), person(10, "Даниэль Хартов", "министр"), person(20, "Д. Хартов"))
    assert figure.name == "Даниэль Хартов"
    assert figure.role == "министр"
    assert [s.start for s in figure.spans] == [0, 10, 20]
    assert set(figure.names) == {"Хартов", "Даниэль Хартов", "Д. Хартов"}


def test_two_of_one_surname_stay_apart() -> None:
    found = gathered(person(0, "Ирена Вальдова"), person(10, "Анна Вальдова"))
    assert [f.name for f in found] == ["Ирена Вальдова", "Анна Вальдова"]


def test_bodies_are_joined_to_their_short_forms() -> None:
    (figure,) = gathered(body(0, "UCS"), body(10, "Union of Continental States"))
    assert figure.name == "Union of Continental States"


def test_kinds_are_never_joined() -> None:
    found = gathered(person(0, "Varnesk"), Mention(Span(10, 17), Kind.COUNTRY, "Varnesk"))
    assert [f.kind for f in found] == [Kind.PERSON, Kind.COUNTRY]


def test_joint_and_nameless_mentions_make_no_figure() -> None:
    joint = Mention(Span(0, 5), Kind.PERSON, "Тонев и Вальдова", number="Plur")
    nameless = Mention(Span(10, 15), Kind.PERSON, "", "министр")
    assert gathered(joint, nameless) == ()


def test_the_longest_office_is_told() -> None:
    (figure,) = gathered(person(0, "Хартов", "министр"), person(9, "Хартов", "министр иностранных дел"))
    assert figure.role == "министр иностранных дел"


def test_where_a_figure_was_named_last() -> None:
    (figure,) = gathered(person(5, "Хартов"), person(30, "Хартов"))
    assert [figure.named_before(at) for at in (5, 6, 30, 31, 99)] == [-1, 5, 5, 30, 30]


def test_figures_stand_in_the_order_of_the_article() -> None:
    made = article("Министр Марек Тонев и посол Хенрик Сальдане приехали. Тонев молчал.", language="ru")
    found = [f.name for f in figures(labelled(made), made.language) if f.kind is Kind.PERSON]
    assert found == ["Марек Тонев", "Хенрик Сальдане"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", "министр иностранных дел", "глава МИД Толмарии"),
        ("ru", "премьер-министр", "глава правительства"),
        ("uk", "міністр закордонних справ", "очільник МЗС"),
        ("en", "Tolmarian foreign minister", "minister of foreign affairs"),
        ("en", "secretary of state", "head of the State Department"),
    ],
)
def test_one_office_in_other_words(language: str, one: str, other: str) -> None:
    assert offices(one, language) & offices(other, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", "министр иностранных дел", "министр обороны"),
        ("ru", "президент", "премьер-министр"),
        ("en", "foreign minister", "transport minister"),
    ],
)
def test_two_offices(language: str, one: str, other: str) -> None:
    assert not offices(one, language) & offices(other, language)


def subject(name: str, at: int) -> Token:
    return Token(Span(at, at + 5), name, name, "PROPN", rel="nsubj")


def test_a_surname_is_that_of_whom_a_sentence_told_last() -> None:
    named = (person(0, "Ana Lund"), person(20, "Ivo Lund"), person(40, "Lund"))
    sentence = Sentence(Span(0, 99), 0, (subject("Ana Lund", 0), subject("Ivo Lund", 20)))
    assert [f.name for f in figures([Labels(sentence, named)], "en") if len(f.spans) == 2] == ["Ivo Lund"]


def test_who_is_only_mentioned_does_not_take_over_a_surname() -> None:
    named = (person(0, "Ana Lund"), person(20, "Ivo Lund"), person(40, "Lund"))
    sentence = Sentence(Span(0, 99), 0, (subject("Ana Lund", 0),))
    assert [f.name for f in figures([Labels(sentence, named)], "en") if len(f.spans) == 2] == ["Ana Lund"]


def test_a_man_is_not_called_mrs() -> None:
    men = person(0, "Ivo Lund", gender="Masc")
    women = person(20, "Ana Lund", gender="Fem")
    found = {f.name: len(f.spans) for f in gathered(men, women, person(40, "Ivo Lund"), person(60, "Lund", gender="Fem"))}
    assert found == {"Ivo Lund": 2, "Ana Lund": 2}
