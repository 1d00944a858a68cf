"""The shapes in which dates are written, as regular expressions over the calendar words of a language.

Every repetition is bounded, so that no text can make them slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_GAP = r"\s{1,3}"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_NEAR, _FAR = r",?\s{0,3}", rf",?{_GAP}"
_CLOCK = r"[0-2]?\d:[0-5]\d"


def shapes(data: Mapping[str, Any], shifts: Iterable[str], units: Iterable[str]) -> Iterator[re.Pattern[str]]:
    """The shapes in the order in which they are tried, the fullest first; `data` is the calendar of the language."""
    for shape in (*_day_shapes(data), *_month_shapes(data), *_count_shapes(data, shifts, units)):
        yield re.compile(shape, re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    """Any of the words, the longest first, and no part of a longer word."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "(?:" + ("|".join(re.escape(w).replace(r"\ ", _GAP) for w in ordered) or r"(?!)") + r")(?!\w)"


def _forms(data: Mapping[str, Any], key: str, *, short: bool) -> str:
    """All forms of months or weekdays, with or without the short ones."""
    return _any(f for forms in data[key] for f in forms if short or f not in data["short"])


def _year(data: Mapping[str, Any], before: str) -> str:
    """A year in figures, or one counted from that of the reference (`last year`)."""
    of = rf"(?:{_any(data['of'])}{_GAP})?"
    return rf"(?:{before}{of}{_YEAR}(?:\s{{0,2}}{_any(data['year_words'])}\.?)?|,?{_GAP}{of}(?P<shift>{_any(data['years'])}))"


def _lead(words: Iterable[str]) -> str:
    return rf"(?:(?P<lead>{_any(words)}){_GAP})"


def _part(data: Mapping[str, Any]) -> str:
    return rf"(?:(?P<part>{_any(data['parts'])})[\s-]{{1,3}})"


def _day_shapes(data: Mapping[str, Any]) -> Iterator[str]:
    """Figures, and days of a month with all that may stand around them."""
    end = rf"(?:,?{_GAP}(?:{_any(data['at'])}{_GAP})?(?P<time>{_CLOCK})(?!\d)(?:\s?(?P<noon>[ap]\.?m\b\.?))?)?"
    yield rf"(?P<year>(?:19|20)\d\d)[-/.](?P<second>[01]?\d)[-/.](?P<figure>[0-3]?\d)(?!\d)(?:[T ](?P<time>{_CLOCK}))?"
    yield rf"(?P<figure>[0-3]?\d)(?P<mark>[./])(?P<second>[0-3]?\d)[./]{_YEAR}{end}"
    night, lead = rf"(?:{_any(data['night'])}{_GAP})?", _lead([*data["on"], *data["bound"]])
    weekday, the = _forms(data, "weekdays", short=True), rf"(?:{_any(data['the'])}{_GAP})?"
    start = rf"(?:(?P<before>{_CLOCK}),?{_GAP})?{night}{lead}?(?:(?P<weekday>{weekday})\.?,?{_GAP}{the})?"
    nth = data["ordinal"]
    day = (
        rf"(?P<day>\d{{1,2}})(?![\d:]){nth}?(?:(?:\s?[–—-]\s?|{_GAP}{_any(data['to'])}{_GAP})(?P<until>\d{{1,2}})(?!\d){nth}?)?"
    )
    month = rf"(?P<month>{_forms(data, 'months', short=True)})(?:\.(?=,?\s?\d))?"
    on, after = _any(data["on"]), _forms(data, "weekdays", short=False)
    end = rf"{_year(data, _NEAR)}?(?:,?{_GAP}\(?(?:{on}{_GAP})?(?P<after>{after})\)?(?!['’]s))?{end}"
    yield rf"{start}(?:{_any(data['from'])}{_GAP})?{the}{day}{_GAP}(?:{_any(data['of'])}{_GAP})?{month}{end}"
    if data["month_first"]:
        guard = rf"(?![.:]\d|,\d{{1,3}}(?!\d)|\s?%|{_GAP}{_any(data['counted'])})"
        yield rf"{start}{month}{_GAP}{the}{day}{guard}{end}"


def _month_shapes(data: Mapping[str, Any]) -> Iterator[str]:
    """Weekdays, months, seasons and years that stand alone; what could be another word needs a preposition."""
    lead, part = _lead([*data["on"], *data["bound"]]), _part(data)
    side, last = (rf"(?:(?P<side>{_any(words)}){_GAP})" for words in _sides(data))
    weekday, of = rf"(?P<weekday>{_forms(data, 'weekdays', short=False)})", rf"(?:{_any(data['of'])}{_GAP})?"
    end = rf"(?:{_GAP}{_any(data['day_parts'])})?(?:,?{_GAP}{of}(?P<shift>{_any(data['weeks'])}))?"
    yield rf"{_any(data['night'])}{_GAP}{weekday}"
    yield rf"{lead}{'' if data['weekday_lead'] else '?'}{side}?{weekday}{end}"
    yield rf"{last}{weekday}{end}"
    month = rf"(?P<month>{_forms(data, 'months', short=False)})(?!['’]s)"
    any_month = rf"(?P<month>{_forms(data, 'months', short=True)})(?:\.(?=,?\s?\d))?"
    # Behind a number it is the rest of a date that cannot be (`45 May 2031`).
    yield rf"(?:{part}|{lead})?(?<!\d\s){any_month}{_year(data, _FAR)}"
    yield rf"{part}{side}?{month}"
    yield rf"{_lead(data['before_month'])}{side}?{month}"
    yield rf"{side}{month}(?!{_FAR}{_YEAR})"  # not “это [декабрь 2021 года]”
    yield rf"(?P<season>{_any(data['seasons'])}){_year(data, _GAP)}?"
    if data["year_words"]:
        yield rf"(?:{part}|{lead})?{_YEAR}\s{{0,2}}{_any(data['year_words'])}\.?"
    lead = _lead(data["before_year"])
    yield rf"(?:{part}|{lead}){_YEAR}(?![.,]\d|[\w-]|\s?%|{_GAP}{_any(data['counted'])})"


def _sides(data: Mapping[str, Any]) -> Iterator[list[str]]:
    """The words that move a weekday or month, and those that do so beyond doubt."""
    yield [*data["last"], *data["next"], *data["here"]]
    yield [*data["last"], *data["next"], *data["alone"]]


def _count_shapes(data: Mapping[str, Any], shifts: Iterable[str], units: Iterable[str]) -> Iterator[str]:
    """Days, weeks, months and years counted from a day."""
    number, unit = rf"(?P<number>\d{{1,3}}|{_any(data['numbers'])})", rf"(?P<unit>{_any(units)})"
    yield rf"{number}{_GAP}{unit}{_GAP}{_any(data['ago'])}"
    yield rf"{number}{_GAP}{unit}{_GAP}(?P<later>{_any(data['later_behind'])})"
    yield rf"(?P<later>{_any(data['later_before'])}){_GAP}(?:{number}{_GAP})?{unit}"
    yield rf"(?P<window>{_any(data['windows'])})"
    lead, part = _lead([*data["on"], *data["bound"]]), _part(data)
    yield rf"(?:{part}|{lead})?(?P<shift>{_any(shifts)})"
