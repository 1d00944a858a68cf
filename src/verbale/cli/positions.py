"""`verbale positions`: what an actor holds on a topic, over time."""

from __future__ import annotations

import click

from verbale.cli.options import Day, Output, output_options, record_option
from verbale.place import Place


@click.command(short_help="What somebody holds on a topic, and since when.")
@click.argument("actor", nargs=-1, required=True, metavar="ACTOR")
@click.option("--about", metavar="TOPIC", required=True, help="Name of a topic, as `verbale topics` lists it, in any language.")
@click.option("--since", type=Day(), help="Said on this day, month or year, or later.")
@click.option("--until", type=Day(), help="Said on this day, month or year, or earlier.")
@click.option("--changes", is_flag=True, help="Only the first step, and those at which the stance is another than before.")
@click.option("--unclear", is_flag=True, help="Occasions on which nothing tells a stance as well.")
@click.option("--differing", is_flag=True, help="Instead, who of one side said the contrary of another within a week.")
@record_option
@output_options
def positions(actor: tuple[str, ...], about: str, record: Place, output: Output, **asked: str | bool | None) -> None:
    """Show what ACTOR holds on a topic in dated steps: the stance, who said so, on which conditions, the statements.

    ACTOR is a person, a body or a country; a country with all who speak for it by office. What was said on one day, or
    reported on the next, is one step. A condition counts before all; else what was said most often.

    \b
    verbale positions "United States" --about talks
    verbale positions Reyes --about sanctions --changes --json
    verbale positions Norland --about talks --differing
    """
    from verbale.cli.finding import existing
    from verbale.cli.holding import Asked, show_differences, show_steps

    wanted = Asked(" ".join(actor), about, **asked)  # type: ignore[arg-type]
    with existing(record) as kept:
        (show_differences if wanted.differing else show_steps)(kept, wanted, output)
