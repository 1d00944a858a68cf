"""`verbale evaluate`: how good the reading is, on articles that a user corrected."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.cli.options import record_option
from verbale.place import Place


@click.command(short_help="Precision and recall on articles that you corrected.")
@click.argument("gold", metavar="GOLD", type=click.Path(path_type=Path))
@click.option("--show", is_flag=True, help="Every difference as well.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@record_option
def evaluate(gold: Path, show: bool, as_json: bool, record: Place) -> None:
    """Measure what the record holds against articles in which people have marked what was said.

    GOLD is what `verbale export` wrote for brat or INCEpTION, corrected (a folder or archive), or a JSON list of articles
    {file, statements}, each statement with kind, content (a list of [start, stop]), cue, source ([start, stop] or null),
    speaker and speaker_kind. Articles are found in the record by id or by the name of their file. In what you correct, take
    away what nobody said and add what was missed: recall is only as true as your looking for it.

    \b
    verbale evaluate brat/ --record talks.db
    verbale evaluate gold.json --show
    """
    from verbale.cli.evaluating import draw, measured, write_json

    found = measured(gold, record=record)
    (write_json if as_json else draw)(found, show=show)
