"""How two wordings of one saying differ, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

_WORD = re.compile(r"\S+")
_MARKS = "“”„‟«»‹›\"'‘’.,;:!?…()[]—–-"
LONGEST = 2_000
"""Of longer wordings only so many words are looked at."""


class Change(StrEnum):
    """What became of words."""

    KEPT = "kept"
    LEFT_OUT = "left out"
    ADDED = "added"


class Stretch(NamedTuple):
    """Words next to each other of which the same became."""

    change: Change
    words: str


def differences(one: str, two: str) -> list[Stretch]:
    """The words of the second wording as they differ from the first; capitals and punctuation make no difference.

    What is kept is told in the words of the second. Where others stand in its place, what was left out comes first.
    """
    return list(_merged(_stretches(_WORD.findall(one)[:LONGEST], _WORD.findall(two)[:LONGEST])))


def _stretches(one: list[str], two: list[str]) -> Iterator[Stretch]:
    matcher = SequenceMatcher(None, [_bare(w) for w in one], [_bare(w) for w in two], autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            yield Stretch(Change.KEPT, " ".join(two[c:d]))
            continue
        if a < b:
            yield Stretch(Change.LEFT_OUT, " ".join(one[a:b]))
        if c < d:
            yield Stretch(Change.ADDED, " ".join(two[c:d]))


def _bare(word: str) -> str:
    return word.strip(_MARKS).casefold() or word


def _merged(found: Iterator[Stretch]) -> Iterator[Stretch]:
    """Stretches next to each other of one kind as one."""
    before: Stretch | None = None
    for stretch in found:
        if before and before.change is stretch.change:
            before = Stretch(stretch.change, f"{before.words} {stretch.words}")
            continue
        if before:
            yield before
        before = stretch
    if before:
        yield before
