"""A nested table: the exchange format as columns, for DuckDB, pandas, Polars and R.

Beside the keys of the exchange format it holds what decided (`why`, `speaker.decider`, `speaker.span`) and the flags
`implicit` and `unquoted`. Dates are the ISO prefixes they are everywhere, as strings.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from verbale.export import jsonl
from verbale.export.form import Around
from verbale.model import Entry

GROUP = 10_000
"""So many rows are held and written together."""

_SPANS = pa.list_(pa.list_(pa.int64()))
_PART = pa.struct({"text": pa.string(), "spans": _SPANS})
_ARTICLE = pa.struct(
    {name: pa.string() for name in ("id", "path", "url", "outlet", "title", "language", "published", "sha256")}
)
_SPEAKER = pa.struct(
    {
        **dict.fromkeys(("id", "called"), pa.string()),
        "ids": pa.list_(pa.string()),
        **dict.fromkeys(("name", "kind", "role"), pa.string()),
        "score": pa.float64(),
        "decider": pa.string(),
        "span": pa.list_(pa.int64()),
    }
)
_CONDITION = pa.struct({"text": pa.string(), "spans": _SPANS, "kind": pa.string(), "promise": _PART})
SCHEMA = pa.schema(
    {
        "id": pa.string(),
        "article": _ARTICLE,
        "kind": pa.string(),
        "headline": pa.bool_(),
        "implicit": pa.bool_(),
        "unquoted": pa.bool_(),
        "content": _PART,
        "cue": _PART,
        "source": _PART,
        "speaker": _SPEAKER,
        "candidates": pa.list_(pa.struct({"name": pa.string(), "score": pa.float64()})),
        "addressee": _PART,
        "venue": pa.struct({"text": pa.string(), "spans": _SPANS, "kind": pa.string(), "place": pa.string()}),
        "said": pa.struct(dict.fromkeys(("from", "to", "text", "basis"), pa.string())),
        "relays": pa.list_(pa.string()),
        "conditions": pa.list_(_CONDITION),
        "inside": pa.string(),
        "rule": pa.string(),
        "score": pa.float64(),
        "why": pa.list_(pa.string()),
        "same": pa.string(),
        "ruled": pa.string(),
        "act": pa.struct(dict.fromkeys(("code", "target", "stance"), pa.string())),
        "topics": pa.list_(pa.string()),
    }
)


def write(entries: Iterable[Entry], out: BinaryIO, around: Around) -> int:  # noqa: ARG001 - spans suffice
    """Write a table to `out`; returns how many rows."""
    written = 0
    remaining = iter(entries)
    with pq.ParquetWriter(out, SCHEMA, compression="zstd") as table:
        while group := [row(entry) for entry in islice(remaining, GROUP)]:
            table.write_table(pa.Table.from_pylist(group, SCHEMA))
            written += len(group)
    return written


def row(entry: Entry) -> dict[str, Any]:
    """One statement as a row of the table."""
    statement, told = entry.statement, jsonl.row(entry)
    told |= {"implicit": statement.implicit, "unquoted": statement.unquoted, "why": list(statement.why)}
    if statement.speaker:
        mention = statement.speaker.mention
        told["speaker"] |= {"decider": statement.speaker.decider, "span": list(mention) if mention else None}
    return told
