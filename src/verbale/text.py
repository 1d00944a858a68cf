"""Positions in text. Every row of the record points at its words through these two types."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

# Characters that take no room on the page and only break words apart for a machine:
# soft hyphen, zero-width space and joiners, word joiner, byte order mark, bidirectional marks.
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Spaces that are no break: read as a plain space.
SPACES = frozenset("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\v\f")


# Letters of two alphabets that look the same.
_LATIN, _CYRILLIC = "ABCEHIKMOPTXaceiopxy", "АВСЕНІКМОРТХасеіорху"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)


def one_script(word: str) -> str:
    """The word with its foreign letters that only look like its own put right: `Xартов` with a Latin X. Same length."""
    if word.isascii():
        return word
    if "-" in word:
        return "-".join(map(one_script, word.split("-")))
    latin, cyrillic = _letters(word)
    if not latin or not cyrillic:
        return word
    tables = (_TO_CYRILLIC, _TO_LATIN) if cyrillic >= latin else (_TO_LATIN, _TO_CYRILLIC)
    return next((put for table in tables if 0 in _letters(put := word.translate(table))), word)


def _letters(word: str) -> tuple[int, int]:
    """How many Latin and how many Cyrillic letters a word has."""
    return sum("a" <= c <= "z" for c in word.lower()), sum("\u0400" <= c <= "\u04ff" for c in word)


class Span(NamedTuple):
    """Half-open range `[start, stop)` of Unicode code points in `article.text`."""

    start: int
    stop: int

    def of(self, text: str) -> str:
        """The words the span covers in `text`."""
        return text[self.start : self.stop]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.stop <= self.stop

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return max(self.start, other.start) < min(self.stop, other.stop)

    def size(self) -> int:
        return self.stop - self.start

    def stripped(self, text: str, characters: str | None = None) -> Span:
        """The span without white space (or `characters`) at its ends; empty at `start` if nothing is left."""
        words = self.of(text)
        left = len(words) - len(words.lstrip(characters))
        right = len(words.strip(characters))
        return Span(self.start + left, self.start + left + right)


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of `spans` (at least one)."""
    spans = list(spans)
    return Span(min(s.start for s in spans), max(s.stop for s in spans))


class Row:
    """Spans by their starts, to be asked which of them meet another."""

    __slots__ = ("_reach", "_spans")

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = list(spans)
        self._reach = list(accumulate((s.stop for s in self._spans), max))

    def meeting(self, other: Span) -> list[int]:
        """Places of the spans that share a character with `other`, in order."""
        first = bisect_right(self._reach, other.start)
        last = bisect_left(self._spans, other.stop, key=lambda span: span.start)
        return [n for n in range(first, last) if self._spans[n].meets(other)]


class Text:
    """A copy of a stretch of text in a form fit for models, which remembers where each character stood.

    Invisible characters are left out and unusual spaces become plain ones; nothing else changes.
    """

    __slots__ = ("_origin", "string")

    def __init__(self, source: str, offset: int = 0) -> None:
        kept = [(i, c) for i, c in enumerate(source, offset) if c not in INVISIBLE]
        self.string = "".join(" " if c in SPACES else c for _, c in kept)
        self._origin = [i for i, _ in kept]

    def back(self, start: int, stop: int) -> Span:
        """The source span of `[start, stop)` of `string`; empty ranges are not allowed."""
        return Span(self._origin[start], self._origin[stop - 1] + 1)

    def forth(self, span: Span) -> tuple[int, int]:
        """The range of `string` that holds the characters of a source span."""
        return bisect_left(self._origin, span.start), bisect_right(self._origin, span.stop - 1)
