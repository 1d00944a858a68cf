"""Readings of all shapes for hypothesis; every span holds its words, as a reader would make them."""

from __future__ import annotations

import onserver
from hypothesis import strategies as st

from verbale.errors import Code
from verbale.model import (
    Actor,
    Article,
    Block,
    Candidate,
    Condition,
    Dated,
    Dateline,
    Figure,
    Happening,
    Kind,
    Mention,
    Part,
    Problem,
    Quantity,
    Reading,
    Role,
    Said,
    Speaker,
    Speech,
    Statement,
    Status,
    Tie,
    Venue,
)
from verbale.text import Span

# All characters but half ones: also NUL, ends of line, signs beyond the first plane.
UNFIT = "\0" if onserver.URL else ""  # no text of PostgreSQL's holds it; test_postgresql.py tells what becomes of it
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=UNFIT), max_size=12)
MAYBE = st.none() | WORDS
FLAG = st.booleans()
SCORE = st.floats(0, 1)


def spans(text: str, shortest: int = 1) -> st.SearchStrategy[Span]:
    starts = st.integers(0, len(text) - shortest)
    return starts.flatmap(lambda start: st.builds(Span, st.just(start), st.integers(start + shortest, len(text))))


def parts(text: str) -> st.SearchStrategy[Part]:
    return st.lists(spans(text), min_size=1, max_size=3).map(lambda found: Part.of(text, *found))


def said(text: str) -> st.SearchStrategy[Said]:
    return st.builds(Said, MAYBE, MAYBE, st.none() | parts(text), WORDS)


def speakers(text: str) -> st.SearchStrategy[Speaker]:
    return st.builds(Speaker, WORDS, st.sampled_from(Kind), MAYBE, SCORE, WORDS, st.none() | spans(text))


def conditions(text: str) -> st.SearchStrategy[Condition]:
    return st.builds(Condition, parts(text), st.sampled_from(Tie), st.none() | parts(text))


def statements(text: str) -> st.SearchStrategy[Statement]:
    part = st.none() | parts(text)
    return st.builds(
        Statement,
        id=st.uuids().map(str),
        kind=st.sampled_from(Speech),
        content=parts(text),
        cue=part,
        source=part,
        speaker=st.none() | speakers(text),
        addressee=part,
        venue=st.none() | st.builds(Venue, parts(text), WORDS, MAYBE),
        said=said(text),
        relays=st.lists(WORDS, max_size=3).map(tuple),
        conditions=st.lists(conditions(text), max_size=3).map(tuple),
        headline=FLAG,
        implicit=FLAG,
        unquoted=FLAG,
        rule=WORDS,
        score=SCORE,
        why=st.lists(WORDS, max_size=3).map(tuple),
        candidates=st.lists(st.builds(Candidate, WORDS, SCORE), max_size=2).map(tuple),
    )


def articles(text: str) -> st.SearchStrategy[Article]:
    blocks = st.builds(Block, spans(text, 0), st.sampled_from(Role), st.none() | st.integers(0, 9))
    return st.builds(
        Article,
        id=st.uuids().map(str),
        text=st.just(text),
        language=WORDS,
        path=MAYBE,
        sha256=WORDS,
        url=MAYBE,
        outlet=MAYBE,
        title=MAYBE,
        author=MAYBE,
        published=MAYBE,
        published_basis=WORDS,
        dateline=st.none() | st.builds(Dateline, spans(text, 0), MAYBE, MAYBE, MAYBE),
        agencies=st.lists(WORDS, max_size=3).map(tuple),
        blocks=st.lists(blocks, max_size=4).map(tuple),
        dates=st.lists(st.builds(Dated, WORDS, WORDS), max_size=2).map(tuple),
    )


def mentions(text: str) -> st.SearchStrategy[Mention]:
    return st.builds(Mention, spans(text), st.sampled_from(Kind), WORDS, WORDS, WORDS, WORDS, FLAG)


def stretches(text: str) -> st.SearchStrategy[Part]:
    return spans(text).map(lambda found: Part.of(text, found))


def days(text: str) -> st.SearchStrategy[Said]:
    return st.builds(Said, MAYBE, MAYBE, st.none() | stretches(text), WORDS)


def happenings(text: str) -> st.SearchStrategy[Happening]:
    actors = st.builds(Actor, spans(text), WORDS, st.sampled_from(Kind))
    return st.builds(
        Happening,
        what=WORDS,
        status=st.sampled_from(Status),
        words=stretches(text),
        trigger=spans(text),
        actors=st.lists(actors, max_size=3).map(tuple),
        when=days(text),
        place=MAYBE,
        why=st.lists(WORDS, max_size=3).map(tuple),
    )


def figures(text: str) -> st.SearchStrategy[Figure]:
    value = st.floats(allow_nan=False)
    return st.builds(
        Figure,
        measure=WORDS,
        value=value,
        words=stretches(text),
        unit=WORDS,
        parts=st.lists(st.builds(Quantity, WORDS, value, spans(text)), max_size=3).map(tuple),
        source=st.none() | st.builds(Actor, spans(text), WORDS, st.sampled_from(Kind)),
        as_of=days(text),
        place=MAYBE,
        why=st.lists(WORDS, max_size=3).map(tuple),
    )


PROBLEMS = st.builds(
    Problem,
    st.sampled_from(Code),
    WORDS,
    WORDS,
    st.none() | st.builds(Span, st.integers(0, 99), st.integers(0, 99)),
    MAYBE,
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=UNFIT), min_size=1, max_size=60))
    found = draw(st.lists(statements(text), max_size=4, unique_by=lambda s: s.id))
    return Reading(
        draw(articles(text)),
        tuple(found),
        tuple(draw(st.lists(mentions(text), max_size=3))),
        tuple(draw(st.lists(PROBLEMS, max_size=3))),
        tuple(draw(st.lists(happenings(text), max_size=3))),
        tuple(draw(st.lists(figures(text), max_size=3))),
    )
