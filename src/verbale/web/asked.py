"""A search as an address: whatever is asked stands in it, so that it can be kept and handed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlencode

from verbale.errors import UnfitError
from verbale.model import Speech
from verbale.store.search import first_day, last_day

LONGEST = 400
"""Characters of one thing asked for."""
DEEPEST = 1_000_000
"""No record has so many pages."""
ORDERS = ("newest", "oldest")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted of statements or articles; empty where it is not asked for."""

    about: str = ""
    who: str = ""
    person: str = ""
    unknown: str = ""
    """`only` for statements of which nobody could tell the speaker."""
    outlet: str = ""
    language: str = ""
    kind: str = ""
    act: str = ""
    topic: str = ""
    since: str = ""
    until: str = ""
    order: str = ""
    rejected: str = ""
    """`too` for those as well that people ruled to be no statement."""
    page: int = 1

    @staticmethod
    def of(given: Mapping[str, str]) -> Asked:
        """What an address asks for; raises `UnfitError` for what is no question."""
        texts = {f.name: _text(given.get(f.name, "")) for f in fields(Asked) if f.name != "page"}
        asked = Asked(**texts, page=_page(given.get("page", "")))
        for name, date in (("since", first_day), ("until", last_day)):
            value = texts[name]
            if value and date(value) is None:
                raise UnfitError(f"“{value}” is no date: write 2031, 2031-05 or 2031-05-09")
        _one_of(asked.kind, tuple(Speech), "kind of statement")
        _one_of(asked.order, ORDERS, "order")
        _one_of(asked.unknown, ("only",), "way to ask for unknown speakers")
        _one_of(asked.rejected, ("too",), "way to ask for rejected ones")
        return asked

    def address(self, **changes: str | int) -> str:
        """The query of an address that asks the same but for `changes`; it begins again at the first page."""
        wanted = {**self._all(), "page": 1, **changes}
        if wanted["page"] == 1:
            del wanted["page"]
        query = urlencode({name: value for name, value in wanted.items() if value})
        return f"?{query}" if query else "?"

    def _all(self) -> dict[str, str | int]:
        return {name: getattr(self, name) for name in self.__slots__}

    def told(self) -> dict[str, str]:
        """What is asked for, by name, without the page and the order."""
        plain = {f.name: getattr(self, f.name) for f in fields(self) if f.name not in {"page", "order", "rejected"}}
        return {name: value for name, value in plain.items() if value}


def _text(value: str) -> str:
    if len(value) > LONGEST:
        raise UnfitError(f"what is asked for is longer than {LONGEST} characters")
    return " ".join(value.replace("\0", " ").split())


def _page(value: str) -> int:
    if not value:
        return 1
    if not value.isascii() or not value.isdecimal() or len(value) > 7 or not 1 <= int(value) <= DEEPEST:
        raise UnfitError(f"“{value[:40]}” is no page: pages are numbered from 1")
    return int(value)


def _one_of(value: str, right: tuple[str, ...], what: str) -> None:
    if value and value not in right:
        raise UnfitError(f"“{value}” is no {what}: write {', '.join(right)}")
