"""Stretches of text that may overlap, cut so that they lie within lines and within each other, as XML has it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from verbale.text import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """An element to be set over some stretches."""

    element: str
    id: str
    told: tuple[tuple[str, str], ...]
    """Its attributes."""
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One of the elements that a mark becomes; they are chained."""

    mark: Mark
    line: int
    span: Span
    id: str
    before: str | None
    after: str | None


def nested(marks: Iterable[Mark], lines: Sequence[Span]) -> Iterator[Piece]:
    """The pieces of all marks in the order in which they open; `lines` are in order and do not overlap."""
    marks = list(marks)
    cut = sorted(_cut(marks, lines), key=_opening)
    counts: dict[int, int] = defaultdict(int)
    totals: dict[int, int] = defaultdict(int)
    for _, _, mark, _ in cut:
        totals[mark] += 1
    for start, stop, mark, line in cut:
        n = counts[mark]
        counts[mark] += 1
        yield Piece(marks[mark], line, Span(start, stop), *_chain(marks[mark].id, n, totals[mark]))


Cut = tuple[int, int, int, int]
"""First character, end, number of the mark, number of the line."""


def _opening(cut: Cut) -> tuple[int, int, int]:
    start, stop, mark, _ = cut
    return start, -stop, mark


def _chain(name: str, n: int, total: int) -> tuple[str, str | None, str | None]:
    def called(place: int) -> str:
        return name if place == 0 else f"{name}.{place}"

    return called(n), called(n - 1) if n else None, called(n + 1) if n + 1 < total else None


def _cut(marks: Sequence[Mark], lines: Sequence[Span]) -> Iterator[Cut]:
    """Pieces that lie within lines and do not cross."""
    waiting = [(s, -e, m, line) for m, mark in enumerate(marks) for s, e, line in _in_lines(mark.spans, lines)]
    heapify(waiting)
    ends: list[int] = []
    while waiting:
        start, minus, mark, line = heappop(waiting)
        while ends and ends[-1] <= start:
            ends.pop()
        stop = min(-minus, ends[-1]) if ends else -minus
        if stop < -minus:
            heappush(waiting, (stop, minus, mark, line))
        ends.append(stop)
        yield start, stop, mark, line


def _in_lines(spans: Iterable[Span], lines: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    starts = [line.start for line in lines]
    for span in spans:
        n = max(0, bisect_right(starts, span.start) - 1)
        while n < len(lines) and lines[n].start < span.stop:
            start, stop = max(span.start, lines[n].start), min(span.stop, lines[n].stop)
            if start < stop:
                yield start, stop, n
            n += 1
