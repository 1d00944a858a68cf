"""The record: what all articles say, kept in one SQLite file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import Self, Unpack

from verbale.errors import Code, UnknownError
from verbale.model import Article, Claim, Entry, Event, Origin, Outlets, Problem, Reading, Source, Stamp, Utterance
from verbale.people.sides import side_name
from verbale.place import Place, Server, place
from verbale.positions import Position
from verbale.store import events, fetch, outlets, renewal, sayings, topics
from verbale.store.audit import Audit, audit, rebuild
from verbale.store.check import STAGE, checked, whole, without
from verbale.store.contents import Contents
from verbale.store.file import File, RowError
from verbale.store.join import join
from verbale.store.opening import is_at, open_place
from verbale.store.origins import keep_origin, origin_of
from verbale.store.pages import Pages
from verbale.store.persons import Persons
from verbale.store.positions import Days, positions
from verbale.store.rulings import Rulings, settle
from verbale.store.search import Carried, Counted, Happened, Sought, Wanted, carried, counted, given, happened
from verbale.store.spread import Spread
from verbale.store.tally import Added, Copy, Counts, Tally, Version
from verbale.store.topics import topical
from verbale.store.utterances import Likeness, likeness
from verbale.store.write import problem_row, write
from verbale.topics import About, Topic


def _nowhere(_article: str) -> Origin:
    return Origin()


class Record:
    """Readings go in, once each; statements, articles and problems come out.

    Every fault of the file is raised as a `RecordError` with one line for the user. A record belongs to the thread that
    opened it; any number of programs may read it while one writes, and writers wait for each other.
    """

    def __init__(self, file: File) -> None:
        self._file = file
        self._outlets: Outlets | None = None

    @classmethod
    def open(cls, path: str | os.PathLike[str] | Server, *, readonly: bool = False) -> Self:
        """The record at `path`, made if absent unless `readonly`; `":memory:"` is one that lasts until it is closed.

        `postgresql://host/name` is one in that database. Raises `RecordError` for anything that is no record, or that a newer
        Verbale wrote.
        """
        return cls(open_place(place(path), readonly=readonly))

    @staticmethod
    def is_at(where: Place) -> bool:
        """Whether anything lies there that may be a record; raises `RecordError` where a server cannot be asked."""
        return is_at(where)

    @property
    def path(self) -> Place:
        return self._file.path

    def state(self) -> tuple[tuple[int, ...], ...]:
        """What is another as soon as anybody has written the record, at little cost."""
        return self._file.state()

    @property
    def people(self) -> Persons:
        """Who is who: persons found, judged and explained."""
        return Persons(self._file)

    @property
    def rulings(self) -> Rulings:
        """What people ruled on statements."""
        return Rulings(self._file)

    @property
    def pages(self) -> Pages:
        """What a reader looks at page by page."""
        return Pages(self._file)

    @property
    def contents(self) -> Contents:
        """All that is kept, table by table."""
        return Contents(self._file)

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def outlets(self) -> Outlets:
        """The outlets that its user has told of; its articles are to be read with them."""
        if self._outlets is None:
            self._outlets = outlets.outlets(self._file)
        return self._outlets

    @property
    def reader(self) -> str:
        """By whom articles are read now: this version of Verbale and, behind a `+`, that of the outlets it was told of."""
        return "+".join(filter(None, (this_version(), self.outlets.version)))

    # ------------------------------------------------------------ writing

    def tell_outlets(self, told: Outlets) -> None:
        """Keep outlets of one's own in the place of those told before."""
        with self._file.transaction():
            outlets.write_outlets(self._file, told, added=_moment())
        self._outlets = told

    def add(
        self, readings: Reading | Iterable[Reading], *, reader: str | None = None, origin: Callable[[str], Origin] = _nowhere
    ) -> Added:
        """Add readings and tell what changed; `reader` is the version that read them, `self.reader` if not given.

        `origin` tells by the id of an article what it came from; its bytes are kept as they are told there.

        An article whose id is known changes nothing. Each article is written whole or not at all, so an addition
        that was interrupted can simply be repeated. A row whose span does not hold its words is left out and becomes
        a problem, and so does an article that cannot be written at all.
        """
        readings = [readings] if isinstance(readings, Reading) else readings
        reader = self.reader if reader is None else reader
        total = Added()
        for reading in readings:
            total += self._add(reading, reader, origin(reading.article.id))
        return total

    def read_before(self, *, reader: str | None = None) -> list[str]:
        """Ids of the articles in the order of adding; only of those that others than the version `reader` have read."""
        return [row["id"] for row in self._file.ask("read_by_others", reader=reader)]

    def source(self, article: str) -> Source:
        """The article of that whole id as it came, to be read again."""
        (number,) = self._numbers("article_number", article)
        return renewal.source(self._file, number)

    def origin(self, article: str) -> Origin:
        """What the article of that whole id came from: its bytes, where they are kept, and what was told beside them."""
        (number,) = self._numbers("known_as", article)
        return origin_of(self._file, number)

    def keep(self, article: str, origin: Origin) -> None:
        """Keep the bytes of an article that was added without them, and has the text that is made of them."""
        (number,) = self._numbers("known_as", article)
        with self._file.transaction():
            keep_origin(self._file, next(fetch.articles(self._file, [number])), number, origin)

    def renew(self, reading: Reading, *, reader: str | None = None, origin: Origin | None = None, anyway: bool = False) -> bool:
        """Put a new reading of an article in the place of the old one; whether it is another. Ids and judgements stay.

        It is changed whole or not at all; `anyway` also where nothing seems to be other; `origin` takes the place of what
        was known of where it came from. Raises `RecordError` for a reading that cannot be written.
        """
        reader = self.reader if reader is None else reader
        return renewal.renew(self._file, checked(reading), reader=reader, origin=origin, anyway=anyway)

    def audit(self) -> Audit:
        """What is wrong with the record; looks at everything, so the record must be open for writing and time given."""
        return audit(self._file)

    def rebuild(self) -> None:
        """Make the search indices anew, and forget bytes that are no longer what they were, or nobody's."""
        rebuild(self._file)

    def note(self, problems: Iterable[Problem]) -> int:
        """Keep problems that belong to no article, such as unreadable files; returns how many are new."""
        rows = [problem_row(p, None) for p in problems]
        mended = [
            {k: without(v, self._file.dialect.unfit) if isinstance(v, str) else v for k, v in row.items()} for row in rows
        ]
        with self._file.transaction():
            return self._file.put("add_problem", mended)

    def visited(self, pages: Mapping[str, Stamp]) -> None:
        """Keep which pages of the web were read, and what their sites said of them."""
        rows = ({"url": url, "etag": s.etag, "modified": s.modified, "seen": _moment()} for url, s in pages.items())
        with self._file.transaction():
            self._file.put("add_visit", rows)

    def visit(self, url: str) -> Stamp | None:
        """What the site said of a page when it was read; None where it was not."""
        return next((Stamp(**dict(row)) for row in self._file.ask("visit", url=url)), None)

    def join(self, *, jobs: int = 1, over: Spread | None = None) -> None:
        """Make all that is derived from more than one article anew: persons with all that is theirs, copies, events, claims.

        With several `jobs`, so many processes share the work; a script that asks for them must be one that can be imported
        (`if __name__ == "__main__":`). Or it is done `over` an engine (`scale.blocks`). The outcome is the same.
        """
        join(self._file, jobs=jobs, over=over)

    def _add(self, reading: Reading, reader: str, origin: Origin) -> Added:
        if self.knows(reading.article.id):  # the usual case when an addition is repeated, and no reason to lock
            return Added(known=1)
        try:
            return self._write(checked(reading), reader, origin)
        except UnicodeEncodeError:
            return self._write(checked(whole(reading, self._file.dialect.unfit)), reader, origin)
        except RowError as error:
            fault = Problem(Code.FAILED, STAGE, f"{reading.article.id}: {error.__cause__}", path=reading.article.path)
            return Added(failed=1, problems=self.note([fault]))

    def _write(self, reading: Reading, reader: str, origin: Origin) -> Added:
        article = reading.article
        with self._file.transaction():
            if self.knows(article.id):  # somebody else was quicker
                return Added(known=1)
            changed = int(article.url is not None and bool(self._file.ask("versions", url=article.url)))
            write(self._file, reading, added=_moment(), reader=reader, origin=origin)
            if self._file.ask("ruled_in", id=article.id):  # it was read before, and what was ruled then holds
                settle(self._file)
        written = Added(statements=len(reading.statements), problems=len(reading.problems))
        return replace(written, new=1 - changed, changed=changed)

    def knows(self, article: str) -> bool:
        """Whether the record holds the article of that whole id, be it one whose text was made anew since."""
        return bool(self._numbers("known_as", article))

    # ------------------------------------------------------------ statements

    def statements(self, **wanted: Unpack[Wanted]) -> Iterator[Entry]:
        """The statements that fit all that is wanted, articles by date of publication, then in the order of the text.

        An `about` that is the name of a topic asks for the topic, once the record is joined; anything else for words. They
        are fetched a page at a time. Raises `RecordError` if a date is no date, a kind no kind or an act no act.
        """
        rows = self._file.ask("statements", **topical(self._file, given(wanted), wanted.get("about")))
        return fetch.entries(self._file, (row["number"] for row in rows))

    def statement(self, prefix: str) -> Entry:
        """The statement whose id is or begins with `prefix`; raises `RecordError` if there is not exactly one."""
        full = self._only("matching_statements", prefix, "statement")
        return next(fetch.entries(self._file, self._numbers("statement_number", full)))

    # ------------------------------------------------------------ utterances

    def utterance(self, prefix: str) -> Utterance:
        """The utterance whose id is or begins with `prefix`; raises `RecordError` if there is not exactly one."""
        return next(sayings.utterances(self._file, [self._only("matching_utterances", prefix, "utterance")]))

    def utterances(self, **wanted: Unpack[Carried]) -> Iterator[Utterance]:
        """The utterances of which a statement fits all that is wanted, the first published first, fetched a page at a time.

        Only what was joined is found. Raises `RecordError` if a date is no date or a kind no kind.
        """
        rows = self._file.ask("utterances", **topical(self._file, carried(wanted), wanted.get("about")))
        return sayings.utterances(self._file, [row["id"] for row in rows])

    def likeness(self, one: str, others: Sequence[str]) -> Likeness:
        """Which of some statements another is most like, and why the two are one saying or not; all by their ids.

        Raises `RecordError` where there is not exactly one statement of an id.
        """
        full = [self._only("matching_statements", prefix, "statement") for prefix in (one, *others)]
        return likeness(self._file, full[0], full[1:])

    # ------------------------------------------------------------ topics and positions

    def topics(self) -> tuple[Topic, ...]:
        """All topics, those that ship with Verbale first."""
        return topics.topics(self._file)

    def topic_counts(self) -> dict[str, int]:
        """How many statements are about each topic that has any."""
        return {row["value"]: row["times"] for row in self._file.ask("topic_counts")}

    def add_topics(self, some: Iterable[Topic]) -> None:
        """Keep topics of one's own; one with the id of another takes its place. They count from the next join on."""
        with self._file.transaction():
            topics.write_topics(self._file, some, added=_moment())

    def forget_topic(self, id_: str) -> bool:
        """Drop a topic of one's own from the next join on; whether there was one."""
        with self._file.transaction():
            return topics.forget_topic(self._file, id_)

    def why_about(self, prefix: str) -> tuple[About, ...]:
        """The topics of the statement whose id is or begins with `prefix`, with what decided on each."""
        full = self._only("matching_statements", prefix, "statement")
        return tuple(About(row["topic"], row["why"]) for row in self._file.ask("reasons", id=full))

    def positions(
        self, actor: str, *, about: str, since: str | None = None, until: str | None = None, unclear: bool = False
    ) -> Position:
        """What a country, body or person holds on a topic, in steps over time; a country with all who speak for it.

        Occasions on which nothing tells a stance are left out, if not `unclear`. Raises `RecordError` where there is no
        such actor or topic.
        """
        return positions(self._file, actor, about, Days(since, until), unclear=unclear)

    def sides(self) -> dict[str, str]:
        """Name of the country or union for which each person, body or country speaks, by id, as far as the join can tell."""
        return {row["person"]: side_name(row["code"]) for row in self._file.ask("sides")}

    # ------------------------------------------------------------ articles

    def article(self, prefix: str) -> Article:
        """The article whose id is or begins with `prefix`; raises `RecordError` if there is not exactly one."""
        full = self._only("matching_articles", prefix, "article")
        return next(fetch.articles(self._file, self._numbers("article_number", full)))

    def articles(self, **wanted: Unpack[Sought]) -> Iterator[Article]:
        """The articles that fit all that is wanted, whole, by date of publication, fetched a page at a time."""
        rows = self._file.ask("articles", **given(wanted))
        return fetch.articles(self._file, (row["number"] for row in rows))

    def reading(self, prefix: str) -> Reading:
        """All that is kept of the article whose id is or begins with `prefix`, as it was added.

        Raises `RecordError` if there is not exactly one.
        """
        (number,) = self._numbers("article_number", self._only("matching_articles", prefix, "article"))
        return fetch.reading(self._file, number)

    def copies(self, prefix: str) -> tuple[Copy, ...]:
        """The articles that carry the text of the one whose id is or begins with `prefix`, the first published first.

        It is among them; none where its text stands alone, or the record was not joined since it was added.
        """
        full = self._only("matching_articles", prefix, "article")
        return tuple(Copy(**dict(row)) for row in self._file.ask("copies", id=full))

    # ------------------------------------------------------------ events and figures

    def events(self, **wanted: Unpack[Happened]) -> Iterator[Event]:
        """The events that fit all that is wanted, by their first day, each with its tellings by date of publication.

        There are none before the record is joined. Raises `RecordError` if a date is no date or a status no status.
        """
        return events.events(self._file, (row["id"] for row in self._file.ask("events", **happened(wanted))))

    def event(self, prefix: str) -> Event:
        """The event whose id is or begins with `prefix`; raises `RecordError` if there is not exactly one."""
        return next(events.events(self._file, [self._only("matching_events", prefix, "event")]))

    def figures(self, **wanted: Unpack[Counted]) -> Iterator[Claim]:
        """The figures that fit all that is wanted, by the day they are claimed for, those of one question side by side.

        Raises `RecordError` if a date is no date.
        """
        return events.claims(self._file, (row["number"] for row in self._file.ask("figures", **counted(wanted))))

    def figure(self, prefix: str) -> Claim:
        """The figure whose id is or begins with `prefix`; raises `RecordError` if there is not exactly one."""
        return next(events.claims(self._file, self._numbers("figure_number", self._only("matching_figures", prefix, "figure"))))

    def versions(self, url: str) -> tuple[Version, ...]:
        """The texts of a page that the record holds, the oldest first."""
        return tuple(Version(**dict(row)) for row in self._file.ask("versions", url=url))

    def problems(self) -> Iterator[Problem]:
        """All problems, each with the path of its article where it has none of its own; those without article last."""
        return map(fetch.problem, self._file.ask("problems"))

    def counts(self) -> Counts:
        """How much the record holds."""
        (row,) = self._file.ask("counts")
        return Counts(
            **dict(row),
            outlets=self._tally("outlets"),
            languages=self._tally("languages"),
            speakers=self._tally("speakers"),
            codes=self._tally("codes"),
        )

    def _tally(self, query: str) -> Tally:
        return tuple((row["value"], row["times"]) for row in self._file.ask(query))

    def _only(self, query: str, prefix: str, what: str) -> str:
        """The one full id that begins with `prefix`."""
        found: list[str] = [row["id"] for row in self._file.ask(query, prefix=prefix)]
        if prefix in found or len(found) == 1:
            return found[0]
        count = "more than one" if found else "no"
        raise UnknownError(f"{count} {what} has an id that begins with “{prefix}”")

    def _numbers(self, query: str, full: str) -> list[int]:
        return [row["number"] for row in self._file.ask(query, id=full)]


def _moment() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def this_version() -> str:
    try:
        return version("verbale")
    except PackageNotFoundError:  # run from the sources
        return ""
