"""The moment at which something is told to the record."""

from __future__ import annotations

from datetime import UTC, datetime


def moment() -> str:
    """Now, UTC. Microseconds tell which of two judgements is the newer."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
