"""`verbale correct`: what was corrected in other tools comes back."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.cli.options import record_option


@click.command(short_help="Bring back what you corrected in other tools.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--missing",
    type=click.Choice(("keep", "reject")),
    default="keep",
    show_default=True,
    help="What to make of statements that brat or INCEpTION gives back no more: leave them, or take them for rejected.",
)
@click.option("--by", metavar="NAME", envvar="VERBALE_JUDGE", help="Who corrected; your login name if not given.")
@click.option("--dry-run", is_flag=True, help="Tell what would be done and write nothing.")
@click.option("--later", is_flag=True, help="Do not join at once: several files cost one `verbale people join`.")
@record_option
def correct(**options: object) -> None:
    """Take over what was corrected in a file that `verbale export` wrote.

    FILE is an .ann file of brat with its .txt, an .xmi file of INCEpTION with its TypeSystem.xml, a table (CSV) of Verbale or
    of Discourse Network Analyzer, or a folder or archive of such files. Only what differs from the record is taken: what was
    said, the cue and the words of the source by their spans, and the speaker. In a table a column “verdict” may say accept or
    reject. Corrections are rulings: a log that is only added to and outlives every reading and joining.

    \b
    verbale correct brat/ --missing reject
    verbale correct corrected.csv --dry-run
    """
    from verbale.cli.correcting import correct_from

    correct_from(**options)  # type: ignore[arg-type]
