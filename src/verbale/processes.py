"""Work that is done in several processes of this machine at once, its outcomes in the order of what was given out."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

_A = TypeVar("_A")
_B = TypeVar("_B")
RUBBISH = 100_000
"""After so many new objects it is looked for rubbish among them."""


@contextmanager
def processes(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """So many processes, which end with the context, whatever they are at."""
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_alone)
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def in_order(submit: Callable[[_A], Future[_B]], blocks: Iterable[_A], *, most: int) -> Iterator[_B]:
    """The outcome for each block, in order. No more than `most` wait, so that memory does not grow with the blocks."""
    waiting: deque[Future[_B]] = deque()
    for block in blocks:
        waiting.append(submit(block))
        while waiting and (waiting[0].done() or len(waiting) > most):
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


@contextmanager
def tidied_seldom() -> Iterator[None]:
    """Look for rubbish (objects that hold each other) less often than Python does, which would walk through a hundred thousand
    rows again and again to find none."""
    before = gc.get_threshold()
    gc.set_threshold(RUBBISH, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _alone() -> None:
    """Each process keeps to one processor thread, or they would fight for them; interruptions are the parent's business."""
    os.environ["VERBALE_THREADS"] = "1"
    gc.set_threshold(RUBBISH, *gc.get_threshold()[1:])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
