"""Towards whom a speaker acts: a name among those of the article, never the speaker's own."""

from __future__ import annotations

from dataclasses import replace

from verbale.acts import Named, towards
from verbale.model import Kind, Part, Statement
from verbale.text import Span

from .saying import saying


def names(statement: Statement, *wanted: str) -> list[Named]:
    """The mentions of these names in what was said."""
    content = statement.content
    found = [(content.text.index(w), w) for w in wanted]
    start = content.spans[0].start
    return [Named(n, Span(start + at, start + at + len(w)), w, Kind.COUNTRY) for n, (at, w) in enumerate(found)]


def target(marked: str, act: str, *wanted: str) -> str | None:
    statement = saying(marked)
    found = towards(statement, act, "en", names(statement, *wanted))
    return found and found.name


def test_a_name_behind_a_word_of_direction() -> None:
    assert target("said ~ Norland is ready for talks with Zhdania", "agree", "Norland", "Zhdania") == "Zhdania"


def test_the_object_of_the_cue() -> None:
    assert target("urged ~ Zhdania to wait", "request", "Zhdania") == "Zhdania"
    assert target("said ~ that Zhdania will wait", "promise", "Zhdania") is None


def test_the_one_who_is_blamed() -> None:
    assert target("said ~ that Zhdania lied to Norland", "accuse", "Zhdania", "Norland") == "Zhdania"


def test_a_report_is_towards_nobody() -> None:
    assert target("said ~ talks with Zhdania went on", "report", "Zhdania") is None


def test_the_one_addressed_comes_first() -> None:
    statement = saying("said ~ we want peace with Zhdania")
    addressed = Named(7, Span(0, 4), "Norland", Kind.COUNTRY)
    said = replace(statement, addressee=Part.of("said", Span(0, 4)))
    found = towards(said, "agree", "en", [addressed, *names(statement, "Zhdania")])
    assert found is addressed


def test_nobody_acts_towards_himself() -> None:
    statement = saying("said ~ with Daniel Hartov the village is safe")
    assert towards(statement, "support", "en", names(statement, "Daniel Hartov")) is None
