"""How things look in a template: the words of `wording` and a few filters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

from babel import Locale
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from verbale import wording
from verbale.store.pages import OPEN, SHUT
from verbale.web.plots.happened import days
from verbale.wording.reasons import briefly

_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""What would turn the words around it, or cannot be shown."""


_PAGES = {"s": "statements", "a": "articles", "p": "persons"}
_ID = re.compile(r"\b([sap]_[0-9a-f]{16})\b")
_DATE = re.compile(r"(\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b)")


def templates() -> Environment:
    """The templates of all pages. Whatever comes from the record is escaped."""
    made = Environment(
        loader=PackageLoader("verbale.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "lit": lit,
        "dated": dated,
        "language": language,
        "site": site,
        "filename": filename,
        "linked": linked,
        "number": lambda number: f"{number:,}",
        "segment": lambda text: quote(text, safe=""),
        "month": month,
    }
    made.globals |= {
        "wording": wording,
        "counted": wording.counted,
        "language": language,
        "days": days,
        "amount": amount,
        "briefly": briefly,
    }
    made.globals["asked_of"] = lambda wanted: {name: wanted[name] for name in wanted if name not in {"limit", "offset"}}
    return made


def _shown(value: Any) -> Any:
    """Every value on its way into a page."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else plain(value)


def plain(text: str | None) -> str:
    """The text without what would turn the words around it."""
    return _OVERRIDES.sub("", text or "")


def lit(text: str) -> Markup:
    """The text with what SQLite highlighted marked."""
    return Markup("").join(_lit(text))


def _lit(text: str) -> Iterator[Markup]:
    for n, piece in enumerate(re.split(f"[{OPEN}{SHUT}]", text)):
        shown = escape(plain(piece))
        yield Markup("<mark>%s</mark>") % shown if n % 2 else shown


@lru_cache(4096)
def dated(text: str) -> Markup:
    """The text with no line broken within a date."""
    pieces = _DATE.split(plain(text))
    return Markup("").join(Markup('<span class="day">%s</span>') % p if n % 2 else escape(p) for n, p in enumerate(pieces))


@cache
def language(code: str) -> str:
    """The English name of a language, or its code."""
    return str(Locale("en").languages.get(code, code))


def site(address: str | None) -> str:
    """The address of a page, if it is one that may be followed; else nothing."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return ""
    return (address or "") if parts.scheme in {"http", "https"} and parts.netloc else ""


def linked(text: str) -> Markup:
    """The text with ids of statements, articles and persons as links."""
    pieces = _ID.split(plain(text))
    return Markup("").join(_id(p) if n % 2 else escape(p) for n, p in enumerate(pieces))


def _id(id_: str) -> Markup:
    return Markup('<a href="/{}/{}">{}</a>').format(_PAGES[id_[0]], id_, id_)


def filename(path: str | None) -> str:
    """The last part of a path, or what an address ends in; nothing of nothing."""
    return re.split(r"[/\\]", (path or "").rstrip("/\\"))[-1]


def amount(value: float) -> str:
    """`4,210`, `1.5`."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def month(number: int) -> str:
    """203105 gives 2031-05."""
    return f"{number // 100:04}-{number % 100:02}"
