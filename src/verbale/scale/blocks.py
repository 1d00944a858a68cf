"""Blocks of a join on many machines: the functions that `store.spread` does in processes, done by Daft on this machine or by Ray
over a cluster.

Each is a pure function of its block, so a machine that dies costs nothing but time: its blocks are done again elsewhere, and
come out the same. Function, blocks and outcomes go as pickles, for both ends are the same Verbale and belong to one user.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any, TypeVar

from verbale.processes import in_order
from verbale.scale import engines
from verbale.store.spread import ALONE, Spread

_A = TypeVar("_A")
_B = TypeVar("_B")
EACH = 2
"""So many blocks a processor are on their way at once; no more are fetched, so that memory does not grow with the record."""
TOGETHER = 8
"""So many blocks a processor go through Daft together, for it begins its processes anew for each table."""


def spread(engine: str) -> Spread:
    """What does the same as `map` on the processors of an engine: `daft` or `ray`. The outcomes come in the order of the blocks.

    Raises `SourceError` where the engine is not installed.
    """
    there = _on_ray() if engine == "ray" else _on_daft()

    def mapped(function: Callable[[_A], _B], blocks: Iterable[_A], /) -> Iterator[_B]:
        remaining = iter(blocks)
        first = list(islice(remaining, ALONE + 1))
        return map(function, first) if len(first) <= ALONE else there(function, chain(first, remaining))

    return mapped


def done(function: Callable[[_A], _B], block: _A) -> _B:
    """The outcome for a block: what runs on each machine, in one thread for each processor."""
    os.environ.setdefault("VERBALE_THREADS", "1")
    return function(block)


def _on_ray() -> Spread:
    ray = engines.ray()
    task = ray.remote(num_cpus=1, max_retries=-1)(done)
    most = EACH * int(ray.cluster_resources().get("CPU", 1))

    def mapped(function: Callable[[_A], _B], blocks: Iterable[_A], /) -> Iterator[_B]:
        sent = ray.put(function)  # once, for it holds what is known of all blocks
        return in_order(lambda block: task.remote(sent, block).future(), blocks, most=most)

    return mapped


def _on_daft() -> Spread:
    daft = engines.daft()
    binary = daft.DataType.binary()
    doing: Any = daft.func.batch(return_dtype=binary, batch_size=1, use_process=True)(_of_series)
    most = TOGETHER * (os.cpu_count() or 1)

    def mapped(function: Callable[[_A], _B], blocks: Iterable[_A], /) -> Iterator[_B]:
        sent, remaining = pickle.dumps(function), iter(blocks)
        while group := [pickle.dumps(block) for block in islice(remaining, most)]:
            frame = daft.from_pydict({"n": list(range(len(group))), "block": group})
            made = frame.select(frame["n"], doing(frame["block"], sent).alias("made")).sort("n").to_pydict()
            yield from map(pickle.loads, made["made"])

    return mapped


def _of_series(blocks: Any, function: bytes) -> list[bytes]:
    work = pickle.loads(function)  # noqa: S301 - it comes from the process that joins
    return [pickle.dumps(done(work, pickle.loads(block))) for block in blocks.to_pylist()]  # noqa: S301
