"""What the tables and columns of a record mean, read from the comments of the schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SCHEMA = Path(__file__).with_name("schema.sql")

_SECTION = re.compile(r"-- -{20,} (.+)")
_CREATE = re.compile(r"CREATE (TABLE|VIEW|VIRTUAL TABLE) (\w+)")
_COLUMNS = {
    "TABLE": re.compile(r"  (?P<name>\w+) (?P<type>TEXT|INTEGER|REAL|BLOB)\b.*?--\s*(?P<meaning>.+)"),
    "VIEW": re.compile(r"  .*\bAS (?P<name>\w+),?\s+--\s*(?P<meaning>.+)(?P<type>)"),
    "VIRTUAL TABLE": re.compile(r"  (?P<name>\w+),\s+--\s*(?P<meaning>.+)(?P<type>)"),
}


@dataclass(frozen=True, slots=True)
class Thing:
    """A table or view of the schema with what its comments say."""

    section: str
    kind: str
    name: str
    about: str
    columns: tuple[tuple[str, str, str], ...]
    """Name, type and meaning of each."""


def things(schema: str) -> Iterator[Thing]:
    """The tables and views of the schema, in order."""
    section, comment = "", list[str]()
    lines = iter(schema.splitlines())
    for line in lines:
        if found := _SECTION.match(line):
            section, comment = found[1], []
        elif line.startswith("--"):
            comment.append(line[2:].strip())
        else:
            if found := _CREATE.match(line):
                yield Thing(section, found[1], found[2], " ".join(comment), tuple(_columns(found[1], lines)))
            comment = []


def _columns(kind: str, lines: Iterator[str]) -> Iterator[tuple[str, str, str]]:
    """The columns up to the end of the statement that `lines` stand in."""
    for line in lines:
        if found := _COLUMNS[kind].match(line):
            yield found["name"], found["type"], found["meaning"].strip()
        if line.endswith(";"):
            return


def introduction(schema: str) -> str:
    """The comment at the head of the schema, as paragraphs."""
    head = schema.split("\n\n", 1)[0]
    return "\n".join(line[2:].strip() for line in head.splitlines())
