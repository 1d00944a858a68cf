"""Articles on their way into the record: known ones passed over, readings and problems kept as they come."""

from __future__ import annotations

import signal
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from multiprocessing import active_children
from pathlib import Path
from typing import cast

import click
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from verbale.clean import identity
from verbale.cli.group import STOPPED, UNREAD, Ended
from verbale.cli.screen import screen
from verbale.cli.summary import Tally, summarise
from verbale.model import Given, Problem, Reading, Source
from verbale.scale import run
from verbale.sources import walk
from verbale.store import Record
from verbale.store import open as open_record
from verbale.wording import counted


def take_in(paths: Sequence[str], *, record: Path, jobs: int, given: Mapping[str, str | None]) -> None:
    """Read what lies behind `paths` into the record, join it, and tell what became of it.

    Each article is kept as soon as it is read. Ends with exit code 2 where an article could not be read, with 130 when
    stopped by Ctrl-C; raises `RecordError` for what is no record or cannot be written.
    """
    _refuse_addresses(paths)
    tally = Tally()
    with open_record(record) as kept:
        try:
            with _at_once():
                _read_all(walk(paths, given=Given(**given)), kept, tally, jobs=jobs)
            kept.join()
        except KeyboardInterrupt:
            raise Ended(_stopped(tally, record), STOPPED) from None
    summarise(tally, record)
    if tally.unread:
        raise click.exceptions.Exit(UNREAD)


@contextmanager
def _at_once() -> Iterator[None]:
    """Ctrl-C ends the processes that read, too: they keep nothing, and to wait for them takes long."""

    def stop(_signal: int, _frame: object) -> None:
        for process in active_children():
            process.terminate()
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _refuse_addresses(paths: Sequence[str]) -> None:
    if address := next((path for path in paths if path.startswith(("http://", "https://"))), None):
        raise click.UsageError(f"{address} is an address: save the page and read the file, with --url {address}")


def _read_all(sources: Iterable[Source | Problem], record: Record, tally: Tally, *, jobs: int) -> None:
    with _progress(tally) as show:
        items = cast("Generator[Reading | Problem]", run(_fresh(sources, record, tally, show), jobs=jobs))
        with closing(items):  # its processes end here, not when Python gets round to it
            for item in items:
                _keep(item, record, tally)
                show()


def _fresh(
    sources: Iterable[Source | Problem], record: Record, tally: Tally, show: Callable[[], None]
) -> Iterator[Source | Problem]:
    """The sources that the record does not hold yet, and all problems."""
    for source in sources:
        if isinstance(source, Source) and record.knows(identity(source)):
            tally.known()
            show()
        else:
            yield source


def _keep(item: Reading | Problem, record: Record, tally: Tally) -> None:
    if isinstance(item, Problem):
        tally.problem(item, record.note([item]))
    else:
        tally.reading(item, record.add(item))


@contextmanager
def _progress(tally: Tally) -> Iterator[Callable[[], None]]:
    """A function that shows the running count on a terminal, and does nothing elsewhere."""
    console = screen(stderr=True)
    columns = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("reading")
        yield lambda: progress.update(task, description=tally.words())


def _stopped(tally: Tally, record: Path) -> str:
    kept = counted(tally.added.new + tally.added.changed, "new article")
    return f"stopped; {kept} kept whole in {record}, and the same command goes on from there"
