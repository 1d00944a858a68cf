"""The log of what people judged, on names and on statements, as it is shown."""

from __future__ import annotations

from typing import Any

import click

from verbale.cli.options import Output
from verbale.cli.rows import Cells, Sheet, Stack, write
from verbale.people import STATEMENT, Anchor, Judgement
from verbale.rulings import Ruling
from verbale.store import Record
from verbale.wording import line
from verbale.wording.judged import judged, ruled

Logged = Judgement | Ruling


def show_log(record: Record, output: Output) -> None:
    """Write judgements and rulings as rows, the oldest first."""
    every: list[Logged] = [*record.people.log(), *record.rulings.log()]
    if not write(sorted(every, key=lambda one: (one.when, one.id)), JUDGEMENTS, output, record=record.path):
        click.echo("Nothing has been judged yet.", err=True)


def told(one: Logged) -> str:
    """The row as it is told once it is written: id and words."""
    return f"{one.id}  {_words(one)}"


def _words(one: Logged) -> str:
    return line(ruled(one) if isinstance(one, Ruling) else judged(one))


def _cells(one: Logged) -> Cells:
    return one.when, line(one.who), one.id, _words(one)


def _anchors(one: Logged) -> tuple[Anchor | None, Anchor | None]:
    if isinstance(one, Judgement):
        return one.one, one.two
    return Anchor(STATEMENT, one.statement) if one.statement else None, None


def _plain(one: Logged) -> dict[str, Any]:
    verdict, name = (one.decision, one.correction.speaker or "") if isinstance(one, Ruling) else (one.verdict, one.name)
    row = {"id": one.id, "who": one.who, "when": one.when, "verdict": str(verdict), "name": name, "undoes": one.undoes}
    return {**row, "judged": _words(one)}


def _object(one: Logged) -> dict[str, Any]:
    first, second = _anchors(one)
    return {**_plain(one), "one": first and first._asdict(), "two": second and second._asdict()}


def _flat(one: Logged) -> dict[str, Any]:
    first, second = _anchors(one)
    return {**_plain(one), "one": first and str(first), "two": second and str(second)}


JUDGEMENTS = Sheet(
    header=("WHEN", "WHO", "ID", "JUDGED"),
    cells=_cells,
    stacks=(Stack((0, 1, 2), 24), Stack((3,))),
    object=_object,
    flat=_flat,
    columns=("id", "who", "when", "verdict", "one", "two", "name", "undoes", "judged"),
)
"""The log of judgements and rulings."""
