"""Entries to write: one that has everything and one that has next to nothing."""

from verbale.export import Around
from verbale.model import (
    Act,
    Article,
    Candidate,
    Condition,
    Entry,
    Kind,
    Part,
    Said,
    Speaker,
    Speech,
    Stance,
    Statement,
    Tie,
    Venue,
)
from verbale.text import Span

FULL = Entry(
    Statement(
        id="s_full",
        kind=Speech.MIXED,
        content=Part((Span(10, 26), Span(30, 42)), ("We will be ready", "и\nне раньше")),
        cue=Part((Span(43, 47),), ("said",)),
        source=Part((Span(48, 57),), ("Ana Reyes",)),
        speaker=Speaker("Ana Reyes", Kind.PERSON, "Foreign Minister", 0.97, "name", Span(48, 57)),
        addressee=Part((Span(60, 71),), ("journalists",)),
        venue=Venue(Part((Span(75, 90),), ("a summit “Lima”",)), "summit", "Lima"),
        said=Said("2031-05-08", "2031-05-09", Part((Span(91, 102),), ("on Thursday",)), "stated"),
        relays=("Orbit", "Meridian Wire"),
        conditions=(
            Condition(Part((Span(110, 115), Span(120, 122)), ("if, or", "not")), Tie.UNLESS),
            Condition(Part((Span(130, 140),), ("if anybody",)), promise=Part((Span(141, 148),), ("we stay",))),
        ),
        headline=True,
        implicit=True,
        unquoted=True,
        inside="s_outer",
        rule="quote-cue-speaker",
        score=0.93,
        why=("the cue stands between marks", "the name follows it"),
        candidates=(Candidate("Ana Reyes", 0.8), Candidate("Ana Lund", 0.2)),
    ),
    article="a_full",
    path="norland.txt",
    sha256="5ca1ab1e",
    url="https://meridian.example/norland",
    outlet="Meridian; Post",
    title='Norland, "ready"',
    language="en",
    published="2031-05-09",
    person="p_reyes",
    called="Ana Reyes Soto",
    person_ids=("wikidata:Q1", "x:1"),
    same="u_ready",
    ruled="accept",
    act=Act("promise", "Zhdania", Stance.CONDITIONAL, ("“we will” stands in what was said (promise).",)),
    topics=("talks", "troops"),
)
BARE = Entry(Statement("s_bare", Speech.INDIRECT, Part((Span(0, 12),), ("=SUM(A1:A9)\r",))), article="a_bare")


def no_article(article: str) -> Article:
    """For writers that must not need the article."""
    raise AssertionError(article)


AROUND = Around(no_article)
