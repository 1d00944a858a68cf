"""What phrases of each language mean, seen from a day; the phrases with their days lie beside this file."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from verbale import dates

LANGUAGES = ("en", "ru", "uk")
SENTENCES = {
    "en": "She said so {}, and he left.",
    "ru": "Она сказала это {}, и он ушел.",
    "uk": "Вона сказала це {}, і він пішов.",
}


def phrases(language: str) -> list[tuple[str, str, str]]:
    with Path(__file__).with_name(f"phrases-{language}.csv").open(encoding="utf-8", newline="") as file:
        return [(row["seen from"], row["phrase"], row["days"]) for row in csv.DictReader(file)]


def meant(text: str, language: str, seen_from: str) -> list[str]:
    """The days of all dates in a text, ranges as `first/last`."""
    found = (dates.resolve(when, date.fromisoformat(seen_from)) for when in dates.find(text, language))
    return ["/".join(dict.fromkeys(days.iso)) for days in found if days]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_phrase_means_its_days(language: str) -> None:
    wrong = [
        (phrase, days, found)
        for seen_from, phrase, days in phrases(language)
        if (found := meant(phrase, language, seen_from)) != ([days] if days else [])
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_means_the_same_within_a_sentence(language: str) -> None:
    wrong = [
        (phrase, days, found)
        for seen_from, phrase, days in phrases(language)
        if days and days not in (found := meant(SENTENCES[language].format(phrase), language, seen_from))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_two_hundred_phrases(language: str) -> None:
    assert len(set(phrases(language))) >= 200
