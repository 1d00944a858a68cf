"""Positions as they are shown: a row a step, or a row a pair of spokesmen who differ."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

import click

from verbale import wording
from verbale.cli.options import Output
from verbale.cli.rows import Cells, Sheet, Stack, write
from verbale.positions import Difference, Held, Position, Step
from verbale.store import Record
from verbale.wording import between, counted, line

SEVERAL = 4
"""So many conditions and statements of a step are told on the screen; programs get all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose position is asked for, and how much of it."""

    actor: str
    about: str
    since: str | None = None
    until: str | None = None
    changes: bool = False
    unclear: bool = False
    differing: bool = False


def show_steps(record: Record, asked: Asked, output: Output) -> None:
    """Write the steps, and tell below how many there are."""
    found = _position(record, asked)
    steps = [s for n, s in enumerate(found.steps) if not asked.changes or not n or s.before]
    written = write(steps, STEPS, output, record=record.path)
    if not written or sys.stdout.isatty():
        click.echo(_told(found, asked), err=True)


def show_differences(record: Record, asked: Asked, output: Output) -> None:
    """Write the pairs who differ."""
    found = _position(record, asked)
    if not write(found.differences, DIFFERENCES, output, record=record.path):
        click.echo(f"Nobody who speaks for {line(found.actor)} said the contrary of another on {found.about}.", err=True)


def _position(record: Record, asked: Asked) -> Position:
    return record.positions(
        asked.actor, about=asked.about, since=asked.since, until=asked.until, unclear=asked.unclear or asked.differing
    )


def _told(found: Position, asked: Asked) -> str:
    """How many steps and changes there are, or why there are none."""
    whose = f"{line(found.actor)} on {found.about}"
    if not found.steps:
        more = "" if asked.unclear else "; --unclear shows what was said without a stance"
        return f"No dated statement tells a stance of {whose}{more}."
    differ = counted(len(found.differences), "time") if found.differences else ""
    told = f"{whose}: {counted(len(found.steps), 'step')}, {counted(len(found.changes), 'change')}"
    return f"{told}; spokesmen differ {differ}, see --differing." if differ else f"{told}."


# ---------------------------------------------------------------- steps


def _step_cells(step: Step) -> Cells:
    before = f" (before: {step.before})" if step.before else ""
    ids = " ".join(held.entry.id for held in step.held[:SEVERAL]) + (" …" if len(step.held) > SEVERAL else "")
    return between(step.first, step.last), f"{step.stance}{before}", line(", ".join(step.who)), ids, _words(step)


def _words(step: Step) -> str:
    """The conditions, else the words that tell it most plainly."""
    terms = [f"“{line(condition).rstrip('.,')}”" for condition in step.conditions]
    more = " · …" if len(terms) > SEVERAL else ""
    return " · ".join(terms[:SEVERAL]) + more if terms else wording.content(step.words.entry.statement)


def _held_object(held: Held) -> dict[str, Any]:
    entry = held.entry
    return {
        "id": entry.id,
        "who": held.who,
        "act": entry.act and entry.act.code,
        "stance": str(held.stance),
        "content": entry.content.text,
        "conditions": list(held.conditions),
        "from": held.first,
        "to": held.last,
        "outlet": entry.outlet,
        "article": entry.article,
    }


def _step_object(step: Step) -> dict[str, Any]:
    return {
        "from": step.first,
        "to": step.last,
        "stance": str(step.stance),
        "before": step.before and str(step.before),
        "who": list(step.who),
        "conditions": list(step.conditions),
        "statements": [_held_object(held) for held in step.held],
    }


def _step_flat(step: Step) -> dict[str, Any]:
    several = {"who": step.who, "conditions": step.conditions, "statements": [held.entry.id for held in step.held]}
    return {**_step_object(step), **{name: " | ".join(values) for name, values in several.items()}}


STEPS = Sheet(
    header=("SAID", "STANCE", "WHO", "IDS", "TERMS OR WORDS"),
    cells=_step_cells,
    stacks=(Stack((0, 1), 26), Stack((2,), 24), Stack((4, 3))),
    object=_step_object,
    flat=_step_flat,
    columns=("from", "to", "stance", "before", "who", "conditions", "statements"),
)
"""Steps in order of time, each with its conditions or plainest words and its statements."""


# ---------------------------------------------------------------- differences


def _difference_cells(difference: Difference) -> Cells:
    one, other = difference.one, difference.other
    return (
        *(cell for held in (one, other) for cell in (between(held.first, held.last), line(held.who), str(held.stance))),
        f"{one.entry.id} {other.entry.id}",
        f"{wording.content(one.entry.statement)} — {wording.content(other.entry.statement)}",
    )


def _difference_object(difference: Difference) -> dict[str, Any]:
    return {"one": _held_object(difference.one), "other": _held_object(difference.other)}


def _difference_flat(difference: Difference) -> dict[str, Any]:
    sides = (("one", difference.one), ("other", difference.other))
    return {f"{side}_{name}": _held_object(held)[name] for side, held in sides for name in _HELD}


_HELD = ("id", "who", "stance", "from", "to", "content")
DIFFERENCES = Sheet(
    header=("SAID", "WHO", "STANCE", "SAID", "WHO", "STANCE", "IDS", "WORDS"),
    cells=_difference_cells,
    stacks=(Stack((0, 1, 2), 20), Stack((3, 4, 5), 20), Stack((7, 6))),
    object=_difference_object,
    flat=_difference_flat,
    columns=tuple(f"{side}_{name}" for side in ("one", "other") for name in _HELD),
)
"""Pairs of statements of one side that say the contrary at one time."""
