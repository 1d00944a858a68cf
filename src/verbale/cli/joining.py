"""Readings that others wrote on their way into a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from verbale.cli.finding import existing
from verbale.cli.group import UNREAD
from verbale.cli.intake import over, progress
from verbale.cli.summary import Tally, summarise
from verbale.cli.tabling import parquet
from verbale.model import Problem
from verbale.place import Place
from verbale.store import Record
from verbale.store import open as open_record


def joining(places: Sequence[str], path: Place, *, jobs: int, engine: str | None) -> None:
    """Put the readings of all places into the record, join it, and tell what became of it.

    Ends with exit code 2 where something could not be read; raises `SourceError` for a place that is not there.
    """
    there = over(engine)
    if not places:
        with existing(path, readonly=False) as record:
            record.join(jobs=jobs, over=there)
        return
    tally = Tally()
    with open_record(path) as record:
        with progress(tally) as show:
            for place in places:
                for _ in _taken_in(place, record, tally):
                    show()
        record.join(jobs=jobs, over=there)
    summarise(tally, path)
    if tally.unread:
        raise click.exceptions.Exit(UNREAD)


def _taken_in(place: str, record: Record, tally: Tally) -> Iterator[None]:
    for row in parquet().read(place, known=record.knows):
        if row is None:
            tally.known()
        elif isinstance(row.found, Problem):
            tally.problem(row.found, record.note([row.found]))
        else:
            came = {row.found.article.id: row.origin}
            tally.reading(row.found, record.add(row.found, reader=row.reader, origin=came.__getitem__))
        yield
