"""Each cue of the word files is found in the phrase with which it earned its place, and so is its speaker."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pytest
from stages import article, labelled

from verbale.lang import languages, load
from verbale.model import Cue

FULL = "Ukrainian adjectives of opinion have no short form, and full ones are not taken for predicates"
UNKNOWN = "the grammar sees another word in it"
UNREAD = {
    ("ru", "намек"): UNKNOWN,
    ("uk", "виступити з критикою"): UNKNOWN,
    ("uk", "говоритися"): UNKNOWN,
    ("uk", "впевнений"): FULL,
    ("uk", "упевнений"): FULL,
    ("uk", "переконаний"): FULL,
    ("uk", "згодний"): FULL,
    ("uk", "певний"): FULL,
}
"""Entries that do not work yet, and why."""


class Entry(NamedTuple):
    words: str
    frames: frozenset[str]
    seen: str


def entries(language: str) -> list[Entry]:
    """All cues of a language with the phrase each was seen in."""
    data, out = load(language).cues, []
    for group in ("verbs", "passives", "predicates", "nouns"):
        for part in data.get(group, []):
            out += [Entry(words, frozenset(part["frames"]), seen) for words, seen in part["words"].items()]
    for part in data["according"]:
        out += [Entry(words, frozenset({"according"}), seen) for words, seen in part["words"].items()]
    return out


@cache
def found(language: str) -> list[list[Cue]]:
    """The cues in the phrase of each entry; all phrases are read as one article, a line each."""
    made = article(*(f"{entry.seen}." for entry in entries(language)), language=language)
    cues: list[list[Cue]] = [[] for _ in made.blocks]
    for sentence in labelled(made):
        cues[sentence.sentence.block] += sentence.cues
    return cues


def marks(language: str, entry: Entry) -> list[pytest.MarkDecorator]:
    reason = UNREAD.get((language, entry.words))
    return [pytest.mark.xfail(reason=reason)] if reason else []


@pytest.mark.parametrize(
    ("language", "n"),
    [
        pytest.param(language, n, marks=marks(language, entry), id=f"{language}-{entry.words}-{sorted(entry.frames)}")
        for language in ("ru", "uk")
        for n, entry in enumerate(entries(language))
    ],
)
def test_a_cue_is_found_in_its_phrase(language: str, n: int) -> None:
    assert any(entries(language)[n].frames <= cue.frames for cue in found(language)[n])


def test_nearly_every_english_cue_is_found() -> None:
    """English words of speech are also nouns; the tagger that tells them apart cannot be right in every scrap."""
    pairs = zip(entries("en"), found("en"), strict=True)
    missed = [entry.words for entry, cues in pairs if not any(entry.frames <= cue.frames for cue in cues)]
    assert len(missed) <= 0.03 * len(entries("en")), missed


@pytest.mark.parametrize("language", languages())
def test_most_phrases_tell_who_speaks(language: str) -> None:
    spoken = [any(cue.subject for cue in cues) for cues in found(language)]
    assert sum(spoken) > 0.8 * len(spoken)
