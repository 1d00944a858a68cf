"""Every language folder is complete, and `docs/languages.md` tells of each file in it."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from verbale.lang import FILES, INFLECTED, LATER, forms, languages, load
from verbale.models import analyser

PAGE = Path(__file__).parents[1].joinpath("docs", "languages.md").read_text("utf-8")
OF_GRAMMAR = {
    "events": {"irregular"},
    "words": {"tagged"},
    "cues": {"irregular", "passives", "predicates"},
    "titles": {"genders"},
}
"""Keys that only some languages need, by file; the page says so."""
TAUGHT = frozenset({"en"})
"""Languages in which a trained tagger finds most, and the forms settle quotations."""


@pytest.mark.parametrize("code", languages())
def test_every_file_is_there_and_nothing_else(code: str) -> None:
    here = {entry.name for entry in files("verbale.lang").joinpath(code).iterdir()}
    assert here == {f"{name}.toml" for name in (*FILES, *LATER)}


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("name", FILES)
def test_every_key_is_there(code: str, name: str) -> None:
    wanted = set.union(*(set(getattr(load(other), name)) for other in languages())) - OF_GRAMMAR.get(name, set())
    assert wanted <= set(getattr(load(code), name))


@pytest.mark.parametrize("code", languages())
def test_every_small_word_has_its_list(code: str) -> None:
    wanted = set.union(*(set(load(other).words["small"]) for other in languages()))
    assert set(load(code).words["small"]) == wanted


@pytest.mark.parametrize("code", languages())
def test_documents_that_speak_for_themselves_are_documents(code: str) -> None:
    documents = load(code).titles["documents"]
    assert set(documents["own"]) | set(documents["of_media"]) <= set(documents["words"])


@pytest.mark.parametrize("code", sorted(set(languages()) - TAUGHT))
def test_every_form_is_read_and_ignored(code: str) -> None:
    """`noun-that` is never reached where the forms before it know the speaker."""
    rules = {rule["form"]: rule for rule in load(code).rules["rule"]}
    assert {form["name"] for form in forms()} - {"noun-that"} <= set(rules)
    assert all(rule["reads"] and rule["ignores"] for rule in rules.values())


@pytest.mark.parametrize("code", languages())
def test_every_language_has_its_analyser(code: str) -> None:
    assert callable(analyser(code))


def test_languages_with_cases_are_languages() -> None:
    assert set(languages()) >= INFLECTED


def test_the_page_names_every_file() -> None:
    table = re.findall(r"^\| `(\w+)\.toml` \| \S", PAGE, re.MULTILINE)
    assert table == [*FILES, *LATER]
    assert "forms.toml" in PAGE


def test_the_page_names_the_keys_that_may_be_missing() -> None:
    for keys in OF_GRAMMAR.values():
        assert all(f"`{key}`" in PAGE for key in keys)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:src|eval|docs|examples|tests)/[\w./]+)`", PAGE))))
def test_every_path_on_the_page_is_there(path: str) -> None:
    root = Path(__file__).parents[1]
    assert (root / path).exists() or "CODE" in path or "NAME" in path
