"""Join what each statement does and is about. Both hang on one article alone, so only what is new is made."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from verbale import lang
from verbale.acts import VERSION, Named, act, towards
from verbale.model import Kind, Outlets, Statement, digest
from verbale.store import fetch, outlets, topics
from verbale.store.cells import word
from verbale.store.file import File, Row, Values
from verbale.store.spread import Spread
from verbale.text import Span
from verbale.topics import About, Topic, Topics

ARTICLES = 200
"""So many articles are fetched at once."""
SHORT = 15
"""A statement of fewer words is about what its sentence is about, if it says nothing itself."""


NEAR = 200
"""So many characters at most lie between two statements of which one goes on with the other."""


class _Head(NamedTuple):
    """What is needed of an article."""

    language: str
    text: str


class _Page(NamedTuple):
    """Some articles whose statements are looked at."""

    heads: Mapping[int, _Head]
    """By number of the article."""
    named: Mapping[int, list[Named]]
    statements: Mapping[int, list[tuple[int, Statement]]]
    """Number and statement, in the order of the text."""


# ---------------------------------------------------------------- joining


def join_acts(file: File, spread: Spread = map) -> None:
    """Make the acts and topics that are missing, within the transaction of the caller; all where the words have changed."""
    known, media = topics.topics(file), outlets.outlets(file)
    if _changed(file, "acts", f"{_version_of_acts()}{media.version}"):
        file.put("drop_acts", [{}])
    again = _changed(file, "topics", Topics(known).version)
    if again:
        file.put("drop_abouts", [{}])
    file.put("drop_ruled_acts", [{}])
    file.put("drop_ruled_abouts", [{}])
    wanted = file.ask("all_articles") if again else file.ask("articles_without_acts")
    made = partial(_rows, known=known, media=media)
    for acts, abouts in spread(made, _pages(file, [row["number"] for row in wanted])):
        file.put("add_act", acts)
        file.put("add_about", abouts)


def _changed(file: File, what: str, version: str) -> bool:
    """Whether rows were made with another version, which is told from now on."""
    before = file.ask("made", what=what)
    if before and before[0]["version"] == version:
        return False
    file.put("set_made", [{"what": what, "version": version}])
    return True


@cache
def _version_of_acts() -> str:
    return digest("v", VERSION, *(repr(lang.acts(language)) for language in lang.languages()))


# ---------------------------------------------------------------- pages


def _pages(file: File, numbers: Sequence[int]) -> Iterator[_Page]:
    for start in range(0, len(numbers), ARTICLES):
        wanted = json.dumps(numbers[start : start + ARTICLES])
        heads = {row["number"]: _Head(row["language"], row["text"]) for row in file.ask("article_texts", numbers=wanted)}
        rows = file.ask("statements_of_articles", numbers=wanted)
        said = (entry.statement for entry in fetch.entries(file, [row["number"] for row in rows]))
        statements = defaultdict(list)
        for row, statement in zip(rows, said, strict=True):
            statements[row["article"]].append((row["number"], statement))
        yield _Page(heads, _named(file.ask("names_of_articles", numbers=wanted)), dict(statements))


def _named(rows: Iterable[Row]) -> dict[int, list[Named]]:
    found: dict[int, list[Named]] = defaultdict(list)
    for row in rows:
        place = Span(row["start"], row["stop"])
        found[row["article"]].append(Named(row["n"], place, row["name"], word(Kind, row["kind"])))
    return dict(found)


# ---------------------------------------------------------------- rows


def _rows(page: _Page, *, known: tuple[Topic, ...], media: Outlets) -> tuple[list[Values], list[Values]]:
    """The acts and the topics of the statements of a page: a pure function of what is given."""
    return list(_act_rows(page, media)), list(_about_rows(page, _at_work(known)))


@lru_cache(maxsize=1)
def _at_work(known: tuple[Topic, ...]) -> Topics:
    return Topics(known)


def _act_rows(page: _Page, media: Outlets) -> Iterator[Values]:
    for article, said in page.statements.items():
        language, named = page.heads[article].language, page.named.get(article, [])
        for number, statement in said:
            found = act(statement, language, media)
            target = towards(statement, found.code, language, named)
            yield {
                "statement": number,
                "code": found.code,
                "stance": found.stance,
                "target": target and target.name,
                "target_n": target and target.n,
                "why": json.dumps(found.why, ensure_ascii=False),
            }


def _about_rows(page: _Page, known: Topics) -> Iterator[Values]:
    for article, said in page.statements.items():
        found: dict[str, tuple[About, ...]] = {}
        before: Statement | None = None
        for number, statement in said:
            found[statement.id] = _about(statement, _Around(page.heads[article], found, before), known)
            before = statement
            for n, about in enumerate(found[statement.id]):
                yield {"statement": number, "n": n, "topic": about.topic, "why": about.why}


class _Around(NamedTuple):
    """What stands around a statement."""

    head: _Head
    found: Mapping[str, tuple[About, ...]]
    """The topics of the statements of the article that stand before it or hold it."""
    before: Statement | None


def _about(statement: Statement, around: _Around, known: Topics) -> tuple[About, ...]:
    """Its own topics; else those of the statement around it; else, if it is short, those of its sentence and of the statement
    before it, if that is the same speaker's."""
    language = around.head.language
    if own := known.about(statement.content.text, language):
        return own
    if outer := around.found.get(statement.inside or ""):
        return _taken(outer, "The statement in which it lies is about it")
    if len(statement.content.text.split()) >= SHORT:
        return ()
    found = _taken(known.about(_sentence(statement, around.head.text), language), "Its sentence is about it")
    if around.before and _goes_on(statement, around.before):
        named = [one for one in around.found[around.before.id] if not one.why.startswith(_TAKEN)]
        found += _taken(named, "It goes on with the statement before")
    return tuple({one.topic: one for one in reversed(found)}.values())[::-1]


def _taken(topics: Iterable[About], because: str) -> tuple[About, ...]:
    return tuple(About(one.topic, one.why if one.why.startswith(_TAKEN) else f"{because}: {one.why}") for one in topics)


_TAKEN = ("The statement in which", "Its sentence", "It goes on")


def _goes_on(one: Statement, before: Statement) -> bool:
    """Whether the same speaker goes on speaking close behind."""
    same = one.speaker is not None and before.speaker is not None and one.speaker.name == before.speaker.name
    return same and one.content.spans[0].start - before.content.spans[-1].stop <= NEAR


def _sentence(statement: Statement, text: str) -> str:
    """The words around a statement from the full stop or line end before to that behind, roughly."""
    start, stop = statement.content.spans[0].start, statement.content.spans[-1].stop
    begin = max(text.rfind(mark, 0, start) for mark in _ENDS)
    ends = [end for mark in _ENDS if (end := text.find(mark, stop)) >= 0]
    return text[begin + 1 : min(ends, default=len(text))]


_ENDS = (". ", "! ", "? ", "\n")
