"""`verbale export`: statements in the formats of others."""

from __future__ import annotations

import click

from verbale.cli.options import Filters, filter_options, record_option
from verbale.place import Place


@click.command(short_help="Statements in the formats of others.")
@click.option("--to", "file", metavar="FILE", help="The file or folder to write; - is standard output.")
@click.option(
    "--format", "form", metavar="NAME", help="One of those that --list tells; if not given, by the ending of the file."
)
@click.option("--list", "listed", is_flag=True, help="Tell the formats and write nothing.")
@record_option
@filter_options
def export(file: str | None, form: str | None, listed: bool, record: Place, filters: Filters) -> None:
    """Write statements in one of many formats, from JSON lines to brat.

    Articles come by date of publication, statements in the order of the text; a file that exists is replaced. Formats of
    several files are written to a folder, or into one archive if the name ends in .zip.

    \b
    verbale export --record talks.db --to statements.jsonl
    verbale export --record talks.db --to reyes.csv --outlet "Meridian Post"
    verbale export --record talks.db --format brat --to brat/
    verbale export --list
    """
    from verbale.cli.exporting import list_forms, write_form

    if listed:
        list_forms()
    elif file is None:
        raise click.UsageError("say where to: --to FILE, or --to - for standard output")
    else:
        write_form(file, form, record=record, filters=filters)
