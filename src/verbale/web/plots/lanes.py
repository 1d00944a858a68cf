"""Positions on a topic as lanes over time: a lane an actor, a sign a step, its shape and colour the stance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from verbale import wording
from verbale.model import Stance
from verbale.positions import Position, Step
from verbale.web.plots.drawing import Plot, cut, dot, joined, line, link, square, words

WIDTH, ROW, NAME, FOOT = 760, 62, 150, 22
HUES = {Stance.OPEN: 3, Stance.CONDITIONAL: 1, Stance.CLOSED: 7, Stance.UNCLEAR: 0}


def lanes(positions: Sequence[Position], topic: str, query: str = "") -> Plot | None:
    """The lanes of those who hold something; None where nobody does."""
    held = [one for one in positions if one.steps]
    if not held:
        return None
    days = [day for one in held for step in one.steps for day in (_ordinal(step.first), _ordinal(step.last))]
    first, last = min(days), max(days)
    scale = (WIDTH - NAME - 60) / max(1, last - first)
    foot = len(held) * ROW
    parts: list[Markup] = []
    for n, one in enumerate(held):
        places = [NAME + 20 + (_ordinal(step.last) - first) * scale for step in one.steps]
        parts += [words(0, n * ROW + 26, cut(one.actor, 20), size=13), *_lane(one.steps, places, n * ROW + 22)]
    parts.append(line([(NAME, foot), (WIDTH, foot)]))
    parts.append(words(NAME, foot + 16, date.fromordinal(first).isoformat(), size=11, faint=True))
    parts.append(words(WIDTH, foot + 16, date.fromordinal(last).isoformat(), size=11, faint=True, anchor="end"))
    title = f"Positions on {topic}: " + "; ".join(f"{one.actor}: {_told(one.steps)}" for one in held)
    return Plot("lanes", title, WIDTH, foot + FOOT, joined(parts), query)


def _told(steps: Sequence[Step]) -> str:
    return ", ".join(f"{step.stance} on {step.last}" for step in steps)


def _lane(steps: Sequence[Step], places: Sequence[float], y: float) -> Iterator[Markup]:
    """The stance goes on until another is told; a change is a stroke across the lane."""
    for n, step in enumerate(steps):
        end = places[n + 1] if n + 1 < len(steps) else WIDTH - 20
        yield line([(places[n], y), (end, y)], hue=HUES[step.stance], width=3, dashed=step.stance is Stance.CONDITIONAL)
    for n, step in enumerate(steps):
        if step.before is not None:
            yield line([(places[n] - 11, y - 14), (places[n] - 11, y + 14)], hue=0, width=2)
        yield _sign(step, places[n], y)
        room = (places[n + 1] if n + 1 < len(steps) else WIDTH) - places[n]
        if step.conditions and room > 60:
            yield words(
                places[n] - 6, y + 24, cut(wording.line(step.conditions[0]), max(6, int(room / 5.6))), size=10, faint=True
            )


def _sign(step: Step, x: float, y: float) -> Markup:
    conditions = f", on condition: {'; '.join(map(wording.line, step.conditions))}" if step.conditions else ""
    changed = f", before {step.before}" if step.before else ""
    told = f"{step.last}: {step.stance}{changed}, {wording.listed(map(wording.line, step.who))}{conditions}"
    hue = HUES[step.stance]
    shape = square if step.stance is Stance.CLOSED else dot
    drawn = shape(x, y, 7, hue=hue, hollow=step.stance in {Stance.CONDITIONAL, Stance.UNCLEAR}, title=told)
    return link(f"/statements/{step.words.entry.id}", drawn, told)


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 1
