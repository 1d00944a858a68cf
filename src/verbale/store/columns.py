"""The statements of a record as columns in memory: what counts and sorts all of them within milliseconds.

SQLite finds rows well and counts many of them slowly. A reader in the browser wants both at once, over every search: how
many fit, from which outlets, by whom, when. So what is counted is held as arrays of small numbers, some thirty bytes a
statement, and only the rows of one page are fetched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verbale.model import Speech
from verbale.people.sides import side_name
from verbale.store.file import File, Row
from verbale.store.search import folded

Numbers = NDArray[np.int64]
Codes = NDArray[np.int32]
CHUNK = 20_000
"""So many rows are fetched at once."""
KINDS = tuple(Speech)


class Names:
    """Values by code, in the order in which they were first met."""

    def __init__(self) -> None:
        self.code: dict[str, int] = {}

    def of(self, name: str) -> int:
        return self.code.setdefault(name, len(self.code))

    def all(self) -> tuple[str, ...]:
        return tuple(self.code)


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
    day: Numbers
    """20310509; 20310500 for a month alone; 0 where unknown."""
    place: Numbers
    """Of each number of an article, its place in the other columns; -1 where there is none."""


@dataclass(frozen=True, slots=True)
class Columns:
    """All statements in the order in which they are shown: articles by date of publication, then as they stand in the text."""

    shelf: Shelf
    number: Numbers
    article: Codes
    """Place of the article on the shelf."""
    outlet: Codes
    """As on the shelf, so that nothing need be looked up there for each of many."""
    language: Codes
    kind: Codes
    speaker: Codes
    """Place in `speakers`; -1 where unknown."""
    hidden: NDArray[np.bool_]
    """Whether people ruled that it is no statement."""
    first: Numbers
    """First full day on which it may have been said, else of publication; 0 where neither is known."""
    last: Numbers
    saying: Codes
    """The utterance it carries, numbered from 0; -1 where the join knows none."""
    act: Codes
    """Place in `acts`; -1 where the join tells none."""
    stance: Codes
    """Place in `stances`; -1 where the join tells none."""
    about: Numbers
    """Places of statements, each as often as it has topics."""
    topic: Codes
    """The topic that `about` at the same place has, a place in `topics`."""
    place: Numbers
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
    spellings: tuple[tuple[str, int], ...]
    """Names of speakers in small letters without accents, each with the place of the speaker."""
    persons: tuple[Somebody, ...]
    """Everybody, the most named first, whether they speak or not."""
    person_spellings: tuple[tuple[str, int], ...]
    """As `spellings`, of `persons`."""

    def __len__(self) -> int:
        return len(self.number)

    def places(self, numbers: Numbers) -> Numbers:
        """Where statements of these numbers stand, in order; those that came later are left out."""
        return _places(self.place, numbers)

    def article_places(self, numbers: Numbers) -> Numbers:
        """Where articles of these numbers stand on the shelf, in order."""
        return _places(self.shelf.place, numbers)


def columns(file: File) -> Columns:
    """The columns of a record as it stands now, and as the last join left it."""
    outlets, languages, speakers = Names(), Names(), _Speakers()
    sayings, acts, stances, topics = Names(), Names(), Names(), Names()
    shelf = _shelf(file.ask("article_columns"), outlets, languages)
    rows = np.concatenate([np.zeros((0, 11), np.int64), *_chunks(file, speakers, (sayings, acts, stances))])
    article = _places_of(shelf.place, rows[:, 1])
    order = np.lexsort((-rows[:, 3], rows[:, 2], article))
    rows = rows[order]
    place = _inverse(rows[:, 0])
    abouts = [(row["statement"], topics.of(row["topic"])) for row in file.ask("all_abouts")]
    about = np.array(abouts, np.int64).reshape(-1, 2)
    persons = tuple(Somebody(row["id"], row["name"], row["kind"]) for row in file.ask("person_columns"))
    names = [(row["person"], row["name"]) for row in file.ask("all_names")]
    known = speakers.known(persons)
    actor, actors = _actors(known, {row["person"]: side_name(row["code"]) for row in file.ask("sides")})
    return Columns(
        shelf,
        number=rows[:, 0].copy(),
        article=article[order].astype(np.int32),
        outlet=shelf.outlet[article[order]],
        language=shelf.language[article[order]],
        kind=rows[:, 4].astype(np.int32),
        speaker=rows[:, 5].astype(np.int32),
        hidden=np.isin(rows[:, 0], numbers_of(file.ask("rejected"))),
        first=rows[:, 6].copy(),
        last=rows[:, 7].copy(),
        saying=rows[:, 8].astype(np.int32),
        act=rows[:, 9].astype(np.int32),
        stance=rows[:, 10].astype(np.int32),
        about=_places_of(place, about[:, 0]),
        topic=about[:, 1].astype(np.int32),
        place=place,
        outlets=outlets.all(),
        languages=languages.all(),
        acts=acts.all(),
        stances=stances.all(),
        topics=topics.all(),
        speakers=known,
        actor=actor,
        actors=actors,
        spellings=speakers.spellings(names),
        persons=persons,
        person_spellings=_spellings(names, {person.id: n for n, person in enumerate(persons)}),
    )


def matching(spellings: Iterable[tuple[str, int]], wanted: str) -> list[int]:
    """The places of those who bear a name with all words of `wanted`, or their beginnings, in order."""
    parts = folded(wanted).split()
    if not parts:
        return []
    return sorted({place for name, place in spellings if all(f" {part}" in name for part in parts)})


def day(date: str | None) -> int:
    """A date as a number that sorts: 2031-05-09 gives 20310509, 2031-05 gives 20310500; 0 for none."""
    digits = (date or "")[:10].replace("-", "")
    return int(digits.ljust(8, "0")) if digits.isdecimal() else 0


def numbers_of(rows: list[Row]) -> Numbers:
    """Numbers that SQLite put together in one string, which is much quicker than as many rows."""
    return np.fromstring(rows[0]["numbers"] or "", dtype=np.int64, sep=",")


# ---------------------------------------------------------------- articles


def _shelf(rows: list[Row], outlets: Names, languages: Names) -> Shelf:
    number = np.array([row["number"] for row in rows], np.int64)
    return Shelf(
        number,
        outlet=np.array([-1 if row["outlet"] is None else outlets.of(row["outlet"]) for row in rows], np.int32),
        language=np.array([languages.of(row["language"]) for row in rows], np.int32),
        day=np.array([day(row["published"]) for row in rows], np.int64),
        place=_inverse(number),
    )


def _inverse(numbers: Numbers) -> Numbers:
    place = np.full(int(numbers.max()) + 1 if len(numbers) else 1, -1, np.int64)
    place[numbers] = np.arange(len(numbers))
    return place


def _places_of(place: Numbers, numbers: Numbers) -> Numbers:
    """The place of each number; -1 for one that came after the places were made."""
    known = numbers < len(place)
    found = np.full(len(numbers), -1, np.int64)
    found[known] = place[numbers[known]]
    return found


def _places(place: Numbers, numbers: Numbers) -> Numbers:
    found = _places_of(place, numbers)
    return np.sort(found[found >= 0])


# ---------------------------------------------------------------- statements


class _Speakers:
    """Speakers as they are met: by person where the join knows one, else by name."""

    def __init__(self) -> None:
        self.code: dict[tuple[str, str], int] = {}
        self.names: dict[int, set[str]] = defaultdict(set)

    def of(self, name: str | None, person: str | None) -> int:
        if name is None:
            return -1
        code = self.code.setdefault((person, "") if person else ("", name), len(self.code))
        self.names[code].add(name)
        return code

    def known(self, persons: Iterable[Somebody]) -> tuple[Somebody, ...]:
        by_id = {person.id: person for person in persons}
        return tuple(by_id.get(id_) or Somebody(id_, name) for id_, name in self.code)

    def spellings(self, names: Iterable[tuple[str, str]]) -> tuple[tuple[str, int], ...]:
        """Those that articles use for a speaker, and those that the join knows."""
        own = ((name, code) for code, some in self.names.items() for name in some)
        joined = ((name, code) for id_, name in names if (code := self.code.get((id_, ""))) is not None)
        return tuple({(f" {folded(name)}", code) for some in (own, joined) for name, code in some})


def _actors(speakers: Sequence[Somebody], sides: Mapping[str, str]) -> tuple[Codes, tuple[Somebody, ...]]:
    """For whom each speaker speaks, as codes, and who these are."""
    made: dict[Somebody, int] = {}
    codes = [-1] * len(speakers)
    for n, one in enumerate(speakers):
        if one.id:
            actor = Somebody("", sides[one.id]) if one.id in sides else one
            codes[n] = made.setdefault(actor, len(made))
    return np.array(codes, np.int32), tuple(made)


def _spellings(names: Iterable[tuple[str, str]], place: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple((f" {folded(name)}", place[id_]) for id_, name in names if id_ in place)


def _chunks(file: File, speakers: _Speakers, named: tuple[Names, Names, Names]) -> Iterator[Numbers]:
    """Number, article, start, stop, kind, speaker, first and last day, utterance, act and stance of each statement."""
    kinds = {str(kind): n for n, kind in enumerate(KINDS)}
    sayings, acts, stances = named
    after = 0
    while rows := file.ask("statement_columns", after=after, limit=CHUNK):
        heads = [(*_cells(row, kinds), speakers.of(row["speaker"], row["person"])) for row in rows]
        tails = [
            (*_days(row), _code(row["utterance"], sayings), _code(row["act"], acts), _code(row["stance"], stances))
            for row in rows
        ]
        yield np.hstack([np.array(heads, np.int64), np.array(tails, np.int64)])
        after = rows[-1]["number"]


def _cells(row: Row, kinds: dict[str, int]) -> tuple[int, ...]:
    return row["number"], row["article"], row["start"], row["stop"], kinds.get(row["kind"], -1)


def _days(row: Row) -> tuple[int, int]:
    return day(row["first_day"]), day(row["last_day"])


def _code(word: str | None, names: Names) -> int:
    return -1 if word is None else names.of(word)
