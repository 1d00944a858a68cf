"""The pages, one file a kind, and their addresses."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import Response

from verbale.web.pages.article import article, articles
from verbale.web.pages.brief import brief, brief_file
from verbale.web.pages.compare import compare
from verbale.web.pages.doubts import doubts
from verbale.web.pages.home import home
from verbale.web.pages.judgements import judge, judgements, rule, undo
from verbale.web.pages.person import person, persons
from verbale.web.pages.problems import problems
from verbale.web.pages.search import search
from verbale.web.pages.statement import statement
from verbale.web.pages.timeline import event, figures, timeline
from verbale.web.pages.topics import topic, topics
from verbale.web.pages.words import words
from verbale.web.visit import Visit

ROUTES: tuple[tuple[str, Callable[[Visit], Response], str], ...] = (
    ("/", home, "GET"),
    ("/search", search, "GET"),
    ("/articles", articles, "GET"),
    ("/articles/{id}", article, "GET"),
    ("/statements/{id}", statement, "GET"),
    ("/persons", persons, "GET"),
    ("/persons/{id}", person, "GET"),
    ("/topics", topics, "GET"),
    ("/topics/{id}", topic, "GET"),
    ("/timeline", timeline, "GET"),
    ("/events/{id}", event, "GET"),
    ("/figures", figures, "GET"),
    ("/compare", compare, "GET"),
    ("/brief", brief, "GET"),
    ("/brief.{form}", brief_file, "GET"),
    ("/doubts", doubts, "GET"),
    ("/problems", problems, "GET"),
    ("/words", words, "GET"),
    ("/judgements", judgements, "GET"),
    ("/statements/{id}/rule", rule, "POST"),
    ("/judge", judge, "POST"),
    ("/undo", undo, "POST"),
)
"""Each address with the page it leads to and the method it is asked by."""
