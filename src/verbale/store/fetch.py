"""Rows back into records: what was written comes out as it went in."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from verbale.errors import Code
from verbale.model import (
    Act,
    Article,
    Block,
    Candidate,
    Condition,
    Dated,
    Dateline,
    Entry,
    Kind,
    Mention,
    Part,
    Problem,
    Reading,
    Role,
    Said,
    Speaker,
    Speech,
    Stance,
    Statement,
    Tie,
    Venue,
)
from verbale.store.cells import span, word
from verbale.store.file import File, Row
from verbale.store.happenings import figures, happenings
from verbale.store.rulings import mended, settled
from verbale.text import Span

PAGE = 256  # rows fetched at once: enough that questions cost little, few enough that a page is small in memory

Named = dict[str, dict[int, Part]]
"""The parts of a statement by name and number."""


def entries(file: File, numbers: Iterable[int], *, as_read: bool = False) -> Iterator[Entry]:
    """The statements of these numbers in this order, fetched a page at a time; no question stays open in between.

    They are as people corrected them, or `as_read`.
    """
    return _paged(numbers, lambda page: _entry_page(file, page) if as_read else _mended(file, page))


def articles(file: File, numbers: Iterable[int]) -> Iterator[Article]:
    """The articles of these numbers in this order, fetched a page at a time."""
    return _paged(numbers, lambda page: _article_page(file, page))


def reading(file: File, number: int) -> Reading:
    """All that is known of the article of this number."""
    (article,) = _article_page(file, [number])
    found = [row["number"] for row in file.ask("statements_of_article", article=number)]
    return Reading(
        article,
        tuple(entry.statement for entry in entries(file, found, as_read=True)),
        tuple(map(mention, file.ask("mentions", article=number))),
        tuple(map(problem, file.ask("problems_of_article", article=number))),
        happenings(file, [row["number"] for row in file.ask("happenings_of_article", article=number)]),
        figures(file, [row["number"] for row in file.ask("figures_of_article", article=number)]),
    )


def problem(row: Row) -> Problem:
    """The problem of a row."""
    return Problem(word(Code, row["code"]), row["stage"], row["words"], span(row["start"], row["stop"]), row["path"])


def _listed(text: str) -> list[Any]:
    """A JSON list; most are empty, and need not be read."""
    found: list[Any] = [] if text == "[]" else json.loads(text)
    return found


def _paged(numbers: Iterable[int], fetch: Callable[[list[int]], Iterable[Any]]) -> Iterator[Any]:
    numbers = list(numbers)
    for start in range(0, len(numbers), PAGE):
        yield from fetch(numbers[start : start + PAGE])


# ---------------------------------------------------------------- statements


def _entry_page(file: File, numbers: Sequence[int]) -> Iterator[Entry]:
    wanted = json.dumps(numbers)
    rows = {row["number"]: row for row in file.ask("statement_rows", numbers=wanted)}
    parts = _named(file.ask("parts", numbers=wanted))
    relays = _relays(file.ask("relays", numbers=wanted))
    terms = _conditions(file.ask("conditions", numbers=wanted), parts)
    return (_entry(rows[n], _statement(rows[n], parts[n], relays[n], terms[n])) for n in numbers if n in rows)


def _mended(file: File, numbers: Sequence[int]) -> Iterator[Entry]:
    held = settled(file, numbers)
    return (mended(entry, held.get(entry.id)) for entry in _entry_page(file, numbers))


def _named(rows: Iterable[Row]) -> dict[int, Named]:
    """Statement number, then name of the part, then its number among those of that name."""
    found: dict[int, Named] = defaultdict(lambda: defaultdict(dict))
    for (number, name, n), stretches in groupby(rows, itemgetter("statement", "name", "n")):
        found[number][name][n] = _part(list(stretches))
    return found


def _conditions(rows: Iterable[Row], parts: dict[int, Named]) -> dict[int, tuple[Condition, ...]]:
    found: dict[int, tuple[Condition, ...]] = defaultdict(tuple)
    for row in rows:
        number, n = row["statement"], row["n"]
        named = parts[number]
        found[number] += (Condition(named["condition"][n], word(Tie, row["tie"]), named["promise"].get(n)),)
    return found


def _part(rows: Sequence[Row]) -> Part:
    return Part(tuple(Span(r["start"], r["stop"]) for r in rows), tuple(r["words"] for r in rows))


def _relays(rows: Iterable[Row]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for row in rows:
        found[row["statement"]] += (row["name"],)
    return found


def _statement(row: Row, parts: Named, relays: tuple[str, ...], conditions: tuple[Condition, ...]) -> Statement:
    single = {name: found[0] for name, found in parts.items() if 0 in found}
    return Statement(
        id=row["id"],
        kind=word(Speech, row["kind"]),
        content=single["content"],
        cue=single.get("cue"),
        source=single.get("source"),
        speaker=speaker(row),
        addressee=single.get("addressee"),
        venue=_venue(row, single.get("venue")),
        said=Said(row["said_from"], row["said_to"], single.get("said"), row["said_basis"]),
        relays=relays,
        conditions=conditions,
        headline=bool(row["headline"]),
        implicit=bool(row["implicit"]),
        unquoted=bool(row["unquoted"]),
        inside=row["inside"],
        rule=row["rule"],
        score=row["score"],
        why=tuple(_listed(row["why"])),
        candidates=tuple(Candidate(*one) for one in _listed(row["candidates"])),
    )


def speaker(row: Row) -> Speaker | None:
    """The speaker of a statement's row."""
    if row["speaker"] is None:
        return None
    return Speaker(
        name=row["speaker"],
        kind=word(Kind, row["speaker_kind"]),
        role=row["speaker_role"],
        score=row["speaker_score"],
        decider=row["speaker_decider"],
        mention=span(row["speaker_start"], row["speaker_stop"]),
    )


