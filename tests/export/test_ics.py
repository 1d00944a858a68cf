"""The calendar, read back with icalendar."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import icalendar
import pytest

from verbale.export import FORMS, Around, writer
from verbale.model import Event, Happening, Kind, Part, Party, Status, Telling
from verbale.text import Span

from .samples import AROUND

WORDS = "Ана Рейес; Пётр Йоркин, may meet\nin Aros 🌍 " + "before the end of a very long year " * 3
HAPPENING = Happening("meeting", Status.POSSIBLE, Part((Span(0, len(WORDS)),), (WORDS,)), Span(0, 4))
TELLING = Telling(
    HAPPENING, "a_1", url="https://meridian.example/1?a=1,2", outlet="Meridian, Post", published="2031-05-09T14:30"
)
MEETING = Event(
    "e_1",
    "meeting",
    Status.POSSIBLE,
    (Party("p_1", "Ana Reyes", Kind.PERSON), Party(None, "Пётр Йоркин", Kind.PERSON)),
    "2031-06-16",
    "2031-06-16",
    "Aros",
    (TELLING,),
)


def calendar(*events: Event) -> tuple[int, icalendar.Calendar]:
    out = io.StringIO(newline="")
    written = writer(FORMS["ics"])((), out, Around(AROUND.article_of, "Statements, about talks", events=lambda: events))
    assert max(len(line.encode()) for line in out.getvalue().split("\r\n")) <= 75
    return written, icalendar.Calendar.from_ical(out.getvalue())


def test_all_that_is_known_of_an_event_comes_back() -> None:
    written, made = calendar(MEETING)
    (event,) = made.walk("VEVENT")
    assert written == 1
    assert event["SUMMARY"] == "Meeting: Ana Reyes, Пётр Йоркин (possible)"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2031, 6, 16), date(2031, 6, 17))
    assert event["DTSTAMP"].dt == datetime(2031, 5, 9, 14, 30, tzinfo=UTC)
    assert (event["UID"], event["STATUS"], event["LOCATION"]) == ("e_1@verbale", "TENTATIVE", "Aros")
    assert event["URL"] == TELLING.url
    assert event["CATEGORIES"].cats == ["meeting", "possible"]
    assert event["DESCRIPTION"] == f"2031-05-09T14:30, Meridian, Post, possible: “{' '.join(WORDS.split())}”"


@pytest.mark.parametrize(
    ("status", "wanted"),
    [(Status.PLANNED, "CONFIRMED"), (Status.CALLED_FOR, "TENTATIVE"), (Status.RULED_OUT, "CANCELLED")],
)
def test_the_status_is_that_of_the_calendar(status: Status, wanted: str) -> None:
    assert [e["STATUS"] for e in calendar(replace(MEETING, status=status))[1].walk("VEVENT")] == [wanted]


@pytest.mark.parametrize(
    "event",
    [replace(MEETING, status=Status.HELD), replace(MEETING, status=Status.DENIED), replace(MEETING, start=None, stop=None)],
)
def test_what_is_past_denied_or_without_a_day_is_left_out(event: Event) -> None:
    written, made = calendar(event)
    assert written == len(made.walk("VEVENT")) == 0


def test_a_month_takes_all_its_days() -> None:
    _, made = calendar(replace(MEETING, start="2031-06", stop="2031-06"))
    assert [(e["DTSTART"].dt, e["DTEND"].dt) for e in made.walk("VEVENT")] == [(date(2031, 6, 1), date(2031, 7, 1))]
