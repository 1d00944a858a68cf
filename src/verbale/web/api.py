"""The same record for programs: JSON under `/api`, described by OpenAPI. It only tells; nothing is changed through it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from starlette.responses import Response

from verbale import __version__
from verbale.acts import ACTS
from verbale.errors import UnfitError
from verbale.export import jsonl
from verbale.model import Entry, Status
from verbale.store.codes import Codes
from verbale.store.columns import KINDS
from verbale.web.asked import LONGEST, ORDERS
from verbale.web.found import PAGE, Count, page_of
from verbale.web.happening import (
    utterance_ids,
    wanted_events,
    wanted_figures,
    wanted_utterances,
)
from verbale.web.kept import unpacked
from verbale.web.pages.article import fitting
from verbale.web.pages.compare import BY, compared, shared
from verbale.web.pages.topics import counted_topics
from verbale.web.telling import article_row, head_row, person_object, problem_row, step_object, topic_row, utterance_object
from verbale.web.visit import Visit
from verbale.wording import tabled

Told = dict[str, Any]


def info(visit: Visit) -> Response:
    """What the record holds, counted."""
    columns = visit.columns
    found = visit.find(visit.asked())
    counts = {"articles": len(columns.shelf.number), "statements": len(columns), "speakers": len(columns.speakers)}
    return visit.json({"record": visit.house.settings.path.name, "version": __version__, **counts, **_facets(found)})


def statements(visit: Visit) -> Response:
    """The statements that fit, a page of them, with the counts of all that do."""
    asked = visit.asked()
    found = visit.find(asked)
    rows = [jsonl.row(entry) for entry in visit.record.pages.statements(page_of(visit.columns, found, asked))]
    return visit.json({"total": len(found), "page": asked.page, "size": PAGE, "statements": rows, "counts": _facets(found)})


def statement(visit: Visit) -> Response:
    """One statement, as an object of the exchange format, with what decided."""
    entry = visit.record.statement(visit.id)
    return visit.json({**jsonl.row(entry), "why": list(entry.statement.why)})


def articles(visit: Visit) -> Response:
    """The articles that fit, a page of them, without their texts."""
    asked = visit.asked()
    places = fitting(visit, asked)
    numbers = visit.columns.shelf.number[places[(asked.page - 1) * PAGE : asked.page * PAGE]].tolist()
    rows = [head_row(head) for head in visit.record.pages.heads(numbers)]
    return visit.json({"total": len(places), "page": asked.page, "size": PAGE, "articles": rows})


def article(visit: Visit) -> Response:
    """One article with its text, its statements and its problems."""
    found = visit.record.article(visit.id)
    entries = [jsonl.row(entry) for entry in visit.record.pages.of_article(found.id)]
    problems = [problem_row((problem, found.id)) for problem in visit.record.pages.problems_of(found.id)]
    return visit.json({**article_row(found), "statements": entries, "problems": problems})


def persons(visit: Visit) -> Response:
    """Persons, bodies and countries of a name, a page of them, the most named first."""
    asked, columns = visit.asked(), visit.columns
    places = columns.known.matching(asked.who).tolist() if asked.who else range(len(columns.persons))
    ids = [columns.persons[place].id for place in places[(asked.page - 1) * PAGE : asked.page * PAGE]]
    rows = [person_object(person) for person in visit.record.pages.persons(ids)]
    return visit.json({"total": len(places), "page": asked.page, "size": PAGE, "persons": rows})


def person(visit: Visit) -> Response:
    """One person with all names and offices."""
    return visit.json(person_object(visit.record.people.one(visit.id)))


def events(visit: Visit) -> Response:
    """What happened, was planned or ruled out, a page of the events that fit, by their days."""
    ids, page = visit.columns.events.fitting(wanted_events(visit.query)), visit.asked().page
    rows = [tabled.event_object(one) for one in visit.record.pages.events(unpacked(ids[_rows(page)]))]
    return visit.json({"total": len(ids), "page": page, "size": PAGE, "events": rows})


def event(visit: Visit) -> Response:
    """One event with all who tell it."""
    return visit.json(tabled.event_object(visit.record.event(visit.id)))


def figures(visit: Visit) -> Response:
    """Counts and amounts, each as the claim of a source, a page of those that fit."""
    numbers, page = visit.columns.figures.fitting(wanted_figures(visit.query)), visit.asked().page
    rows = [tabled.figure_object(one) for one in visit.record.pages.figures(unpacked(numbers[_rows(page)]))]
    return visit.json({"total": len(numbers), "page": page, "size": PAGE, "figures": rows})


def figure(visit: Visit) -> Response:
    """One figure."""
    return visit.json(tabled.figure_object(visit.record.figure(visit.id)))


def utterances(visit: Visit) -> Response:
    """The sayings of which a statement fits, a page of them, the first published first, each with all who carried it."""
    ids, page = utterance_ids(visit, wanted_utterances(visit.query)), visit.asked().page
    rows = [utterance_object(one) for one in visit.record.pages.utterances(unpacked(ids[_rows(page)]))]
    return visit.json({"total": len(ids), "page": page, "size": PAGE, "utterances": rows})


def utterance(visit: Visit) -> Response:
    """One saying with all who carried it."""
    return visit.json(utterance_object(visit.record.utterance(visit.id)))


def compare(visit: Visit) -> Response:
    """Two outlets or two languages side by side: a page of what both carried and of what only one of them did."""
    found, page = compared(visit), visit.asked().page
    both = [
        tabled.compared_object("both", pair.one.same, pair.one, pair.two)
        for pair in shared(visit.record, visit.columns, found.both[_rows(page)])
    ]
    only = [[jsonl.row(entry) for entry in _entries(visit, places[_rows(page)])] for places in found.only]
    lists = {"both": both, **dict(zip(("only_one", "only_two"), [*only, [], []], strict=False))}
    totals = dict(zip(("both", "only_one", "only_two"), [*found.totals, 0, 0], strict=False))
    one, two = [*found.sides, None, None][:2]
    return visit.json({"by": found.by, "one": one, "two": two, "totals": totals, "page": page, "size": PAGE, **lists})


def _entries(visit: Visit, places: Codes) -> Iterable[Entry]:
    return visit.record.pages.statements(visit.columns.number[places].tolist())


def _rows(page: int) -> slice:
    return slice((page - 1) * PAGE, page * PAGE)


def topics(visit: Visit) -> Response:
    """The topics that statements are about, with how many are, the commonest first."""
    return visit.json({"topics": [topic_row(*told) for told in counted_topics(visit)]})


def positions(visit: Visit) -> Response:
    """What a country, body or person holds on a topic, in dated steps."""
    found = visit.record.positions(wanted(visit, "actor"), about=wanted(visit, "on"))
    return visit.json({"actor": found.actor, "topic": found.about, "steps": [step_object(step) for step in found.steps]})


def wanted(visit: Visit, name: str) -> str:
    """What must be asked for; raises `UnfitError` where it is not."""
    value = visit.query.get(name, "")
    if not value or len(value) > LONGEST:
        raise UnfitError(f"“{name}” must be given, in {LONGEST} characters at most")
    return value.replace("\0", " ")


def described(visit: Visit) -> Response:
    """The description of all this, as OpenAPI 3.1."""
    return visit.json(description())


def front(visit: Visit) -> Response:
    """What there is for programs, for people to read."""
    return visit.page("api.html", paths=description()["paths"])


def _facets(found: Any) -> Told:
    names = ("speakers", "outlets", "languages", "kinds", "acts", "topics")
    months = [{"month": f"{number // 100:04}-{number % 100:02}", "times": times} for number, times in found.months]
    return {**{name: list(map(_count, getattr(found, name))) for name in names}, "months": months, "unnamed": found.unnamed}


def _count(count: Count) -> Told:
    return {"value": count.value or None, "label": count.label, "times": count.times}


# ---------------------------------------------------------------- the description


@cache
def description() -> Told:
    """The description of the interface, from the table of its addresses and the shapes of what they give."""
    shapes = json.loads(files("verbale.web").joinpath("shapes.json").read_text("utf-8"))
    paths = {path: {"get": _operation(page, told)} for path, page, told in _TABLE}
    about = {"title": "Verbale", "version": __version__, "description": "A record of who said what; reading only."}
    return {"openapi": "3.1.0", "info": about, "paths": paths, "components": {"schemas": shapes}}


def _operation(page: Callable[[Visit], Response], told: tuple[str, tuple[str, ...]]) -> Told:
    shape, asked = told
    answers = {"200": _answer("As asked for.", shape)}
    if asked:
        answers["400"] = _answer("What was asked for is no question.", "Error")
    if {"id", "actor"} & set(asked):
        answers["404"] = _answer("There is nothing of that id.", "Error")
    return {
        "operationId": page.__name__,
        "summary": (page.__doc__ or "").strip(),
        "parameters": [PARAMETERS[name] for name in asked],
        "responses": answers,
    }


def _answer(words: str, shape: str) -> Told:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{shape}"}}}
    return {"description": words, "content": content}


def _parameter(name: str, words: str, **schema: Any) -> Told:
    return {"name": name, "in": "query", "description": words, "schema": schema}


_TEXT = {"type": "string", "maxLength": LONGEST}
_DATE = {"type": "string", "pattern": r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"}
PARAMETERS: dict[str, Told] = {
    "id": {
        "name": "id",
        "in": "path",
        "required": True,
        "description": "An id, or its beginning.",
        "schema": {"type": "string"},
    },
    "about": _parameter(
        "about", 'A topic, or words that all occur; "words in quotation marks" stand together, talk* is a beginning.', **_TEXT
    ),
    "who": _parameter("who", "Words of a name, or their beginnings, in any order.", **_TEXT),
    "person": _parameter("person", "The whole id of the speaker.", **_TEXT),
    "unknown": _parameter("unknown", "Only those whose speaker nobody could tell.", type="string", enum=["only"]),
    "outlet": _parameter("outlet", "The whole name of an outlet, in any case.", **_TEXT),
    "language": _parameter("language", "A language code: en, ru, uk.", **_TEXT),
    "kind": _parameter("kind", "Whether the words are the speaker's own.", type="string", enum=[str(kind) for kind in KINDS]),
    "act": _parameter("act", "What is done in saying it: request, reject, promise …", **_TEXT),
    "done": _parameter("act", "What is done in saying it.", type="string", enum=list(ACTS)),
    "topic": _parameter("topic", "Id of a topic.", **_TEXT),
    "since": _parameter("since", "Year, month or day: said then or later.", **_DATE),
    "until": _parameter("until", "Year, month or day: said then or earlier.", **_DATE),
    "order": _parameter("order", "By date.", type="string", enum=list(ORDERS)),
    "actor": {
        **_parameter("actor", "A country, or the name or id of a person or body.", **_TEXT, minLength=1),
        "required": True,
    },
    "on": {**_parameter("on", "The id or name of a topic.", **_TEXT, minLength=1), "required": True},
    "party": _parameter("actor", "Words of the name of one who takes part, or their beginnings.", **_TEXT),
    "what": _parameter("what", "Kind of event: meeting, decree, attack.", **_TEXT),
    "status": _parameter("status", "How far it had come when told last.", type="string", enum=[str(one) for one in Status]),
    "measure": _parameter("measure", "What is counted: killed, troops, money.", **_TEXT),
    "source": _parameter("source", "Words of the name of the source, or their beginnings.", **_TEXT),
    "place": _parameter("place", "The whole name of the place, in any case.", **_TEXT),
    "question": _parameter("question", "Id that figures share which answer one question.", **_TEXT),
    "by": _parameter("by", "What the two are.", type="string", enum=list(BY)),
    "one": _parameter("one", "The first of the two; else one of those with most in common.", **_TEXT),
    "two": _parameter("two", "The second of the two; else the other of those with most in common.", **_TEXT),
    "page": _parameter("page", f"Pages of {PAGE} rows, from 1.", type="integer", minimum=1, maximum=1_000_000),
}
_WANTED = ("about", "who", "person", "unknown", "outlet", "language", "kind", "act", "topic", "since", "until")
_CARRIED = ("about", "who", "outlet", "language", "kind", "done", "topic", "since", "until")
_STORY = tuple(name for name in _WANTED if name not in {"outlet", "language"})
_TABLE: tuple[tuple[str, Callable[[Visit], Response], tuple[str, tuple[str, ...]]], ...] = (
    ("/api/info", info, ("Info", ())),
    ("/api/statements", statements, ("Statements", (*_WANTED, "order", "page"))),
    ("/api/statements/{id}", statement, ("Statement", ("id",))),
    ("/api/articles", articles, ("Articles", ("about", "outlet", "language", "since", "until", "page"))),
    ("/api/articles/{id}", article, ("Article", ("id",))),
    ("/api/persons", persons, ("Persons", ("who", "page"))),
    ("/api/persons/{id}", person, ("Person", ("id",))),
    ("/api/events", events, ("Events", ("party", "what", "status", "since", "until", "page"))),
    ("/api/events/{id}", event, ("Event", ("id",))),
    ("/api/figures", figures, ("Figures", ("measure", "source", "place", "question", "since", "until", "page"))),
    ("/api/figures/{id}", figure, ("Figure", ("id",))),
    ("/api/utterances", utterances, ("Utterances", (*_CARRIED, "page"))),
    ("/api/utterances/{id}", utterance, ("Utterance", ("id",))),
    ("/api/compare", compare, ("Compared", ("by", "one", "two", *_STORY, "page"))),
    ("/api/topics", topics, ("Topics", ())),
    ("/api/positions", positions, ("Position", ("actor", "on"))),
)
"""Each address, the function that answers, and the shape of the answer with what may be asked."""
ROUTES: tuple[tuple[str, Callable[[Visit], Response], str], ...] = (
    ("/api/", front, "GET"),
    ("/api/openapi.json", described, "GET"),
    *((path, page, "GET") for path, page, _ in _TABLE),
)
