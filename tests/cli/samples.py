"""A small record to show: invented people, invented countries, invented outlets."""

from __future__ import annotations

from pathlib import Path

from verbale import store
from verbale.errors import Code
from verbale.model import (
    Article,
    Block,
    Condition,
    Kind,
    Part,
    Problem,
    Reading,
    Role,
    Said,
    Speaker,
    Speech,
    Statement,
    Venue,
)
from verbale.text import Span

SUMMIT = (
    "Norland is ready\n"
    "The talks go on in Lima. “We will be ready,” Foreign Minister Ana Reyes told journalists at a summit in Lima on "
    "Thursday, “if the other side keeps its word.” Rain is expected.\n"
    "She added that the bridge at Zhdan would stay open.\n"
)
MOSCOW = "Премьер-министр Ждании Пётр Йоркин заявил, что переговоры о мире продолжатся."


def span(words: str, text: str = SUMMIT) -> Span:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def part(*words: str, text: str = SUMMIT) -> Part:
    """The part of `text` that these words are."""
    return Part.of(text, *(span(w, text) for w in words))


def body(text: str) -> tuple[Block, ...]:
    """The lines of a text, all of them prose."""
    return tuple(Block(span(line, text), Role.BODY) for line in text.splitlines())


READY = Statement(
    id="s_1111aaaa1111aaaa",
    kind=Speech.DIRECT,
    content=part("We will be ready", "if the other side keeps its word."),
    cue=part("told"),
    source=part("Foreign Minister Ana Reyes"),
    speaker=Speaker("Ana Reyes", Kind.PERSON, "Foreign Minister", 0.97, "named", span("Ana Reyes")),
    addressee=part("journalists"),
    venue=Venue(part("a summit in Lima"), "summit", "Lima"),
    said=Said("2031-05-08", "2031-05-08", part("on Thursday"), "stated"),
    relays=("Orbit",),
    conditions=(Condition(part("if the other side keeps its word."), promise=part("We will be ready")),),
    rule="quote-cue-source",
    score=0.93,
    why=("the cue stands between two quotations",),
)
OPEN = Statement(
    id="s_2222bbbb2222bbbb",
    kind=Speech.INDIRECT,
    content=part("the bridge at Zhdan would stay open"),
    cue=part("added"),
    source=part("She"),
    rule="source-cue-that",
    score=0.5,
)
PEACE = Statement(
    id="s_3333cccc3333cccc",
    kind=Speech.INDIRECT,
    content=part("что переговоры о мире продолжатся", text=MOSCOW),
    cue=part("заявил", text=MOSCOW),
    source=part("Премьер-министр Ждании Пётр Йоркин", text=MOSCOW),
    speaker=Speaker("Пётр Йоркин", Kind.PERSON, "премьер-министр Ждании", 0.9),
    rule="source-cue-that",
)
READINGS = (
    Reading(
        Article(
            "a_1111111111111111",
            SUMMIT,
            "en",
            path="news/summit.txt",
            url="https://meridian.example/norland",
            outlet="Meridian Post",
            title="Norland is ready",
            author="I. Vance",
            published="2031-05-09T14:30",
            published_basis="given",
            blocks=(Block(span("Norland is ready"), Role.TITLE), *body(SUMMIT)[1:]),
        ),
        (READY, OPEN),
        problems=(Problem(Code.STRAY_MARK, "split", "”", Span(24, 25)),),
    ),
    Reading(
        Article("a_2222222222222222", MOSCOW, "ru", "news/mir.txt", outlet="Ждань Сегодня", blocks=body(MOSCOW)),
        (PEACE,),
    ),
)


def made(path: Path) -> Path:
    """The record of these readings, at `path`."""
    with store.open(path) as record:
        record.add(READINGS, reader="test")
        record.note([Problem(Code.BINARY, "sources", path="news/photo.txt")])
        record.join()
    return path
