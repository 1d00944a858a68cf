"""`verbale show`: one statement in its sentence, an utterance with its carriers, or an article with its statements."""

from __future__ import annotations

import click

from verbale.cli.options import record_option
from verbale.place import Place


@click.command(short_help="One statement in its sentence, an utterance or an article.")
@click.argument("id_", metavar="ID")
@click.option("--text", is_flag=True, help="Of an article: its whole text with all marks.")
@record_option
def show(id_: str, text: bool, record: Place) -> None:
    """Show one statement in full, an utterance with all who carried it, an event with all that tell it, a figure, or an
    article with its statements in order.

    A statement is drawn in its sentence, its parts marked below: said, who, cue, to (whom), at (which occasion), when,
    if (on which condition). A paragraph tells the setting: when and where it was said, to whom, on which terms, through
    whose hands it came, and who else carried the same text (once the record was joined). An utterance is one saying: its
    carriers come in order of time, each with the words that it [-leaves out-] or {+adds+}. An ID may be shortened as long as it
    fits only one.

    \b
    verbale show s_5c1e
    verbale show u_12d0
    verbale show e_77ab
    verbale show a_9f --text
    """
    from verbale.cli.carrying import others, show_utterance
    from verbale.cli.events import show_event, show_figure
    from verbale.cli.finding import existing
    from verbale.cli.showing import show_article, show_statement, which
    from verbale.model import Claim, Event, Utterance

    with existing(record) as kept:
        found = which(kept, id_)
        if isinstance(found, str):
            show_article(kept.reading(found), text=text)
        elif isinstance(found, Utterance):
            show_utterance(kept, found)
        elif isinstance(found, Event):
            show_event(kept, found)
        elif isinstance(found, Claim):
            show_figure(kept, found)
        else:
            same = others(kept.utterance(found.same)) if found.same else ""
            show_statement(kept, found, same=same)
