"""Publication dates as machines write them, brought to one form.

Out comes an ISO prefix: `2022`, `2022-03`, `2022-03-03`, or with minutes `2022-03-03T00:36`. It is the wall clock time
as written; the zone is dropped, because an article thinks in the day of its newsroom. Only numbers since 1970 (seconds
or milliseconds) have no place of their own and are read as UTC. `10/07/2022` is read as nothing: it means October to
one half of the world and July to the other.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_YEAR = r"(?P<year>(?:1[5-9]|[2-9][0-9])[0-9]{2})"
_DAY = r"(?P<day>[0-9]{1,2})"
_TIME = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?(?:\s*(?P<half>[ap])\.?m\.?)?"
_ZONE = r"(?:\s*(?:z|[a-z]{2,5}|(?:utc|gmt)?[+-][0-9]{1,2}:?(?:[0-9]{2})?(?:\s*\([^)]*\)|\[[^\]]*\])?))?"
_AT = rf"(?:(?:t|,?\s+(?:at\s+)?){_TIME}{_ZONE})?"
_MINUTE = r":?(?P<minute>[0-9]{2})(?::?[0-9]{2})?"
_WEEKDAY = r"(?:[a-z]{3,9},?\s+)?"
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        # 2022-10-07, 2022-10-07T10:36:00.000+03:00, 2022/10/07 10:36, 2022-10, 2022
        rf"{_YEAR}(?:(?P<dash>[-/.])(?P<month>[0-9]{{1,2}})(?:(?P=dash){_DAY}(?:z|[+-][0-9:]{{5}}|{_AT}))?)?",
        # 20221007, 20221007T1036, 20221007103600
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})(?:t?(?P<hour>[0-9]{{2}}){_MINUTE}{_ZONE})?",
        # Fri, 07 Oct 2022 10:36:00 +0300; 7 October 2022
        rf"{_WEEKDAY}{_DAY}[\s-]+{_MONTH},?[\s-]+{_YEAR}{_AT}",
        # October 7, 2022; Oct 7, 2022 10:36 PM
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}{_AT}",
        # Fri Oct  7 10:36:00 2022, Fri Oct 07 10:36:00 +0000 2022
        rf"[a-z]{{3}}\s+{_MONTH}\s+{_DAY}\s+{_TIME}{_ZONE}\s+{_YEAR}",
        # 07.10.2022, 07.10.2022 10:36
        rf"{_DAY}\.(?P<month>[0-9]{{1,2}})\.{_YEAR}{_AT}",
    )
)
# Nine and ten digits are seconds of 1973 to 2286, twelve and thirteen the same in milliseconds.
_SINCE_1970 = {9: 1, 10: 1, 12: 1000, 13: 1000}

# Characters of an ISO prefix by the number of its parts.
_LENGTH = {1: 4, 2: 7, 3: 10, 5: 16}
_LONGEST = 80


def moment(value: object) -> str | None:
    """The ISO prefix of a date in any usual machine form (text or number); None if it cannot be understood."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    words = str(value).strip().lower().removesuffix(".0")
    if len(words) > _LONGEST:
        return None
    read = (_prefix(found) for form in _FORMS if (found := form.fullmatch(words)))
    return next(filter(None, read), None) or _since_1970(words)


def is_after(published: str, received: str) -> bool:
    """Whether an ISO prefix lies after the day `received`, with a day of grace for time zones."""
    return (_first_day(published) - _first_day(received)).days > 1


def _prefix(found: re.Match[str]) -> str | None:
    """The parts that a form named, from the year down to where they end; None where no calendar has them."""
    part = found.groupdict()
    if part.get("name"):
        part["month"] = str(_MONTHS.index(part["name"]) + 1)
    numbers = [int(part[name]) for name in ("year", "month", "day", "hour", "minute") if part.get(name)]
    if part.get("half"):
        numbers[3] = numbers[3] % 12 + 12 * (part["half"] == "p")
    try:
        whole = datetime(*[*numbers, 1, 1][: max(3, len(numbers))])  # type: ignore[arg-type]
    except ValueError:
        return None
    return whole.isoformat(timespec="minutes")[: _LENGTH[len(numbers)]]


def _since_1970(words: str) -> str | None:
    digits, _, _ = words.partition(".")
    if not (digits.isascii() and digits.isdigit() and len(digits) in _SINCE_1970):
        return None
    return datetime.fromtimestamp(int(digits) / _SINCE_1970[len(digits)], UTC).strftime("%Y-%m-%dT%H:%M")


def _first_day(prefix: str) -> date:
    return date.fromisoformat((prefix + "-01-01")[:10] if len(prefix) < 10 else prefix[:10])
