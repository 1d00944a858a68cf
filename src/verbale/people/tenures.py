"""Who held which office when, learned from the record itself, and who is meant where only the office is named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from verbale.people.form import is_honorific
from verbale.people.offices import Office, office
from verbale.people.person import Tenure

NEAR = 1
"""Months around an article whose word for an office's holder counts."""
BETWEEN = 12
"""Months that may lie to the nearest word before and after, if both name the same holder."""
MOSTLY = 0.8
"""So large a share of what articles say must name one holder."""


def month_text(month: int) -> str:
    """`2022-03`; empty for an undated month."""
    return f"{month // 12:04}-{month % 12 + 1:02}" if month else ""


@dataclass(slots=True)
class Held:
    """What articles say about who holds an office: how often each month gives it to whom."""

    _told: dict[Office, dict[int, Counter[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Counter)))

    def tell(self, role: str, language: str, month: int, person: int) -> None:
        """An article of that month calls the person so."""
        found = office(role, language)
        if found and found.sole and not found.past and month:
            self._told[found][month][person] += 1

    def holder(self, role: str, language: str, month: int) -> tuple[int, str] | None:
        """Who held the office that month, with the reason; None where articles do not tell, or tell of several."""
        found = office(role, language)
        if not found or not found.sole or found.past or not month or found not in self._told:
            return None
        return self._near(found, month) or self._between(found, month)

    def _near(self, found: Office, month: int) -> tuple[int, str] | None:
        told = sum((self._told[found].get(m, Counter()) for m in range(month - NEAR, month + NEAR + 1)), Counter[int]())
        if not told:
            return None
        person = min(told, key=lambda p: (-told[p], p))
        if told[person] < MOSTLY * told.total():
            return None
        times = f"{told[person]} time{'s' if told[person] > 1 else ''}"
        return person, f"Articles of {month_text(month)} and the months beside it give the office {found} by name {times}."

    def _between(self, found: Office, month: int) -> tuple[int, str] | None:
        months = sorted(self._told[found])
        before = max((m for m in months if m < month), default=0)
        after = min((m for m in months if m > month), default=0)
        if not before or not after or month - before > BETWEEN or after - month > BETWEEN:
            return None
        holders = set(self._told[found][before]) | set(self._told[found][after])
        if len(holders) != 1:
            return None
        return (
            holders.pop(),
            f"Articles of {month_text(before)} and {month_text(after)} give the office {found} to one person.",
        )


def tenures(roles: Iterable[tuple[str, str, int]]) -> tuple[Tenure, ...]:
    """The offices of one person out of (words, language, month), the most named first; words of one office are one."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    months: dict[str, list[int]] = defaultdict(list)
    offices: dict[str, str] = {}
    for role, language, month in roles:
        found = office(role, language)
        if is_honorific(role):
            continue
        key = str(found) if found else role.casefold()
        words[key][role] += 1
        offices[key] = str(found) if found else ""
        months[key] += [month] if month and not (found and found.past) else []
    made = (
        Tenure(
            min(told, key=lambda r: (-told[r], r)),
            month_text(min(months[key], default=0)),
            month_text(max(months[key], default=0)),
            told.total(),
            offices[key],
        )
        for key, told in words.items()
    )
    return tuple(sorted(made, key=lambda t: (-t.times, t.first, t.role)))
