"""`verbale check`: whether a record is whole."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.cli.options import record_option


@click.command(short_help="Whether the record is whole.")
@click.option("--mend", is_flag=True, help="Make anew what can be: search indices, articles whose spans are wrong, the join.")
@record_option
def check(mend: bool, record: Path) -> None:
    """Look at the whole record: the file, the links between its rows, each span and the words it holds, the search indices.

    With --mend, what is wrong and follows from what is right is made anew: an article from its text, an index from its
    table. A file that is damaged itself can only be restored from a copy. The exit code is 2 where something is wrong.

    Not checked is the hash of an article: it is that of the bytes the article came from, a page, a line of JSON or a file in
    any encoding, and the record keeps the text alone. Who still has a file of one article can compare the output of sha256sum
    with the column article.sha256.
    """
    from verbale.cli.auditing import auditing

    auditing(record, mend=mend)
