"""Pure functions of blocks, done one after the other in this process, or in several at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from typing import Protocol, TypeVar

from verbale.errors import RecordError
from verbale.processes import in_order, processes

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
    try:
        with processes(jobs) as pool:
            yield _Pooled(pool, jobs)
    except BrokenProcessPool as fault:
        raise RecordError(
            "a process of the join was ended from outside, perhaps for want of memory; nothing was changed"
        ) from fault


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
        return in_order(lambda block: self._pool.submit(function, block), chain(first, remaining), most=self._most)
