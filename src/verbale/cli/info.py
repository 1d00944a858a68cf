"""`verbale info`: what a record holds."""

from __future__ import annotations

import click

from verbale.cli.options import record_option
from verbale.place import Place


@click.command(short_help="What the record holds.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@record_option
def info(as_json: bool, record: Place) -> None:
    """Tell what the record holds: articles by outlet and language, their span of time, who is quoted most, problems."""
    from verbale.cli.contents import contents, draw, write_json
    from verbale.cli.finding import existing

    with existing(record) as kept:
        found = contents(kept)
    (write_json if as_json else draw)(found)
