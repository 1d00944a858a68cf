"""A statement in its sentence, an article with its statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click
from rich.console import Console
from rich.text import Text

from verbale import wording
from verbale.cli.drawing import drawn, marks
from verbale.cli.finding import statement
from verbale.cli.screen import screen, tell, text_width
from verbale.errors import RecordError
from verbale.model import Article, Claim, Entry, Event, Reading, Statement, Utterance
from verbale.split import split
from verbale.store import Record
from verbale.text import Span, cover
from verbale.wording.setting import setting

LABEL = 10
"""Columns before what is told of a statement."""


def which(record: Record, prefix: str) -> Entry | Utterance | Event | Claim | str:
    """What `prefix` names: a statement, utterance, event or figure, or the id of an article.

    Raises `RecordError` for none or several.
    """
    if prefix.startswith("e_"):
        return record.event(prefix)
    if prefix.startswith("f_"):
        return record.figure(prefix)
    if prefix.startswith("u_"):
        return record.utterance(prefix)
    if prefix.startswith("a_"):
        return record.article(prefix).id
    try:
        return statement(record, prefix)
    except RecordError as no_statement:
        if prefix.startswith("s_"):
            raise
        try:
            return record.article(f"a_{prefix}").id
        except RecordError as no_article:
            raise RecordError(f"{no_statement}, and {no_article}") from None


# ---------------------------------------------------------------- a statement


def show_statement(record: Record, entry: Entry, *, same: str = "") -> None:
    """Print a statement: its sentence with its parts marked, then what is known of it, then its article.

    `same` tells who else carries what it says.
    """
    console, said, article = screen(), entry.statement, record.article(entry.article)
    where = setting(entry, article, record.copies(article.id), outlets=record.outlets)
    for line in drawn(article.text, marks(said, all_parts=True), width=text_width(console), within=around(said, article)):
        console.print(line, soft_wrap=True)
    console.print()
    for label, words in _told(entry, where, same):
        _row(console, label, words)
    console.print()
    for label, words in head(article):
        _row(console, label, words)


def around(said: Statement, article: Article) -> tuple[Span, ...]:
    """The sentences in which the parts of a statement stand, those between them included."""
    parts = [p for p in (said.content, said.cue, said.source, *(c.words for c in said.conditions)) if p]
    whole = cover(span for part in parts for span in part.spans)
    sentences = [s.span for s in split(article).sentences if s.span.meets(whole)]
    return (cover([whole, *sentences]),)


def _told(entry: Entry, where: str, same: str) -> Iterator[tuple[str, str]]:
    said = entry.statement
    yield "who", wording.speaker_in_role(said)
    yield "person", f"{wording.line(entry.called)} ({entry.person})" if entry.called else ""
    yield "said", f"{wording.content(said)} ({said.kind})"
    yield "setting", where
    yield "act", wording.act(entry)
    yield "about", ", ".join(entry.topics)
    yield "within", said.inside or ""
    yield "utterance", same
    yield "ruled", _RULED.get(entry.ruled or "", "")
    yield "", ", ".join(_flags(said))
    yield "id", said.id


_RULED = {
    "accept": "accepted: read rightly",
    "correct": "corrected: shown as people ruled it to be",
    "reject": "rejected: people ruled that it is no statement",
}


def _flags(said: Statement) -> Iterator[str]:
    if said.headline:
        yield "stands in the headline"
    if said.implicit:
        yield "carried on from the statement before, without a cue of its own"
    if said.unquoted:
        yield "verbatim, but without quotation marks"


# ---------------------------------------------------------------- an article


def show_article(reading: Reading, *, text: bool) -> None:
    """Print an article: its head, then its statements in order, or with `text` its whole text with their marks."""
    console, article = screen(), reading.article
    for label, words in head(article):
        _row(console, label, words)
    console.print()
    if text:
        found = [mark for n, said in enumerate(reading.statements, 1) for mark in marks(said, n)]
        for line in drawn(article.text, found, width=text_width(console)):
            console.print(line, soft_wrap=True)
        console.print()
    _statements(reading.statements, console)
    for problem in reading.problems:
        tell(console, wording.told(problem), style="dim")


def _statements(statements: Sequence[Statement], console: Console) -> None:
    depth: dict[str, int] = {}
    width = len(str(len(statements)))
    for n, said in enumerate(statements, 1):
        depth[said.id] = depth[said.inside] + 1 if said.inside in depth else 0
        lead = "   " * depth[said.id] + f"{n:>{width}}  "
        words = Text.assemble((wording.speaker_in_role(said), "bold"), ": ", wording.content(said), (f"  {said.id}", "dim"))
        tell(console, words, lead=lead)
    if not statements:
        click.echo("Nothing was found in it.")


def head(article: Article) -> Iterator[tuple[str, str]]:
    """What is known of an article, with a label each."""
    yield "article", wording.line(article.title or "")
    yield "outlet", ", ".join(filter(None, (wording.line(article.outlet or ""), wording.line(article.author or ""))))
    yield "published", _published(article)
    yield "language", article.language
    yield "url", wording.line(article.url or "")
    yield "file", wording.line(article.path or "")
    yield "id", article.id


def _published(article: Article) -> str:
    basis = {"found": " (as the file says)", "text": " (as the text says)"}.get(article.published_basis, "")
    return article.published.replace("T", " ") + basis if article.published else "not known"


def _row(console: Console, label: str, words: str) -> None:
    if words:
        tell(console, words, lead=f"{label:<{LABEL}}")
