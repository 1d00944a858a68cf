"""Events over time: a lane a kind, full where they were held, hollow where they were only spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from verbale import wording
from verbale.model import Event, Status
from verbale.store.search import first_day, last_day
from verbale.web.plots.days import Days, ordinal
from verbale.web.plots.drawing import Plot, cut, dot, joined, line, link, words

WIDTH, ROW, LINE, FOOT = 640, 44, 30, 22
"""`LINE` is how far below the top of a lane its line runs."""
HUES = {
    Status.HELD: 3,
    Status.PLANNED: 1,
    Status.PROPOSED: 5,
    Status.POSSIBLE: 5,
    Status.CALLED_FOR: 2,
    Status.NOT_PLANNED: 7,
    Status.RULED_OUT: 7,
    Status.DENIED: 7,
}
"""Colour of each status; the title of each dot says it in words."""


def happened(events: Sequence[Event], query: str = "") -> Plot | None:
    """The events that have a day; None where fewer than two have one."""
    dated = [(event, *_days(event)) for event in events if event.start or event.stop]
    if len(dated) < 2:
        return None
    lanes = list(dict.fromkeys(event.what for event, _, _ in dated))
    first, last = min(start for _, start, _ in dated), max(stop for _, _, stop in dated)
    scale = Days(first, last, 10, WIDTH - 10)
    foot = len(lanes) * ROW
    parts = [words(0, n * ROW + 14, cut(lane, 40)) for n, lane in enumerate(lanes)]
    parts += [line([(0, n * ROW + LINE), (WIDTH, n * ROW + LINE)]) for n in range(len(lanes))]
    for event, start, stop in dated:
        left, right = scale.at(start), scale.at(stop)
        parts.append(_event(event, left, right, lanes.index(event.what) * ROW + LINE))
    ends = (date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat())
    parts += scale.axis(foot)
    title = f"{wording.counted(len(dated), 'event')} from {ends[0]} to {ends[1]}: {', '.join(lanes)}"
    return Plot("timeline", title, WIDTH, foot + FOOT, joined(parts), f"?{query}" if query else "")


def _event(event: Event, left: float, right: float, y: float) -> Markup:
    hue = HUES.get(event.status, 0)
    parties = wording.listed([wording.line(party.name) for party in event.parties] or ["nobody named"])
    told = f"{event.what}, {event.status}, {days(event)}: {parties}"
    bar = line([(left, y), (right, y)], hue=hue, width=3) if right - left > 2 else Markup("")
    drawn = bar + dot((left + right) / 2, y, 6, hue=hue, hollow=event.status is not Status.HELD, title=told)
    return link(f"/events/{event.id}", drawn, told)


def days(event: Event) -> str:
    """`2031-05-09`, or `2031-05 to 2031-06`."""
    first, last = event.start or event.stop or "", event.stop or event.start or ""
    return wording.between(first, last)


def _days(event: Event) -> tuple[int, int]:
    """First and last day, counted from the year 1."""
    first, last = first_day(event.start or event.stop), last_day(event.stop or event.start)
    return tuple(sorted((ordinal(first or ""), ordinal(last or ""))))  # type: ignore[return-value]
