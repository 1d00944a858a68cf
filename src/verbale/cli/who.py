"""`verbale who`: persons under all their names."""

from __future__ import annotations

import click

from verbale.cli.options import Output, output_options, record_option
from verbale.place import Place


@click.command(short_help="Who somebody is, under all names.")
@click.argument("name", nargs=-1, metavar="[NAME]")
@click.option("--doubtful", is_flag=True, help="Pairs of names that may be one person's, best first.")
@click.option("--kind", type=click.Choice(("person", "organisation", "country", "place")), help="Only these.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", default=20, show_default=True, help="No more than so many.")
@record_option
@output_options
def who(name: tuple[str, ...], doubtful: bool, kind: str | None, limit: int, record: Place, output: Output) -> None:
    """Show persons, organisations and countries: all spellings, offices with their months, who is named beside them.

    NAME is words of any spelling, or their beginnings, in any order; or an id. Without it those named most are shown.
    One alone is shown in full. Judge doubtful pairs with `verbale judge`.

    \b
    verbale who Reyes
    verbale who p_31c0 --json
    verbale who --doubtful
    """
    from verbale.cli.finding import existing
    from verbale.cli.persons import show_doubts, show_persons

    wanted = " ".join(name)
    with existing(record) as kept:
        if doubtful:
            show_doubts(kept, output, limit=limit)
        else:
            show_persons(kept, wanted, output, kind=kind, limit=limit)
