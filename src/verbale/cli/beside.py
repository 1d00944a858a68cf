"""Two sides of a story as rows: what both carry, what only one, and whom each leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

import click

from verbale.cli.carrying import wording
from verbale.cli.options import Output, Story
from verbale.cli.rows import Cells, Sheet, Stack, write
from verbale.model import Carrier, Entry, Utterance
from verbale.same.comparing import Comparison, Side, compare
from verbale.store import Record
from verbale.store.search import folded
from verbale.wording import content, counted, date, holder, line, listed, tabled

NAMED = 8
"""So many of those who are left out are named below the rows."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The two that are compared."""

    names: tuple[str, str]
    is_one: Side
    is_two: Side


def sides(record: Record, outlets: tuple[str, ...], languages: tuple[str, str] | None) -> Sides:
    """The two that were asked for; told in one line where they are not two, or not in the record."""
    counts = record.counts()
    if languages and not outlets:
        return _sides(record, languages, [name for name, _ in counts.languages], "language")
    if len(outlets) != 2 or languages:
        raise click.UsageError("name two outlets, or two languages with --languages")
    return _sides(record, (outlets[0], outlets[1]), [name for name, _ in counts.outlets], "outlet")


def _sides(record: Record, names: tuple[str, str], known: list[str | None], what: str) -> Sides:
    there = {folded(name or "") for name in known}
    missing = [f"“{line(name)}”" for name in names if folded(name) not in there or not folded(name)]
    if missing:
        raise click.ClickException(f"{record.path} holds no article of the {what} {listed(missing, last='or')}")
    if folded(names[0]) == folded(names[1]):
        raise click.UsageError(f"both are “{line(names[0])}”: name two {what}s")
    return Sides(names, _side(what, names[0]), _side(what, names[1]))


def _side(what: str, name: str) -> Side:
    wanted = folded(name)

    def holds(carrier: Carrier) -> bool:
        return folded((carrier.outlet if what == "outlet" else carrier.language) or "") == wanted

    return holds


def _comparison(record: Record, found: Sides, story: Story) -> Comparison:
    return compare(record.utterances(**{**asdict(story), "limit": None}), found.is_one, found.is_two)


# ---------------------------------------------------------------- what was said


@dataclass(frozen=True, slots=True)
class _Row:
    """An utterance with the first statement that carries it on each side."""

    carried: str
    """`both`, or the name of the only one."""
    utterance: Utterance
    one: Entry | None
    two: Entry | None

    @property
    def first(self) -> Entry:
        found = self.one or self.two
        assert found
        return found


def show_comparison(record: Record, found: Sides, story: Story, output: Output) -> None:
    """Write what both carry, then what only one does; below, whom each leaves out."""
    compared = _comparison(record, found, story)
    write(islice(_rows(record, found, compared), story.limit), COMPARED, output, record=record.path)
    both, one, two = (len(some) for some in (compared.both, compared.one, compared.two))
    only = f"only {line(found.names[0])} {one:,}, only {line(found.names[1])} {two:,}"
    click.echo(f"Both carry {counted(both, 'utterance')}, {only}.", err=True)
    for name, missing in zip(found.names, (compared.left_out_by_one, compared.left_out_by_two), strict=True):
        if missing:
            some = [f"{line(record.people.one(person).name)} {times:,}" for person, times in missing[:NAMED]]
            more = f" and {len(missing) - NAMED} more" if len(missing) > NAMED else ""
            click.echo(f"{line(name)} leaves out {', '.join(some)}{more}.", err=True)


def _rows(record: Record, found: Sides, compared: Comparison) -> Iterator[_Row]:
    for name, some in (("both", compared.both), (found.names[0], compared.one), (found.names[1], compared.two)):
        for beside in some:
            entries = [record.statement(side[0].statement) if side else None for side in (beside.one, beside.two)]
            yield _Row(name, beside.utterance, *entries)


def _cells(row: _Row) -> Cells:
    words = content(row.first.statement)
    if row.one and row.two:
        same = row.one.language == row.two.language
        words = str(wording(row.one, row.two)) if same else f"{words} / {content(row.two.statement)}"
    return line(row.carried), date(row.first), holder(row.first), row.utterance.id, words


def _object(row: _Row) -> dict[str, Any]:
    told = tabled.compared_object(row.carried, row.utterance.id, row.one, row.two)
    return {**told, "person": row.utterance.person}


def _flat(row: _Row) -> dict[str, Any]:
    told = tabled.compared_row(row.carried, row.utterance.id, row.one, row.two)
    changed = row.one and row.two and row.one.language == row.two.language
    words = str(wording(row.one, row.two)) if changed and row.one and row.two else None
    return {**told, "person": row.utterance.person, "differences": words}


COMPARED = Sheet(
    header=("CARRIED", "SAID", "SPEAKER", "ID", "CONTENT"),
    cells=_cells,
    stacks=(Stack((0, 1), 16), Stack((2,), 24), Stack((4, 3))),
    object=_object,
    flat=_flat,
    columns=(*tabled.COMPARED, "differences"),
)
"""Utterances of two sides; CARRIED is both, or the only one that does."""


# ---------------------------------------------------------------- who is left out


@dataclass(frozen=True, slots=True)
class _Missing:
    """Somebody whom one side lets speak and the other does not."""

    by: str
    person: str
    name: str
    times: int


def show_left_out(record: Record, found: Sides, story: Story, output: Output) -> None:
    """Write whom each side leaves out, those with the most utterances first."""
    compared = _comparison(record, found, story)
    both = zip(found.names, (compared.left_out_by_one, compared.left_out_by_two), strict=True)
    rows = (_Missing(by, person, record.people.one(person).name, n) for by, some in both for person, n in some)
    if not write(islice(rows, story.limit), MISSING, output, record=record.path):
        click.echo("Neither leaves anybody out.", err=True)


def _missing_object(row: _Missing) -> dict[str, Any]:
    return {"left_out_by": row.by, "person": row.person, "name": row.name, "utterances": row.times}


MISSING = Sheet(
    header=("LEFT OUT BY", "UTTERANCES", "ID", "SPEAKER"),
    cells=lambda row: (line(row.by), f"{row.times:,}", row.person, line(row.name)),
    stacks=(Stack((0,), 20), Stack((3, 1, 2))),
    object=_missing_object,
    flat=_missing_object,
    columns=("left_out_by", "person", "name", "utterances"),
)
"""Speakers whom one side leaves out, with the number of their utterances on the other."""
