"""The command line: `verbale COMMAND`, one thin file a command.

Whatever a command needs beside click is imported when it runs, so that `verbale --help` answers at once.
"""

from __future__ import annotations

import click

from verbale import __version__
from verbale.cli.brief import brief
from verbale.cli.check import check
from verbale.cli.compare import compare
from verbale.cli.correct import correct
from verbale.cli.evaluate import evaluate
from verbale.cli.export import export
from verbale.cli.figures import figures
from verbale.cli.group import Verbale
from verbale.cli.info import info
from verbale.cli.join import join
from verbale.cli.judge import judge
from verbale.cli.people import people
from verbale.cli.positions import positions
from verbale.cli.problems import problems
from verbale.cli.read import read
from verbale.cli.reread import reread
from verbale.cli.said import said
from verbale.cli.samples import samples
from verbale.cli.second import second
from verbale.cli.serve import serve
from verbale.cli.show import show
from verbale.cli.timeline import timeline
from verbale.cli.topics import topics
from verbale.cli.transfer import transfer
from verbale.cli.try_ import try_
from verbale.cli.who import who
from verbale.cli.why import why

__all__ = ["main"]


@click.group(
    cls=Verbale,
    commands=[
        *(try_, read, reread, join, said, show, who, why, judge, people, topics, positions, timeline, figures),
        *(compare, brief, export, correct, evaluate, second, serve, info, problems, check, transfer, samples),
    ],
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="verbale", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Read news articles and keep the record of who said what, when, where and to whom.

    \b
    verbale try "“We will be ready,” Foreign Minister Ana Reyes said."
    verbale read articles/ --record talks.db
    verbale said Reyes --about talks --record talks.db

    The record is one SQLite file: --record FILE, else the environment variable VERBALE_RECORD, else verbale.db in
    the current folder.

    Exit codes: 0 all is well; 1 wrong use, told in one line; 2 some articles could not be read, all others were;
    130 stopped by Ctrl-C.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
