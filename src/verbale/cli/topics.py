"""`verbale topics`: what statements can be about."""

from __future__ import annotations

import click

from verbale.cli.options import Output, output_options, record_option
from verbale.place import Place


@click.group(short_help="What statements are about.", invoke_without_command=True)
@record_option
@output_options
@click.pass_context
def topics(context: click.Context, record: Place, output: Output) -> None:
    """List the topics with the number of statements about each; bring in topics of your own.

    Twelve topics of diplomacy ship with Verbale. `said --about` and `positions --about` take any name of a topic.

    \b
    verbale topics
    verbale topics pack > my.toml
    verbale topics import my.toml
    """
    from verbale.cli.finding import existing
    from verbale.cli.subjects import show_topics

    if context.invoked_subcommand is None:
        with existing(record) as kept:
            show_topics(kept, output)


@topics.command("import", short_help="Bring in topics of your own.")
@click.argument("file", metavar="FILE")
@record_option
def import_(file: str, record: Place) -> None:
    """Bring in topics from a TOML file, and tell anew what every statement is about. - is standard input.

    \b
    [bridges]
    names = { en = "bridges", ru = "мосты" }
    [bridges.words]
    en = ["bridge", "river crossing*"]
    ru = ["мост"]

    A phrase is words with blanks between: “talk” stands for the word in all its forms, “talk*” for all words that begin so,
    “truce|ceasefire” for either, “...” for up to five words, “[new]” for a word that may be left out. A topic with the id of
    another takes its place.
    """
    from verbale.cli.subjects import take_topics

    take_topics(file, record=record)


@topics.command("forget", short_help="Drop a topic of your own.")
@click.argument("id_", metavar="ID")
@record_option
def forget(id_: str, record: Place) -> None:
    """Drop a topic that you brought in; a shipped one that it stood for comes back."""
    from verbale.cli.subjects import drop_topic

    drop_topic(id_, record=record)


@topics.command("pack", short_help="Print the topics that ship.")
def pack() -> None:
    """Print the topics that ship with Verbale, as the TOML file they are: a start for your own."""
    from verbale.topics import shipped_text

    click.echo(shipped_text(), nl=False)
