"""Ids that go on over joins: what is derived is made anew each time, and what is the same as before keeps its id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from verbale.model import digest


def lasting(prefix: str, own: Sequence[str], shared: Counter[tuple[str, int]]) -> list[str]:
    """An id for each of what was made: that which the join before gave to most of its members, else its own.

    `shared` tells how many members of a former id have come to which place of `own`; `prefix` is that of new ids.
    """
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for (old, place), _ in sorted(shared.items(), key=lambda s: (-s[1], s[0])):
        if old not in taken and place not in ids:
            ids[place] = old
            taken.add(old)
    for place, id_ in enumerate(own):
        if place not in ids:
            ids[place] = free(prefix, id_, taken)
            taken.add(ids[place])
    return [ids[place] for place in range(len(own))]


def free(prefix: str, id_: str, taken: Collection[str]) -> str:
    """The id, or where something else goes on with it, the next that nothing has."""
    while id_ in taken:
        id_ = digest(prefix, id_)
    return id_
