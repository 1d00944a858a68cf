"""Dates as they are written: where one can begin, and what its words say."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from verbale.dates.shapes import shapes
from verbale.dates.when import When
from verbale.lang import load
from verbale.text import Span


def find(text: str, language: str, *, offset: int = 0) -> Iterator[When]:
    """All dates written in `text`, from left to right; spans are moved by `offset`."""
    grammar, at = _grammar(language), 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < at or not grammar.may_begin(word) or (start > 1 and _joined(text[start - 2 : start])):
            continue
        when = grammar.read(text, start)
        if when:
            at = when.span.stop
            yield replace(when, span=Span(when.span.start + offset, at + offset)) if offset else when


_WORD = re.compile(r"[^\W_]+(?:['’ʼ](?!s\b)[^\W_]+)?")
_NEXT = re.compile(rf"[\s,.–—-]{{1,4}}({_WORD.pattern})")
_FIGURES = frozenset("./-:–—")


def _joined(before: str) -> bool:
    """Whether a hyphen or slash ties a word to what stands before it."""
    return before[1] in "-/" and before[0].isalnum()


# ---------------------------------------------------------------- what the words say


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The calendar of a language: its words by meaning, the words a date can begin with, and its shapes in order."""

    data: Mapping[str, Any]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    shifts: Mapping[str, tuple[str, str, int]]
    """Words that count, by what they count from, in which unit, and how many."""
    units: Mapping[str, str]
    begins: Mapping[str, Collection[str]]
    """The words a date can begin with, by those of which one must follow; none where the word can stand alone."""
    shapes: tuple[re.Pattern[str], ...]

    def may_begin(self, word: re.Match[str]) -> bool:
        """Whether it is worth trying the shapes here; quick, since few words of a text are."""
        first = "0" if word[0][0].isdigit() else word[0].lower()
        if first not in self.begins:
            return False
        following = self.begins[first]
        if not following or (first == "0" and word.string[word.end() : word.end() + 1] in _FIGURES):
            return True
        behind = _NEXT.match(word.string, word.end())
        return behind is not None and ("0" if behind[1][0].isdigit() else behind[1].lower()) in following

    def read(self, text: str, at: int) -> When | None:
        """The date that begins at a place, by the first shape that reads one there."""
        for shape in self.shapes:
            match = shape.match(text, at)
            when = self._when(match) if match and self._plausible(match) else None
            if when:
                return when
        return None

    def _plausible(self, match: re.Match[str]) -> bool:
        """Whether capitals stand where they must, and a weekday is no part of a name (`Black Friday`)."""
        words = match.groupdict()
        named = [words[n] for n in ("month", "weekday", "after") if words.get(n)]
        if self.data["capital"] and any(name.islower() for name in named):
            return False
        if not words.get("weekday") or words.get("day"):
            return True
        before = match.string[max(0, match.start("weekday") - 24) : match.start("weekday")].lower().split()
        behind = match.string[match.end() : match.end() + 24].lower().lstrip()
        return not (before and before[-1] in self.data["name_before"]) and not behind.startswith(tuple(self.data["name_after"]))

    def _when(self, match: re.Match[str]) -> When | None:
        words = {name: value for name, value in match.groupdict().items() if value}
        span = Span(match.start(), match.end())
        if "figure" in words:
            return _figures(words, span, mixed=self.data["slash"] == "open")
        when = When(span, _number(words.get("year")), **self._named(words), lead=self._lead(words), time=_time(words))
        return self._shifted(when, words) if when.day is None or 1 <= when.day <= 31 else None

    def _lead(self, words: Mapping[str, str]) -> str:
        """The preposition, which may be the first word of a part (`by the end of`)."""
        part = _plain(words.get("part", ""))
        return _plain(words.get("lead", "")) or (part.partition(" ")[0] if part in self.data["bound_parts"] else "")

    def _named(self, words: Mapping[str, str]) -> dict[str, Any]:
        """The fields that a date's own words fill."""
        weekday = words.get("weekday") or words.get("after")
        season = self.data["seasons"].get(_plain(words.get("season", "")))
        part = self.data["parts"].get(_plain(words.get("part", "")))
        side = _plain(words.get("side") or words.get("season", "")).partition(" ")[0]
        return {
            "month": self.months.get(_plain(words.get("month", ""))),
            "day": _number(words.get("day")),
            "until": _number(words.get("until")),
            "weekday": self.weekdays.get(_plain(weekday)) if weekday else None,
            "part": (part[0], part[1]) if part else None,
            "side": -1 if side in self.data["last"] else 1 if side in self.data["next"] else 0,
            "season": (season[0], season[1]) if season else None,
            "years": season[2] or None if season else None,
        }

    def _shifted(self, when: When, words: Mapping[str, str]) -> When:
        """The date with what is counted beside it: `last week`, `two days ago`, `in May last year`."""
        if "window" in words:
            first, last = self.data["windows"][_plain(words["window"])]
            return replace(when, window=(first, last))
        if "unit" in words:
            n = self._quantity(words.get("number"))
            behind = "later" in words
            return replace(
                when, shift=(self.units[_plain(words["unit"])], n if behind else -n), anchor="told" if behind else "article"
            )
        if "shift" not in words:
            return when
        anchor, unit, n = self.shifts[_plain(words["shift"])]
        if unit == "year" and (when.month or when.season):
            return replace(when, years=n)
        return replace(when, shift=(unit, n), anchor=anchor)

    def _quantity(self, words: str | None) -> int:
        return 1 if words is None else int(words) if words.isdigit() else self.data["numbers"][_plain(words)]


