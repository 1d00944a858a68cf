"""`verbale figures`: counts and amounts as claims of a source."""

from __future__ import annotations

import click

from verbale.cli.options import Day, Output, output_options, record_option
from verbale.place import Place


@click.command(short_help="Counts and amounts, each as the claim of a source.")
@click.option("--measure", metavar="NAME", help="What is counted: killed, wounded, casualties, troops, money, share …")
@click.option("--source", metavar="NAME", help="Claimed by somebody of this name.")
@click.option("--place", metavar="NAME", help="Counted at this place: its whole name, in any case.")
@click.option("--since", type=Day(), help="For this day, month or year, or later.")
@click.option("--until", type=Day(), help="For this day, month or year, or earlier.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than so many.")
@record_option
@output_options
def figures(record: Place, output: Output, **wanted: str | int | None) -> None:
    """Show figures: for which day, how many, of what, where, by whose account, and the id of each for `show`.

    Parts are told with the whole and summed: “6,374 killed, 9,776 wounded: adds up”. Figures of one measure, place and
    time stand side by side, each with the number of other values. Without a source the outlet itself claims it.

    \b
    verbale figures --measure killed --since 2031-05
    verbale figures --source Orbit --csv -o figures.csv
    """
    from verbale.cli.events import FIGURES
    from verbale.cli.finding import existing
    from verbale.cli.rows import write

    with existing(record) as kept:
        if not write(kept.figures(**wanted), FIGURES, output, record=record):  # type: ignore[arg-type]
            click.echo("No figure fits." if next(kept.figures(limit=1), None) else "There is no figure.", err=True)
