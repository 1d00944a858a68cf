"""Reading on this machine, in this process or in several."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from verbale.flow import BATCH, SHIPPED, read_many
from verbale.model import Given, Outlets, Problem, Reading, Source
from verbale.sources import walk

Submit = Callable[[list[Source | Problem]], "Future[list[Reading | Problem]]"]
"""Gives a group of sources to a process."""


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
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_alone)
    try:
        yield from _pooled(lambda group: pool.submit(_read, group, outlets), groups, jobs)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pooled(submit: Submit, groups: Iterator[list[Source | Problem]], jobs: int) -> Iterator[Reading | Problem]:
    waiting: deque[Future[list[Reading | Problem]]] = deque()
    for group in groups:
        waiting.append(submit(group))
        while waiting and (waiting[0].done() or len(waiting) > 2 * jobs):
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _alone() -> None:
    """Each process keeps to one processor thread, or they would fight for them; interruptions are the parent's business."""
    os.environ["VERBALE_THREADS"] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _grouped(sources: Iterable[Source | Problem]) -> Iterator[list[Source | Problem]]:
    remaining = iter(sources)
    while group := list(islice(remaining, BATCH)):
        yield group


def _read(group: list[Source | Problem], outlets: Outlets) -> list[Reading | Problem]:
    readings = read_many([s for s in group if isinstance(s, Source)], outlets=outlets)
    return [next(readings) if isinstance(item, Source) else item for item in group]
