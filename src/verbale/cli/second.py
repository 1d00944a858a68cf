"""`verbale second`: other readers of the same articles."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.cli.options import record_option
from verbale.place import Place


@click.group(short_help="Other readers of the same articles; ask a language model.")
def second() -> None:
    """Hear a second reader: compare what another program has found, or ask a language model. Nothing enters the record."""


@second.command("compare", short_help="What another reader found, beside ours.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--show", is_flag=True, help="Every difference as well.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with every difference.")
@record_option
def compare(file: Path, show: bool, as_json: bool, record: Place) -> None:
    """Tell how far another reader agrees: what both have, what each has alone, and where they name different speakers.

    FILE is JSON lines in the exchange format, such as `verbale second ask` writes, or a document of Citron (BBC), or a
    folder of such files. Articles are known by id, by the name of the file or by their text.
    """
    from verbale.cli.seconding import compare_with

    compare_with(file, record=record, show=show, as_json=as_json)


@second.command("ask", short_help="What a language model proposes.")
@click.argument("address", metavar="ADDRESS")
@click.option("--model", required=True, metavar="NAME", help="The model, as the server calls it.")
@click.option("--to", "file", metavar="FILE", type=click.Path(path_type=Path), help="JSON lines in the exchange format.")
@click.option("--outlet", metavar="NAME", help="Only articles of this outlet.")
@click.option("--about", metavar="TOPIC", help="Only articles with these words.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more articles than so many.")
@click.option("--price", type=(float, float), metavar="IN OUT", help="What a million tokens cost, in and out.")
@click.option("--key", envvar="VERBALE_KEY", metavar="KEY", help="Of the server; better told by the variable VERBALE_KEY.")
@click.option("--timeout", type=click.FloatRange(min=1), default=120, show_default=True, help="Seconds for one answer.")
@click.option("--dry-run", is_flag=True, help="Tell tokens and cost, and ask nothing.")
@record_option
def ask(**options: object) -> None:
    """Ask a language model for the statements of articles, and keep those whose words stand there to the letter.

    ADDRESS is that of an OpenAI-compatible server, on your machine or elsewhere: the articles are sent to it whole, one a
    question. What is not verbatim is refused and counted. Nothing enters the record; `verbale second compare` tells what the
    model has found beside Verbale.

    \b
    verbale second ask http://localhost:11434/v1 --model mistral --dry-run
    verbale second ask http://localhost:11434/v1 --model mistral --to mistral.jsonl
    verbale second compare mistral.jsonl --show
    """
    from verbale.cli.seconding import ask_model

    ask_model(**options)  # type: ignore[arg-type]
