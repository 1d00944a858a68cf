"""The screen: a terminal with colours, or plain text of any width where there is none."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console
from rich.text import Text

NARROW = 40
WIDE = 120
"""A line of text is easy to read up to here, however wide the terminal."""


def screen(out: TextIO | None = None, *, stderr: bool = False) -> Console:
    """A console on an open text file, else on standard output or standard error; nothing in the text is markup."""
    return Console(file=out, stderr=stderr, markup=False, emoji=False, highlight=False)


def text_width(console: Console) -> int:
    """Columns for running text."""
    return max(NARROW, min(console.width, WIDE))


def tell(console: Console, text: str | Text = "", *, style: str = "", lead: str = "") -> None:
    """Print a paragraph after `lead`, its further lines below its first: wrapped on a terminal, one line elsewhere."""
    words = Text(text, style=style) if isinstance(text, str) else text
    room = text_width(console) - len(lead)
    rows = words.wrap(console, room) if console.is_terminal and words.plain else [words]
    for row in rows:
        row.rstrip()
        console.print(Text(lead) + row, soft_wrap=True)
        lead = " " * len(lead)
