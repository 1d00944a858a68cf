"""Tables to take away: all rows that a page tells of, as CSV or JSON lines, written while they are fetched."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from starlette.responses import Response, StreamingResponse

from verbale.export import csv as flat
from verbale.export import jsonl
from verbale.store import Record
from verbale.store.columns import Columns
from verbale.web.found import in_order
from verbale.web.happening import wanted_events, wanted_figures
from verbale.web.held import held, held_by
from verbale.web.kept import unpacked
from verbale.web.pages.article import fitting
from verbale.web.pages.compare import compared
from verbale.web.pages.doubts import doubtful
from verbale.web.pages.judgements import log
from verbale.web.pages.person import persons_asked
from verbale.web.pages.topics import actor_asked, counted_topics, topic_asked, topic_of
from verbale.web.telling import (
    DOUBT,
    PERSON,
    POSITION,
    PROBLEM,
    TOPIC,
    doubt_row,
    head_row,
    person_row,
    position_row,
    problem_row,
    topic_row,
)
from verbale.web.visit import Visit
from verbale.wording import tabled

CHUNK = 200
"""So many rows are fetched at once; other readers come between."""
Row = dict[str, Any]
Sides = tuple[str, int, int]
"""`both` or the name of a side, and the places of what each carries; -1 for what it does not."""
JUDGEMENT = ("id", "when", "who", "words", "statement", "undone")
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@dataclass(frozen=True, slots=True)
class Table:
    """Rows to be fetched by key, some at a time."""

    name: str
    keys: Sequence[Any]
    fetch: Callable[[Record, Sequence[Any]], Iterable[Row]]
    columns: Sequence[str]


def take(visit: Visit, form: str) -> Response:
    """The table of a page as `csv` or `jsonl`."""
    table = _TABLES[visit.request.url.path.rsplit("/", 1)[-1].rpartition(".")[0]](visit, form)
    media = "text/csv; charset=utf-8" if form == "csv" else "application/jsonl; charset=utf-8"
    headers = {"Content-Disposition": f'attachment; filename="{table.name}.{form}"'}
    return StreamingResponse(_written(visit, table, form), media_type=media, headers=headers)


async def _written(visit: Visit, table: Table, form: str) -> AsyncIterator[str]:
    """The table piece by piece; each piece is fetched by whichever thread is free, with its own view of the record."""
    write = _csv if form == "csv" else _jsonl
    if form == "csv":
        yield _csv([dict(zip(table.columns, table.columns, strict=True))], table.columns)
    loop = asyncio.get_running_loop()
    for begin in range(0, len(table.keys), CHUNK):
        keys = table.keys[begin : begin + CHUNK]
        rows = await loop.run_in_executor(visit.house.threads, lambda k=keys: list(table.fetch(visit.house.desk.record(), k)))  # type: ignore[misc]
        yield write(rows, table.columns)


def _csv(rows: Iterable[Row], columns: Sequence[str]) -> str:
    out = io.StringIO(newline="")
    csv.DictWriter(out, columns).writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    return " | ".join(map(str, value)) if isinstance(value, list | tuple) else value


def _jsonl(rows: Iterable[Row], _columns: Sequence[str]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False).translate(_LINE_ENDS) + "\n" for row in rows)


# ---------------------------------------------------------------- the tables


def _statements(visit: Visit, form: str) -> Table:
    asked = visit.asked()
    places = in_order(visit.columns, visit.find(asked), newest=asked.order != "oldest")
    row = flat.row if form == "csv" else jsonl.row
    return Table(
        "statements",
        visit.columns.number[places].tolist(),
        lambda record, keys: map(row, record.pages.statements(keys)),
        flat.COLUMNS,
    )


def _articles(visit: Visit, _form: str) -> Table:
    numbers = visit.columns.shelf.number[fitting(visit, visit.asked())].tolist()
    row = head_row
    return Table("articles", numbers, lambda record, keys: map(row, record.pages.heads(keys)), tuple(row(None)))


def _persons(visit: Visit, _form: str) -> Table:
    ids = [visit.columns.persons[place].id for place in persons_asked(visit)]
    return Table("persons", ids, lambda record, keys: map(person_row, record.pages.persons(keys)), PERSON)


def _problems(visit: Visit, _form: str) -> Table:
    total = sum(times for _, times in visit.record.pages.problem_codes())

    def fetch(record: Record, keys: Sequence[int]) -> Iterable[Row]:
        return map(problem_row, record.pages.problems(code=None, limit=len(keys), offset=keys[0]))

    return Table("problems", range(total), fetch, PROBLEM)


def _timeline(visit: Visit, form: str) -> Table:
    ids = unpacked(visit.columns.events.fitting(wanted_events(visit.query)))
    row = tabled.event_row if form == "csv" else tabled.event_object
    return Table("events", ids, lambda record, keys: map(row, record.pages.events(keys)), tabled.EVENT)


def _figures(visit: Visit, form: str) -> Table:
    numbers = visit.columns.figures.fitting(wanted_figures(visit.query)).tolist()
    row = tabled.figure_row if form == "csv" else tabled.figure_object
    return Table("figures", numbers, lambda record, keys: map(row, record.pages.figures(keys)), tabled.FIGURE)


def _topics(visit: Visit, _form: str) -> Table:
    known = counted_topics(visit)
    return Table("topics", known, lambda _record, keys: (topic_row(*key) for key in keys), TOPIC)


def _positions(visit: Visit, _form: str) -> Table:
    if person := visit.query.get("person", ""):
        found = [holding for _, holding in held_by(visit, visit.record.people.one(person))]
    else:
        topic = topic_of(visit, visit.query.get("topic", ""))
        found = held(visit, topic_asked(visit, topic), actor_asked(visit))
    steps = [(one.position.actor, one.position.about, step) for one in found for step in one.position.steps]
    return Table("positions", steps, lambda _record, keys: map(position_row, keys), POSITION)


def _judgements(visit: Visit, _form: str) -> Table:
    return Table("judgements", log(visit), lambda _record, keys: map(asdict, keys), JUDGEMENT)


def _doubts(visit: Visit, _form: str) -> Table:
    def fetch(record: Record, keys: Sequence[int]) -> Iterable[Row]:
        return map(doubt_row, record.pages.doubts(limit=len(keys), offset=keys[0]))

    return Table("doubts", range(doubtful(visit)), fetch, DOUBT)


def _compare(visit: Visit, form: str) -> Table:
    found = compared(visit)
    row = tabled.compared_row if form == "csv" else tabled.compared_object
    keys: list[Sides] = [("both", *pair) for pair in found.both]
    for n, (side, places) in enumerate(zip(found.sides, found.only, strict=True)):
        keys += [(side, place, -1) if n == 0 else (side, -1, place) for place in map(int, places)]
    return Table("compare", keys, lambda record, some: _sides(record, visit.columns, some, row), tabled.COMPARED)


def _sides(record: Record, columns: Columns, keys: Sequence[Sides], row: Callable[..., Row]) -> Iterator[Row]:
    """What both carry or one does; what is no longer there is left out."""
    for carried, *places in keys:
        numbers = [int(columns.number[place]) for place in places if place >= 0]
        entries = list(record.pages.statements(numbers))
        if len(entries) == len(numbers):
            given = iter(entries)
            one, two = (next(given) if place >= 0 else None for place in places)
            yield row(carried, entries[0].same, one, two)


_TABLES: dict[str, Callable[[Visit, str], Table]] = {
    "search": _statements,
    "articles": _articles,
    "persons": _persons,
    "problems": _problems,
    "timeline": _timeline,
    "figures": _figures,
    "topics": _topics,
    "positions": _positions,
    "judgements": _judgements,
    "doubts": _doubts,
    "compare": _compare,
}


def _taken(form: str) -> Callable[[Visit], Response]:
    return lambda visit: take(visit, form)


ROUTES: tuple[tuple[str, Callable[[Visit], Response], str], ...] = tuple(
    (f"/{name}.{form}", _taken(form), "GET") for name in _TABLES for form in ("csv", "jsonl")
)
