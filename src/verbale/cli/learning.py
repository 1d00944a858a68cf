"""What others know on its way into the record."""

from __future__ import annotations

from collections.abc import Callable

import click

from verbale.cli.finding import existing
from verbale.cli.group import UNREAD
from verbale.people import Known
from verbale.people.gathering import name_text
from verbale.place import Place
from verbale.sources.known import read_known
from verbale.store import Record
from verbale.wording import counted, told

SHOWN = 5


def learn(file: str, *, record: Place, named: bool) -> None:
    """Read a file of what others know, keep it, join anew; exit code 2 where lines could not be read."""
    with existing(record, readonly=False) as kept:
        found = read_known(file, wanted=_named(kept) if named else lambda _: True)
        kept.people.learn(found.known)
        kept.note(found.problems)
        kept.join()
        joined = sum(1 for person in kept.people.find() if person.ids)
    click.echo(
        f"{counted(len(found.known), 'entry', 'entries')} kept; {counted(joined, 'person', 'persons')} of {record} known."
    )
    for problem in found.problems[:SHOWN]:
        click.echo(told(problem), err=True)
    if found.problems:
        click.echo(f"{counted(len(found.problems), 'line')} could not be read.", err=True)
        raise click.exceptions.Exit(UNREAD)


def _named(record: Record) -> Callable[[Known], bool]:
    """Whether the record has one of the names of somebody."""
    texts = {(p.kind, name_text(p.kind, s.name, "")) for p in record.people.find() for s in p.names}
    return lambda known: any((known.kind, name_text(known.kind, name, "")) in texts for name in known.names)
