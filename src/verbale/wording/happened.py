"""Events and figures in the words a reader of the screen sees."""

from __future__ import annotations

from verbale import wording
from verbale.model import Claim, Event, Figure, Telling


def days(event: Event) -> str:
    """`2031-05`, `2031-05-05 to 2031-05-09`; in brackets, where nothing tells it, the day on which it was told first."""
    if event.start:
        return wording.between(event.start, event.stop or event.start)
    published = event.tellings[0].published if event.tellings else None
    return f"({published[:10]})" if published else ""


def parties(event: Event) -> str:
    """`Ana Reyes, Petr Yorkin`."""
    return ", ".join(wording.line(party.name) for party in event.parties)


def course(event: Event) -> str:
    """`possible (2031-10-07), not planned (2031-12-21)`; the status alone where it never changed."""
    if len(event.course) < 2:
        return str(event.status)
    return ", ".join(f"{told.happening.status} ({day(told)})" for told in event.course)


def day(told: Telling) -> str:
    """The day on which it was told."""
    return told.published[:10] if told.published else "undated"


def value(figure: Figure) -> str:
    """`4,210`, `1,500,000 USD`, `4.5 %`."""
    number = f"{figure.value:,.0f}" if figure.value == int(figure.value) else f"{figure.value:,.10g}"
    return f"{number} {figure.unit}" if figure.unit not in {"", "people"} else number


def parts(figure: Figure) -> str:
    """`6,374 killed, 9,776 wounded: adds up`; empty where none are told."""
    if not figure.parts:
        return ""
    told = ", ".join(f"{part.value:,.10g} {part.name}" for part in figure.parts)
    checked = {True: ": adds up", False: ": does not add up", None: ""}[figure.adds_up]
    return f"{told}{checked}"


def source(claim: Claim) -> str:
    """Who claims it: its source, else the outlet."""
    return wording.line(claim.figure.source.name if claim.figure.source else claim.outlet or "")


def as_of(claim: Claim) -> str:
    """The day for which it is claimed; in brackets that of the article."""
    published = f"({claim.published[:10]})" if claim.published else ""
    return wording.days(claim.figure.as_of) or published
