"""Events and figures over articles: what several tell of one meeting is one, and ids go on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from verbale import store
from verbale.errors import RecordError
from verbale.model import (
    Actor,
    Article,
    Figure,
    Happening,
    Kind,
    Mention,
    Part,
    Reading,
    Said,
    Speech,
    Statement,
    Status,
    digest,
)
from verbale.store import Record
from verbale.text import Span

TEXT = "Ana Reyes may meet Petr Yorkin in Aros; 40 were killed in Norland, Orbit said."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


NAMES = ("Ana Reyes", "Petr Yorkin")
MENTIONS = (
    *(Mention(at(name), Kind.PERSON, name) for name in NAMES),
    Mention(at("Norland"), Kind.COUNTRY, "Norland"),
    Mention(at("Orbit"), Kind.ORGANISATION, "Orbit"),
)


def meeting(status: Status, day: str | None = None, names: tuple[str, ...] = NAMES) -> Happening:
    actors = tuple(Actor(at(name), name, Kind.PERSON) for name in names)
    words = Part.of(TEXT, Span(0, len("Ana Reyes may meet Petr Yorkin in Aros")))
    return Happening("meeting", status, words, at("meet"), actors, Said(day, day, None, "stated" if day else "unknown"))


def killed(value: float, place: str | None = "Norland") -> Figure:
    words = Part.of(TEXT, at("40 were killed"))
    source = Actor(at("Orbit"), "Orbit", Kind.ORGANISATION)
    return Figure("killed", value, words, "people", source=source, place=place)


def telling(published: str, *told: Happening | Figure) -> Reading:
    article = Article(digest("a", published), TEXT, "en", path=f"{published}.txt", published=published)
    happenings = tuple(h for h in told if isinstance(h, Happening))
    return Reading(article, (), MENTIONS, (), happenings, tuple(f for f in told if isinstance(f, Figure)))


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with store.open(tmp_path / "talks.db") as record:
        yield record


POSSIBLE = telling("2031-10-07", meeting(Status.POSSIBLE))
NOT_PLANNED = telling("2031-12-21", meeting(Status.NOT_PLANNED))
LONG_AGO = telling("2030-05-01", meeting(Status.POSSIBLE))
PAST = telling("2031-12-22", meeting(Status.HELD, "2031-06-16"))


def test_the_status_of_an_event_is_followed_over_time(record: Record) -> None:
    record.add([NOT_PLANNED, POSSIBLE, LONG_AGO, PAST])
    record.join()
    told = [(event.start, event.status, [t.published for t in event.tellings]) for event in record.events()]
    assert told == [
        (None, Status.POSSIBLE, ["2030-05-01"]),
        ("2031-06-16", Status.HELD, ["2031-12-22"]),
        (None, Status.NOT_PLANNED, ["2031-10-07", "2031-12-21"]),
    ]
    *_, event = record.events()
    assert [t.happening.status for t in event.course] == [Status.POSSIBLE, Status.NOT_PLANNED]
    assert {party.name for party in event.parties} == set(NAMES)
    assert event.articles == 2


def test_the_order_of_adding_does_not_matter(tmp_path: Path) -> None:
    joined = []
    for n, order in enumerate(permutations([NOT_PLANNED, POSSIBLE, LONG_AGO, PAST])):
        with store.open(tmp_path / f"{n}.db") as record:
            record.add(order)
            record.join()
            joined.append(list(record.events()))
    assert all(events == joined[0] for events in joined)


def test_an_event_keeps_its_id_when_more_is_told(record: Record) -> None:
    record.add(NOT_PLANNED)
    record.join()
    (before,) = record.events()
    record.add(POSSIBLE)
    record.join()
    (after,) = record.events()
    assert after.id == before.id
    assert record.event(after.id[:6]) == after
    assert len(after.tellings) == 2


def test_an_announced_event_that_is_held_is_one(record: Record) -> None:
    planned, held = meeting(Status.PLANNED, "2031-06-16"), meeting(Status.HELD, "2031-06-16")
    other = meeting(Status.HELD, "2031-06-18")
    record.add([telling("2031-06-10", planned), telling("2031-06-17", held), telling("2031-06-19", other)])
    record.join()
    assert [(e.status, len(e.tellings)) for e in record.events()] == [(Status.HELD, 2), (Status.HELD, 1)]


def test_one_who_meets_two_others_has_two_meetings(record: Record) -> None:
    lund = replace(meeting(Status.PLANNED), actors=(Actor(at("Ana Reyes"), "Ana Reyes", Kind.PERSON),))
    record.add([telling("2031-06-10", meeting(Status.PLANNED)), telling("2031-06-11", lund)])
    record.join()
    assert len(list(record.events())) == 2


def test_events_are_found_by_what_is_wanted(record: Record) -> None:
    record.add([POSSIBLE, PAST])
    record.join()
    assert [e.status for e in record.events(actor="reyes", status="held")] == [Status.HELD]
    assert [e.status for e in record.events(since="2031-07")] == [Status.POSSIBLE]
    assert [e.status for e in record.events(until="2031-07")] == [Status.HELD]
    assert list(record.events(what="decree")) == list(record.events(actor="Lund")) == list(record.events(actor="")) == []
    assert len(list(record.events(article=PAST.article.id))) == len(list(record.events(limit=1))) == 1
    with pytest.raises(RecordError, match="is no status of an event"):
        record.events(status="maybe")
    with pytest.raises(RecordError, match="no event has an id"):
        record.event("e_0")


def test_differing_figures_stand_side_by_side(record: Record) -> None:
    early, late = telling("2031-05-09", killed(40)), telling("2031-05-10", killed(52))
    apart = telling("2031-06-10", killed(60), killed(7, place=None))
    record.add([late, early, apart])
    record.join()
    told = [(claim.figure.value, claim.rivals) for claim in record.figures(measure="killed", place="norland")]
    assert told == [(40, 1), (52, 1), (60, 0)]
    one, two, three = record.figures(source="orbit", place="Norland")
    assert one.question == two.question != three.question
    assert one.person is not None
    assert record.figure(one.id) == one
    assert [c.question for c in record.figures(since="2031-06") if c.figure.place is None] == [None]
    assert [c.id for c in record.figures(question=one.question)] == [one.id, two.id]


def test_a_wrong_span_costs_one_row(record: Record) -> None:
    wrong = replace(meeting(Status.HELD), words=Part((Span(0, 3),), ("Ann",)))
    beyond = replace(killed(3), source=Actor(Span(0, 10**6), "Orbit", Kind.ORGANISATION))
    stretches = replace(meeting(Status.HELD), words=Part.of(TEXT, Span(0, 3), Span(4, 9)))
    reading = telling("2031-05-09", wrong, stretches, meeting(Status.HELD), beyond, killed(40))
    assert record.add(reading).problems == 3
    kept = record.reading(reading.article.id)
    assert (kept.happenings, kept.figures) == ((meeting(Status.HELD),), (killed(40),))


def test_an_event_of_a_kind_from_a_later_verbale_is_kept(record: Record) -> None:
    record.add(telling("2031-05-09", replace(meeting(Status.HELD), what="coronation")))
    record.join()
    assert [event.what for event in record.events()] == ["coronation"]


def test_what_a_rejected_statement_tells_happened_to_nobody(record: Record) -> None:
    """The meeting and the figure stand in a statement; the other article tells the meeting itself."""
    words = Part.of(TEXT, Span(0, TEXT.index(", Orbit")))
    said = Statement("s_1", Speech.INDIRECT, words, Part.of(TEXT, at("said")), Part.of(TEXT, at("Orbit")))
    inside = (replace(meeting(Status.POSSIBLE), inside="s_1"), replace(killed(40), inside="s_1"))
    told = telling("2031-10-07", *inside)
    record.add([replace(told, statements=(said,)), NOT_PLANNED])
    record.join()
    (before,) = record.events()
    ruling = record.rulings.reject("s_1", who="mo")
    assert not list(record.figures())
    assert record.pages.columns().figures.tally() == ()
    record.join()
    (event,) = record.events()
    assert [t.article for t in event.tellings] == [NOT_PLANNED.article.id]
    record.rulings.undo(ruling.id, who="mo")
    record.join()
    assert list(record.events()) == [before]
    (claim,) = record.figures()
    assert claim.question
