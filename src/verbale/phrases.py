"""Phrases written as data, found in the words of a text.

A phrase is words with blanks between. `talk` stands for the word in all its forms, `talk*` for all words that begin so,
`ceasefire|truce` for either, `...` for up to five words, `[not|never]` for a word that may be left out. Commas between its
words do not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

GAP = 5
"""So many words at most stand where a phrase has `...`."""
MARKS = frozenset(".?!;:")
"""Marks that end a sentence or a part of one; no gap goes over them."""


class Word(NamedTuple):
    """A word of a text with all that it may be a form of."""

    text: str
    """In small letters."""
    forms: frozenset[str]
    """The word itself and its dictionary forms."""


class Found(NamedTuple):
    """A phrase where it stands: words `start` to `stop`."""

    key: str
    phrase: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """A place of a phrase: what may stand there."""

    whole: frozenset[str]
    begun: tuple[str, ...]
    gap: bool = False
    free: bool = False
    """May be left out."""

    def fits(self, word: Word) -> bool:
        return not self.whole.isdisjoint(word.forms) or (bool(self.begun) and word.text.startswith(self.begun))


class Phrases:
    """A table of phrases by key, made once and asked often."""

    __slots__ = ("_begun", "_whole")

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self._whole: dict[str, list[tuple[str, str, tuple[_Piece, ...]]]] = defaultdict(list)
        self._begun: dict[str, list[tuple[str, str, tuple[_Piece, ...]]]] = defaultdict(list)
        for key, phrases in table.items():
            for phrase in phrases:
                self._add(key, phrase)

    def _add(self, key: str, phrase: str) -> None:
        pieces = tuple(map(_piece, phrase.split()))
        if not pieces or pieces[0].gap or pieces[0].free:
            raise ValueError(f"“{phrase}” does not begin with a word")
        for word in pieces[0].whole:
            self._whole[word].append((key, phrase, pieces))
        for stem in pieces[0].begun:
            self._begun[stem[:3]].append((key, phrase, pieces))

    def found(self, words: Sequence[Word]) -> Iterator[Found]:
        """Every phrase that stands in the words, in the order of the words."""
        for at, word in enumerate(words):
            for key, phrase, pieces in self._beginning(word):
                stop = _match(pieces, 0, words, at)
                if stop:
                    yield Found(key, phrase, at, stop)

    def _beginning(self, word: Word) -> Iterator[tuple[str, str, tuple[_Piece, ...]]]:
        """The phrases that may begin with a word."""
        for form in sorted(form for form in word.forms if form in self._whole):  # a set has another order in each process
            yield from self._whole[form]
        if begun := self._begun.get(word.text[:3]):
            yield from begun


def _piece(written: str) -> _Piece:
    if written == "...":
        return _Piece(frozenset(), (), gap=True)
    free = written.startswith("[") and written.endswith("]")
    either = plain(written.strip("[]")).split("|")
    begun = tuple(word[:-1] for word in either if word.endswith("*"))
    if any(len(stem) < 3 for stem in begun):
        raise ValueError(f"“{written}” begins too many words: write three letters at least before the *")
    return _Piece(frozenset(word for word in either if not word.endswith("*")), begun, free=free)


def plain(word: str) -> str:
    """Small letters, one apostrophe for all, and е for ё."""
    return word.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def _match(pieces: tuple[_Piece, ...], n: int, words: Sequence[Word], at: int) -> int:
    """Where the pieces from the nth on end if they stand at a place of the words; 0 if they do not."""
    if n == len(pieces):
        return at
    piece = pieces[n]
    if n and not piece.gap and at < len(words) and words[at].text == ",":
        at += 1
    if piece.gap:
        return _over_gap(pieces, n + 1, words, at)
    if at < len(words) and piece.fits(words[at]) and (stop := _match(pieces, n + 1, words, at + 1)):
        return stop
    return _match(pieces, n + 1, words, at) if piece.free else 0


def _over_gap(pieces: tuple[_Piece, ...], n: int, words: Sequence[Word], at: int) -> int:
    for skipped in range(GAP + 1):
        if stop := _match(pieces, n, words, at + skipped):
            return stop
        if at + skipped >= len(words) or words[at + skipped].text in MARKS:
            return 0
    return 0
