"""Reading on many machines: sources go to readers and readings come back, by Daft on this machine or by Ray over a cluster.

The reading itself is the same function as everywhere. It is pure, so a machine that dies in the midst of it costs nothing but
time: what it was reading is read again elsewhere, and comes out the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from verbale.errors import SourceError
from verbale.flow import BATCH, SHIPPED, read_many
from verbale.model import Outlets, Problem, Reading, Source
from verbale.scale.wire import line, record

WINDOW = 64 * BATCH
"""So many sources are on their way at once; while they are read, no more are taken up."""
Read = Callable[[list[str]], list[str]]
"""Readings of sources, both as lines, wherever they are read."""


def run(
    sources: Iterable[Source | Problem], *, engine: str = "daft", window: int = WINDOW, outlets: Outlets = SHIPPED
) -> Iterator[Reading | Problem]:
    """Readings in the order of their sources, with the problems of what could not be read between them, as `local.run`.

    `daft` uses all processors of this machine, `ray` all of the cluster that the environment variable RAY_ADDRESS names.
    Raises `SourceError` where the engine is not installed.
    """
    read = _reader(engine, line(outlets))
    remaining = iter(sources)
    while group := list(islice(remaining, window)):
        lines = iter(read([line(source) for source in group if isinstance(source, Source)]))
        for one in group:
            yield one if isinstance(one, Problem) else record(Reading, next(lines))


def readings(lines: Iterable[str], outlets: str) -> list[str]:
    """Readings of sources, both as lines, like the outlets that count: what runs on each machine."""
    os.environ.setdefault("VERBALE_THREADS", "1")
    sources = (record(Source, words) for words in lines)
    return [line(reading) for reading in read_many(sources, outlets=record(Outlets, outlets))]


def _reader(engine: str, outlets: str) -> Read:
    try:
        return _on_ray(outlets) if engine == "ray" else _on_daft(outlets)
    except ImportError as error:
        raise SourceError(f"--engine {engine} needs more than is installed: pip install 'verbale[cluster]'") from error


def _on_daft(outlets: str) -> Read:
    """Daft on this machine."""
    import daft  # noqa: PLC0415  (an extra)

    if daft.runners.get_or_infer_runner_type() != "native":  # it may be chosen once in a process, and never again
        daft.set_runner_native()
    told: Any = daft.func.batch(return_dtype=daft.DataType.string(), batch_size=BATCH, use_process=True)(_of_series)

    def read(lines: list[str]) -> list[str]:
        frame = daft.from_pydict({"n": list(range(len(lines))), "source": lines})
        return list(frame.select(frame["n"], told(frame["source"], outlets).alias("reading")).sort("n").to_pydict()["reading"])

    return read


def _of_series(sources: Any, outlets: str) -> list[str]:
    return readings(sources.to_pylist(), outlets)


def _on_ray(outlets: str) -> Read:
    """Ray's own tasks, which it starts again elsewhere when a machine dies; a query of Daft on Ray would end there."""
    import ray  # noqa: PLC0415  (an extra)

    ray.init(address=os.environ.get("RAY_ADDRESS"), ignore_reinit_error=True, log_to_driver=False)
    task = ray.remote(num_cpus=1, max_retries=-1)(readings)

    def read(lines: list[str]) -> list[str]:
        parts = [task.remote(lines[n : n + BATCH], outlets) for n in range(0, len(lines), BATCH)]
        return [words for part in ray.get(parts) for words in part]

    return read
