"""`verbale samples`: articles to try Verbale on."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Sample articles to try it on.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path("articles"), required=False)
def samples(folder: Path) -> None:
    """Write fourteen short articles about countries that do not exist into FOLDER (default: articles), to try Verbale on.

    A file that is there already and says something else is left alone, and nothing is written.

    \b
    verbale samples
    verbale read articles/ --record talks.db
    """
    from verbale.cli.sampling import write_samples

    write_samples(folder)
