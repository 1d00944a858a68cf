"""A unit of files read into a table, by the runner of choice: this machine opens the files and writes what comes of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from verbale.model import Origin, Problem, Reading, Source
from verbale.scale.origins import origin
from verbale.scale.parquet import finish, write
from verbale.scale.rows import beside, told
from verbale.scale.units import Job, Unit
from verbale.sources import walk

Run = Callable[[Iterable[Source | Problem]], Iterator[Reading | Problem]]


def tabulate(unit: Unit, job: Job, run: Run) -> None:
    """Read a unit by a runner of this room; when this returns, it is there."""
    write(_rows(unit, job, run), unit.folder, "readings.parquet")
    finish(unit)


def _rows(unit: Unit, job: Job, run: Run) -> Iterator[dict[str, Any]]:
    waiting: deque[Origin] = deque()
    for found in run(_noted(walk(unit.paths, given=job.given, received=job.received, raws=job.keep != "none"), job, waiting)):
        if isinstance(found, Problem):
            yield {**told(None), **beside(None, found, job.reader)}
        else:
            yield {**told(found), **beside(waiting.popleft(), None, job.reader)}


def _noted(sources: Iterable[Source | Problem], job: Job, waiting: deque[Origin]) -> Iterator[Source | Problem]:
    """The sources without their bytes; those wait, in the order in which readings come."""
    for source in sources:
        if isinstance(source, Source):
            waiting.append(origin(source, everything=job.keep == "all"))
            yield replace(source, raw=None)
        else:
            yield source
