"""Pools: statements that are compared with each other. What is tied in one pool depends on nothing outside it."""

from __future__ import annotations

from verbale.same.alike import WINDOW

DAYS = 8
"""Days of a pool; it also holds the last days of the one before, so that no two near each other are kept apart."""


def pools(day: int | None) -> tuple[str, ...]:
    """The pools of a statement that was last said to have been said on a day; None where nothing tells when.

    Two statements no more than `WINDOW` days apart share a pool.
    """
    if day is None:
        return ("undated",)
    number, rest = divmod(day, DAYS)
    return (f"days {number}", f"days {number + 1}") if rest >= DAYS - WINDOW else (f"days {number}",)
