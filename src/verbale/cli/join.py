"""`verbale join`: readings into a record, and the record joined."""

from __future__ import annotations

import click

from verbale.cli.options import Where
from verbale.place import Place


@click.command(short_help="Put readings into the record; join it.")
@click.argument("places", nargs=-1, metavar="[READINGS]...")
@click.option(
    "--to",
    "--record",
    "record",
    type=Where(),
    metavar="FILE",
    envvar="VERBALE_RECORD",
    default="verbale.db",
    show_default=True,
    show_envvar=True,
    help="The record: one SQLite file, or a database as postgresql://HOST/NAME.",
)
@click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, metavar="N", help="Join in so many processes."
)
@click.option(
    "--engine",
    type=click.Choice(["daft", "ray"]),
    help="Join with Daft, on all processors of this machine, or on the Ray cluster of RAY_ADDRESS (verbale[cluster]).",
)
def join(places: tuple[str, ...], record: Place, jobs: int, engine: str | None) -> None:
    """Put readings that `verbale read --to` wrote into the record, which is made if absent, and join it.

    READINGS is a file of Parquet or a folder with all below it, here or in object storage (s3://). Each article goes in
    once, so a run that was stopped is finished by starting it anew. The record is the same as if the articles had been
    read into it. Without READINGS the record is joined anew. With --engine the work on blocks of rows goes to the processors
    of Daft or Ray; rows are written by this process, and they are the same.

    \b
    verbale read archive/ --engine daft --to readings/
    verbale join readings/ --to talks.db
    """
    from verbale.cli.joining import joining

    joining(places, record, jobs=jobs, engine=engine)
