"""The statements of a record as columns in memory: what counts and sorts all of them within milliseconds.

SQLite finds rows well and counts many of them slowly. A reader in the browser wants both at once, over every search: how
many fit, from which outlets, by whom, when. So what is counted is held as arrays of small numbers, some forty bytes a
statement, and only the rows of one page are fetched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from verbale.model import Speech
from verbale.people.sides import side_name
from verbale.store.chronicle import Events, Figures, events, figures
from verbale.store.codes import (
    Codes,
    Days,
    Mask,
    Names,
    Numbers,
    codes,
    day,
    inverse,
    narrow,
    numbers,
    numbers_of,
    places_of,
)
from verbale.store.file import File, Row
from verbale.store.spellings import Bearers, Known, Meeting

CHUNK = 10_000
"""So many rows are fetched at once."""
KINDS = tuple(Speech)


@dataclass(frozen=True, slots=True)
class Somebody:
    """A speaker: a person of the join, or before it a name."""

    id: str
    """Of the person; empty where the join knows none."""
    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """All articles, by date of publication, those without one last."""

    number: Numbers
    outlet: Codes
    """-1 where unknown."""
    language: Codes
    day: Codes
    """20310509; 20310500 for a month alone; 0 where unknown."""
    place: Codes
    """Of each number of an article, its place in the other columns; -1 where there is none."""


@dataclass(frozen=True, slots=True)
class Columns:
    """All statements in the order in which they are shown: articles by date of publication, then as they stand in the text."""

    shelf: Shelf
    number: Numbers
    dated: int
    """So many statements, of articles with a date, stand before those of articles without one."""
    article: Codes
    """Place of the article on the shelf."""
    outlet: Codes
    """As on the shelf, so that nothing need be looked up there for each of many."""
    language: Codes
    kind: Codes
    speaker: Codes
    """Place in `speakers`; -1 where unknown."""
    hidden: Mask
    """Whether people ruled that it is no statement."""
    first: Codes
    """First full day on which it may have been said, else of publication; 0 where neither is known."""
    last: Codes
    saying: Codes
    """A number for the saying it carries; -1 where nobody else carries it or the join knows none."""
    sayings: int
    """So many numbers of sayings there are."""
    act: Codes
    """Place in `acts`; -1 where the join tells none."""
    stance: Codes
    """Place in `stances`; -1 where the join tells none."""
    topic: Codes
    """Places in `topics`: of each statement its first, then of each its second, and so on; -1 where it has no more."""
    place: Codes
    """Of each number of a statement, its place in the other columns; -1 where there is none."""
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    acts: tuple[str, ...]
    stances: tuple[str, ...]
    topics: tuple[str, ...]
    """Ids."""
    speakers: tuple[Somebody, ...]
    actor: Codes
    """Of each speaker, place in `actors`; -1 for one whom the join does not know."""
    actors: tuple[Somebody, ...]
    """Those who hold something: countries and unions, without an id, with all who speak for them, and whoever speaks for none."""
    speaking: Bearers
    """Places of speakers by their names."""
    persons: tuple[Somebody, ...]
    """Everybody, the most named first, whether they speak or not."""
    known: Known
    """Places of persons by their names."""
    events: Events
    figures: Figures

    def __len__(self) -> int:
        return len(self.number)

    def places(self, numbers: Numbers) -> Codes:
        """Where statements of these numbers stand, in order; those that came later are left out."""
        return _there(self.place, numbers)

    def article_places(self, numbers: Numbers) -> Codes:
        """Where articles of these numbers stand on the shelf, in order."""
        return _there(self.shelf.place, numbers)


def _there(place: Codes, numbers: Numbers) -> Codes:
    """The places of what has one, in order."""
    found = places_of(place, numbers)
    return np.sort(found[found >= 0])


def columns(file: File) -> Columns:
    """The columns of a record as it stands now, and as the last join left it."""
    outlets, languages, acts, stances = Names(), Names(), Names(), Names()
    persons = tuple(Somebody(row["id"], row["name"], row["kind"]) for row in file.ask("person_columns"))
    known = Known(((one.id, one.name) for one in persons), file.ask("all_names"))
    shelf = _shelf(file.ask("article_columns"), outlets, languages)
    met = Meeting(known)
    told = _statements(file, met, acts, stances)
    article = places_of(shelf.place, told.pop("article"))
    order = np.lexsort((-told.pop("stop"), told.pop("start"), article)).astype(np.int32)
    article = article[order]
    told = {name: column[order] for name, column in told.items()}
    place = inverse(told["number"])
    topic, topics = _abouts(file, place, len(order))
    saying = _sayings(file, place, len(order))
    speakers = _speakers(met.all(), persons)
    actor, actors = _actors(speakers, {row["person"]: side_name(row["code"]) for row in file.ask("sides")})
    return Columns(
        shelf,
        **told,
        dated=int(np.searchsorted(article, np.count_nonzero(shelf.day))),
        article=article,
        outlet=shelf.outlet[article],
        language=shelf.language[article],
        hidden=np.isin(told["number"], numbers_of(file.ask("rejected"))),
        saying=saying,
        sayings=int(saying.max(initial=-1)) + 1,
        topic=topic,
        place=place,
        outlets=outlets.all(),
        languages=languages.all(),
        acts=acts.all(),
        stances=stances.all(),
        topics=topics,
        speakers=speakers,
        actor=actor,
        actors=actors,
        speaking=met.bearers(),
        persons=persons,
        known=known,
        events=events(file, known),
        figures=figures(file, known),
    )


# ---------------------------------------------------------------- articles


def _shelf(rows: list[Row], outlets: Names, languages: Names) -> Shelf:
    number = np.array([row["number"] for row in rows], np.int64)
    return Shelf(
        number,
        outlet=narrow(codes(outlets[row["outlet"]] for row in rows)),
        language=narrow(codes(languages[row["language"]] for row in rows)),
        day=codes(day(row["published"]) for row in rows),
        place=inverse(number),
    )


# ---------------------------------------------------------------- statements


def _statements(file: File, speakers: Meeting, acts: Names, stances: Names) -> dict[str, Codes]:
    """What is counted of statements, by the names of the columns, in the order in which they were added."""
    days, after = Days(), 0
    forms: Mapping[str, Callable[[Any], int]] = {
        **dict.fromkeys(("number", "article", "start", "stop"), int),
        "kind": {str(kind): n for n, kind in enumerate(KINDS)}.__getitem__,
        "speaker": speakers.__getitem__,
        **dict.fromkeys(("first", "last"), days.__getitem__),
        "act": acts.__getitem__,
        "stance": stances.__getitem__,
    }
    chunks: dict[str, list[Codes]] = {name: [codes(())] for name in forms}
    while rows := file.ask("statement_columns", after=after, limit=CHUNK):
        cells: dict[str, Iterable[Any]] = dict(zip(rows[0].keys(), zip(*rows, strict=True), strict=True))
        cells["speaker"] = zip(cells["person"], cells["speaker"], strict=True)
        for name, form in forms.items():
            chunks[name].append(np.fromiter(map(form, cells[name]), np.int64 if name == "number" else np.int32))
        after = rows[-1]["number"]
    return {name: narrow(np.concatenate(chunks.pop(name))) for name in forms}


def _speakers(met: Iterable[int | str], persons: Sequence[Somebody]) -> tuple[Somebody, ...]:
    return tuple(persons[one] if isinstance(one, int) else Somebody("", one) for one in met)


def _actors(speakers: Sequence[Somebody], sides: Mapping[str, str]) -> tuple[Codes, tuple[Somebody, ...]]:
    """For whom each speaker speaks, as codes, and who these are."""
    made: dict[Somebody, int] = {}
    actors = (Somebody("", sides[one.id]) if one.id in sides else one for one in speakers)
    found = codes(made.setdefault(actor, len(made)) if one.id else -1 for one, actor in zip(speakers, actors, strict=True))
    return found, tuple(made)


def _sayings(file: File, place: Codes, size: int) -> Codes:
    """A number for each saying that several statements carry, beside each of these."""
    (row,) = file.ask("shared_columns")
    saying: Codes = np.full(size, -1, np.int32)
    places = places_of(place, numbers(row["numbers"]))
    saying[places[places >= 0]] = numbers(row["codes"])[places >= 0]
    return saying


def _abouts(file: File, place: Codes, size: int) -> tuple[Codes, tuple[str, ...]]:
    """The topics of all statements in as many rows as one of them has topics, and what these are."""
    rows, names = file.ask("about_columns"), Names()
    topic: Codes = np.full((max((row["n"] + 1 for row in rows), default=0), size), -1, np.int16)
    for row in rows:
        places = places_of(place, numbers(row["numbers"]))
        topic[row["n"], places[places >= 0]] = names[row["topic"]]
    return narrow(topic), names.all()
