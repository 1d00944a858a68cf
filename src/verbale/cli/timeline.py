"""`verbale timeline`: what happened or is to happen, as rows."""

from __future__ import annotations

import click

from verbale.cli.options import Day, Output, output_options, record_option
from verbale.place import Place

NONE = "There is no event; `verbale people join` makes those known that articles tell."
STATUSES = ("held", "planned", "proposed", "possible", "not planned", "ruled out", "called for", "denied")


@click.command(short_help="What happened or is to happen, as rows.")
@click.option("--actor", metavar="NAME", help="Somebody of this name takes part, under any spelling that the record knows.")
@click.option("--what", metavar="KIND", help="Events of this kind: meeting, talks, decree, attack …")
@click.option("--since", type=Day(), help="On this day, month or year, or later; undated ones by the day they were told.")
@click.option("--until", type=Day(), help="On this day, month or year, or earlier.")
@click.option("--status", type=click.Choice(STATUSES), help="How far it had come when it was told last.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than so many.")
@record_option
@output_options
def timeline(record: Place, output: Output, **wanted: str | int | None) -> None:
    """Show events in order of time: when, what, how far they have come, who takes part, and the id of each for `show`.

    What several articles tell of one event is one row. Where its status changed, all are told with the day on which they
    were published: possible (2031-10-07), not planned (2031-12-21). A date in brackets is that of the first article, where
    no text tells when it was or is to be. Verbale tells what is reported, not what is true.

    \b
    verbale timeline --actor Reyes --what meeting
    verbale timeline --since 2031 --status planned --json
    """
    from verbale.cli.events import EVENTS
    from verbale.cli.finding import existing
    from verbale.cli.rows import write
    from verbale.lang import events

    if wanted["what"] not in {None, *events()}:
        raise click.UsageError(f"“{wanted['what']}” is no kind of event: write {', '.join(events())}")
    with existing(record) as kept:
        if not write(kept.events(**wanted), EVENTS, output, record=record):  # type: ignore[arg-type]
            some = next(kept.events(limit=1), None)
            other = (
                "No event fits" if some else "There is no event; if articles were added, `verbale people join` makes them known"
            )
            click.echo(f"{other}.", err=True)