def _venue(row: Row, words: Part | None) -> Venue | None:
    return Venue(words, row["venue_kind"], row["venue_place"]) if words else None


def _entry(row: Row, statement: Statement) -> Entry:
    head = ("path", "sha256", "url", "outlet", "title", "language", "published", "person", "called", "same")
    return Entry(
        statement,
        row["article_id"],
        **{name: row[name] for name in head},
        person_ids=tuple(_listed(row["person_ids"])),
        act=_act(row),
        topics=tuple(_listed(row["topics"])),
    )


def _act(row: Row) -> Act | None:
    """What the join knows of what is done in saying it."""
    if row["act"] is None:
        return None
    return Act(row["act"], row["target"], word(Stance, row["stance"]), tuple(_listed(row["act_why"])))


# ---------------------------------------------------------------- articles


def _article_page(file: File, numbers: Sequence[int]) -> Iterator[Article]:
    wanted = json.dumps(numbers)
    rows = {row["number"]: row for row in file.ask("article_rows", numbers=wanted)}
    blocks = defaultdict(list)
    for row in file.ask("blocks", numbers=wanted):
        blocks[row["article"]].append(Block(Span(row["start"], row["stop"]), word(Role, row["role"]), row["repeats"]))
    return (_article(rows[n], tuple(blocks[n])) for n in numbers if n in rows)


def _article(row: Row, blocks: tuple[Block, ...]) -> Article:
    plain = (
        "id",
        "text",
        "language",
        "path",
        "sha256",
        "url",
        "outlet",
        "title",
        "author",
        "published",
        "published_basis",
    )
    return Article(
        **{name: row[name] for name in plain},
        dateline=_dateline(row),
        agencies=tuple(json.loads(row["agencies"])),
        blocks=blocks,
        dates=tuple(Dated(*one) for one in json.loads(row["dates"])),
    )


def _dateline(row: Row) -> Dateline | None:
    place = span(row["dateline_start"], row["dateline_stop"])
    return place and Dateline(place, row["dateline_place"], row["dateline_date"], row["dateline_agency"])


def mention(row: Row) -> Mention:
    """The mention of a row."""
    return Mention(
        span=Span(row["start"], row["stop"]),
        kind=word(Kind, row["kind"]),
        name=row["name"],
        role=row["role"],
        gender=row["gender"],
        number=row["number"],
        pronoun=bool(row["pronoun"]),
    )
