"""How an older record becomes a newer one: numbered SQL files, applied in order.

A new record is made from `schema.sql`, which is the sum of all steps; a test holds that both ways lead to the same
tables. A step that was released is never changed: the next change is the next number.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

STEPS = (
    "0001_start",
    "0002_people",
    "0003_copies",
    "0004_utterances",
    "0005_meaning",
    "0006_events",
    "0007_rulings",
    "0009_visits",
    "0011_candidates",
    "0014_bytes",
    "0016_former",
    "0017_outlets",
    "0018_packed",
)
LATEST = len(STEPS)


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a record from `version` (0: nothing there yet) to `LATEST`, within the transaction of the caller."""
    if version == 0:
        run(connection, schema())
    else:
        apply(connection, STEPS[version:])


def apply(connection: sqlite3.Connection, steps: tuple[str, ...]) -> None:
    """Apply the named steps in order."""
    for name in steps:
        run(connection, _text(name))


def step(version: int, *, dialect: str = "") -> str:
    """The text of the step that makes the next of a record of `version`; in that dialect, where it is told there otherwise."""
    own = files(__package__).joinpath(dialect, f"{STEPS[version]}.sql")
    return own.read_text(encoding="utf-8") if own.is_file() else _text(STEPS[version])


def schema() -> str:
    """The commented text of the newest schema."""
    return files(__package__).joinpath("..", "schema.sql").read_text(encoding="utf-8")


def run(connection: sqlite3.Connection, script: str) -> None:
    """Execute a script statement by statement; `executescript` would end the transaction first."""
    for statement in statements(script):
        connection.execute(statement)


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def _text(name: str) -> str:
    return files(__package__).joinpath(f"{name}.sql").read_text(encoding="utf-8")
