"""Write one reading into a record, as rows. Only whole articles: the caller holds the transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from itertools import chain
from typing import Any

from verbale.model import Article, Candidate, Dated, Dateline, Origin, Problem, Reading, Speaker, Statement
from verbale.store.check import named_parts
from verbale.store.file import File, Values
from verbale.store.happenings import write_figures, write_happenings
from verbale.store.origins import write_origin
from verbale.store.search import first_day, last_day
from verbale.text import cover

_ARTICLE = (
    "id",
    "sha256",
    "path",
    "url",
    "outlet",
    "title",
    "author",
    "language",
    "published",
    "published_basis",
    "text",
)
_DATELINE = ("dateline_start", "dateline_stop", "dateline_place", "dateline_date", "dateline_agency")
_STATEMENT = ("id", "kind", "headline", "implicit", "unquoted", "inside", "rule", "score")
_SPEAKER = (
    "speaker",
    "speaker_kind",
    "speaker_role",
    "speaker_score",
    "speaker_decider",
    "speaker_start",
    "speaker_stop",
)


def write(file: File, reading: Reading, *, added: str, reader: str, origin: Origin) -> None:
    """Write a checked reading, added at that moment and read by that version of Verbale, and where its article comes from.

    Raises `RowError` or `UnicodeEncodeError` where a row cannot be written.
    """
    file.leave("add_article", [_article_row(reading.article) | {"added": added, "reader": reader}])
    ((number,),) = file.ask("article_number", id=reading.article.id)
    write_origin(file, reading.article, number, origin)
    file.leave("add_block", _block_rows(reading, number))
    file.leave("add_mention", _mention_rows(reading, number))
    file.leave("add_problem", (problem_row(p, number) for p in reading.problems))
    _write_statements(file, reading, number)
    write_happenings(file, number, reading.happenings)
    write_figures(file, number, reading)


def _write_statements(file: File, reading: Reading, number: int) -> None:
    if not reading.statements:
        return
    file.leave("add_statement", _statement_rows(reading, number))
    numbers = [row["number"] for row in file.ask("statements_of_article", article=number)]
    file.leave("add_part", chain.from_iterable(map(_part_rows, numbers, reading.statements)))
    file.leave("add_condition", chain.from_iterable(map(_condition_rows, numbers, reading.statements)))
    file.leave("add_relay", chain.from_iterable(map(_relay_rows, numbers, reading.statements)))


# ---------------------------------------------------------------- rows of an article


def _article_row(article: Article) -> dict[str, Any]:
    plain = {name: getattr(article, name) for name in _ARTICLE}
    return {**plain, **_dateline_cells(article.dateline), "agencies": _json(article.agencies), "dates": _pairs(article.dates)}


def _dateline_cells(dateline: Dateline | None) -> Values:
    if dateline is None:
        return dict.fromkeys(_DATELINE)
    span = dateline.span
    return dict(zip(_DATELINE, (span.start, span.stop, dateline.place, dateline.date, dateline.agency), strict=True))


def _block_rows(reading: Reading, number: int) -> Iterator[Values]:
    for n, block in enumerate(reading.article.blocks):
        yield {"article": number, "n": n, "role": block.role, **block.span._asdict(), "repeats": block.repeats}


def _mention_rows(reading: Reading, number: int) -> Iterator[Values]:
    for n, mention in enumerate(reading.mentions):
        grammar = {name: getattr(mention, name) for name in ("kind", "name", "role", "gender", "number", "pronoun")}
        yield {"article": number, "n": n, **mention.span._asdict(), **grammar}


def problem_row(problem: Problem, article: int | None) -> Values:
    """The cells of a problem of an article, or of none."""
    span = problem.span._asdict() if problem.span else {"start": None, "stop": None}
    told = {name: getattr(problem, name) for name in ("code", "stage", "words", "path")}
    return {"article": article, **told, **span}


# ---------------------------------------------------------------- rows of a statement


def _statement_rows(reading: Reading, number: int) -> Iterator[Values]:
    published = reading.article.published
    for n, statement in enumerate(reading.statements):
        yield {"article": number, "n": n, **_statement_row(statement), **_day_cells(statement, published)}


def _statement_row(statement: Statement) -> dict[str, Any]:
    return {
        **{name: getattr(statement, name) for name in _STATEMENT},
        **cover(statement.content.spans)._asdict(),
        "content": statement.content.text,
        **_speaker_cells(statement.speaker),
        "said_from": statement.said.start,
        "said_to": statement.said.stop,
        "said_basis": statement.said.basis,
        "venue_kind": statement.venue.kind if statement.venue else None,
        "venue_place": statement.venue.place if statement.venue else None,
        "why": _json(statement.why),
        "candidates": _pairs(statement.candidates),
    }


def _speaker_cells(speaker: Speaker | None) -> Values:
    if speaker is None:
        return dict.fromkeys(_SPEAKER)
    start, stop = speaker.mention or (None, None)
    told = (speaker.name, speaker.kind, speaker.role, speaker.score, speaker.decider, start, stop)
    return dict(zip(_SPEAKER, told, strict=True))


def _day_cells(statement: Statement, published: str | None) -> Values:
    """The days between which a search by date finds the statement: when it was said, else when it was published."""
    said = statement.said
    first = (first_day(date) for date in (said.start, said.stop, published))
    last = (last_day(date) for date in (said.stop, said.start, published))
    return {"first_day": next(filter(None, first), None), "last_day": next(filter(None, last), None)}


def _relay_rows(number: int, statement: Statement) -> Iterator[Values]:
    return ({"statement": number, "n": n, "name": name} for n, name in enumerate(statement.relays))


def _condition_rows(number: int, statement: Statement) -> Iterator[Values]:
    return ({"statement": number, "n": n, "tie": condition.tie} for n, condition in enumerate(statement.conditions))


def _part_rows(number: int, statement: Statement) -> Iterator[Values]:
    for name, n, part in named_parts(statement):
        for stretch, (span, words) in enumerate(zip(part.spans, part.words, strict=True)):
            yield {"statement": number, "name": name, "n": n, "stretch": stretch, **span._asdict(), "words": words}


def _pairs(some: Iterable[Dated | Candidate]) -> str:
    return json.dumps([astuple(one) for one in some], ensure_ascii=False)


def _json(words: Iterable[str]) -> str:
    return json.dumps(list(words), ensure_ascii=False)
