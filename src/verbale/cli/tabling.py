"""Articles read into Parquet, without a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from verbale.cli.group import UNREAD, Ended
from verbale.cli.intake import at_once, runner
from verbale.cli.options import Work
from verbale.cli.outlets import media
from verbale.cli.screen import screen, tell
from verbale.cli.summary import SHOWN
from verbale.errors import SourceError
from verbale.model import SHIPPED, Given, Problem
from verbale.scale.units import File, Job, Unit, found_in, units
from verbale.scale.wire import record
from verbale.sources.opening import STDIN, is_address, is_elsewhere
from verbale.store.record import this_version
from verbale.wording import counted, told


class Unread:
    """What could not be read, counted."""

    def __init__(self) -> None:
        self.articles = self.statements = 0
        self.problems: list[str] = []

    def problem(self, problem: Problem) -> None:
        self.problems.append(f"{problem.path}: {told(problem)}")

    def row(self, row: Mapping[str, Any]) -> None:
        """A row of a table that was written."""
        if row["problem"] is not None:
            self.problem(record(Problem, row["problem"]))
        else:
            self.articles += 1
            self.statements += row["statements"]


def tabling(paths: Sequence[str], work: Work, *, given: Mapping[str, str | None], outlets: Path | None) -> None:
    """Read what lies behind `paths` into tables of readings in the folder `work.to`, and tell what became of it.

    Units of files that are there already are not read again. Ends with exit code 2 where something could not be read.
    """
    tables, to, told_of = parquet(), work.to or ".", media(outlets) if outlets else SHIPPED
    reader = "+".join(filter(None, (this_version(), told_of.version)))
    job = Job(Given(**given), datetime.now(UTC).date().isoformat(), work.bytes, reader, told_of)
    unread, done, before = Unread(), 0, 0
    with at_once():
        for unit in units(_files(paths, work, unread), to, job):
            there = tables.is_done(unit)
            before += there
            if not there:
                _reader(work)(unit, job)
            done += 1
            for row in tables.summary(unit.folder):
                unread.row(row)
            if work.most is not None and len(unread.problems) > work.most:
                raise Ended(f"more could not be read than --max-problems allows; the first was {unread.problems[0]}", UNREAD)
    _tell(unread, to, done, before)


def _files(paths: Iterable[str], work: Work, unread: Unread) -> Iterator[File]:
    for path in paths:
        if path == STDIN or is_address(path):
            raise SourceError("--to takes files, folders and patterns; read addresses and standard input into a record")
        if is_elsewhere(path) and work.engine != "daft":
            raise SourceError(f"{path} is read with --engine daft")
        for found in _cluster().found_at(path) if is_elsewhere(path) else found_in([path]):
            if isinstance(found, Problem):
                unread.problem(found)
            else:
                yield found


def _reader(work: Work) -> Callable[[Unit, Job], None]:
    if work.engine == "daft":
        reading: Callable[[Unit, Job], None] = _cluster().read_unit
        return reading
    from verbale.scale.tabulate import tabulate

    return lambda unit, job: tabulate(unit, job, lambda sources: runner(sources, work, job.outlets))


def _cluster() -> Any:
    return import_module("verbale.scale.cluster")


def parquet() -> Any:
    """What writes and reads tables of readings; raises `SourceError` where it is not installed."""
    try:
        return import_module("verbale.scale.parquet")
    except ImportError as error:
        raise SourceError("Parquet needs more than is installed: pip install 'verbale[exchange]'") from error


def _tell(unread: Unread, to: str, done: int, before: int) -> None:
    there = f", {before:,} of them there before" if before else ""
    what = f"{counted(unread.articles, 'article')}, {counted(unread.statements, 'statement')}"
    tell(screen(), f"{what} in {to} ({counted(done, 'unit')}{there}).")
    errors = screen(stderr=True)
    if unread.problems:
        tell(errors, f"{len(unread.problems)} could not be read:")
    for words in unread.problems[:SHOWN]:
        tell(errors, words, lead="  ")
    if unread.problems:
        raise click.exceptions.Exit(UNREAD)
