"""The word files: every language has all of them, with the same keys, and no code beside them."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from verbale.find.taught import TAGGED
from verbale.lang import FILES, LATER, Language, languages, load, pattern, titles

KEYS = {
    "words": {"pronouns", "possessives", "small", "pointing", "carrying", "leading"},
    "boilerplate": {"furniture", "inline", "tail", "caption", "byline", "published", "credit"},
    "titles": {"persons", "bodies", "media", "documents", "unnamed", "countries", "offices", "seats"},
}
BY_FORM = {("events", "irregular"), ("cues", "irregular"), ("cues", "passives"), ("cues", "predicates"), ("titles", "genders")}
"""What a language has only where its grammar needs it."""


def folder(code: str) -> set[str]:
    return {entry.name for entry in files("verbale.lang").joinpath(code).iterdir()}


def test_the_languages() -> None:
    assert languages() == ("en", "ru", "uk")


@pytest.mark.parametrize("code", languages())
def test_a_folder_is_complete(code: str) -> None:
    assert folder(code) == {f"{name}.toml" for name in (*FILES, *LATER)}
    assert set(Language.__slots__) == {"code", *FILES}


@pytest.mark.parametrize("name", FILES)
def test_languages_have_the_same_keys(name: str) -> None:
    """But for words that only a trained tagger needs."""
    keys = {code: {key for key in getattr(load(code), name) if (name, key) not in BY_FORM} for code in languages()}
    assert {code for code in languages() if "tagged" in load(code).words} == TAGGED
    for code in TAGGED:
        keys[code] -= {"tagged"}
    assert keys == dict.fromkeys(languages(), keys["en"])
    assert KEYS.get(name, set()) <= keys["en"]


@pytest.mark.parametrize("code", languages())
def test_small_words_are_small(code: str) -> None:
    words = load(code).words
    assert {key: sorted(words["small"]) for key in ("small",)} == {"small": sorted(load("en").words["small"])}
    for key, list_ in words["small"].items():
        assert [w for w in list_ if w != w.lower()] == [], key
        assert len(set(list_)) == len(list_), key
    for name in ("pronouns", "possessives"):
        assert all(word == word.lower() and len(meant) == 2 for word, meant in words[name].items())


@pytest.mark.parametrize("code", languages())
def test_titles_are_dictionary_forms_in_small_letters(code: str) -> None:
    titles = load(code).titles
    for group in ("persons", "bodies", "media", "documents", "unnamed", "countries"):
        assert [w for w in titles[group]["words"] if w != w.lower()] == [], group
        assert titles[group]["seen"]
    assert [n for n in titles["media"]["names"] if n != n.lower()] == []
    assert all(capital == capital.lower() for capital in titles["seats"])


@pytest.mark.parametrize("code", languages())
def test_cues_name_known_frames(code: str) -> None:
    known = {"quote", "that", "inf", "about", "object", "on", "paper", "medium", "verdict", "naming", "cites"}
    for group, parts in load(code).cues.items():
        for part in parts if isinstance(parts, list) else []:
            assert set(part.get("frames", [])) <= known
            assert set(part) <= {"frames", "form", "words", "case"}, group


@pytest.mark.parametrize("code", languages())
def test_patterns_compile_and_never_fit_nothing(code: str) -> None:
    for file, keys in (("boilerplate", load(code).boilerplate), ("words", ("pointing", "carrying", "leading"))):
        for key in keys:
            assert not pattern(code, file, key).fullmatch("")
            assert pattern(code, file, key).flags & re.IGNORECASE


def test_what_is_not_there_fits_nothing() -> None:
    assert not pattern("en", "boilerplate", "nothing").search("nothing")


@pytest.mark.parametrize("code", ["", "xx", "EN", "../en", "forms"])
def test_a_language_without_a_folder(code: str) -> None:
    with pytest.raises(KeyError):
        load(code)


def test_words_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        load("en").words["small"] = {}  # type: ignore[index]


def test_titles_are_looked_up_in_small_letters() -> None:
    assert "minister" in titles("en", "persons")
    assert "министр" in titles("ru", "persons")
