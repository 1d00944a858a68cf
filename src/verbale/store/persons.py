"""The persons of a record: found by any spelling, judged, explained, and known to others."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from verbale.errors import RecordError, UnknownError
from verbale.model import Kind
from verbale.people import STATEMENT, Anchor, Doubt, Judgement, Known, Person, Spelling, Tenure, Verdict
from verbale.people.form import form
from verbale.people.why import why
from verbale.store import told
from verbale.store.cells import word
from verbale.store.file import File, Row
from verbale.store.join import joined
from verbale.store.moments import moment
from verbale.store.search import folded

BESIDE = 8
"""So many of those who are named beside a person are told."""
EXAMPLES = 12


@dataclass(frozen=True, slots=True)
class Profile:
    """A person with what stands around it in the record."""

    person: Person
    statements: int
    beside: tuple[tuple[str, int], ...]
    """Persons and bodies named in the same articles, with the number of these."""
    examples: tuple[tuple[str, str], ...]
    """Spellings with a mention each: `a_9f…:12`."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Who a mention is, and why, in sentences."""

    words: str
    """What stands there."""
    person: Person | None
    why: tuple[str, ...]


class Persons:
    """Who is who in a record. Reading sees what the last join made; judgements and knowledge count from the next one on."""

    def __init__(self, file: File) -> None:
        self._file = file

    # ------------------------------------------------------------ finding

    def find(self, name: str | None = None, *, kind: Kind | str | None = None, limit: int | None = None) -> Iterator[Person]:
        """Persons of whom a spelling has all words of `name`, or their beginnings; the most named first."""
        wanted = None if name is None else folded(name)
        rows = self._file.ask("persons", id=None, name=wanted, kind=kind, limit=-1 if limit is None else limit)
        return map(self._person, rows)

    def one(self, prefix: str) -> Person:
        """The person whose id is or begins with `prefix`, or whoever is meant now by an id that a join has given up.

        Raises `RecordError` if there is not exactly one.
        """
        became = self.of_id(prefix) or [self.of_id(row["id"])[0] for row in self._file.ask("became", id=prefix)]
        (person,) = became or self.of_id(self._only("matching_persons", prefix, "person"))
        return person

    def of_id(self, id_: str) -> list[Person]:
        """The person of that whole id, or nobody."""
        return [self._person(row) for row in self._file.ask("persons", id=id_, name=None, kind=None, limit=1)]

    def profile(self, person: Person) -> Profile:
        """What the record tells of a person."""
        (statements,) = (row["times"] for row in self._file.ask("statements_of_person", person=person.id))
        beside = tuple((row["name"], row["times"]) for row in self._file.ask("beside", person=person.id, limit=BESIDE))
        examples = self._file.ask("examples", person=person.id, limit=EXAMPLES)
        return Profile(person, statements, beside, tuple((row["name"], row["place"]) for row in examples))

    def doubtful(self, *, limit: int | None = None) -> Iterator[Doubt]:
        """Pairs of names that may be one person's, best first."""
        return map(doubt, self._file.ask("doubts", limit=-1 if limit is None else limit))

    def why(self, article: str, n: int) -> Reason:
        """Who mention `n` of an article is by all that is known now, and why; below zero, the speaker of statement -1 - n.

        It joins the whole record once more in memory, since a join keeps no reasons.
        """
        found = joined(self._file)
        person, sentences = found.person(article, n), why(found, article, n)
        kept = self._person_of(article, n)
        return Reason(self._words(article, n), kept or person, sentences)

    # ------------------------------------------------------------ judging

    def anchors(self, who: str, *, article: str = "") -> list[Anchor]:
        """The names that stand for somebody: of the person with that id, else the name itself, as one article uses it or
        wherever it stands. The id of a statement stands for that statement, the id of an utterance for all that carry it.

        Raises `RecordError` if the record has no such id and nobody of that very name."""
        if who.startswith("s_"):
            return [Anchor(STATEMENT, self._only("matching_statements", who, "statement"))]
        if who.startswith("u_"):
            id_ = self._only("matching_utterances", who, "utterance")
            return [Anchor(STATEMENT, row["statement"]) for row in self._file.ask("carriers", ids=json.dumps([id_]))]
        if who.startswith("p_"):
            return self._anchors_of(self.one(who))
        kinds = sorted({row["kind"] for row in self._file.ask("bearers", name=who)})
        if len(kinds) == 1:
            return [Anchor(word(Kind, kinds[0]), who, article)]
        count = "nobody" if not kinds else f"a {' and a '.join(kinds)}"
        raise UnknownError(f"{count} in the record is called “{who}”: see `verbale who` and give an id")

    def judge(self, verdict: Verdict, one: Iterable[Anchor], two: Iterable[Anchor] = (), *, who: str) -> list[Judgement]:
        """Judge two, each by the names that stand for it; returns the new rows of the log."""
        ones, twos = list(one), list(two)
        pairs = list(product(ones, twos))
        if verdict is Verdict.SAME:  # a chain is enough to make them all one
            pairs = [(anchor, twos[0]) for anchor in ones] + [(anchor, twos[0]) for anchor in twos[1:]]
        return self._keep([Judgement(verdict, who, moment(), *pair) for pair in pairs])

    def rename(self, one: Iterable[Anchor], name: str, *, who: str) -> list[Judgement]:
        """Give somebody a name to go by."""
        return self._keep([Judgement(Verdict.RENAME, who, moment(), anchor, name=name) for anchor in one])

    def undo(self, prefix: str, *, who: str) -> list[Judgement]:
        """Take a judgement back, or an undo; raises `RecordError` if not exactly one id begins with `prefix`."""
        undone = self._only("matching_judgements", prefix, "judgement")
        return self._keep([Judgement(Verdict.UNDO, who, moment(), undoes=undone)])

    def log(self) -> list[Judgement]:
        """All judgements, the oldest first."""
        return told.judgements(self._file)

    def learn(self, known: Iterable[Known]) -> None:
        """Keep what others know."""
        with self._file.transaction():
            told.write_known(self._file, known, added=moment())

    # ------------------------------------------------------------ rows

    def _keep(self, log: list[Judgement]) -> list[Judgement]:
        with self._file.transaction():
            told.write_judgements(self._file, log)
        return log

    def _person(self, row: Row) -> Person:
        id_ = row["id"]
        return Person(
            id=id_,
            name=row["name"],
            kind=word(Kind, row["kind"]),
            names=tuple(Spelling(*found) for found in self._file.ask("person_names", person=id_)),
            tenures=tuple(Tenure(*found) for found in self._file.ask("tenures", person=id_)),
            gender=row["gender"],
            first=row["first"],
            last=row["last"],
            articles=row["articles"],
            ids=tuple(found["id"] for found in self._file.ask("person_known", person=id_)),
        )

    def _anchors_of(self, person: Person) -> list[Anchor]:
        """The commonest name that nobody else bears; else each name as the articles use it that mean this person."""
        for spelling in person.names:
            own = person.kind is not Kind.PERSON or form(spelling.name).full
            if own and len(self._file.ask("bearers", name=spelling.name)) == 1:
                return [Anchor(person.kind, spelling.name)]
        used: dict[str, str] = {}
        for row in self._file.ask("used_names", person=person.id):
            used.setdefault(row["article"], row["name"])
        return [Anchor(person.kind, name, article) for article, name in used.items()]

    def _person_of(self, article: str, n: int) -> Person | None:
        rows = self._file.ask("who_is", article=article, n=n)
        return self.one(rows[0]["person"]) if rows and rows[0]["person"] else None

    def _words(self, article: str, n: int) -> str:
        rows = self._file.ask("who_is", article=article, n=n)
        if not rows:
            what = f"mention {n}" if n >= 0 else f"statement {-1 - n} with a speaker"
            raise RecordError(f"the article {article} has no {what}")
        return str(rows[0]["name"] or rows[0]["role"])

    def _only(self, query: str, prefix: str, what: str) -> str:
        """The one full id that begins with `prefix`."""
        found: list[str] = [row["id"] for row in self._file.ask(query, prefix=prefix)]
        if prefix in found or len(found) == 1:
            return found[0]
        raise UnknownError(f"{'more than one' if found else 'no'} {what} has an id that begins with “{prefix}”")


def doubt(row: Row) -> Doubt:
    """The doubtful pair of a row."""
    one, two = told.anchor("one", row), told.anchor("two", row)
    assert one
    assert two
    return Doubt(one, two, row["score"], row["times"], tuple(json.loads(row["why"])))
