"""Readings as Parquet: a folder of them is one table for DuckDB, pandas and Spark, and `verbale join` puts it into a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow.fs import FileType

from verbale.errors import Code, SourceError
from verbale.scale.folders import Folder, folder
from verbale.scale.rows import BESIDE, READ, Row, fault, of_row
from verbale.scale.units import DONE, Unit

GROUP = 1024
"""So many rows are written together; while they are read, they are in memory."""
BATCH = 64
"""So many are taken up at once when they are read back."""
SCHEMA = pa.schema({name: getattr(pa, kind)() for name, kind in {**READ, **BESIDE}.items()})


def write(rows: Iterable[dict[str, Any]], place: str, name: str) -> None:
    """A file of these rows in a folder, which is there whole or not at all; of none there is no file."""
    remaining = iter(rows)
    if not (group := list(islice(remaining, GROUP))):
        return
    with folder(place) as to, to.writing(name) as stream, pq.ParquetWriter(stream, SCHEMA, compression="zstd") as table:
        while group:
            table.write_table(pa.Table.from_pylist(group, SCHEMA))
            group = list(islice(remaining, GROUP))


def is_done(unit: Unit) -> bool:
    """Whether all of a unit is there."""
    with folder(unit.folder) as found:
        return found.has(DONE)


def finish(unit: Unit) -> None:
    """Tell that all of a unit is there."""
    with folder(unit.folder) as found:
        found.touch(DONE)


def read(place: str, *, known: Callable[[str], bool] = lambda _: False) -> Iterator[Row | None]:
    """All rows of a file, or of a folder with all below it, here or in object storage (`s3://`), files in order of name.

    None stands for an article whose id is `known`. What is no table of readings is a row with a problem. Raises
    `SourceError` where the place is not there.
    """
    with folder(place) as found:
        files, names = found.files, _names(found, place)
    for name in names:
        try:
            with files.open_input_file(name) as stream:
                yield from _rows(pq.ParquetFile(stream), name, known)
        except (pa.ArrowException, OSError) as error:
            yield fault(Code.UNREADABLE, f"no table of readings: {error}", name)


def summary(place: str) -> Iterator[dict[str, Any]]:
    """Path, number of statements and problem of each row of the tables in a folder."""
    with folder(place) as found:
        for name in _tables(found):
            with found.files.open_input_file(name) as stream:
                for batch in pq.ParquetFile(stream).iter_batches(GROUP, columns=["path", "statements", "problem"]):
                    yield from batch.to_pylist()


def _names(found: Folder, place: str) -> list[str]:
    kind = found.kind
    if kind == FileType.NotFound:
        raise SourceError(f"{place} does not exist")
    return [found.root] if kind == FileType.File else _tables(found)


def _tables(found: Folder) -> list[str]:
    return [name for name in found.names() if name.endswith(".parquet")]


def _rows(table: Any, name: str, known: Callable[[str], bool]) -> Iterator[Row | None]:
    if missing := {"id", "reading", *BESIDE} - set(table.schema_arrow.names):
        yield fault(Code.NO_TEXT, f"no table of readings: it has no column {min(missing)}", name)
        return
    for batch in table.iter_batches(BATCH, columns=["id", "reading", *BESIDE]):
        for row in batch.to_pylist():
            yield None if row["id"] is not None and known(row["id"]) else of_row(row, name)
