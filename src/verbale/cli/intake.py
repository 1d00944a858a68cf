"""Articles on their way into the record: known ones passed over, readings and problems kept as they come."""

from __future__ import annotations

import signal
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from multiprocessing import active_children
from pathlib import Path
from typing import cast

import click
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from verbale.clean import identity
from verbale.cli.group import STOPPED, UNREAD, Ended
from verbale.cli.options import Work
from verbale.cli.origins import Origins
from verbale.cli.outlets import media
from verbale.cli.screen import screen, tell
from verbale.cli.summary import Tally, summarise
from verbale.errors import SourceError
from verbale.model import SHIPPED, Given, Outlets, Problem, Reading, Source
from verbale.place import Place
from verbale.scale import run
from verbale.scale.units import Job
from verbale.sources import Web, walk
from verbale.sources.fetching import Fetcher, Manners
from verbale.sources.opening import is_elsewhere
from verbale.store import Record
from verbale.store import open as open_record
from verbale.store.spread import Spread
from verbale.wording import counted


def take_in(
    paths: Sequence[str], work: Work, *, record: Place, given: Mapping[str, str | None], outlets: Path | None = None
) -> None:
    """Read what lies behind `paths` into the record, join it, and tell what became of it.

    `outlets` is a file of media, which the record keeps; without one, those count that it keeps already.

    Each article is kept as soon as it is read. Ends with exit code 2 where an article could not be read, with 130 when
    stopped by Ctrl-C; raises `RecordError` for what is no record or cannot be written.
    """
    tally, told = Tally(), media(outlets) if outlets else None
    with open_record(record) as kept:
        if told is not None:
            kept.tell_outlets(told)
        try:
            with at_once():
                web = Web(Fetcher(Manners(pause=work.pause, private=work.private)), kept.visit)
                _read_all(_sources(paths, work, Given(**given), web), kept, tally, work)
                tally.known(web.known)
                kept.visited(web.visited)
            kept.join(jobs=work.jobs, over=over(work.engine))
        except KeyboardInterrupt:
            raise Ended(_stopped(tally, record), STOPPED) from None
        before = len(kept.read_before(reader=kept.reader)) if told is not None else 0
    summarise(tally, record)
    if before:
        tell(
            screen(),
            f"{counted(before, 'article')} in it had been read without these outlets; `verbale reread` reads them again.",
        )
    if tally.unread:
        raise click.exceptions.Exit(UNREAD)


def _sources(paths: Sequence[str], work: Work, given: Given, web: Web) -> Iterator[Source | Problem]:
    """What lies behind the paths, last what lies in object storage, where Daft opens the files."""
    here = [path for path in paths if not is_elsewhere(path)]
    yield from walk(here, given=given, web=web, raws=work.bytes != "none")
    for address in (path for path in paths if is_elsewhere(path)):
        if work.engine != "daft":
            raise SourceError(f"{address} is read with --engine daft")
        from verbale.scale import cluster

        yield from cluster.sources_at(address, Job(given, datetime.now(UTC).date().isoformat(), work.bytes, "", SHIPPED))


@contextmanager
def at_once() -> Iterator[None]:
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


def _read_all(sources: Iterable[Source | Problem], record: Record, tally: Tally, work: Work) -> None:
    with progress(tally) as show:
        origins = Origins(everything=work.bytes == "all")
        found = runner(_fresh(sources, record, tally, origins, show), work, record.outlets)
        items = cast("Generator[Reading | Problem]", found)
        with closing(items):  # its processes end here, not when Python gets round to it
            for item in items:
                _keep(item, record, tally, origins)
                show()
                if work.most is not None and tally.unread.count > work.most:
                    raise Ended(_given_up(tally, record.path), UNREAD)


def runner(sources: Iterable[Source | Problem], work: Work, outlets: Outlets) -> Iterator[Reading | Problem]:
    """Readings by the engine or in the processes that were asked for."""
    if work.engine is None:
        return run(sources, jobs=work.jobs, outlets=outlets)
    from verbale.scale import cluster

    return cluster.run(sources, engine=work.engine, outlets=outlets)


def over(engine: str | None) -> Spread | None:
    """Where the blocks of a join are done, if it is not on this machine alone."""
    if engine is None:
        return None
    from verbale.scale.blocks import spread

    return spread(engine)


def _fresh(
    sources: Iterable[Source | Problem], record: Record, tally: Tally, origins: Origins, show: Callable[[], None]
) -> Iterator[Source | Problem]:
    """The sources that the record does not hold yet, without their bytes, and all problems."""
    for source in sources:
        if isinstance(source, Source) and record.knows(identity(source)):
            origins.complete(record, source)
            tally.known()
            show()
        else:
            yield origins.noted(source) if isinstance(source, Source) else source


def _keep(item: Reading | Problem, record: Record, tally: Tally, origins: Origins) -> None:
    if isinstance(item, Problem):
        tally.problem(item, record.note([item]))
    else:
        tally.reading(item, record.add(item, origin=origins.pop))


@contextmanager
def progress(tally: Tally) -> Iterator[Callable[[], None]]:
    """A function that shows the running count on a terminal, and does nothing elsewhere."""
    console = screen(stderr=True)
    columns = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("reading")
        yield lambda: progress.update(task, description=tally.words())


def _given_up(tally: Tally, record: Place) -> str:
    first = tally.unread.first[0]
    return f"more could not be read than --max-problems allows; the first was {first}; {_kept(tally, record)}"


def _stopped(tally: Tally, record: Place) -> str:
    return f"stopped; {_kept(tally, record)}, and the same command goes on from there"


def _kept(tally: Tally, record: Place) -> str:
    return f"{counted(tally.added.new + tally.added.changed, 'new article')} kept whole in {record}"
