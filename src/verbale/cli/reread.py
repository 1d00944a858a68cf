"""`verbale reread`: articles of the record, read by the Verbale of today."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.cli.options import outlets_option, record_option
from verbale.place import Place


@click.command(short_help="Read the articles of the record again.")
@click.option("--all", "everything", is_flag=True, help="Also those that this version has read.")
@click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, metavar="N", help="Read and join in so many processes."
)
@outlets_option
@record_option
def reread(everything: bool, jobs: int, outlets: Path | None, record: Place) -> None:
    """Read the articles of the record again, as this version of Verbale does.

    Their texts and the bytes of pages and documents are in the record, so nothing is fetched and no file is opened: a text is
    made anew of its bytes where they were kept. Articles and statements keep their ids, and all that people judged holds.
    Each article is changed whole or not at all; a run that was stopped goes on where it was, unless it is one over --all.
    Articles that were read with other outlets than those told now are read again, too.
    """
    from verbale.cli.again import again

    again(record, jobs=jobs, everything=everything, outlets=outlets)
