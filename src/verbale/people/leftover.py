"""Short names without a known bearer: taken for one person only where more than the name says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from verbale.groups import Groups
from verbale.people.blocks import bones
from verbale.people.company import Company
from verbale.people.naming import Naming
from verbale.people.offices import office
from verbale.people.placing import TELLING, Placing
from verbale.people.words import alike

GAP = 3
"""Months without the name after which it may be somebody else."""


def gather_leftover(placing: Placing, company: Company, figures: Sequence[int]) -> dict[int, tuple[int, tuple[str, ...]]]:
    """Of each figure: the first figure of its person, with the reason; figures of nobody else stand for themselves."""
    groups: Groups[int] = Groups()
    reasons: dict[int, str] = {}
    for word, mine in sorted(_by_word(placing.naming, figures).items()):
        for one, two, reason in _joined(placing, company, word, mine):
            if groups.join(one, two):
                reasons.setdefault(two, reason)
                reasons.setdefault(one, reason)
    return {f: (min(groups.members(f)), (reasons[f],) if f in reasons else ()) for f in figures}


def _by_word(naming: Naming, figures: Sequence[int]) -> dict[int, list[int]]:
    """Figures by their name; names that are spelled or sound alike are one."""
    gathering = naming.gathering
    names = sorted({gathering.bears[f][0] for f in figures})
    same: Groups[int] = Groups()
    blocks: dict[str, list[int]] = defaultdict(list)
    for name in names:
        same.add(name)
        word = gathering.names[name].form.words[-1]
        for bone in bones(word):
            for other in blocks[bone][-20:]:
                found = alike(gathering.names[other].form.words[-1], word)
                if (
                    found
                    and found.score >= 0.9
                    and gathering.names[other].form.tokens == gathering.names[name].form.tokens == 1
                ):
                    same.join(other, name)
            blocks[bone].append(name)
    out: dict[int, list[int]] = defaultdict(list)
    for figure in figures:
        out[min(same.members(gathering.bears[figure][0]))].append(figure)
    return out


def _joined(placing: Placing, company: Company, word: int, figures: list[int]) -> list[tuple[int, int, str]]:
    """Pairs of figures of one name that more than the name makes one."""
    gathering = placing.naming.gathering
    first: dict[object, int] = {}
    out: list[tuple[int, int, str]] = []
    for figure in figures:
        for sign, reason in _signs(placing, company, figure):
            if sign in first:
                out.append((first[sign], figure, reason))
            first.setdefault(sign, figure)
    if not placing.bearers.of(word) and not placing.bearers.is_given(word):
        dated = sorted((gathering.places[gathering.at[f]].month, f) for f in figures)
        near = ((a, b) for a, b in pairwise(dated) if b[0] - a[0] <= GAP)
        out += [
            (a, b, "Nobody in the record bears the name in full, and its articles lie close together.")
            for (_, a), (_, b) in near
        ]
    return out


def _signs(placing: Placing, company: Company, figure: int) -> list[tuple[object, str]]:
    """What would tell a figure among others of its name: rare company, an office of one person."""
    gathering = placing.naming.gathering
    at = gathering.at[figure]
    found: list[tuple[object, str]] = []
    for other in sorted(company.named(at)):
        if company.weight(other) >= TELLING:
            called = gathering.names[other].usual
            found.append((other, f"Both are named together with {called}."))
    for role in gathering.figures[figure].roles:
        held = office(role, gathering.places[at].language)
        if held and held.sole:
            found.append((held, f"Both hold the same office: {held}."))
    return found
