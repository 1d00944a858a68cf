"""Phrases as data: what their signs stand for."""

from __future__ import annotations

import pytest

from verbale.models.words import words
from verbale.phrases import Phrases, Word


def stands(phrase: str, text: str, language: str = "en") -> bool:
    return bool(list(Phrases({"x": [phrase]}).found(words(text, language))))


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("meet", "They met in May", True),
        ("talk", "She is talkative", False),
        ("talk*", "She is talkative", True),
        ("truce|ceasefire", "The ceasefire holds", True),
        ("hold ... talks", "They hold long and quiet talks", True),
        ("hold ... talks", "They hold one. The two talks", False),
        ("hold ... talks", "They hold one two three four five six talks", False),
        ("will [not] go", "They will go", True),
        ("will [not] go", "They will not go", True),
        ("will go", "They will, go", True),
        ("we're going", "We’re going", True),
        ("deny", "She denied it", True),
        ("agree", "both agreed", True),
        ("stop", "they stopped", True),
    ],
)
def test_what_a_phrase_stands_for(phrase: str, text: str, found: bool) -> None:
    assert stands(phrase, text) is found


def test_words_of_languages_with_cases_are_found_in_all_forms() -> None:
    assert stands("переговоры", "о переговорах", "ru")
    assert stands("перемирие", "о перемирии", "ru")
    assert stands("зброя", "про зброю", "uk")
    assert stands("её", "ее", "ru")
    assert stands("бэкстоп", "о бэкстопе", "ru")  # which the dictionary has not


def test_a_phrase_tells_where_it_stands() -> None:
    (found,) = Phrases({"a": ["peace plan"]}).found(words("The peace plan, he said", "en"))
    assert (found.key, found.start, found.stop) == ("a", 1, 3)


def test_phrases_come_in_the_same_order_in_every_process() -> None:
    """Forms are a set, whose order is another in each process."""
    forms = [f"talk{ending}" for ending in "abcdefghijkl"]
    found = Phrases({"a": reversed(forms)}).found([Word("talk", frozenset(forms))])
    assert [one.phrase for one in found] == forms


@pytest.mark.parametrize("phrase", ["... talks", "[not] go", "", "ab*"])
def test_a_phrase_begins_with_a_word(phrase: str) -> None:
    with pytest.raises(ValueError, match="begin"):
        Phrases({"a": [phrase]})
