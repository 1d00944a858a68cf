"""Statements become utterances: those that tie them to each other are followed, the surest first, and never into a chain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from verbale.groups import Groups
from verbale.same.ties import Tie

SHARE = 2 / 3
"""So large a share of the pairs of two groups must be alike before the groups become one."""
LOOSE = 0.6
"""Pairs count as alike here with so much of what is asked of a tie."""
LOOKED = 6
"""So many members of each group are looked at."""
Alike = Callable[[str, str], bool]
"""Whether two statements, by their ids, may stand in one utterance."""
Voice = Callable[[str], str]
"""The article of a statement: what it tells of one saying in its headline, its text and its quotations is told by one voice."""
Pair = tuple[str, str]


def utterances(
    ties: Iterable[Tie], alike: Alike, voice: Voice = str, *, same: Iterable[Pair] = (), apart: Iterable[Pair] = ()
) -> list[tuple[str, ...]]:
    """The groups of two statements and more, each in the order of ids, by their first ids.

    `same` and `apart` are pairs that people judged. The outcome does not depend on the order of what is given.
    """
    judged: Groups[str] = Groups()
    groups: Groups[str] = Groups()
    for pair in sorted(same):
        judged.join(*pair)
        groups.join(*pair)
    for pair in sorted(apart):
        groups.part(*pair)
    for tie in sorted(ties, key=lambda t: (-t.margin, t.one, t.two)):
        if groups.open(tie.one, tie.two):
            one, two = (_parts(groups.members(member), voice, judged) for member in (tie.one, tie.two))
            if _agree(one, two, alike):
                groups.join(tie.one, tie.two)
    return sorted(tuple(sorted(members)) for members in groups.all() if len(members) > 1)


def _parts(members: Sequence[str], voice: Voice, judged: Groups[str]) -> list[list[str]]:
    """Some voices of a group, spread over it; those judged to be one saying stand together, for one voice."""
    parts: dict[tuple[bool, str], list[str]] = {}
    for member in sorted(members):
        others = judged.members(member)
        parts.setdefault((len(others) > 1, min(others) if len(others) > 1 else voice(member)), []).append(member)
    every = list(parts.values())
    if len(every) <= LOOKED:
        return every
    return [every[n * (len(every) - 1) // (LOOKED - 1)] for n in range(LOOKED)]


def _agree(one: Sequence[Sequence[str]], two: Sequence[Sequence[str]], alike: Alike) -> bool:
    """Whether most of the members of two groups are alike; a statement that ties two sayings by telling both is no bridge."""
    if len(one) == len(two) == 1:
        return True
    likes = [any(alike(a, b) for a in some for b in others) for some in one for others in two]
    return sum(likes) >= SHARE * len(likes)
