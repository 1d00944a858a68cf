"""`verbale try`: what is said in one text, drawn under its words."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.cli.options import outlets_option, text_options


@click.command(name="try", short_help="What is said in a text, drawn under its words.")
@click.argument("text")
@outlets_option
@text_options
def try_(text: str, outlets: Path | None, given: dict[str, str | None]) -> None:
    """Show what is said in TEXT (- for standard input), drawn under its words.

    Below each line of the text stand marks: who, the cue (the words that report speech) and what was said, each with
    the number of its statement. Then follows one line a statement, and what was doubtful. Nothing is kept.
    Write -- before a TEXT that begins with a hyphen.

    \b
    verbale try "“We will be ready,” Foreign Minister Ana Reyes said."
    verbale try - --language uk < article.txt
    """
    from verbale.cli.trial import show, told

    words, doubts = told(text)
    show(words, doubts, given, outlets)
