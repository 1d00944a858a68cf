"""Happenings and figures as single places of an article tell them: written as rows and fetched again."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from verbale.model import Actor, Figure, Happening, Kind, Quantity, Reading, Status, digest
from verbale.store.cells import span, stretch, when, when_cells, word
from verbale.store.file import File, Row, Values
from verbale.text import Span

# ---------------------------------------------------------------- writing


def write_happenings(file: File, article: int, happenings: Sequence[Happening]) -> None:
    """Write the happenings of the article of that number; the caller holds the transaction."""
    if not happenings:
        return
    file.leave("add_happening", (_happening_row(article, n, h) for n, h in enumerate(happenings)))
    numbers = [row["number"] for row in file.ask("happenings_of_article", article=article)]
    several = zip(numbers, happenings, strict=True)
    file.leave("add_happening_actor", (row for number, happening in several for row in _actor_rows(number, happening.actors)))


def write_figures(file: File, article: int, reading: Reading) -> None:
    """Write the figures of a reading, whose article has that number."""
    if not reading.figures:
        return
    file.leave("add_figure", (_figure_row(article, n, f, reading.article.id) for n, f in enumerate(reading.figures)))
    numbers = [row["number"] for row in file.ask("figures_of_article", article=article)]
    several = zip(numbers, reading.figures, strict=True)
    file.leave("add_figure_part", (row for number, figure in several for row in _part_rows(number, figure.parts)))


def _happening_row(article: int, n: int, happening: Happening) -> Values:
    told = {name: getattr(happening, name) for name in ("what", "status", "place", "inside")}
    trigger = {"trigger_start": happening.trigger.start, "trigger_stop": happening.trigger.stop}
    return {"article": article, "n": n, **told, **_words(happening), **trigger, **when_cells(happening.when)}


def _figure_row(article: int, n: int, figure: Figure, article_id: str) -> Values:
    told = {name: getattr(figure, name) for name in ("measure", "value", "unit", "place", "inside")}
    id_ = digest("f", article_id, str(n), figure.measure, figure.words.text)
    cells = {**told, **_words(figure), **_source_cells(figure.source), **when_cells(figure.as_of)}
    return {"id": id_, "article": article, "n": n, **cells}


def _words(told: Happening | Figure) -> dict[str, Any]:
    why = json.dumps(list(told.why), ensure_ascii=False)
    return {**told.words.spans[0]._asdict(), "words": told.words.text, "why": why}


def _source_cells(source: Actor | None) -> Values:
    start, stop = source.span if source else (None, None)
    name, kind = (source.name, source.kind) if source else (None, None)
    return {"source_start": start, "source_stop": stop, "source_name": name, "source_kind": kind}


def _actor_rows(happening: int, actors: Iterable[Actor]) -> Iterator[Values]:
    for n, actor in enumerate(actors):
        yield {"happening": happening, "n": n, **actor.span._asdict(), "name": actor.name, "kind": actor.kind}


def _part_rows(figure: int, parts: Iterable[Quantity]) -> Iterator[Values]:
    for n, part in enumerate(parts):
        yield {"figure": figure, "n": n, "name": part.name, "value": part.value, **part.span._asdict()}


# ---------------------------------------------------------------- fetching


def happenings(file: File, numbers: Sequence[int]) -> tuple[Happening, ...]:
    """The happenings of these numbers, in this order."""
    wanted = json.dumps(list(numbers))
    rows = {row["number"]: row for row in file.ask("happening_rows", numbers=wanted)}
    actors: dict[int, list[Actor]] = defaultdict(list)
    for row in file.ask("happening_actors", numbers=wanted):
        actors[row["happening"]].append(Actor(_span(row), row["name"], word(Kind, row["kind"])))
    return tuple(_happening(rows[n], actors[n]) for n in numbers)


def figures(file: File, numbers: Sequence[int]) -> tuple[Figure, ...]:
    """The figures of these numbers, in this order."""
    wanted = json.dumps(list(numbers))
    rows = {row["number"]: row for row in file.ask("figure_rows", numbers=wanted)}
    parts: dict[int, list[Quantity]] = defaultdict(list)
    for row in file.ask("figure_parts", numbers=wanted):
        parts[row["figure"]].append(Quantity(row["name"], row["value"], _span(row)))
    return tuple(_figure(rows[n], parts[n]) for n in numbers)


def _happening(row: Row, actors: Iterable[Actor]) -> Happening:
    return Happening(
        what=row["what"],
        status=word(Status, row["status"]),
        words=stretch(row),
        trigger=Span(row["trigger_start"], row["trigger_stop"]),
        actors=tuple(actors),
        when=when(row),
        place=row["place"],
        inside=row["inside"],
        why=tuple(json.loads(row["why"])),
    )


def _figure(row: Row, parts: Iterable[Quantity]) -> Figure:
    return Figure(
        measure=row["measure"],
        value=row["value"],
        words=stretch(row),
        unit=row["unit"],
        parts=tuple(parts),
        source=_source(row),
        as_of=when(row),
        place=row["place"],
        inside=row["inside"],
        why=tuple(json.loads(row["why"])),
    )


def _source(row: Row) -> Actor | None:
    place = span(row["source_start"], row["source_stop"])
    return place and Actor(place, row["source_name"], word(Kind, row["source_kind"]))


def _span(row: Row) -> Span:
    return Span(row["start"], row["stop"])
