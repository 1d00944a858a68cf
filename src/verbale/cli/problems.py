"""`verbale problems`: what could not be read or is doubtful."""

from __future__ import annotations

import click

from verbale.cli.options import Output, output_options, record_option
from verbale.place import Place


@click.command(short_help="What could not be read or is doubtful.")
@click.option("--code", metavar="CODE", help="Only problems of this code, such as stray-mark.")
@record_option
@output_options
def problems(code: str | None, record: Place, output: Output) -> None:
    """Show what could not be read or is doubtful: the code, the file, the words in question and what it means.

    Problems of articles come in the order of the articles; those of files that gave no article come last.
    """
    from verbale.cli.finding import existing
    from verbale.cli.rows import write
    from verbale.cli.sheets import PROBLEMS
    from verbale.errors import Code

    if code not in {None, *Code}:
        raise click.UsageError(f"“{code}” is no code of a problem: write {', '.join(Code)}")
    with existing(record) as kept:
        rows = (problem for problem in kept.problems() if code in {None, problem.code})
        if not write(rows, PROBLEMS, output, record=record):
            click.echo(f"{record} holds no problem{f' {code}' if code else ''}.", err=True)
