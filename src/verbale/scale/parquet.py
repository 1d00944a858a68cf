"""Readings as Parquet: a folder of them is one table for DuckDB, pandas and Spark, and `verbale join` puts it into a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow.fs import FileSelector, FileSystem, FileType

from verbale.errors import Code, SourceError
from verbale.scale.rows import BESIDE, READ, Row, fault, of_row

GROUP = 1024
"""So many rows are written together; while they are read, they are in memory."""
BATCH = 64
"""So many are taken up at once when they are read back."""
SCHEMA = pa.schema({name: getattr(pa, kind)() for name, kind in {**READ, **BESIDE}.items()})


def write(rows: Iterable[dict[str, Any]], path: Path) -> None:
    """A file of these rows, which is there whole or not at all; of none there is no file."""
    remaining, part = iter(rows), path.with_suffix(".part")
    if not (group := list(islice(remaining, GROUP))):
        return
    with pq.ParquetWriter(part, SCHEMA, compression="zstd") as table:
        while group:
            table.write_table(pa.Table.from_pylist(group, SCHEMA))
            group = list(islice(remaining, GROUP))
    part.replace(path)


def read(place: str, *, known: Callable[[str], bool] = lambda _: False) -> Iterator[Row | None]:
    """All rows of a file, or of a folder with all below it, here or in object storage (`s3://`), files in order of name.

    None stands for an article whose id is `known`. What is no table of readings is a row with a problem. Raises
    `SourceError` where the place is not there.
    """
    files, names = _files(place)
    for name in names:
        try:
            with files.open_input_file(name) as stream:
                yield from _rows(pq.ParquetFile(stream), name, known)
        except (pa.ArrowException, OSError) as error:
            yield fault(Code.UNREADABLE, f"no table of readings: {error}", name)


def summary(folder: Path) -> Iterator[dict[str, Any]]:
    """Path, number of statements and problem of each row of the tables in a folder."""
    for path in sorted(folder.glob("*.parquet")):
        for batch in pq.ParquetFile(path).iter_batches(GROUP, columns=["path", "statements", "problem"]):
            yield from batch.to_pylist()


def _files(place: str) -> tuple[Any, list[str]]:
    try:
        files, root = FileSystem.from_uri(place if "://" in place else Path(place).absolute().as_uri())
        here = files.get_file_info(root)
        below = files.get_file_info(FileSelector(root, recursive=True)) if here.type == FileType.Directory else [here]
    except (pa.ArrowException, OSError, ValueError) as error:
        raise SourceError(f"{place} cannot be read: {error}") from error
    if here.type == FileType.NotFound:
        raise SourceError(f"{place} does not exist")
    return files, sorted(f.path for f in below if f.type == FileType.File and (f is here or f.path.endswith(".parquet")))


def _rows(table: Any, name: str, known: Callable[[str], bool]) -> Iterator[Row | None]:
    if missing := {"id", "reading", *BESIDE} - set(table.schema_arrow.names):
        yield fault(Code.NO_TEXT, f"no table of readings: it has no column {min(missing)}", name)
        return
    for batch in table.iter_batches(BATCH, columns=["id", "reading", *BESIDE]):
        for row in batch.to_pylist():
            yield None if row["id"] is not None and known(row["id"]) else of_row(row, name)
