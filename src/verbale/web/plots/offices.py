"""The offices of a person over time."""

from __future__ import annotations

from markupsafe import Markup

from verbale import wording
from verbale.people import Person, Tenure
from verbale.web.plots.drawing import Plot, cut, joined, line, rect, words

WIDTH, ROW, MOST = 640, 34, 10


def offices(person: Person) -> Plot | None:
    """A bar an office, from the first to the last month in which articles give it; None where none is dated."""
    held = sorted((t for t in person.tenures[:MOST] if t.first), key=lambda t: (t.first, t.last))
    if not held:
        return None
    first, last = min(_month(t.first) for t in held), max(_month(t.last) for t in held) + 1
    parts = [part for n, tenure in enumerate(held) for part in _row(n, tenure, first, last)]
    foot = len(held) * ROW + 4
    ends = [
        line([(0, foot), (WIDTH, foot)]),
        words(0, foot + 14, held[0].first, size=11, faint=True),
        words(WIDTH, foot + 14, max(t.last for t in held), size=11, faint=True, anchor="end"),
    ]
    title = f"Offices of {wording.line(person.name)}: " + "; ".join(
        f"{wording.line(t.role)}, {t.first} to {t.last}" for t in held
    )
    return Plot("offices", title, WIDTH, foot + 20, joined([*parts, *ends]), f"?person={person.id}")


def _row(n: int, tenure: Tenure, first: int, last: int) -> list[Markup]:
    scale = WIDTH / (last - first)
    left, right = ((_month(month) - first) * scale for month in (tenure.first, tenure.last))
    told = f"{wording.line(tenure.role)}: {tenure.first} to {tenure.last}, {wording.counted(tenure.times, 'article')}"
    return [
        words(0, n * ROW + 15, cut(wording.line(tenure.role), 80), size=12),
        rect(left, n * ROW + 20, max(4.0, right + scale - left), 9, title=told),
    ]


def _month(month: str) -> int:
    """Months since the year 0."""
    return int(month[:4]) * 12 + int(month[5:7] or 1) - 1
