"""`verbale transfer`: a whole record taken elsewhere."""

from __future__ import annotations

import click

from verbale.cli.options import Where
from verbale.place import Place


@click.command(short_help="Copy a whole record elsewhere.")
@click.argument("record", type=Where(), metavar="FROM")
@click.argument("to", metavar="TO")
def transfer(record: Place, to: str) -> None:
    """Copy all that a record holds: articles, statements, what people judged and ruled, and what the join made, ids and all.

    FROM is a record: a file, or a database as postgresql://HOST/NAME. TO is a new one, of either kind, and is checked when
    all is there. With a / at its end TO is a folder, here or in object storage (s3://), that takes each table as a file of
    Parquet, for DuckDB, pandas or Spark (verbale[exchange]); it is no record any more.

    What is there already is never written over. A copy that was stopped leaves an empty record, or a folder to be deleted.

    \b
    verbale transfer talks.db postgresql://desk@localhost/talks
    verbale transfer postgresql://desk@localhost/talks talks.db
    verbale transfer talks.db tables/
    """
    from verbale.cli.transferring import transferring

    transferring(record, to)
