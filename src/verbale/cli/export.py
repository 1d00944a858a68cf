"""`verbale export`: statements in the formats of others."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.cli.options import Filters, filter_options, record_option


@click.command(short_help="All of each statement, as JSON lines or CSV.")
@click.option("--to", "file", required=True, metavar="FILE", help="The file to write; - is standard output.")
@click.option("--format", "form", metavar="NAME", help="jsonl or csv; if not given, by the ending of the file.")
@record_option
@filter_options
def export(file: str, form: str | None, record: Path, filters: Filters) -> None:
    """Write statements, with all that is known of each, as JSON lines or CSV.

    One statement a line, articles by date of publication, statements in the order of the text; a file that exists is
    replaced. Of CSV every field is a column.

    \b
    verbale export --record talks.db --to statements.jsonl
    verbale export --record talks.db --to reyes.csv --outlet "Meridian Post"
    """
    from verbale.cli.finding import existing, found
    from verbale.cli.rows import target
    from verbale.export import WRITERS
    from verbale.wording import counted

    name = form or (Path(file).suffix[1:].lower() if file != "-" else "jsonl")
    if name not in WRITERS:
        raise click.UsageError(f"“{name or file}” is no format: write --format {' or '.join(WRITERS)}")
    with existing(record) as kept, target(file, record=record) as out:
        written = WRITERS[name](found(kept, filters), out, text_of=lambda article: kept.article(article).text)
    if file != "-":
        click.echo(f"{counted(written, 'statement')} written to {file}.")
