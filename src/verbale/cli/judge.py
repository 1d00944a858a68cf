"""`verbale judge`: what people say about who is who, which statements are one saying, and which are none."""

from __future__ import annotations

import click

from verbale.cli.options import Judging, Output, judging_options, output_options, record_option
from verbale.place import Place

VERDICTS = ("same", "different", "unsure", "rename", "accept", "reject", "speaker", "undo")


@click.command(short_help="Judge who is who, one saying, a statement; undo it.")
@click.argument("verdict", type=click.Choice(VERDICTS), required=False, metavar="[VERDICT]")
@click.argument("names", nargs=-1, metavar="[ONE] [TWO]")
@judging_options
@record_option
@output_options
def judge(verdict: str | None, names: tuple[str, ...], judging: Judging, record: Place, output: Output) -> None:
    """Judge whether two are the same person, organisation or country, or two statements one saying; give a name; rule that
    a statement was read rightly (accept), is none (reject) or is somebody else's (speaker); take any of it back.

    ONE and TWO are names as `verbale who` spells them, or ids; of statements and utterances always ids. Judgements are a log
    that is only added to: each row has its id, who judged and when, and outlives every reading and joining. Of two that
    contradict each other the newer holds.
    A rejected statement is left out of all that is shown, counted and joined unless asked for. A speaker is a name or the
    id of a person; an empty name says that nobody can know. Without VERDICT the log is shown.

    \b
    verbale judge same "Ana Reyes" "Ana Reyes Soto"
    verbale judge different Reyes "Ana Reyes" --article a_9f01
    verbale judge unsure p_31c0 p_77aa
    verbale judge rename p_31c0 "Ana Reyes Soto"
    verbale judge same s_5c1e s_77b0
    verbale judge reject s_5c1e
    verbale judge speaker s_5c1e "Ana Reyes"
    verbale judge undo j_5c1e
    """
    from verbale.cli.judging import pronounce, show

    if verdict is None:
        show(record, output)
    else:
        pronounce(verdict, names, judging, record=record)
