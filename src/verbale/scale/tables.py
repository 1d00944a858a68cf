"""A whole record as tables of Parquet, one file each, for DuckDB, pandas and Spark: names and columns are those of the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from verbale.errors import RecordError
from verbale.scale.folders import Folder, folder
from verbale.store.contents import Contents, Table
from verbale.store.file import Row

KINDS = {"TEXT": pa.string(), "INTEGER": pa.int64(), "REAL": pa.float64(), "BLOB": pa.binary()}


def write(contents: Contents, place: str) -> dict[str, int]:
    """Write all tables of a record into an empty folder, or one that is made; how many rows of each.

    Raises `RecordError` where files are there already, `SourceError` where it cannot be written.
    """
    with folder(place) as to, contents.tables() as found:
        if names := to.names():
            raise RecordError(f"{place} is not empty, it holds {names[0]}: tables are written into a new folder")
        return {table.name: _write(to, table, pages) for table, pages in found}


def _write(to: Folder, table: Table, pages: Iterator[list[Row]]) -> int:
    schema = pa.schema({name: KINDS[kind] for name, kind in table.columns})
    written = 0
    with to.writing(f"{table.name}.parquet") as stream, pq.ParquetWriter(stream, schema, compression="zstd") as file:
        for page in pages:
            file.write_table(pa.Table.from_pylist([_row(table, row) for row in page], schema))
            written += len(page)
    return written


def _row(table: Table, row: Row) -> dict[str, Any]:
    return {name: row[name] for name, _ in table.columns}
