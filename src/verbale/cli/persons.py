"""Persons and doubtful pairs as they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import click

from verbale.cli.options import Output
from verbale.cli.rows import Cells, Sheet, Stack, write
from verbale.cli.screen import screen, tell
from verbale.people import Doubt, Person, Tenure
from verbale.store import Profile, Record
from verbale.wording import counted, line

LABEL = 10
"""Columns before what is told of a person."""
SPELLINGS, OFFICES = 12, 8
"""So many are told on the screen; programs get all."""


def show_persons(record: Record, wanted: str, output: Output, *, kind: str | None, limit: int) -> None:
    """Write the persons of a name as rows; one alone, for a reader, in full."""
    found = _found(record, wanted, kind=kind, limit=limit)
    first = list(islice(found, 2))
    if len(first) == 1 and output.form in {None, "table"} and output.file == "-":
        _card(record.people.profile(first[0]))
        return
    profiles = (record.people.profile(person) for person in (*first, *found))
    if not write(profiles, PERSONS, output, record=record.path):
        click.echo(_nobody(record, wanted), err=True)


def show_doubts(record: Record, output: Output, *, limit: int) -> None:
    """Write the pairs worth a look as rows."""
    if not write(record.people.doubtful(limit=limit), DOUBTS, output, record=record.path):
        click.echo("No pair of names is doubtful.", err=True)


def _found(record: Record, wanted: str, *, kind: str | None, limit: int) -> Iterator[Person]:
    if wanted.startswith("p_"):
        return iter([record.people.one(wanted)])
    return record.people.find(wanted or None, kind=kind, limit=limit)


def _nobody(record: Record, wanted: str) -> str:
    name = f" of the name “{line(wanted)}”" if wanted else ""
    return f"{record.path} holds nobody{name}; what was read since the last join is not joined yet."


# ---------------------------------------------------------------- one person


def _card(profile: Profile) -> None:
    console = screen()
    for label, words in _told(profile):
        if words:
            tell(console, words, lead=f"{label:<{LABEL}}")


def _told(profile: Profile) -> Iterator[tuple[str, str]]:
    person = profile.person
    yield "who", f"{line(person.name)} ({person.kind})"
    yield "names", _several([f"{line(s.name)} {s.times:,}" for s in person.names], SPELLINGS)
    for n, tenure in enumerate(person.tenures[:OFFICES]):
        yield "" if n else "offices", office(tenure)
    yield "named", f"in {counted(person.articles, 'article')}{_months(person.first, person.last)}"
    yield "said", counted(profile.statements, "statement")
    yield "beside", ", ".join(f"{line(name)} {times:,}" for name, times in profile.beside)
    yield "for one", ", ".join(f"“{line(words)}” {place}" for words, place in profile.examples[:4])
    yield "known as", ", ".join(map(line, person.ids))
    yield "id", person.id


def office(tenure: Tenure) -> str:
    """`Foreign Minister, 2031-05 to 2031-09 (12 times)`."""
    return f"{line(tenure.role)}{_months(tenure.first, tenure.last)} ({counted(tenure.times, 'time')})"


def _months(first: str, last: str) -> str:
    if not first:
        return ""
    return f", {first}" if first == last else f", {first} to {last}"


def _several(words: list[str], most: int) -> str:
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return ", ".join(words[:most]) + more


# ---------------------------------------------------------------- rows


def _person_cells(profile: Profile) -> Cells:
    person = profile.person
    return (
        line(person.name),
        str(person.kind),
        line(person.tenures[0].role) if person.tenures else "",
        counted(person.articles, "article"),
        counted(profile.statements, "statement"),
        person.id,
        _several([line(s.name) for s in person.names], SPELLINGS),
    )


def _person_object(profile: Profile) -> dict[str, Any]:
    person = profile.person
    offices = ({"role": t.role, "office": t.office, "from": t.first, "to": t.last, "times": t.times} for t in person.tenures)
    return {
        "id": person.id,
        "name": person.name,
        "kind": str(person.kind),
        "gender": person.gender or None,
        "names": [{"name": s.name, "times": s.times} for s in person.names],
        "offices": list(offices),
        "first": person.first or None,
        "last": person.last or None,
        "articles": person.articles,
        "statements": profile.statements,
        "beside": [{"name": name, "articles": times} for name, times in profile.beside],
        "mentions": [{"name": name, "mention": place} for name, place in profile.examples],
        "ids": list(person.ids),
    }


def _person_flat(profile: Profile) -> dict[str, Any]:
    person = profile.person
    lists = {
        "names": (s.name for s in person.names),
        "offices": map(office, person.tenures),
        "beside": (name for name, _ in profile.beside),
        "mentions": (place for _, place in profile.examples),
        "ids": person.ids,
    }
    return {**_person_object(profile), **{name: " | ".join(words) for name, words in lists.items()}}


PERSONS = Sheet(
    header=("NAME", "KIND", "OFFICE", "ARTICLES", "SAID", "ID", "SPELLINGS"),
    cells=_person_cells,
    stacks=(Stack((0, 1, 2), 32), Stack((6, 3, 4, 5))),
    object=_person_object,
    flat=_person_flat,
    columns=tuple(
        "id name kind gender names offices first last articles statements beside mentions ids".split(),
    ),
)
"""Persons, the most named first."""


def _doubt_cells(doubt: Doubt) -> Cells:
    return f"{doubt.score:.2f}", f"{doubt.times:,}", line(str(doubt.one)), line(str(doubt.two)), line(" ".join(doubt.why))


def _doubt_object(doubt: Doubt) -> dict[str, Any]:
    pair = {"one": doubt.one._asdict(), "two": doubt.two._asdict()}
    return {**pair, "score": doubt.score, "times": doubt.times, "why": list(doubt.why)}


def _doubt_flat(doubt: Doubt) -> dict[str, Any]:
    names = (("one", doubt.one), ("two", doubt.two))
    pair = {which if key == "name" else f"{which}_{key}": value for which, a in names for key, value in a._asdict().items()}
    return {**pair, "score": doubt.score, "times": doubt.times, "why": " | ".join(doubt.why)}


DOUBTS = Sheet(
    header=("SCORE", "TIMES", "ONE", "TWO", "WHY"),
    cells=_doubt_cells,
    stacks=(Stack((0, 1), 6), Stack((2, 3), 32), Stack((4,))),
    object=_doubt_object,
    flat=_doubt_flat,
    columns=("one", "one_kind", "one_article", "two", "two_kind", "two_article", "score", "times", "why"),
)
"""Pairs of names worth a look; TIMES is how many mentions hang on it."""
