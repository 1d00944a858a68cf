"""One text read at once and shown with its statements."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import click
from rich.console import Console

from verbale import wording
from verbale.acts import act
from verbale.cli.drawing import drawn, marks
from verbale.cli.group import UNREAD, Ended
from verbale.cli.outlets import media
from verbale.cli.screen import screen, tell, text_width
from verbale.cli.unsaid import why_nothing
from verbale.errors import Code
from verbale.flow import read
from verbale.model import Act, Given, Outlets, Problem, Reading, Source, Stance, Statement
from verbale.sources.charset import decode, mended


def told(text: str) -> tuple[str, tuple[Problem, ...]]:
    """The text to try, from standard input for `-`, with what was doubtful in its bytes.

    Ends with exit code 2 where there is none.
    """
    doubts: tuple[Problem, ...] = ()
    if text == "-":
        decoded = decode(sys.stdin.buffer.read())
        if isinstance(decoded, Problem):
            raise Ended(decoded.code.sentence, UNREAD)
        text, doubts = decoded.text, decoded.problems
    if not text.strip():
        raise Ended(Code.EMPTY.sentence, UNREAD)
    return mended(text)[0], doubts


def show(text: str, doubts: Sequence[Problem], given: Mapping[str, str | None], outlets: Path | None = None) -> None:
    """Read the text and draw what was found, or say why nothing was; `outlets` is a file of the user's own."""
    known = media(outlets) if outlets else Outlets()
    reading = read(Source(text, given=Given(**given), problems=tuple(doubts)), outlets=known)
    console = screen()
    found = [mark for n, s in enumerate(reading.statements, 1) for mark in marks(s, n)]
    for row in drawn(text, found, width=text_width(console)):
        console.print(row, soft_wrap=True)
    console.print()
    if reading.statements:
        _list(reading.statements, lambda said: act(said, reading.article.language, known), console)
    else:
        tell(console, f"Nothing was found. {why_nothing(reading)}{_or_file(text)}")
    for line in _doubts(reading):
        tell(console, line, style="dim")
    if any(problem.code is Code.FAILED for problem in reading.problems):
        raise click.exceptions.Exit(UNREAD)


def _or_file(text: str) -> str:
    """A word to those who meant the file of that name."""
    try:
        meant = Path(text).is_file()
    except (OSError, ValueError):
        return ""
    return f" (“{text}” is also a file: `verbale try - < {text}` reads it.)" if meant else ""


# ---------------------------------------------------------------- below the drawing


def _list(statements: Sequence[Statement], acts: Callable[[Statement], Act], console: Console) -> None:
    """One line a statement, with the number it has in the drawing."""
    numbers = {statement.id: n for n, statement in enumerate(statements, 1)}
    for statement in statements:
        lead = f"{numbers[statement.id]:>{len(str(len(numbers)))}}  "
        tell(console, " · ".join(filter(None, _facts(statement, numbers, acts(statement)))), lead=lead)


def _facts(statement: Statement, numbers: Mapping[str, int], done: Act) -> Iterator[str]:
    yield wording.speaker_in_role(statement)
    yield str(statement.kind)
    yield wording.line(statement.cue.text) if statement.cue else "no cue"
    yield _act(done)
    yield wording.days(statement.said)
    yield f"to {wording.line(statement.addressee.text)}" if statement.addressee else ""
    yield f"via {wording.line(wording.listed(statement.relays))}" if statement.relays else ""
    yield f"within {numbers[statement.inside]}" if statement.inside else ""
    yield f"{statement.rule} {statement.score:.2f}"


def _act(found: Act) -> str:
    """`agree (open)`; empty for plain telling."""
    stance = f" ({found.stance})" if found.stance is not Stance.UNCLEAR else ""
    return f"{found.code}{stance}" if found.code != "report" or stance else ""


def _doubts(reading: Reading) -> Iterator[str]:
    """What was doubtful, and how the language is known where nobody gave it."""
    for problem in reading.problems:
        if problem.code not in {Code.NO_RULES, Code.FAILED}:
            yield wording.told(problem)
