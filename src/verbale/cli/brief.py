"""`verbale brief`: what the record holds on a topic, to be read and mailed."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.cli.options import Day, record_option
from verbale.place import Place


@click.command(short_help="What the record holds on a topic, to be mailed.")
@click.option("--about", metavar="TOPIC", required=True, help="Name of a topic, as `verbale topics` lists it, in any language.")
@click.option("--actor", "actors", metavar="NAME", multiple=True, help="Only this country, body or person; may be repeated.")
@click.option("--since", type=Day(), help="On this day, month or year, or later.")
@click.option("--until", type=Day(), help="On this day, month or year, or earlier.")
@click.option("--html", is_flag=True, help="One HTML page that needs nothing beside it, instead of Markdown.")
@click.option(
    "-o", "--output", "file", metavar="FILE", default="-", help="Write to this file; one that ends in .html is a page."
)
@record_option
def brief(about: str, actors: tuple[str, ...], html: bool, file: str, record: Place, **days: str | None) -> None:
    """Write a brief: positions, changes, conditions, events, figures and disagreements, each line made of rows of the record
    and with footnotes that lead to the article and the characters.

    \b
    verbale brief --about talks --since 2031-05
    verbale brief --about sanctions --actor Norland -o sanctions.html
    """
    from verbale import brief as made
    from verbale.cli.finding import existing
    from verbale.cli.rows import target

    with existing(record) as kept:
        found = made.compose(kept, made.Asked(about, actors, **days))
    page = html or Path(file).suffix.lower() in {".html", ".htm"}
    with target(file, record=record) as out:
        out.write(made.html(found) if page else made.markdown(found))
