"""Figures of many articles that answer one question: how many were killed at one place by one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verbale.model import digest

APART = 3
"""Figures for days no further apart answer one question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a figure answers: what is counted, in which unit, where and for which day."""

    measure: str
    unit: str
    place: str
    """Id of the place, or its name; empty where nothing tells."""
    day: str | None


def questions(asked: Sequence[Asked]) -> list[str | None]:
    """An id for each figure, which those share that answer one question; None where no place or no day tells which."""
    found: list[str | None] = [None] * len(asked)
    by_kind: dict[tuple[str, str, str], list[tuple[date, int]]] = defaultdict(list)
    for n, one in enumerate(asked):
        if one.place and one.day:
            by_kind[one.measure, one.unit, one.place].append((date.fromisoformat(one.day[:10]), n))
    for kind, days in by_kind.items():
        first = date.min
        for day, n in sorted(days):
            if first == date.min or (day - first).days > APART:
                first = day
            found[n] = digest("q", *kind, first.isoformat())
    return found
