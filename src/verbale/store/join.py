"""Join what several articles say: who everybody is, whose text is a copy, what happened, what is done in saying it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import nullcontext
from sys import intern
from typing import Any

from verbale.people import Doubt, People, Person, Sighting, people
from verbale.people.sighting import Head, of_mention, of_speaker, spoken
from verbale.processes import tidied_seldom
from verbale.store import fetch, told
from verbale.store.acts import join_acts
from verbale.store.copies import join_copies
from verbale.store.events import join_events, told_before
from verbale.store.file import File, Row
from verbale.store.lasting import lasting
from verbale.store.rulings import settle
from verbale.store.sides import join_sides
from verbale.store.spread import Spread, spread
from verbale.store.utterances import join_utterances

ARTICLES = 1000
"""So many articles are fetched at once."""
Values = Iterator[dict[str, Any]]


def join(file: File, *, jobs: int = 1, over: Spread | None = None) -> None:
    """Make all that is derived anew, with so many processes for what hangs on one block of rows alone, or `over` others.

    The first join depends on what was observed and told alone, not on the order of adding; a later one differs from it in
    nothing but ids, which go on as they were given.
    """
    with nullcontext(over) if over else spread(jobs) as several, tidied_seldom(), file.transaction():
        settle(file)
        found = joined(file)
        given_up = frozenset(row["id"] for row in file.ask("former_ids"))
        ids, happened = kept_ids(identities(file), found, given_up), told_before(file)
        _remember(file, ids)
        said_by = attributions(file)
        file.put("drop_persons", [{}])
        file.put("drop_doubts", [{}])
        _write_persons(file, found.persons, ids)
        _write_identities(file, found, ids)
        file.put("add_doubt", _doubts(found.doubtful))
        join_copies(file, several)
        join_utterances(file, several, renamed=_renamed(file, said_by))
        join_events(file, happened)
        join_acts(file, several)
        join_sides(file, found.persons, ids)


def joined(file: File) -> People:
    """Who everybody is, by all that the record holds now."""
    of_names = [j for j in told.judgements(file) if not j.of_statements]
    return people(seen(file), judgements=of_names, known=told.known(file))


# ---------------------------------------------------------------- what is seen


def seen(file: File) -> Iterator[Sighting]:
    """All mentions and speakers of the record, some articles at a time."""
    after = 0
    while rows := file.ask("article_heads", after=after, limit=ARTICLES):
        heads = {row["number"]: Head(row["id"], row["language"], row["published"], row["outlet"]) for row in rows}
        yield from _seen_in(file, heads)
        after = rows[-1]["number"]


def _seen_in(file: File, heads: dict[int, Head]) -> Iterator[Sighting]:
    """What the articles of these numbers name."""
    first, last = min(heads), max(heads)
    for row in file.ask("mentions_between", first=first, last=last):
        if found := of_mention(heads[row["article"]], row["n"], fetch.mention(row)):
            yield found
    for row in file.ask("speakers_between", first=first, last=last):
        speaker = fetch.speaker(row)
        if speaker and (found := of_speaker(heads[row["article"]], row["n"], speaker)):
            yield found


# ---------------------------------------------------------------- ids that go on


def identities(file: File) -> Iterator[tuple[str, int, str]]:
    """Article, number and person of each sighting, as the join before left them."""
    return ((row["article"], row["n"], row["person"]) for row in file.ask("identities"))


def kept_ids(before: Iterable[tuple[str, int, str]], found: People, given_up: Collection[str] = frozenset()) -> list[str]:
    """An id for each person: that which the join before gave to most of the person's sightings, else its own.

    Where one falls apart again, whoever had an id `given_up` when they were made one has it back.
    """
    shared: Counter[tuple[str, int]] = Counter()
    for article, n, old in before:
        place = found.of.get(article, {}).get(n)
        if place is not None:
            shared[old, place] += 1
    own = [person.id for person in found.persons]
    heirs = Counter(old for old, _ in shared)
    back = [(old, place) for old, place in shared if heirs[old] > 1 and own[place] in given_up]
    for claim in back:
        del shared[claim]
    return lasting("p", own, shared)


def _remember(file: File, ids: Iterable[str]) -> None:
    """Keep by which names those are found again whose ids do not go on; asked before anything is dropped."""
    gone = {row["id"] for row in file.ask("person_ids")}.difference(ids)
    file.put("add_former", ({"id": id_} for id_ in sorted(gone)))


def attributions(file: File) -> dict[int, str]:
    """The person of each statement that has one; a person's id is held once, for many statements."""
    return {row["statement"]: intern(row["person"]) for row in file.ask("attributions")}


def _renamed(file: File, said_by: Mapping[int, str]) -> set[int]:
    """The statements that had another person before this join."""
    now = attributions(file) if said_by else {}
    return {number for number, person in said_by.items() if now.get(number) != person}


# ---------------------------------------------------------------- rows


def _write_persons(file: File, persons: Iterable[Person], ids: list[str]) -> None:
    for person, id_ in zip(persons, ids, strict=True):
        plain = ("name", "kind", "gender", "first", "last", "articles")
        times = sum(spelling.times for spelling in person.names)
        file.put("add_person", [{"id": id_, "mentions": times, **{name: getattr(person, name) for name in plain}}])
        file.put("add_person_name", ({"person": id_, "name": s.name, "times": s.times} for s in person.names))
        file.put("add_person_known", ({"person": id_, "n": n, "id": known} for n, known in enumerate(person.ids)))
        file.put("add_tenure", _tenures(id_, person))


def _tenures(id_: str, person: Person) -> Values:
    for n, held in enumerate(person.tenures):
        row = {name: getattr(held, name) for name in ("role", "office", "first", "last", "times")}
        yield {"person": id_, "n": n, **row}


def _write_identities(file: File, found: People, ids: list[str]) -> None:
    numbers = {row["id"]: row["number"] for row in _all_heads(file)}
    everybody = [(numbers[article], n, ids[place]) for article, of in found.of.items() for n, place in of.items()]
    file.put("add_identity", ({"article": a, "n": n, "person": p} for a, n, p in everybody if n >= 0))
    file.put("add_attribution", ({"article": a, "n": spoken(n), "person": p} for a, n, p in everybody if n < 0))


def _all_heads(file: File) -> list[Row]:
    return file.ask("article_heads", after=0, limit=-1)


def _doubts(doubtful: Iterable[Doubt]) -> Values:
    for n, doubt in enumerate(doubtful):
        pair = {**told.anchor_row("one", doubt.one), **told.anchor_row("two", doubt.two)}
        why = json.dumps(doubt.why, ensure_ascii=False)
        yield {"n": n, **pair, "score": doubt.score, "times": doubt.times, "why": why}
