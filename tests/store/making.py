"""Readings to test with: invented people in invented countries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
    digest,
)
from verbale.text import Span

TEXT = (
    "NORLAND, May 9. /Orbit/.\n"
    "“We will be ready,” Foreign Minister Ana Reyes told journalists at a summit in Lima on Thursday, "
    "“if the other side keeps its word.”\n"
    "Премьер-министр Ждании Пётр Йоркин заявил, что переговоры о мире продолжатся.\n"
)


def span(words: str, text: str = TEXT) -> Span:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def part(*words: str, text: str = TEXT) -> Part:
    """The part of `text` that these words are."""
    return Part.of(text, *(span(w, text) for w in words))


REYES = Statement(
    id="s_reyes",
    kind=Speech.DIRECT,
    content=part("We will be ready", "if the other side keeps its word."),
    cue=part("told"),
    source=part("Foreign Minister Ana Reyes"),
    speaker=Speaker("Ana Reyes", Kind.PERSON, "Foreign Minister", 0.97, "name", span("Ana Reyes")),
    addressee=part("journalists"),
    venue=Venue(part("a summit in Lima"), "summit", "Lima"),
    said=Said("2031-05-08", "2031-05-08", part("on Thursday"), "stated"),
    relays=("Orbit", "Meridian Wire"),
    conditions=(
        Condition(part("if the other side keeps its word."), Tie.IF, part("We will be ready")),
        Condition(part("other side", "its word"), Tie.UNLESS),
    ),
    candidates=(Candidate("Ana Reyes", 0.8), Candidate("Пётр Йоркин", 0.2)),
    rule="quote-cue-speaker",
    score=0.93,
    why=("the cue stands between marks", "the name follows it"),
)
YORKIN = Statement(
    id="s_yorkin",
    kind=Speech.INDIRECT,
    content=part("переговоры о мире продолжатся"),
    cue=part("заявил"),
    source=part("Премьер-министр Ждании Пётр Йоркин"),
    speaker=Speaker("Пётр Йоркин", Kind.PERSON, "премьер-министр Ждании"),
    rule="cue-that",
)
NESTED = Statement("s_nested", Speech.MIXED, part("keeps its word"), implicit=True, inside="s_reyes")

ARTICLE = Article(
    id="a_norland",
    text=TEXT,
    dates=(Dated("2031-05-09", "given"), Dated("2031-05-08T22:10", "page")),
    language="en",
    path="norland.txt",
    sha256="5ca1ab1e",
    url="https://meridian.example/norland",
    outlet="Meridian Post",
    title="Norland is ready",
    author="I. Vance",
    published="2031-05-09T14:30",
    published_basis="given",
    dateline=Dateline(span("NORLAND, May 9. /Orbit/."), "NORLAND", "2031-05-09", "Orbit"),
    agencies=("Orbit",),
    blocks=(Block(Span(0, 24), Role.DATE), Block(Span(25, 60), Role.BODY), Block(Span(25, 25), Role.FURNITURE, 1)),
)
READING = Reading(ARTICLE, (REYES, NESTED, YORKIN), (Mention(span("Ana Reyes"), Kind.PERSON, "Ana Reyes", pronoun=False),))

MEETING = Happening(
    what="meeting",
    status=Status.PLANNED,
    words=part("a summit in Lima on Thursday"),
    trigger=span("summit"),
    actors=(Actor(span("Ana Reyes"), "Ana Reyes", Kind.PERSON),),
    when=Said("2031-05-08", "2031-05-08", part("on Thursday"), "stated"),
    place="Lima",
    inside="s_reyes",
    why=("“summit” names a meeting",),
)
COUNT = Figure(
    measure="casualties",
    value=9.0,
    words=part("May 9. /Orbit/."),
    unit="people",
    parts=(Quantity("killed", 4.0, span("May")), Quantity("wounded", 5.0, span("9"))),
    source=Actor(span("Orbit"), "Orbit", Kind.ORGANISATION),
    as_of=Said("2031-05-09", "2031-05-09", part("May 9"), "stated"),
    place="Norland",
    inside="s_reyes",
    why=("a count",),
)
"""Neither is told by the text; what matters is that both are kept as they are."""


def saying(name: str, words: str, *, number: int = 0, **about: str | None) -> Reading:
    """A reading of one article in which `name` says `words`; `about` are fields of the article."""
    text = f"“{words},” {name} said."
    statement = Statement(
        digest("s", name, words, str(number)),
        Speech.DIRECT,
        part(words, text=text),
        part("said", text=text),
        part(name, text=text),
        Speaker(name, Kind.PERSON),
    )
    article = Article(digest("a", text, str(number)), text, "en", path=f"{number:04}.txt")
    return Reading(replace(article, **about), (statement,))


def many(count: int) -> Iterator[Reading]:
    """Different readings, each of several statements; the same ones in every program."""
    for n in range(count):
        article = replace(ARTICLE, id=digest("a", str(n)), url=None, path=f"{n:04}.txt")
        ids = {s.id: digest(s.id, str(n)) for s in READING.statements}
        statements = (replace(s, id=ids[s.id], inside=ids.get(s.inside or "")) for s in READING.statements)
        yield replace(READING, article=article, statements=tuple(statements))
