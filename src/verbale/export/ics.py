"""iCalendar (RFC 5545): what is planned, proposed, possible or called for, and what was called off.

An event that is told without a day has no place in a calendar and is left out, as is what was held or denied. A month or a
year is an event of so many days. Planned ones are `CONFIRMED`, those that are only proposed, possible or called for
`TENTATIVE`, and those ruled out or not planned `CANCELLED`, so that they vanish from a calendar that had them. An event
keeps its `UID` as long as the record knows it by that id; `SEQUENCE` counts its tellings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TextIO

from verbale.export.form import Around
from verbale.model import Entry, Event, Status, Telling
from verbale.store.search import first_day, last_day

STATUSES = {
    Status.PLANNED: "CONFIRMED",
    Status.PROPOSED: "TENTATIVE",
    Status.POSSIBLE: "TENTATIVE",
    Status.CALLED_FOR: "TENTATIVE",
    Status.NOT_PLANNED: "CANCELLED",
    Status.RULED_OUT: "CANCELLED",
}
OCTETS = 75
"""So long may a line be; a longer one is folded."""


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:  # noqa: ARG001 - a calendar is of events
    """Write one calendar to `out`; returns how many events."""
    out.writelines(_lines(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Verbale//Events//EN", f"NAME:{_text(around.title)}")))
    written = 0
    for event in around.events():
        if event.status in STATUSES and event.tellings and _days(event):
            out.writelines(_lines(_event(event)))
            written += 1
    out.writelines(_lines(("END:VCALENDAR",)))
    return written


def _event(event: Event) -> Iterator[str]:
    last = event.tellings[-1]
    first, end = _days(event) or ("", "")
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@verbale"
    yield f"DTSTAMP:{_stamp(last.published)}"
    yield f"SEQUENCE:{len(event.tellings) - 1}"
    yield f"DTSTART;VALUE=DATE:{first}"
    yield f"DTEND;VALUE=DATE:{end}"
    yield f"SUMMARY:{_text(summary(event))}"
    yield f"STATUS:{STATUSES[event.status]}"
    yield f"CATEGORIES:{_text(event.what)},{_text(event.status)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    if last.url:
        yield f"URL:{last.url}"
    yield f"DESCRIPTION:{_text(chr(10).join(map(_telling, event.tellings)))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def summary(event: Event) -> str:
    """`Meeting: Ana Reyes, Pyotr Yorkin (possible)`."""
    parties = ", ".join(party.name for party in event.parties)
    what = event.what.capitalize()
    return f"{what}: {parties} ({event.status})" if parties else f"{what} ({event.status})"


def _telling(telling: Telling) -> str:
    """`2031-05-09, Meridian Post, possible: the words`."""
    head = ", ".join(filter(None, (telling.published, telling.outlet, str(telling.happening.status))))
    return f"{head}: “{' '.join(telling.happening.words.text.split())}”"


def _days(event: Event) -> tuple[str, str] | None:
    """The first day, and the day after the last one, as a calendar has them."""
    first, last = first_day(event.start or event.stop), last_day(event.stop or event.start)
    try:
        after = date.fromisoformat(last or "") + timedelta(days=1)
        return date.fromisoformat(first or "").strftime("%Y%m%d"), after.strftime("%Y%m%d")
    except (ValueError, OverflowError):
        return None


def _stamp(published: str | None) -> str:
    """When it was told last, which is all that is known of when this was made."""
    day = (first_day(published) or "1970-01-01").replace("-", "")
    clock = published[11:16].replace(":", "") if published and "T" in published else "0000"
    return f"{day}T{clock}00Z"


def _text(words: str) -> str:
    for sign in "\\;,":
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines, folded where they are too long, never within a character."""
    for line in lines:
        yield "\r\n ".join(_folds(line)) + "\r\n"


def _folds(line: str) -> Iterator[str]:
    start = size = 0
    for n, sign in enumerate(line):
        width = len(sign.encode())
        if size + width > OCTETS - 1:
            yield line[start:n]
            start, size = n, 0
        size += width
    yield line[start:]
