"""`verbale serve`: the record in a browser."""

from __future__ import annotations

import click

from verbale.cli.options import Serving, Where, record_option, serving_options
from verbale.place import Place


@click.command(short_help="The record in a browser.")
@click.argument("file", required=False, type=Where(), metavar="[FILE]")
@serving_options
@record_option
def serve(file: Place | None, serving: Serving, record: Place) -> None:
    """Show the record in a browser, until stopped with Ctrl-C.

    FILE is the record, as --record. Only this machine is answered, and nothing can be changed, unless told otherwise; beyond
    it a token is needed, which stands in the address that is printed. Nothing is fetched from elsewhere. Needs the web
    parts: `pip install "verbale[web]"`.

    \b
    verbale serve talks.db
    verbale serve talks.db --edit
    verbale serve talks.db --host 0.0.0.0
    """
    from verbale.cli.serving import run

    run(file or record, serving)
