"""The questions that are put to a record, one file each. Values are bound by name, never written into the text.

They are written in SQL that SQLite and PostgreSQL both know, but for a few words that `store/postgresql/dialect.py` turns into
their like. What PostgreSQL must be asked in another way stands under the same name in the folder `postgresql`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_OPTIONAL = re.compile(r"AND\b.*:(\w+)")

Lines = tuple[tuple[str, str], ...]
"""Lines, each with the name of the value without which it falls away; empty for one that stays."""
Question = Callable[[str, Mapping[str, Any]], str]
"""Gives the text of the query of that name, for these values."""


def sql(name: str, given: Mapping[str, Any]) -> str:
    """The text of the query `name`. A line that begins with AND falls away where the value it names is None.

    So an optional condition is a line of its own, the file reads as plain SQL, and SQLite plans for the conditions
    that are really there.
    """
    return fitting(_lines(name), given)


def fitting(lines: Lines, given: Mapping[str, Any]) -> str:
    """The lines of a query without those that fall away."""
    return "\n".join(line for line, value in lines if not value or given[value] is not None)


def lines_of(text: str) -> Lines:
    """The lines of a query, looked at once: it is asked a thousand times."""
    return tuple((line, found[1] if (found := _OPTIONAL.match(line)) else "") for line in text.splitlines())


@cache
def _lines(name: str) -> Lines:
    return lines_of(files(__package__).joinpath(f"{name}.sql").read_text(encoding="utf-8"))
