"""When something was said: the date that goes with a cue, and the day it means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from verbale import dates
from verbale.dates import Days, When
from verbale.lang import load
from verbale.model import Article, Part, Role, Said
from verbale.setting.frames import CLOSING, OPENING, Frame, Page, among, is_one
from verbale.setting.nouns import Found
from verbale.text import Span

SLACK = timedelta(days=1)
"""Clocks differ over the world: a dateline so near to the publication counts as the day of the article."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The day an article is read from, and what helps where there is none."""

    reference: date | None
    days: tuple[date, ...] = ()
    """Days the article may be of: the reference, and those its lines of dates tell."""
    years: frozenset[int] = frozenset()
    """Years of the full dates in the text, of use only without a reference."""


def calendar(page: Page) -> Calendar:
    """The day of the article: its dateline's where that is beside its publication, else its publication, else its dateline."""
    published = _day(page.article.published)
    dated = _dateline(page.article, published)
    near = published and dated and abs(published - dated) <= SLACK
    reference = dated if near else published or dated
    if reference:
        return Calendar(reference, (reference, *_lines(page.article)))
    return Calendar(None, (), frozenset(w.year for line in page.lines for w in line.dates if w.year and w.day))


def _lines(article: Article) -> Iterator[date]:
    """The days that lines of date and credit tell."""
    for block in article.blocks:
        if block.role in {Role.DATE, Role.BYLINE}:
            found = (dates.resolve(w, None) for w in dates.find(block.span.of(article.text), article.language) if w.day)
            yield from (days.first for days in found if days)


def _day(iso: str | None) -> date | None:
    """The day of an ISO date; None for a month or a year alone."""
    return date.fromisoformat(iso[:10]) if iso and len(iso) >= 10 else None


def _dateline(article: Article, published: date | None) -> date | None:
    written = article.dateline.date if article.dateline else None
    when = next(dates.find(written, article.language), None) if written else None
    days = dates.resolve(when, published) if when and when.day else None
    return days.first if days else None


# ---------------------------------------------------------------- which date goes with which cue


def dated(page: Page, frames: Sequence[Frame | None], places: Sequence[Found | None]) -> dict[int, When]:
    """The date of each frame, by its number. A date goes to the nearest cue of its sentence whose clause it stands in."""
    claims = sorted(_claims(page.article, frames, places), key=lambda claim: claim[:2])
    owners: dict[Span, int] = {}
    for _, n, when in claims:
        owners.setdefault(when.span, n)
    best: dict[int, When] = {}
    for _, n, when in claims:
        if owners[when.span] == n:
            best.setdefault(n, when)
    return best


def _claims(
    article: Article, frames: Sequence[Frame | None], places: Sequence[Found | None]
) -> Iterator[tuple[int, int, When]]:
    """The dates that can tell when each frame's words were said, with their distance from its cue."""
    for n, (frame, place) in enumerate(zip(frames, places, strict=True)):
        for when in frame.line.dates if frame else ():
            distance = _distance(article, frame, when, place) if frame else None
            if distance is not None:
                yield distance, n, when


def _distance(article: Article, frame: Frame, when: When, place: Found | None) -> int | None:
    """How far from the cue a date stands that tells when the words were said; None where it tells something else."""
    start, stop = frame.line.range(when.span)
    if start == stop or not set(frame.near).issuperset(range(start, stop)) or is_bound(frame.language, when):
        return None
    inside = place is not None and place.start < stop <= place.stop
    if (is_owned(article, when) and not inside) or _of_another(frame, start) or is_name(frame, start, stop):
        return None
    return frame.distance(start, stop)


def is_bound(language: str, when: When) -> bool:
    """`until Monday`, `since May`: a limit, no time of saying."""
    return when.lead in load(language).calendar["bound"] and when.until is None


def is_owned(article: Article, when: When) -> bool:
    """`Monday's debate`: the day of something else."""
    return article.text[when.span.stop : when.span.stop + 2] in {"'s", "’s"}


def _of_another(frame: Frame, start: int) -> bool:
    """`elected on Monday`: the participle before it takes the date, unless it tells how the words were given out."""
    before = frame.tokens[start - 1] if start else None
    if before is None or before.form != "part" or frame.is_cue(start - 1):
        return False
    return not is_one(before, among(frame.language, "given_out"))


def is_name(frame: Frame, start: int, stop: int) -> bool:
    """`USA TODAY`, «Экономика сегодня»: capitals or marks make it a piece of a name."""
    tokens = frame.tokens
    if len(tokens[start].text) > 2 and tokens[start].text.isupper() and start and tokens[start - 1].text.isupper():
        return True
    before, behind = tokens[max(0, start - 4) : start], tokens[stop : stop + 4]
    return any(t.text in OPENING for t in before) and any(t.text in CLOSING for t in behind)


# ---------------------------------------------------------------- which day is meant


def said(article: Article, when: When, calendar: Calendar, anchors: Mapping[str, Days]) -> Said:
    """The days a date means. What lies ahead of the article is no date of saying: then only the words are kept.

    `anchors` are the days the story has reached and the date told last, where they differ from the article's own.
    """
    words, reference, counted = Part.of(article.text, when.span), calendar.reference, anchors.get(when.anchor)
    days = _from(when, counted) if counted else dates.resolve(when, reference, years=calendar.years)
    if days is None or _is_ahead(when, days, reference):
        return Said(None, None, words, "unknown")
    last = min(days.last, reference) if reference and days.first <= reference else days.last
    own = when.shift == ("day", 0) and not counted
    return Said(days.first.isoformat(), last.isoformat(), words, "article" if own else "stated")


def _is_ahead(when: When, days: Days, reference: date | None) -> bool:
    """Whether a date lies ahead of the article: by its words, or by more than clocks can differ."""
    if when.side > 0 or (when.anchor == "article" and when.shift is not None and when.shift[1] > 0):
        return True
    return reference is not None and days.first > reference + (SLACK if when.day else timedelta())


def _from(when: When, anchor: Days) -> Days | None:
    """Days counted from a day; from a longer time they stay as open as it is."""
    return dates.resolve(when, anchor.first) if anchor.first == anchor.last else anchor


def narrowed(said: Said, words: str, language: str) -> Said:
    """The day of a longer time that a weekday in the name of a venue tells (`this weekend's broadcast of “Press Sunday”`)."""
    days = days_of(said)
    if days is None or days.first == days.last or days.last - days.first > timedelta(days=6):
        return said
    named = {_weekdays(language).get(word) for word in re.findall(r"[^\W\d]+", words.lower())}
    all_ = (days.first + timedelta(days=n) for n in range((days.last - days.first).days + 1))
    fitting = [day.isoformat() for day in all_ if day.weekday() in named]
    return replace(said, start=fitting[0], stop=fitting[0]) if len(fitting) == 1 else said


@cache
def _weekdays(language: str) -> dict[str, int]:
    """Weekdays by their full names in all forms."""
    data = load(language).calendar
    return {form: n for n, forms in enumerate(data["weekdays"]) for form in forms if form not in data["short"]}


def days_of(said: Said) -> Days | None:
    """The days of a saying that is dated."""
    return Days(date.fromisoformat(said.start), date.fromisoformat(said.stop)) if said.start and said.stop else None
