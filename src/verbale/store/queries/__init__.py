"""The questions that are put to a record, one file each. Values are bound by name, never written into the text.

They are written in SQL that SQLite and PostgreSQL both know, but for a few words that `store/postgresql/dialect.py` turns into
their like. What PostgreSQL must be asked in another way stands under the same name in the folder `postgresql`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_OPTIONAL = re.compile(r"AND\b.*:(\w+)")

Question = Callable[[str, Mapping[str, Any]], str]
"""Gives the text of the query of that name, for these values."""


def sql(name: str, given: Mapping[str, Any]) -> str:
    """The text of the query `name`. A line that begins with AND falls away where the value it names is None.

    So an optional condition is a line of its own, the file reads as plain SQL, and SQLite plans for the conditions
    that are really there.
    """
    return fitting(_lines(name), given)


def fitting(lines: Iterable[str], given: Mapping[str, Any]) -> str:
    """The lines of a query without those that fall away."""
    return "\n".join(line for line in lines if not _falls(line, given))


def _falls(line: str, given: Mapping[str, Any]) -> bool:
    condition = _OPTIONAL.match(line)
    return condition is not None and given[condition[1]] is None


@cache
def _lines(name: str) -> tuple[str, ...]:
    return tuple(files(__package__).joinpath(f"{name}.sql").read_text(encoding="utf-8").splitlines())
