"""Names known once are known throughout an article; an office before a name makes it a person's."""

from __future__ import annotations

import pytest
from stages import article, cleaned, labelled

from verbale.label.names import settled
from verbale.model import Kind, Token
from verbale.models import Grammar, Named
from verbale.text import Span


def grammar(line: str, *names: Named, language: str = "en") -> Grammar:
    """Words with as much grammar as the rules of names look at: capitalised ones are names in the nominative."""
    tokens, at = [], 0
    for word in line.split():
        pos = "PROPN" if word[:1].isupper() else "NOUN"
        tokens.append(Token(Span(at, at + len(word)), word, word.lower(), pos, "" if language == "en" else "Nom"))
        at += len(word) + 1
    return Grammar(tuple(tokens), names)


def names(*grammars: Grammar, language: str = "en") -> list[list[tuple[str, str]]]:
    done = settled(grammars, language)
    return [[(" ".join(t.text for t in g.tokens[n.start : n.stop]), n.type) for n in g.names] for g in done]


def test_a_surname_is_known_everywhere() -> None:
    one = grammar("Marek Tonev left", Named(0, 2, "PER"))
    assert names(one, grammar("and Tonev spoke")) == [[("Marek Tonev", "PER")], [("Tonev", "PER")]]


def test_a_surname_is_known_in_other_cases() -> None:
    one = grammar("Марек Тонев уехал", Named(0, 2, "PER"), language="ru")
    other = grammar("встреча с Тоневым", language="ru")
    assert names(one, other, language="ru")[1] == [("Тоневым", "PER")]


def test_a_surname_that_a_model_took_for_a_place_stays_one() -> None:
    one = grammar("Marek Tonev left", Named(0, 2, "PER"))
    assert names(one, grammar("in Tonev today", Named(1, 2, "LOC")))[1] == [("Tonev", "LOC")]


@pytest.mark.parametrize("line", ["spokesman Luka Terzen left", "minister Luka Terzen left"])
def test_capitals_behind_an_office_are_a_name(line: str) -> None:
    assert names(grammar(line)) == [[("Luka Terzen", "PER")]]


def test_a_body_behind_an_office_stays_a_body() -> None:
    assert names(grammar("spokesman Citadel left", Named(1, 2, "ORG"))) == [[("Citadel", "ORG")]]


def test_capitals_alone_are_a_body() -> None:
    assert names(grammar("AROS met", Named(0, 1, "PER"))) == [[("AROS", "ORG")]]


def test_capitals_that_spell_a_surname_are_a_person() -> None:
    one = grammar("Marek Tonev left", Named(0, 2, "PER"))
    assert names(one, grammar("TONEV LEFT", Named(0, 1, "PER")))[1] == [("TONEV", "PER")]


def test_a_name_that_runs_on_to_a_body_is_the_body() -> None:
    assert names(grammar("Mira News Agency reports", Named(0, 1, "PER"))) == [[("Mira News Agency", "ORG")]]


def test_nothing_to_settle() -> None:
    assert settled([], "en") == []
    assert names(grammar("nobody left")) == [[]]


@pytest.mark.parametrize(
    ("language", "lines", "surname"),
    [
        ("en", ("Transport Minister Marek Tonev left.", "Later Tonev spoke."), "Tonev"),
        ("ru", ("Министр транспорта Марек Тонев уехал.", "Позже выступил Тонев."), "Тонев"),
        ("uk", ("Міністр транспорту Марек Тонев поїхав.", "Пізніше виступив Тонев."), "Тонев"),
    ],
)
def test_an_article_makes_its_names_plain(language: str, lines: tuple[str, str], surname: str) -> None:
    made = article(*lines, language=language)
    found = {m.span.of(made.text): m for m in labelled(made)[1].mentions}
    assert (found[surname].kind, found[surname].name) == (Kind.PERSON, surname)


def test_a_name_does_not_begin_with_a_country_in_the_genitive() -> None:
    one = grammar("министр дел Карвении Ирена Вальдова уехала", Named(2, 5, "PER"), language="ru")
    assert names(one, language="ru") == [[("Ирена Вальдова", "PER")]]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        # Two words that no dictionary has are one name, behind an office with all that belongs to it.
        ("Міністр Карвенії у справах союзу Гердот Блюрель", "Гердот Блюрель"),
        # `Юліана` is a woman, unless the surname stands in the genitive, too.
        ("Речниця міністерства Юліана Торвен", "Юліана Торвен"),
        ("Дружина Юліана Торвена", ""),
    ],
)
def test_names_whose_case_only_the_surname_tells(words: str, name: str) -> None:
    (only,) = labelled(article(f"{words} зауважила, що чекає.", language="uk"))
    assert next(m.name for m in only.mentions if m.span.start == 0) == name


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Со времени президентства Ивана Реса построили мост.", "Иван Рес", ""),
        ("До отставки министра Марека Тонева мост был цел.", "Марек Тонев", "министр"),
        ("Говорили со слов министра Марека Тонева.", "Марек Тонев", "министр"),
    ],
)
def test_what_is_somebodys_is_no_office(text: str, name: str, role: str) -> None:
    found = {m.name: m.role for labels in labelled(cleaned(text, "ru")) for m in labels.mentions}
    assert found[name] == role
