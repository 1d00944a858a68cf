"""`verbale read`: articles into the record."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.cli.options import given_options, record_option


@click.command(short_help="Read articles into the record.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@record_option
@click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, metavar="N", help="Read in so many processes."
)
@given_options
def read(paths: tuple[str, ...], record: Path, jobs: int, given: dict[str, str | None]) -> None:
    """Read articles and add what is said in them to the record, which is made if absent.

    A PATH is a file, a folder with all below it, a pattern such as 'news/**/*.html', or - for standard input. Plain
    text, HTML, JSON and JSON lines are read, also packed with gzip; articles.csv in a folder tells what is known of
    the plain files beside it.

    An article that is in the record already is not read again, so a run that was stopped is finished by starting it
    anew. What cannot be read is passed over and told at the end; the exit code is then 2.
    """
    from verbale.cli.intake import take_in

    take_in(paths, record=record, jobs=jobs, given=given)
