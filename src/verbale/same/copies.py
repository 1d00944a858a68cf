"""Texts that are near copies of each other: one wire story, carried by many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verbale.groups import Groups
from verbale.same.sketches import SIZE, Sketch

LIKE = 0.6
"""Two texts that have so large a share of their shingles in common are copies."""
ROWS = 4
"""Numbers of a band. Texts with one band in common are compared; with four, nine in ten copies just like enough are met."""


@dataclass(frozen=True, slots=True)
class Story:
    """Texts that are copies of each other, as their numbers among the sketches given, in order."""

    members: tuple[int, ...]


def stories(sketches: NDArray[np.uint32] | Sequence[Sketch], *, like: float = LIKE) -> list[Story]:
    """The groups of two texts and more, by their first members. A copy of a copy belongs to its group, too."""
    table = np.asarray(sketches, np.uint32).reshape(-1, SIZE)
    groups: Groups[int] = Groups()
    for start in range(0, SIZE, ROWS):
        for one, two in _alike(table, start, like):
            groups.join(one, two)
    return sorted((Story(tuple(sorted(members))) for members in groups.all()), key=lambda s: s.members)


def likeness(one: Sketch, two: Sketch) -> float:
    """The share of shingles that two texts have in common, as far as their sketches tell."""
    return float((one == two).mean())


def _alike(table: NDArray[np.uint32], start: int, like: float) -> list[tuple[int, int]]:
    """Pairs that share a band and are like enough: each text with the first and with the one before it in its run."""
    keys = table[:, start : start + ROWS].astype(np.uint64)
    bands = np.zeros(len(table), np.uint64)
    for column in keys.T:
        bands = (bands ^ column) * np.uint64(0x9E3779B97F4A7C15) + (bands >> np.uint64(29))
    order = np.argsort(bands, kind="stable")
    same = np.flatnonzero(bands[order][1:] == bands[order][:-1]) + 1
    if not len(same):
        return []
    begins = np.r_[True, same[1:] != same[:-1] + 1]
    firsts = np.maximum.accumulate(np.where(begins, same - 1, 0))
    pairs = np.unique(np.r_[np.c_[order[firsts], order[same]], np.c_[order[same - 1], order[same]]], axis=0)
    return [(int(a), int(b)) for part in np.array_split(pairs, len(pairs) // 100_000 + 1) for a, b in _kept(table, part, like)]


def _kept(table: NDArray[np.uint32], pairs: NDArray[np.int64], like: float) -> NDArray[np.int64]:
    """Those of the pairs whose sketches agree in enough places."""
    equal: NDArray[np.float64] = (table[pairs[:, 0]] == table[pairs[:, 1]]).mean(axis=1)
    return pairs[equal >= like]
