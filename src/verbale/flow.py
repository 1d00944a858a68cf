"""The order of things: how an article is read, and how readings are joined. Only this file knows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from verbale.clean import bare, clean
from verbale.errors import Code
from verbale.events import happenings
from verbale.figures import figures
from verbale.find import find
from verbale.label import label
from verbale.model import SHIPPED, Article, Given, Labels, Outlets, Problem, Reading, Source, Split
from verbale.refer import refer
from verbale.setting import setting
from verbale.split import split

BATCH = 16
"""So many articles go through the models together."""


def read(source: Source | str, *, outlets: Outlets = SHIPPED, **given: str | None) -> Reading:
    """What one article says. A plain string is taken as the text, `given` as what is known beside it (see `Given`);
    `outlets` are media that count beside those that ship, and before them.

    Pure: the same source gives the same reading on any machine.
    """
    if isinstance(source, str):
        source = Source(source, given=Given(**given))
    return next(read_many([source], outlets=outlets))


def read_many(sources: Iterable[Source], *, batch: int = BATCH, outlets: Outlets = SHIPPED) -> Iterator[Reading]:
    """Readings of many articles, in the order of the sources; models see `batch` articles at a time."""
    waiting: list[Source] = []
    for source in sources:
        waiting.append(source)
        if len(waiting) == batch:
            yield from _safely(waiting, outlets)
            waiting = []
    yield from _safely(waiting, outlets)


def _safely(sources: Sequence[Source], outlets: Outlets) -> list[Reading]:
    """A fault of Verbale in one article never costs the others: the batch is read one by one, the faulty one told."""
    try:
        return list(_read(sources, outlets))
    except Exception as fault:
        if len(sources) > 1:
            return [reading for source in sources for reading in _safely([source], outlets)]
        problem = Problem(Code.FAILED, "flow", f"{type(fault).__name__}: {fault}", None, sources[0].path)
        return [Reading(bare(sources[0]), problems=(*sources[0].problems, problem))]


def _read(sources: Sequence[Source], outlets: Outlets) -> Iterator[Reading]:
    begun = [clean(source) for source in sources]
    parts = [split(article) for article, _ in begun]
    labels = _label([article for article, _ in begun], parts)
    for source, (cleaned, doubts), part, labelled in zip(sources, begun, parts, labels, strict=True):
        article = replace(cleaned, outlets=outlets)
        statements = setting(article, labelled, refer(article, labelled, find(article, labelled)))
        mentions = tuple(m for sentence in labelled for m in sentence.mentions if m.name)
        problems = (*source.problems, *doubts, *part.problems)
        happened = happenings(article, labelled, statements)
        counted = figures(article, labelled, statements)
        yield Reading(cleaned, statements, mentions, problems, happened, counted)


def _label(articles: Sequence[Article], parts: Sequence[Split]) -> list[tuple[Labels, ...]]:
    """Labels of each article, those of one language in one batch."""
    out: list[tuple[Labels, ...]] = [()] * len(articles)
    for language in sorted({a.language for a, p in zip(articles, parts, strict=True) if p.sentences}):
        mine = [n for n, (a, p) in enumerate(zip(articles, parts, strict=True)) if a.language == language and p.sentences]
        for n, labels in zip(mine, label([(articles[n].text, parts[n]) for n in mine], language), strict=True):
            out[n] = labels
    return out
