"""Rows of the record as objects for programs; statements are those of the exchange format."""

from __future__ import annotations

from typing import Any

from verbale.model import Article, Problem, Utterance
from verbale.people import Doubt, Person
from verbale.positions import Step
from verbale.store.pages import Head
from verbale.topics import Topic

Row = dict[str, Any]


def head_row(head: Head | None) -> Row:
    """An article without its text."""
    names = ("id", "title", "outlet", "published", "language", "url", "path", "statements")
    return {name: getattr(head, name, None) for name in names}


def article_row(article: Article) -> Row:
    """An article with its text and what each line is for."""
    names = ("id", "title", "outlet", "author", "published", "published_basis", "language", "url", "path", "sha256", "text")
    blocks = [{"span": list(block.span), "role": str(block.role)} for block in article.blocks]
    return {**{name: getattr(article, name) for name in names}, "agencies": list(article.agencies), "blocks": blocks}


def person_row(person: Person) -> Row:
    """A person with names and offices; each a line."""
    offices = [f"{t.role}, {t.first} to {t.last}" if t.first else t.role for t in person.tenures]
    return {**_plain(person), "names": [spelling.name for spelling in person.names], "offices": offices}


def person_object(person: Person) -> Row:
    """A person with names and offices, each an object."""
    names = [{"name": spelling.name, "times": spelling.times} for spelling in person.names]
    offices = [{"role": t.role, "office": t.office, "from": t.first, "to": t.last, "times": t.times} for t in person.tenures]
    return {**_plain(person), "names": names, "offices": offices}


def _plain(person: Person) -> Row:
    return {
        "id": person.id,
        "name": person.name,
        "kind": str(person.kind),
        "gender": person.gender or None,
        "first": person.first or None,
        "last": person.last or None,
        "articles": person.articles,
        "ids": list(person.ids),
    }


PERSON = ("id", "name", "kind", "gender", "first", "last", "articles", "ids", "names", "offices")
PROBLEM = ("code", "meaning", "stage", "words", "start", "stop", "path", "article")


def problem_row(told: tuple[Problem, str | None]) -> Row:
    """A problem and the id of its article."""
    problem, article = told
    start, stop = problem.span or (None, None)
    plain = {"stage": problem.stage, "words": problem.words, "start": start, "stop": stop, "path": problem.path}
    return {"code": str(problem.code), "meaning": problem.code.sentence, **plain, "article": article}


def step_object(step: Step) -> Row:
    """A step of a position, with the statements that tell it."""
    return {
        "from": step.first,
        "to": step.last,
        "stance": str(step.stance),
        "before": step.before and str(step.before),
        "conditions": list(step.conditions),
        "who": list(step.who),
        "statements": [held.entry.id for held in step.held],
    }


DOUBT = ("one", "two", "kind", "score", "times", "why")


def doubt_row(doubt: Doubt) -> Row:
    """A pair of names that may be one."""
    plain = {"kind": str(doubt.one.kind), "score": doubt.score, "times": doubt.times, "why": list(doubt.why)}
    return {"one": doubt.one.name, "two": doubt.two.name, **plain}


POSITION = ("actor", "topic", "from", "to", "stance", "before", "conditions", "who", "statements")


def position_row(told: tuple[str, str, Step]) -> Row:
    """A step of a position with the name of who holds it and the id of the topic."""
    actor, topic, step = told
    return {"actor": actor, "topic": topic, **step_object(step)}


TOPIC = ("id", "name", "statements")


def topic_row(topic: Topic, statements: int) -> Row:
    """A topic with the number of statements about it."""
    return {"id": topic.id, "name": topic.name(), "statements": statements}


def utterance_object(utterance: Utterance) -> Row:
    """A saying with all who carry it, in order of time."""
    names = ("statement", "article", "outlet", "published", "language", "likeness", "how", "copy")
    carriers = [{name: getattr(carrier, name) for name in names} for carrier in utterance.carriers]
    return {"id": utterance.id, "person": utterance.person, "independent": utterance.independent, "carriers": carriers}
