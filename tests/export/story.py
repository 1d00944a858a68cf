"""An article that is hard on formats: signs beyond the first plane, a stray control character, line ends of Windows, stretches
that are interrupted, go over lines, lie within each other and cross."""

from __future__ import annotations

from verbale import store
from verbale.model import (
    Article,
    Block,
    Condition,
    Kind,
    Mention,
    Part,
    Reading,
    Role,
    Said,
    Speaker,
    Speech,
    Statement,
    Venue,
)
from verbale.store import Record
from verbale.text import Span

TEXT = (
    "Norland 🌍 is “ready” & waits\r\n"
    "“We 😀 will be ready,” Foreign Minister Ana Reyes told <journalists> at a summit in Lima on Thursday, “if the other\r\n"
    "side\x0b keeps its word.” She added that, as Пётр Йоркин put it, “the bridge stays open”.\r\n"
)


def at(words: str) -> Span:
    """Where `words` first stand."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def part(*words: str) -> Part:
    return Part.of(TEXT, *map(at, words))


REYES = Speaker("Ana Reyes", Kind.PERSON, "Foreign Minister", 0.97, "named", at("Ana Reyes"))
YORKIN = Speaker("Пётр Йоркин", Kind.PERSON, None, 0.9, "named", at("Пётр Йоркин"))
READY = Statement(
    id="s_1111aaaa1111aaaa",
    kind=Speech.DIRECT,
    content=part("We 😀 will be ready", "if the other\r\nside\x0b keeps its word."),
    cue=part("told"),
    source=part("Foreign Minister Ana Reyes"),
    speaker=REYES,
    addressee=part("<journalists>"),
    venue=Venue(part("a summit in Lima"), "summit", "Lima"),
    said=Said("2031-05-08", "2031-05-08", part("on Thursday"), "stated"),
    relays=("Orbit & Sons",),
    conditions=(Condition(part("if the other\r\nside\x0b keeps its word"), promise=part("We 😀 will be ready")),),
    rule="quote-cue-source",
    score=0.93,
    why=("the cue stands between marks",),
)
BRIDGE = Statement(
    id="s_2222bbbb2222bbbb",
    kind=Speech.MIXED,
    content=part("as Пётр Йоркин put it, “the bridge stays open”"),
    cue=part("added"),
    source=part("She"),
    speaker=REYES,
    said=Said("2031-05-08", "2031-05-09", None, "article"),
    rule="that",
    score=0.8,
)
WITHIN = Statement(
    id="s_3333cccc3333cccc",
    kind=Speech.DIRECT,
    content=part("the bridge stays open"),
    cue=part("put it"),
    source=part("Пётр Йоркин"),
    speaker=YORKIN,
    inside=BRIDGE.id,
    implicit=True,
    rule="quote",
    score=0.7,
)
CROSSING = Statement(
    id="s_4444dddd4444dddd",
    kind=Speech.INDIRECT,
    content=part("keeps its word.” She added"),
    unquoted=True,
    rule="made up",
    score=0.1,
)
HEAD = Statement("s_5555eeee5555eeee", Speech.MIXED, part("is “ready” & waits"), headline=True, rule="head", score=0.6)
STATEMENTS = (HEAD, READY, CROSSING, BRIDGE, WITHIN)
ARTICLE = Article(
    "a_1111aaaa1111aaaa",
    TEXT,
    "en",
    path="norland.txt",
    sha256="5ca1ab1e",
    url="https://meridian.example/norland?a=1&b=2",
    outlet="Meridian & Post",
    title="Norland 🌍 is “ready” & waits",
    author="Vera Lund",
    published="2031-05-09T14:30",
    published_basis="given",
    blocks=tuple(
        Block(at(line), Role.TITLE if n == 0 else Role.BODY) for n, line in enumerate(TEXT.removesuffix("\r\n").split("\r\n"))
    ),
)
PLAIN = Article("a_2222bbbb2222bbbb", "Rain is expected, the ministry said.", "en", blocks=(Block(Span(0, 36), Role.BODY),))
RAIN = Statement(
    "s_6666ffff6666ffff",
    Speech.INDIRECT,
    Part.of(PLAIN.text, Span(0, 16)),
    Part.of(PLAIN.text, Span(31, 35)),
    Part.of(PLAIN.text, Span(18, 30)),
    Speaker("Ministry of Weather", Kind.ORGANISATION, None, 0.5, "body", Span(18, 30)),
    rule="that",
    score=0.5,
)


def record() -> Record:
    """Both articles, joined, in memory."""
    kept = store.open(":memory:")
    mentions = tuple(Mention(at(name), Kind.PERSON, name) for name in ("Ana Reyes", "Пётр Йоркин"))
    body = Mention(Span(18, 30), Kind.ORGANISATION, "Ministry of Weather")
    kept.add([Reading(ARTICLE, STATEMENTS, mentions), Reading(PLAIN, (RAIN,), (body,))])
    kept.join()
    return kept
