"""The sentences of `lang/*/rules.toml`: each form reads its own and leaves alone what only looks like them."""

from __future__ import annotations

import pytest
from marked import drawn, parse
from stages import article, drafts, labelled

from verbale.find.drafts import Draft
from verbale.lang import forms, languages, load
from verbale.model import Role

HEADLINES = ("source-colon-clause", "clause-dash-source")
"""Forms that read only titles and decks."""
FORMS = (*(form["name"] for form in forms()), "source-colon-quote", *HEADLINES)
UNREACHED = frozenset({"noun-that"})
"""A noun with its speaker is always read by the forms before this one, and one without a speaker makes no statement."""

RULES = [(language, rule) for language in languages() for rule in load(language).rules.get("rule", [])]
NAMES = [f"{language}-{rule['form']}" for language, rule in RULES]


def found(language: str, line: str, form: str) -> list[str]:
    """What a form reads in the text of a line, as marked lines."""
    role = Role.TITLE if form in HEADLINES else Role.BODY
    made = article(parse(line).text, language=language, roles=(role,))
    return [drawn(made.text, draft) for draft in drafts(made) if shape(draft) == form]


def shape(draft: Draft) -> str:
    """The form that made a draft; where nobody speaks at all its rule is called impersonal."""
    return draft.rule.replace("impersonal", "dropped")


@pytest.mark.parametrize(("language", "rule"), RULES, ids=NAMES)
def test_the_form_reads_its_sentence(language: str, rule: dict[str, str]) -> None:
    assert found(language, rule["reads"], rule["form"]) == [rule["reads"]]


@pytest.mark.parametrize(("language", "rule"), RULES, ids=NAMES)
def test_the_form_leaves_alone_what_looks_like_it(language: str, rule: dict[str, str]) -> None:
    assert parse(rule["ignores"]).parts == ()
    assert found(language, rule["ignores"], rule["form"]) == []


@pytest.mark.parametrize(("language", "rule"), RULES, ids=NAMES)
def test_a_rule_is_one_sentence_of_its_language(language: str, rule: dict[str, str]) -> None:
    assert set(rule) == {"form", "reads", "ignores"}
    assert rule["form"] in FORMS
    for key in ("reads", "ignores"):
        assert len(labelled(article(parse(rule[key]).text, language=language))) == 1


def test_every_form_has_an_example() -> None:
    assert {rule["form"] for _, rule in RULES} == set(FORMS) - UNREACHED


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_languages_without_a_tagger_show_every_form(language: str) -> None:
    assert {rule["form"] for code, rule in RULES if code == language} == set(FORMS) - UNREACHED


def test_examples_stand_in_the_order_of_the_forms() -> None:
    for language in languages():
        mine = [FORMS.index(rule["form"]) for code, rule in RULES if code == language]
        assert mine == sorted(mine)
