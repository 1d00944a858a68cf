"""What decided on a statement, or on who somebody is, in words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verbale import wording
from verbale.cli.drawing import drawn, marks
from verbale.cli.finding import statement
from verbale.cli.screen import screen, tell, text_width
from verbale.cli.showing import around
from verbale.errors import RecordError
from verbale.model import Article, Entry
from verbale.people.sighting import spoken
from verbale.store import Record
from verbale.topics import About
from verbale.wording.reasons import reasons

LABEL = 10
"""Columns before each reason."""


def explain(entry: Entry, article: Article, about: Iterable[About] = ()) -> None:
    """Print the sentence of a statement with its parts marked, and what decided on each, its topics among them."""
    console, said = screen(), entry.statement
    for line in drawn(article.text, marks(said), width=text_width(console), within=around(said, article)):
        console.print(line, soft_wrap=True)
    console.print()
    for label, words in reasons(entry, about):
        if words:
            tell(console, words, lead=f"{label:<{LABEL}}")
    if article.dates:
        tell(console, ", ".join(f"{day.date} ({day.basis})" for day in article.dates), lead=f"{'published':<{LABEL}}")


# ---------------------------------------------------------------- who somebody is


def explain_identity(record: Record, person: str, mention: str) -> None:
    """Print why a mention, `a_9f…:12` or the speaker of `s_5c…`, is a person; or who it is instead."""
    console, wanted = screen(), record.people.one(person)
    article, n = _place(record, mention)
    reason = record.people.why(article, n)
    words = f"“{wording.line(reason.words)}” in {article}"
    if reason.person is None:
        tell(console, f"{words} is nobody for sure.")
    elif reason.person.id != wanted.id:
        name = f"{wording.line(reason.person.name)} ({reason.person.id})"
        tell(console, f"{words} is {name}, not {wording.line(wanted.name)}.")
    else:
        tell(console, f"{words} is {wording.line(wanted.name)} ({wanted.id}).")
    for sentence in reason.why:
        tell(console, wording.line(sentence), lead="because   ")


def _place(record: Record, mention: str) -> tuple[str, int]:
    """The article and number of a mention."""
    if found := re.fullmatch(r"(a_\w+):(\d+)", mention):
        return record.article(found[1]).id, int(found[2])
    if not mention.startswith("s_"):
        raise RecordError(f"“{mention}” is no mention: write a_9f01:12, as `verbale who` shows it, or the id of a statement")
    entry = statement(record, mention)
    order = [said.id for said in record.reading(entry.article).statements]
    return entry.article, spoken(order.index(entry.id))
