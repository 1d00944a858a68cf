"""Metadata for Datasette: what each table and column of a record means.

`datasette talks.db --metadata metadata.json` then shows it beside the rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from verbale.export.form import Around
from verbale.model import Entry
from verbale.store.glossary import SCHEMA, introduction, things


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:  # noqa: ARG001 - it tells of tables
    """Write one JSON object to `out`; returns how many tables and views it tells of."""
    schema = SCHEMA.read_text(encoding="utf-8")
    tables = {
        thing.name: {"description": thing.about, "columns": {name: meaning for name, _, meaning in thing.columns}}
        for thing in things(schema)
    }
    told = {
        "title": around.title,
        "description": introduction(schema).split("\n", 1)[0],
        "databases": {around.record: {"tables": tables}},
    }
    json.dump(told, out, ensure_ascii=False, indent=1)
    out.write("\n")
    return len(tables)
