"""What a reader looks at page by page: hits, heads, rows by number. Each question fetches no more than it shows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Unpack

from verbale.model import Claim, Entry, Event, Problem, Utterance
from verbale.people import Doubt, Person
from verbale.store import events, fetch, sayings
from verbale.store.codes import Numbers, numbers_of
from verbale.store.columns import Columns, columns
from verbale.store.file import File, Row
from verbale.store.persons import Persons, doubt
from verbale.store.search import Carried, carried, fts
from verbale.store.tally import Tally
from verbale.store.topics import topical

OPEN, SHUT = "\x02", "\x03"
"""Stand around what is highlighted: signs that no text shows."""

BEGUN = 240
"""So many characters of an article are told in a list, as `heads.sql` takes them."""
BESIDE, BESIDE_IN = 8, 500
"""So many of those named beside somebody are told of, and so many articles are looked at for that, those added last."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above an article, and a few of its words."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str
    path: str | None
    url: str | None
    statements: int
    words: str
    """Where what was sought stands, highlighted; else the beginning."""


class Pages:
    """The record page by page."""

    def __init__(self, file: File) -> None:
        self._file = file

    # ------------------------------------------------------------ statements

    def columns(self) -> Columns:
        """All statements column by column, for counting and sorting at once; takes seconds for a million."""
        return columns(self._file)

    def hits(self, about: str) -> Numbers:
        """The numbers of the statements whose contents have all words of `about`, in no order.

        Where it is the name of a topic, and the record was joined, of those that are about the topic.
        """
        wanted = topical(self._file, {"about": fts(about), "topic": None}, about)
        if wanted["topic"]:
            return numbers_of(self._file.ask("statements_on_topic", topic=wanted["topic"]))
        return numbers_of(self._file.ask("hits", about=wanted["about"]))

    def statements(self, numbers: Iterable[int]) -> Iterator[Entry]:
        """The statements of these numbers, in this order; what is no longer there is left out."""
        return fetch.entries(self._file, numbers)

    def of_ids(self, ids: Iterable[str]) -> list[Entry]:
        """The statements of these whole ids, in this order."""
        ids = list(ids)
        numbers = {row["id"]: row["number"] for row in self._file.ask("statements_of_ids", ids=json.dumps(ids))}
        return list(self.statements(numbers[id_] for id_ in ids if id_ in numbers))

    def highlights(self, about: str, numbers: Sequence[int]) -> dict[str, str]:
        """The contents of those of these statements that have the words of `about`, by id, with what was found between signs."""
        found = self._file.ask("highlights", about=fts(about), numbers=json.dumps(numbers), open=OPEN, shut=SHUT)
        return {row["id"]: row["words"] for row in found}

    def of_article(self, article: str) -> Iterator[Entry]:
        """The statements of the article of that whole id, as they were found."""
        return self.statements(row["number"] for row in self._file.ask("statements_of_article_id", id=article))

    def as_read(self, statement: str) -> Entry:
        """The statement of that whole id as it was read, whatever was ruled since."""
        (number,) = (row["number"] for row in self._file.ask("statement_number", id=statement))
        return next(fetch.entries(self._file, [number], as_read=True))

    def inside(self, statement: str) -> Iterator[Entry]:
        """The statements that lie in the content of that one."""
        return self.statements(row["number"] for row in self._file.ask("inside", id=statement))

    # ------------------------------------------------------------ articles

    def hit_articles(self, about: str) -> Numbers:
        """The numbers of the articles whose titles and texts have all words of `about`, in no order."""
        return numbers_of(self._file.ask("hit_articles", about=fts(about)))

    def heads(self, numbers: Sequence[int], about: str = "") -> list[Head]:
        """The heads of the articles of these numbers, in this order."""
        wanted = json.dumps(numbers)
        lit = {}
        if about:
            found = self._file.ask("snippets", about=fts(about), numbers=wanted, open=OPEN, shut=SHUT)
            lit = {row["number"]: row["words"] for row in found}
        rows = {row["number"]: row for row in self._file.ask("heads", numbers=wanted)}
        return [_head(rows[n], lit.get(n)) for n in numbers if n in rows]

    def problems_of(self, article: str) -> list[Problem]:
        """The problems of the article of that whole id."""
        return list(map(fetch.problem, self._file.ask("problems_of_article_id", id=article)))

    # ------------------------------------------------------------ problems

    def problem_codes(self) -> Tally:
        """How many problems of each code."""
        return self._tally("codes")

    def problems(self, *, code: str | None, limit: int, offset: int) -> list[tuple[Problem, str | None]]:
        """A page of problems, each with the id of its article, those of no article first."""
        rows = self._file.ask("problem_page", code=code, limit=limit, offset=offset)
        return [(fetch.problem(row), row["id"]) for row in rows]

    # ------------------------------------------------------------ utterances, events and figures

    def utterance_ids(self, **wanted: Unpack[Carried]) -> list[str]:
        """The ids of the utterances that `Record.utterances` gives; raises `UnfitError` as that does."""
        return [row["id"] for row in self._file.ask("utterances", **topical(self._file, carried(wanted), wanted.get("about")))]

    def utterances(self, ids: Sequence[str]) -> Iterator[Utterance]:
        """The utterances of these whole ids, in this order; what is no longer there is left out."""
        return sayings.utterances(self._file, ids)

    def events(self, ids: Sequence[str]) -> Iterator[Event]:
        """The events of these whole ids, in this order; what is no longer there is left out."""
        return events.events(self._file, ids)

    def figures(self, numbers: Sequence[int]) -> Iterator[Claim]:
        """The figures of these numbers, in this order; what is no longer there is left out."""
        there = {row["number"] for row in self._file.ask("claim_rows", numbers=json.dumps(numbers))}
        return events.claims(self._file, [number for number in numbers if number in there])

    def _tally(self, query: str) -> Tally:
        return tuple((row["value"], row["times"]) for row in self._file.ask(query))

    # ------------------------------------------------------------ persons

    def persons(self, ids: Iterable[str]) -> list[Person]:
        """The persons of these whole ids, in this order; those that a join has taken away are left out."""
        people = Persons(self._file)
        return [person for id_ in ids for person in people.of_id(id_)]

    def doubt_kinds(self) -> Tally:
        """How many doubtful pairs of each kind: persons, bodies …"""
        return self._tally("doubt_kinds")

    def doubts(self, *, limit: int, offset: int) -> list[Doubt]:
        """A page of the pairs of names worth a look, best first."""
        return list(map(doubt, self._file.ask("doubt_page", limit=limit, offset=offset)))

    def doubts_of(self, person: Person) -> list[Doubt]:
        """The doubtful pairs of which one name is a spelling of this person."""
        names = json.dumps([spelling.name for spelling in person.names])
        return list(map(doubt, self._file.ask("doubts_of", kind=person.kind, names=names)))

    def beside(self, person: str) -> Tally:
        """Persons and bodies whom the articles added last name together with the person of that whole id."""
        rows = self._file.ask("named_beside", person=person, articles=BESIDE_IN, limit=BESIDE)
        return tuple((row["name"], row["times"]) for row in rows)

    def bearers(self, name: str) -> list[str]:
        """The ids of those who bear exactly this name."""
        return [row["id"] for row in self._file.ask("bearers", name=name)]


def _head(row: Row, lit: str | None) -> Head:
    plain = ("id", "title", "outlet", "published", "language", "path", "url", "statements")
    return Head(**{name: row[name] for name in plain}, words=lit or _begun(row["words"]))


def _begun(words: str) -> str:
    """The beginning of a text, ended after a word."""
    return words if len(words) < BEGUN else f"{words.rpartition(' ')[0] or words}…"