def _figures(words: Mapping[str, str], span: Span, *, mixed: bool) -> When | None:
    """`2031-12-21`, `21.12.2031`, `12/21/2031`; figures between slashes may stand in any order where that is `mixed`."""
    first, second, year = (int(words[name]) for name in ("figure", "second", "year"))
    if words.get("mark") == "/" and mixed and first != second:
        if first <= 12 and second <= 12:
            return None
        first, second = max(first, second), min(first, second)
    known = 1 <= second <= 12 and 1 <= first <= monthrange(year, second)[1]
    return When(span, year, second, first, time=_time(words)) if known else None


def _number(words: str | None) -> int | None:
    return int(words) if words else None


def _time(words: Mapping[str, str]) -> str | None:
    """`HH:MM` of a time before or behind the date, with its `a.m.` or `p.m.`"""
    told = words.get("time") or words.get("before")
    if not told:
        return None
    hour, minute = map(int, told.split(":"))
    noon = words.get("noon", " ")[0].lower()
    hour = hour % 12 + 12 * (noon == "p") if noon in "ap" else hour
    return f"{hour:02}:{minute:02}" if hour < 24 else None


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower()).rstrip(".")


# ---------------------------------------------------------------- the calendar of a language


@cache
def _grammar(language: str) -> _Grammar:
    data = load(language).calendar
    months = {form: n for n, forms in enumerate(data["months"], 1) for form in forms}
    weekdays = {form: n for n, forms in enumerate(data["weekdays"]) for form in forms}
    shifts = {words: (anchor, unit, n) for key, anchor, unit in _SHIFTS for words, n in data[key].items()}
    units = {form: unit for unit, forms in data["units"].items() for form in forms}
    return _Grammar(data, months, weekdays, shifts, units, _begins(data), tuple(shapes(data, shifts, units)))


def _begins(data: Mapping[str, Any]) -> dict[str, Collection[str]]:
    """The words a date can begin with and those that can follow them; figures are `0`."""
    named = [form for key in ("months", "weekdays") for forms in data[key] for form in forms]
    units = [form for forms in data["units"].values() for form in forms]
    begins: dict[str, set[str]] = {"0": {*named, *units, *data["to"], *data["of"], *data["year_words"]}}
    for phrase in (*named, *(phrase for key in _WHOLE for phrase in data[key])):
        first, *rest = phrase.split()
        begins.setdefault(first, set()).add(rest[0] if rest else "")
    sides = [phrase.split()[0] for key in ("last", "next", "here", "parts") for phrase in data[key]]
    heads = {first for first in (*begins, *sides, *data["the"]) if first not in units}
    counted = {*data["numbers"], *units, "0"}
    for phrases, following in ((data["numbers"], units), (_open(data), heads), (data["later_before"], counted)):
        for phrase in phrases:
            first, *rest = phrase.replace("-", " ").split()
            begins.setdefault(first, set()).update(rest[:1] or following)
    return {first: () if "" in following else frozenset(following) for first, following in begins.items()}


def _open(data: Mapping[str, Any]) -> Iterator[str]:
    """Words that are no date without what follows."""
    for key in ("on", "bound", "before_month", "before_year", "parts", "last", "next", "here", "night", "from"):
        yield from data[key]


_SHIFTS = (
    ("days", "article", "day"),
    ("weeks", "article", "week"),
    ("weekends", "article", "weekend"),
    ("month_shifts", "article", "month"),
    ("years", "article", "year"),
    ("story", "story", "day"),
    ("told", "told", "day"),
)
_WHOLE = ("days", "weeks", "weekends", "month_shifts", "years", "story", "told", "windows", "seasons")
