"""What a record holds, counted."""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass

from rich.console import Console

from verbale.cli.rows import json_line
from verbale.cli.screen import screen, tell
from verbale.errors import Code
from verbale.place import Place
from verbale.store import Counts, Record
from verbale.wording import counted, line

QUOTED = 10
"""So many of those quoted most are told."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The counts of a record."""

    path: Place
    counts: Counts
    quoted: tuple[tuple[str, int], ...]
    """Speakers with the number of their statements, the most quoted first."""
    unnamed: int
    """Statements whose speaker is not known."""


def contents(record: Record) -> Contents:
    """Count what the record holds."""
    counts = record.counts()
    quoted = tuple((name, times) for name, times in counts.speakers if name is not None)[:QUOTED]
    unnamed = sum(times for name, times in counts.speakers if name is None)
    return Contents(record.path, counts, quoted, unnamed)


def write_json(found: Contents) -> None:
    """One JSON object on standard output; lists are `[value, count]`, the most frequent first."""
    told = {**asdict(found.counts), "quoted": found.quoted, "unnamed": found.unnamed}
    sys.stdout.write(json_line(told) + "\n")


def draw(found: Contents) -> None:
    """The counts in words, a list below each heading."""
    console, counts = screen(), found.counts
    tell(console, f"{found.path} holds {_totals(found)}.")
    if counts.first and counts.last:
        tell(console, f"Published from {counts.first[:10]} to {counts.last[:10]}.")
    _list(console, "Outlets", [(name or "not known", n) for name, n in counts.outlets])
    _list(console, "Languages", [(name or "not known", n) for name, n in counts.languages])
    _list(console, "Most quoted", [*found.quoted, *([("speaker not known", found.unnamed)] if found.unnamed else [])])
    _list(console, "Problems", [(f"{code}: {_meaning(code)}", n) for code, n in counts.codes])


def _totals(found: Contents) -> str:
    counts = found.counts
    articles, statements = counted(counts.articles, "article"), counted(counts.statements, "statement")
    speakers, problems = counted(counts.persons, "speaker"), counted(counts.problems, "problem")
    sayings = f" of {counted(counts.utterances, 'utterance')}" if counts.utterances else ""
    return f"{articles}, {statements}{sayings} by {speakers}, {problems}"


def _meaning(code: str | None) -> str:
    return Code(code).sentence if code in set(Code) else "of a later Verbale"


def _list(console: Console, title: str, rows: list[tuple[str, int]]) -> None:
    if not rows:
        return
    console.print()
    tell(console, title, style="bold")
    width = max(len(f"{count:,}") for _, count in rows)
    for words, count in rows:
        tell(console, line(words), lead=f"  {count:>{width},}  ")
