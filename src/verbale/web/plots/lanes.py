"""Positions as lanes over time: a lane an actor or a topic, a sign a step, its shape and colour the stance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from verbale import wording
from verbale.model import Stance
from verbale.positions import Step
from verbale.web.plots.days import Days, ordinal
from verbale.web.plots.drawing import Plot, cut, dot, joined, line, link, square, words

WIDTH, LEFT, FOOT = 760, 14, 24
HEAD, ROW, TERMS = 34, 24, 15
"""From the top of a lane to its line, from there to the next lane, and what each row of conditions adds."""
LETTER, LONGEST, ROWS = 5.4, 60, 3
"""Width of a letter of a condition, the most letters of one, and so many rows of them a lane."""
HUES = {Stance.OPEN: 3, Stance.CONDITIONAL: 1, Stance.CLOSED: 7, Stance.UNCLEAR: 0}


@dataclass(frozen=True, slots=True)
class Lane:
    """What is held in a lane, step by step."""

    name: str
    steps: Sequence[Step]


def lanes(held: Sequence[Lane], title: str, query: str = "") -> Plot | None:
    """The lanes in which something is held, under each other; None where nothing is."""
    told = [one for one in held if one.steps]
    if not told:
        return None
    ordinals = [day for one in told for step in one.steps for day in (ordinal(step.first), ordinal(step.last))]
    days = Days(min(ordinals), max(ordinals), LEFT, WIDTH - 60)
    parts: list[Markup] = []
    top = 0.0
    for one in told:
        terms, rows = _terms(one.steps, days, top + HEAD)
        parts += [words(0, top + 16, cut(wording.line(one.name), 60), size=13), *_lane(one.steps, days, top + HEAD), *terms]
        top += HEAD + ROW + rows * TERMS
    parts += days.axis(top)
    spoken = f"{title}: " + "; ".join(f"{one.name}: {_told(one.steps)}" for one in told)
    return Plot("lanes", spoken, WIDTH, int(top) + FOOT, joined(parts), query)


def _told(steps: Sequence[Step]) -> str:
    return ", ".join(f"{step.stance} on {step.last}" for step in steps)


def _lane(steps: Sequence[Step], days: Days, y: float) -> Iterator[Markup]:
    """The stance goes on until another is told; a change is a stroke across the lane."""
    places = [days.at(ordinal(step.last)) for step in steps]
    for step, start, end in zip(steps, places, [*places[1:], WIDTH - 20.0], strict=True):
        yield line([(start, y), (end, y)], hue=HUES[step.stance], width=3, dashed=step.stance is Stance.CONDITIONAL)
    for step, place in zip(steps, places, strict=True):
        if step.before is not None:
            yield line([(place - 11, y - 13), (place - 11, y + 13)], hue=0, width=2)
        yield _sign(step, place, y)


def _terms(steps: Sequence[Step], days: Days, y: float) -> tuple[list[Markup], int]:
    """The first condition of each step below its sign, each in the first row that has room; and how many rows that takes."""
    ends: list[float] = []
    drawn: list[Markup] = []
    for step in steps:
        place = days.at(ordinal(step.last)) - 6
        told = cut(wording.line(step.conditions[0]), LONGEST) if step.conditions else ""
        place = max(0.0, min(place, WIDTH - len(told) * LETTER))
        row = next((n for n, end in enumerate(ends) if end < place), len(ends))
        if not told or row >= ROWS:
            continue
        ends[row : row + 1] = [place + len(told) * LETTER + 12]
        drawn.append(words(place, y + 22 + row * TERMS, told, size=10, faint=True))
    return drawn, len(ends)


def _sign(step: Step, x: float, y: float) -> Markup:
    conditions = f", on condition: {'; '.join(map(wording.line, step.conditions))}" if step.conditions else ""
    changed = f", before {step.before}" if step.before else ""
    told = f"{step.last}: {step.stance}{changed}, {wording.listed(map(wording.line, step.who))}{conditions}"
    hue = HUES[step.stance]
    shape = square if step.stance is Stance.CLOSED else dot
    drawn = shape(x, y, 7, hue=hue, hollow=step.stance in {Stance.CONDITIONAL, Stance.UNCLEAR}, title=told)
    return link(f"/statements/{step.words.entry.id}", drawn, told)
