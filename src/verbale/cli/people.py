"""`verbale people`: what others know of persons, and joining anew."""

from __future__ import annotations

import click

from verbale.cli.options import record_option
from verbale.place import Place


@click.group(short_help="Bring in what others know; join anew.")
def people() -> None:
    """Bring in what others know of persons and bodies, and join the record anew."""


@people.command("import", short_help="Bring in what others know.")
@click.argument("file", metavar="FILE")
@click.option("--named", is_flag=True, help="Keep only those of whom the record has a name now: for large files.")
@record_option
def import_(file: str, named: bool, record: Place) -> None:
    """Bring in names, offices and ids from a file of what others know, and join the record anew with them.

    FILE holds FollowTheMoney entities as JSON lines (as OpenSanctions publishes them), Wikidata entities as JSON lines, or
    a table (CSV) with the columns name, aliases (separated by semicolons), kind, role, from, to and id; it may be packed
    with gzip, and - is standard input. Nothing is fetched from anywhere. The ids are carried to every export.

    \b
    verbale people import ministers.csv
    verbale people import entities.ftm.json.gz --named
    """
    from verbale.cli.learning import learn

    learn(file, record=record, named=named)


@people.command("join", short_help="Join the record anew.")
@record_option
def join(record: Place) -> None:
    """Tell anew who is who in the whole record, with all judgements and all that others know."""
    from verbale.cli.finding import existing

    with existing(record, readonly=False) as kept:
        kept.join()
