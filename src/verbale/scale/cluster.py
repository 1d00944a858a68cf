"""Reading on many machines: sources go to readers and readings come back, by Daft on this machine or by Ray over a cluster.

The reading itself is the same function as everywhere. It is pure, so a machine that dies in the midst of it costs nothing but
time: what it was reading is read again elsewhere, and comes out the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from verbale.errors import SourceError
from verbale.flow import BATCH, read_many
from verbale.model import SHIPPED, Outlets, Problem, Reading, Source
from verbale.scale import engines
from verbale.scale.origins import cells, of_cells, origin
from verbale.scale.rows import BESIDE, READ, told
from verbale.scale.units import File, Job, Unit
from verbale.scale.wire import line, record
from verbale.sources import inside, walk
from verbale.sources.opening import by_suffix, unreadable

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
    read = (_on_ray if engine == "ray" else _on_daft)(line(outlets))
    remaining = iter(sources)
    while group := list(islice(remaining, window)):
        asked = [line(source) for source in group if isinstance(source, Source)]
        lines = iter(read(asked) if asked else [])  # to Daft a table without rows is none
        for one in group:
            yield one if isinstance(one, Problem) else record(Reading, next(lines))


def readings(lines: Iterable[str], outlets: str) -> list[str]:
    """Readings of sources, both as lines, like the outlets that count: what runs on each machine."""
    os.environ.setdefault("VERBALE_THREADS", "1")
    sources = (record(Source, words) for words in lines)
    return [line(reading) for reading in read_many(sources, outlets=record(Outlets, outlets))]


def _on_daft(outlets: str) -> Read:
    """Daft on this machine."""
    daft = engines.daft()
    reading: Any = daft.func.batch(return_dtype=daft.DataType.string(), batch_size=BATCH, use_process=True)(_of_series)

    def read(lines: list[str]) -> list[str]:
        frame = daft.from_pydict({"n": list(range(len(lines))), "source": lines})
        made = frame.select(frame["n"], reading(frame["source"], outlets).alias("reading"))
        return list(made.sort("n").to_pydict()["reading"])

    return read


# ---------------------------------------------------------------- files that Daft opens


def found_at(address: str) -> list[File]:
    """The files in object storage that an address (`s3://news/2031/**/*.warc.gz`) or its pattern leads to, in order of name.

    Raises `SourceError` where it cannot be looked into.
    """
    daft = engines.daft()
    try:
        rows = daft.from_glob_path(address + "**" if address.endswith("/") else address).to_pydict()
    except Exception as error:  # Daft's own, and those of what it asks
        raise SourceError(f"{address} cannot be read: {error}") from error
    found = (File(path, size or 0) for path, size in zip(rows["path"], rows["size"], strict=True))
    return sorted(file for file in found if by_suffix(file.path))


def sources_at(address: str, job: Job) -> Iterator[Source | Problem]:
    """The articles of the files at an address, which Daft opens; they are read wherever the caller wants.

    Raises `SourceError` where the address cannot be looked into.
    """
    files = [file.path for file in found_at(address)]
    for table in _frame(files, job).to_arrow_iter() if files else ():
        for row in table.to_pylist():
            words = row["source"]
            if words.startswith(_PROBLEM):
                yield record(Problem, words.removeprefix(_PROBLEM))
            else:
                yield replace(record(Source, words), raw=of_cells(row).raw)


def read_unit(unit: Unit, job: Job) -> None:
    """Read a unit by Daft from file to table: it opens the files, here or in object storage, reads what is in them on all
    processors and writes what comes of it, a part after the other. When this returns, the unit is there.

    Raises `SourceError` where Daft could not finish; what is written then counts for nothing.
    """
    daft = engines.daft()
    reading = _columns(daft, {**READ, "problem": "string", "reader": "string"})
    telling: Any = daft.func.batch(return_dtype=reading, unnest=True, batch_size=BATCH, use_process=True)(_told)
    frame = _frame(unit.paths, job)
    frame = frame.select(*(frame[name] for name in ("form", "raw", "given")), telling(frame["source"], daft.lit(line(job))))
    frame = frame.select(*(frame[name] for name in (*READ, *BESIDE)))
    try:
        frame.write_parquet(unit.folder, compression="zstd", write_mode="overwrite", write_success_file=True)
    except Exception as error:  # Daft's own, and those of the processes it starts
        raise SourceError(f"Daft could not read {unit.paths[0]} and what goes with it: {error}") from error


def _frame(paths: Iterable[str], job: Job) -> Any:
    """The sources of files as a table that is not made yet."""
    daft = engines.daft()
    opening: Any = daft.func(_opened, return_dtype=_columns(daft, SOURCE), unnest=True, use_process=True)
    frame = daft.from_pydict({"path": list(paths)})
    return frame.select(opening(frame["path"], daft.functions.file(frame["path"]), daft.lit(line(job))))


SOURCE = {"source": "string", "form": "string", "raw": "binary", "given": "string"}


def _columns(daft: Any, kinds: Mapping[str, str]) -> Any:
    return daft.DataType.struct({name: getattr(daft.DataType, kind)() for name, kind in kinds.items()})


def _opened(path: str, file: Any, words: str) -> Iterator[dict[str, Any]]:
    """The sources of a file as lines, and its problems, each with where its article comes from."""
    job = record(Job, words)
    for found in _sources(path, file, job):
        if isinstance(found, Problem):
            yield {"source": _PROBLEM + line(found), **dict.fromkeys(("form", "raw", "given"))}
        else:
            yield {"source": line(replace(found, raw=None)), **cells(origin(found, everything=job.keep == "all"))}


def _sources(path: str, file: Any, job: Job) -> Iterator[Source | Problem]:
    if "://" not in path:
        yield from walk([path], given=job.given, received=job.received, raws=job.keep != "none")
        return
    try:
        with file.open() as stream:
            yield from inside(stream, path, given=job.given, received=job.received, raws=job.keep != "none")
    except Exception as error:  # whatever the storage says: one file never costs the others
        yield unreadable(path, str(error)[:200])


_PROBLEM = "!"
"""Before the line of a problem among those of sources, which begin otherwise."""


def _told(sources: Any, words: Any) -> list[dict[str, Any]]:
    """What comes of reading, row by row; a problem stays one."""
    lines = sources.to_pylist()
    if not lines:
        return []
    job = record(Job, words.to_pylist()[0])
    wanted = (record(Source, line) for line in lines if not line.startswith(_PROBLEM))
    found = iter(read_many(wanted, outlets=job.outlets))
    return [_row(line, found, job.reader) for line in lines]


def _row(words: str, found: Iterator[Reading], reader: str) -> dict[str, Any]:
    if words.startswith(_PROBLEM):
        return {**told(None), "problem": words.removeprefix(_PROBLEM), "reader": reader}
    return {**told(next(found)), "problem": None, "reader": reader}


# ---------------------------------------------------------------- engines


def _of_series(sources: Any, outlets: str) -> list[str]:
    return readings(sources.to_pylist(), outlets)


def _on_ray(outlets: str) -> Read:
    """Ray over a cluster."""
    ray = engines.ray()
    task = ray.remote(num_cpus=1, max_retries=-1)(readings)

    def read(lines: list[str]) -> list[str]:
        parts = [task.remote(lines[n : n + BATCH], outlets) for n in range(0, len(lines), BATCH)]
        return [words for part in ray.get(parts) for words in part]

    return read
