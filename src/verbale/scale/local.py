"""Reading on this machine, in this process or in several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from verbale.flow import BATCH, read_many
from verbale.model import SHIPPED, Given, Outlets, Problem, Reading, Source
from verbale.processes import in_order, processes
from verbale.sources import walk


def read_files(*paths: str | Path, jobs: int = 1, outlets: Outlets = SHIPPED, **given: str | None) -> Iterator[Reading]:
    """Readings of all articles in files, folders and globs; what is no article becomes no reading (see `run`)."""
    return (r for r in run(walk(paths, given=Given(**given)), jobs=jobs, outlets=outlets) if isinstance(r, Reading))


def run(sources: Iterable[Source | Problem], *, jobs: int = 1, outlets: Outlets = SHIPPED) -> Iterator[Reading | Problem]:
    """Readings in the order of their sources, with the problems of what could not be read between them.

    `outlets` are media that count beside those that ship.

    With several `jobs` batches of articles are read by so many processes; no more wait than the processes can take up.
    An interruption ends the processes at once; what they were reading is lost, what was given out is not.
    """
    groups = _grouped(sources)
    if jobs <= 1:
        for group in groups:
            yield from _read(group, outlets)
        return
    with processes(jobs) as pool:
        for found in in_order(lambda group: pool.submit(_read, group, outlets), groups, most=2 * jobs):
            yield from found


def _grouped(sources: Iterable[Source | Problem]) -> Iterator[list[Source | Problem]]:
    remaining = iter(sources)
    while group := list(islice(remaining, BATCH)):
        yield group


def _read(group: list[Source | Problem], outlets: Outlets) -> list[Reading | Problem]:
    readings = read_many([s for s in group if isinstance(s, Source)], outlets=outlets)
    return [next(readings) if isinstance(item, Source) else item for item in group]
