"""What may be written of a reading: every span must hold its words. What fails is refused and becomes a Problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import chain, zip_longest
from typing import Any, TypeVar

from verbale.errors import Code
from verbale.model import Article, Block, Figure, Happening, Part, Problem, Reading, Said, Speaker, Statement
from verbale.text import Span

STAGE = "store"
T = TypeVar("T")
Anchored = TypeVar("Anchored", Statement, Happening, Figure)


def checked(reading: Reading) -> Reading:
    """The reading without the rows whose spans are wrong, each of which is told by a new problem at the end."""
    text = reading.article.text
    statements, lost = _sift(reading.statements, lambda s: _fault_of(s, text))
    statements, twice = _without_twins(statements)
    mentions, strange = _sift(reading.mentions, lambda m: _fault_of_span(m.span, text))
    happenings, untold = _sift(reading.happenings, lambda h: _fault_of_event(h, text))
    figures, uncounted = _sift(reading.figures, lambda f: _fault_of_event(f, text))
    article, odd = _article(reading.article)
    problems = (*odd, *strange, *lost, *twice, *untold, *uncounted)
    return Reading(
        article if problems else reading.article,
        _anchored(statements, statements),
        mentions,
        (*reading.problems, *problems),
        _anchored(happenings, statements),
        _anchored(figures, statements),
    )


def _sift(rows: tuple[T, ...], fault: Callable[[T], Problem | None]) -> tuple[tuple[T, ...], list[Problem]]:
    """The rows without fault, and the faults of the others."""
    faults = [fault(row) for row in rows]
    return tuple(r for r, f in zip(rows, faults, strict=True) if f is None), [f for f in faults if f]


# ---------------------------------------------------------------- statements


def _fault_of(statement: Statement, text: str) -> Problem | None:
    """The first wrong span of a statement."""
    in_parts = (_fault_of_part(part, text) for part in parts(statement))
    return next((f for f in chain(in_parts, [_fault_of_speaker(statement.speaker, text)]) if f), None)


def parts(statement: Statement) -> Iterator[Part]:
    """All parts of a statement that there are, conditions and what hangs on them last."""
    return (part for _, _, part in named_parts(statement))


def named_parts(statement: Statement) -> Iterator[tuple[str, int, Part]]:
    """All parts of a statement with their names and, where there may be several, their numbers."""
    single = {
        "content": statement.content,
        "cue": statement.cue,
        "source": statement.source,
        "addressee": statement.addressee,
        "venue": statement.venue.words if statement.venue else None,
        "said": statement.said.words,
    }
    yield from ((name, 0, part) for name, part in single.items() if part is not None)
    for n, condition in enumerate(statement.conditions):
        yield "condition", n, condition.words
        yield from [("promise", n, condition.promise)] if condition.promise else []


def _fault_of_part(part: Part, text: str) -> Problem | None:
    if not part.spans:
        return _problem(None, part.text)
    stretches = zip_longest(part.spans, part.words)
    return next((_problem(span, words or "") for span, words in stretches if not _holds(span, words, text)), None)


def _holds(span: Span | None, words: str | None, text: str) -> bool:
    """Whether the span lies within the text, is not empty and covers exactly the words."""
    return span is not None and 0 <= span.start < span.stop <= len(text) and span.of(text) == words


def _fault_of_speaker(speaker: Speaker | None, text: str) -> Problem | None:
    return _fault_of_span(speaker.mention, text) if speaker and speaker.mention else None


def _fault_of_span(span: Span, text: str) -> Problem | None:
    return None if 0 <= span.start < span.stop <= len(text) else _problem(span, "")


def _problem(span: Span | None, words: str) -> Problem:
    return Problem(Code.SPAN, STAGE, words, span)


def _without_twins(statements: tuple[Statement, ...]) -> tuple[tuple[Statement, ...], list[Problem]]:
    """One statement an id: a second one could never be told from the first."""
    first: dict[str, int] = {}
    for n, statement in enumerate(statements):
        first.setdefault(statement.id, n)
    twins = [s for n, s in enumerate(statements) if first[s.id] != n]
    return tuple(statements[n] for n in first.values()), [_problem(s.content.spans[0], s.content.text) for s in twins]


def _anchored(rows: tuple[Anchored, ...], statements: tuple[Statement, ...]) -> tuple[Anchored, ...]:
    """The rows, none of them inside a statement that was refused."""
    ids = {s.id for s in statements}
    return tuple(r if r.inside is None or r.inside in ids else replace(r, inside=None) for r in rows)


# ---------------------------------------------------------------- events and figures


def _fault_of_event(told: Happening | Figure, text: str) -> Problem | None:
    """The first wrong span of a happening or a figure; each of its parts is one stretch."""
    stretches = (_fault_of_stretch(part, text) for part in (told.words, _when(told).words) if part)
    inner = (_fault_of_span(span, text) for span in _inner(told))
    return next((fault for fault in chain(stretches, inner) if fault), None)


def _when(told: Happening | Figure) -> Said:
    return told.when if isinstance(told, Happening) else told.as_of


def _inner(told: Happening | Figure) -> Iterator[Span]:
    if isinstance(told, Happening):
        yield told.trigger
        yield from (actor.span for actor in told.actors)
        return
    yield from (part.span for part in told.parts)
    if told.source:
        yield told.source.span


def _fault_of_stretch(part: Part, text: str) -> Problem | None:
    return _problem(part.spans[0], part.text) if len(part.spans) > 1 else _fault_of_part(part, text)


# ---------------------------------------------------------------- the article


def _article(article: Article) -> tuple[Article, list[Problem]]:
    """The article without a dateline or blocks that reach beyond its text."""
    good = [n for n, block in enumerate(article.blocks) if _within(block.span, article.text)]
    odd = [_problem(b.span, "") for b in article.blocks if not _within(b.span, article.text)]
    dateline = article.dateline
    if dateline and not _within(dateline.span, article.text):
        odd.append(_problem(dateline.span, ""))
        dateline = None
    return replace(article, dateline=dateline, blocks=_renumbered(article.blocks, good)), odd


def _within(span: Span, text: str) -> bool:
    """Whether the span lies within the text; a line may be empty."""
    return 0 <= span.start <= span.stop <= len(text)


def _renumbered(blocks: tuple[Block, ...], good: list[int]) -> tuple[Block, ...]:
    """The good blocks, pointing at each other by their new places."""
    place = {before: now for now, before in enumerate(good)}
    return tuple(
        replace(blocks[n], repeats=place.get(repeats) if (repeats := blocks[n].repeats) is not None else None) for n in good
    )


# ---------------------------------------------------------------- characters


def whole(reading: Reading, unfit: re.Pattern[str]) -> Reading:
    """The reading with U+FFFD for every character that the store cannot hold, and a problem that says so.

    No store holds half a character (a lone surrogate). One takes the place of one, so all spans stay true.
    """
    mended: Reading = _mended(reading, unfit)
    path = mended.article.path
    return replace(mended, problems=(*mended.problems, Problem(Code.BROKEN_BYTES, STAGE, path=path)))


def _mended(value: Any, unfit: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return type(value)(without(value, unfit))
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(_mended(one, unfit) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _mended(getattr(value, f.name), unfit) for f in fields(value)})
    return value


def without(text: str, unfit: re.Pattern[str]) -> str:
    """The text with U+FFFD for every unfit character."""
    return unfit.sub(lambda found: "\ufffd" * len(found[0]), text)
