"""`verbale said`: who said what, as rows."""

from __future__ import annotations

import sys

import click

from verbale.cli.options import Filters, Output, filter_options, output_options, record_option
from verbale.place import Place


@click.command(short_help="Who said what, as rows.")
@click.argument("name", nargs=-1, metavar="[NAME]")
@click.option("--once", is_flag=True, help="Only the first statement of each utterance: a saying that many carry is one row.")
@filter_options
@record_option
@output_options
def said(name: tuple[str, ...], once: bool, filters: Filters, record: Place, output: Output) -> None:
    """Show statements: when, who, what was said, in which outlet, and the id of each for `show` and `why`.

    NAME is words of the speaker's name, or their beginnings, in any order. Articles come by date of publication,
    statements in the order of the text.

    A date in brackets is that of the article, where the text does not tell when it was said. Words within “ ” are the
    speaker's own. In a pipe the table is plain text, a line a statement, and nothing is cut.

    \b
    verbale said Reyes --about talks --since 2031-05
    verbale said --kind direct --csv -o quotes.csv
    """
    from dataclasses import replace

    from verbale.cli.finding import counted_rows, existing, first_carriers, found, sought, why_none
    from verbale.cli.rows import write
    from verbale.cli.sheets import STATEMENTS

    wanted = " ".join(name)
    with existing(record) as kept:
        sheet = replace(STATEMENTS, bright=sought(filters.about))
        rows = first_carriers(kept, filters, wanted) if once else found(kept, filters, wanted)
        written = write(rows, sheet, output, record=record)
        told = counted_rows(written, filters.limit) if written else why_none(kept, filters, wanted)
    if not written or sys.stdout.isatty():
        click.echo(told, err=True)
