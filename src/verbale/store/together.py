"""Statements that hang together by ties, judgements or former utterances: whatever becomes of one may touch the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


class Sets(NamedTuple):
    """Sets of statements, by number, in order and one behind the other."""

    members: Numbers
    begins: Numbers
    """Where each begins, and behind the last where it ends."""
    of: Numbers
    """The place of the set of each number that stands in one, -1 of any other."""

    def blocks(self, size: int) -> Iterator[tuple[int, int]]:
        """Places of the first set and behind the last of so many members together, or a few more."""
        start = 0
        for stop in range(1, len(self.begins)):
            if self.begins[stop] - self.begins[start] >= size or stop == len(self.begins) - 1:
                yield start, stop
                start = stop


def sets(dirty: Numbers, ones: Numbers, twos: Numbers) -> Sets:
    """The sets that hold a dirty statement, as pairs of ones and twos connect them."""
    head = _heads(int(max(some.max(initial=0) for some in (dirty, ones, twos))) + 1, ones, twos)
    touched = np.zeros(len(head), bool)
    touched[head[dirty]] = True
    (members,) = np.nonzero(touched[head])
    members = members[np.argsort(head[members], kind="stable")]
    of = np.full(len(head), -1)
    _, begins, of[members] = np.unique(head[members], return_index=True, return_inverse=True)
    return Sets(members, np.r_[begins, len(members)], of)


def _heads(size: int, ones: Numbers, twos: Numbers) -> Numbers:
    """For each number below `size` the least that it hangs together with."""
    head = np.arange(size)
    while len(ones):
        a, b = head[ones], head[twos]
        open_ = a != b
        ones, twos, a, b = ones[open_], twos[open_], a[open_], b[open_]
        np.minimum.at(head, np.maximum(a, b), np.minimum(a, b))
        while (head != head[head]).any():
            head = head[head]
    return head
