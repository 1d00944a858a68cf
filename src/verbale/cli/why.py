"""`verbale why`: what decided on a statement."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.cli.options import record_option


@click.command(short_help="What decided on a statement.")
@click.argument("id_", metavar="ID")
@record_option
def why(id_: str, record: Path) -> None:
    """Tell what decided on a statement: its rule and score, how the speaker and the day are known.

    A score says how sure Verbale is, from 0 to 1. An ID may be shortened as long as it fits only one.
    """
    from verbale.cli.explaining import explain
    from verbale.cli.finding import existing, statement

    with existing(record) as kept:
        entry = statement(kept, id_)
        explain(entry, kept.article(entry.article))
