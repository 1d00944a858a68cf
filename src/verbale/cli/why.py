"""`verbale why`: what decided on a statement, on one saying, or on who somebody is."""

from __future__ import annotations

import click

from verbale.cli.options import record_option
from verbale.place import Place


@click.command(short_help="What decided on a statement, an utterance, or on who somebody is.")
@click.argument("id_", metavar="ID")
@click.argument("mention", metavar="[MENTION]", required=False)
@record_option
def why(id_: str, mention: str | None, record: Place) -> None:
    """Tell what decided on a statement: its rule and score, how the speaker and the day are known, what is done in
    saying it and what it is about.

    Of an utterance it tells why its statements are one saying. With the id of a person and a MENTION, it tells why the two
    belong together. A mention is named by its article and number, as `verbale who` shows it, or by the id of a statement for
    its speaker. This joins the record once more, in memory.

    A score says how sure Verbale is, from 0 to 1. An ID may be shortened as long as it fits only one.

    \b
    verbale why s_5c1e
    verbale why u_12d0
    verbale why p_31c0 a_9f01:12
    verbale why p_31c0 s_5c1e
    """
    from verbale.cli.carrying import explain_utterance
    from verbale.cli.explaining import explain, explain_identity
    from verbale.cli.finding import existing, statement

    if id_.startswith("p_") != (mention is not None):
        raise click.UsageError("give the id of a statement or an utterance alone, or that of a person with a mention")
    with existing(record) as kept:
        if id_.startswith("u_"):
            explain_utterance(kept, kept.utterance(id_))
            return
        if mention is not None:
            explain_identity(kept, id_, mention)
            return
        entry = statement(kept, id_)
        explain(entry, kept.article(entry.article), kept.why_about(entry.id))
