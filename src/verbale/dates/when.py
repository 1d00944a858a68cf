"""The records of dates: as written, and as the days they mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verbale.text import Span


@dataclass(frozen=True, slots=True)
class When:
    """A date as written. Fields are None where the words leave them open."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 is Monday."""
    shift: tuple[str, int] | None = None
    """`("day" | "week" | "weekend" | "month" | "year", n)`: so many of them from the day of reference."""
    part: tuple[int, int] | None = None
    """First and last day of the month, where the words narrow it (`early March`); of a year the same share."""
    side: int = 0
    """-1 for `last Monday`, 1 for `next Monday`."""
    time: str | None = None
    """`HH:MM` beside a full date."""
    until: int | None = None
    """Last day of a range within the month (`May 3–5`)."""
    season: tuple[int, int] | None = None
    """First and last month of a season."""
    window: tuple[int, int] | None = None
    """First and last day, counted from the day of reference (`in recent days`)."""
    years: int | None = None
    """So many years from that of the reference (`in May last year`)."""
    anchor: str = "article"
    """What `shift` counts from: the day of the `article`, the day the `story` has reached, or the date `told` last."""
    lead: str = ""
    """The preposition before it, in small letters."""


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day that fit."""

    first: date
    last: date

    @property
    def iso(self) -> tuple[str, str]:
        return self.first.isoformat(), self.last.isoformat()
