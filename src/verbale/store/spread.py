"""Pure functions of blocks, done one after the other in this process, or in several at once."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context
from typing import Protocol, TypeVar

from verbale.errors import RecordError

_A = TypeVar("_A")
_B = TypeVar("_B")
ALONE = 2
"""So few blocks are done in this process, for others take a while to begin."""


class Spread(Protocol):
    """What `map` is: the outcome of a function for each block, in order. Function, blocks and outcomes can be pickled."""

    def __call__(self, function: Callable[[_A], _B], blocks: Iterable[_A], /) -> Iterator[_B]: ...


@contextmanager
def spread(jobs: int) -> Iterator[Spread]:
    """`map`, or what does the same in so many processes, which end with the context."""
    if jobs <= 1:
        yield map
        return
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)
    try:
        yield _Pooled(pool, jobs)
    except BrokenProcessPool as fault:
        raise RecordError(
            "a process of the join was ended from outside, perhaps for want of memory; nothing was changed"
        ) from fault
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


class _Pooled:
    """No more blocks wait than the processes can take up, so that memory does not grow with the record."""

    def __init__(self, pool: ProcessPoolExecutor, jobs: int) -> None:
        self._pool = pool
        self._most = jobs + 1

    def __call__(self, function: Callable[[_A], _B], blocks: Iterable[_A], /) -> Iterator[_B]:
        remaining = iter(blocks)
        first = list(islice(remaining, ALONE + 1))
        if len(first) <= ALONE:
            return map(function, first)
        return self._pooled(function, chain(first, remaining))

    def _pooled(self, function: Callable[[_A], _B], blocks: Iterable[_A]) -> Iterator[_B]:
        waiting: deque[Future[_B]] = deque()
        for block in blocks:
            waiting.append(self._pool.submit(function, block))
            if len(waiting) > self._most:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _begin() -> None:
    """Each process keeps to one processor thread; interruptions are the parent's business."""
    os.environ["VERBALE_THREADS"] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)
