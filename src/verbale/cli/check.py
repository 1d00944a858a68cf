"""`verbale check`: whether a record is whole."""

from __future__ import annotations

import click

from verbale.cli.options import record_option
from verbale.place import Place


@click.command(short_help="Whether the record is whole.")
@click.option("--mend", is_flag=True, help="Make anew what can be: search indices, articles whose spans are wrong, the join.")
@record_option
def check(mend: bool, record: Place) -> None:
    """Look at the whole record: the file, the links between its rows, each span and the words it holds, the hashes of the texts
    and of all bytes that are kept, the search indices.

    With --mend, what is wrong and follows from what is right is made anew: an article from its bytes or its text, an index
    from its table. A file that is damaged itself, and a text without its bytes, can only be restored from a copy. The exit
    code is 2 where something is wrong.

    The hash in article.sha256 is that of the bytes an article came from. Where these are not kept (verbale read
    --keep-bytes), it can be compared with the output of sha256sum for a file of one article.
    """
    from verbale.cli.auditing import auditing

    auditing(record, mend=mend)
