"""All that a join makes, to be compared."""

from __future__ import annotations

from verbale.store import Record

DERIVED = (
    "person",
    "person_name",
    "identity",
    "attribution",
    "doubt",
    "side",
    "copy",
    "pool",
    "utterance",
    "carrier",
    "event",
    "event_party",
    "event_telling",
    "claim",
    "act",
    "about",
)


def rows(record: Record) -> dict[str, list[str]]:
    """The rows of each table that is derived, in words."""
    asked = record._file.connection.execute
    return {table: sorted(repr(tuple(row)) for row in asked(f"SELECT * FROM {table}")) for table in DERIVED}
