"""What a user typed, in the form in which the record is searched. Nothing that is typed can be a syntax error."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, NoReturn, TypedDict

from verbale.acts import ACTS
from verbale.errors import UnfitError
from verbale.model import Speech, Status

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])", re.ASCII)
_WORD = re.compile(r"[^\W_]+")
_ACCENT = re.compile("[\u0300-\u036f]+")
_PHRASE = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')


def folded(text: str) -> str:
    """The words of `text` in small letters without accents, one space apart: "José O’Brien" gives "jose o brien".

    Accents go in Cyrillic too, so that е finds ё and и finds й: in a search that is help, not loss.
    """
    return " ".join(_WORD.findall(_ACCENT.sub("", unicodedata.normalize("NFKD", text)).casefold()))


def named(name: str | None, wanted: str) -> bool:
    """Whether each word of `wanted` (folded) begins a word of `name`, in any order: "reyes a" fits "Ana Reyes"."""
    words = folded(name or "").split()
    return bool(wanted) and all(any(word.startswith(part) for word in words) for part in wanted.split())


def fts(about: str) -> str:
    """An FTS5 query that finds rows with all words of `about`.

    "Words in quotation marks" must follow each other; a word that ends in * stands for all that begin so. Everything
    else is taken as words, whatever it means to FTS5.
    """
    found = _PHRASE.findall(about.replace("\0", " "))  # FTS5 would stop reading there, in the midst of a phrase
    return " ".join(_phrase(quoted or word.rstrip("*"), star or word[-1:]) for quoted, star, word in found) or '""'


def _phrase(words: str, end: str) -> str:
    return f'"{words}"*' if end == "*" else f'"{words}"'


def first_day(date: str | None) -> str | None:
    """The first day of a year, month or day as `2031-05-09`; None if it is no date."""
    found = _DATE.match(date or "")
    return found and f"{found[1]}-{found[2] or '01'}-{found[3] or '01'}"


def last_day(date: str | None) -> str | None:
    """The last day of a year, month or day; None if it is no date."""
    found = _DATE.match(date or "")
    if not found:
        return None
    month = found[2] or "12"
    return f"{found[1]}-{month}-{found[3] or _length(int(found[1]), int(month))}"


def _length(year: int, month: int) -> int:
    """Days of a month; 31 for a month that does not exist, for dates are compared here and not judged."""
    return calendar.monthrange(year, month)[1] if year and 1 <= month <= 12 else 31


class Sought(TypedDict, total=False):
    """What is wanted of articles; whatever is left out or None is not asked for."""

    about: str | None
    """Words that all occur; "words in quotation marks" stand together, and a word that ends in * is a beginning."""
    outlet: str | None
    """Its whole name, whatever the case."""
    language: str | None
    """Two letters."""
    limit: int | None
    """How many rows at most."""
    offset: int
    """How many rows to pass over first."""


class Wanted(Sought, total=False):
    """What is wanted of statements; `about` is looked up in their contents."""

    speaker: str | None
    """Words of the name, or beginnings of words, in any order, whatever the case and the accents."""
    since: str | None
    """Year, month or day: the first on which it may have been said, or where nothing tells, published."""
    until: str | None
    """Year, month or day: the last such one; a month is meant to its end."""
    kind: Speech | str | None
    """direct, indirect or mixed."""
    act: str | None
    """What is done in saying it: request, reject, promise …"""
    topic: str | None
    """Id of a topic."""
    rejected: bool
    """Also what people ruled to be no statement."""


class Carried(Wanted, total=False):
    """What is wanted of utterances: that one of their statements fits, and who carries them."""

    least: int | None
    """How many articles carry it at least, copies of one text counted once."""


class Happened(TypedDict, total=False):
    """What is wanted of events; whatever is left out or None is not asked for."""

    actor: str | None
    """Words of the name of one who takes part, or beginnings of words, under any spelling that the record knows."""
    what: str | None
    """Kind of event: meeting, decree, attack."""
    status: Status | str | None
    """How far it had come when it was told last."""
    since: str | None
    """Year, month or day: the first on which it can have been, or where nothing tells, was told."""
    until: str | None
    """Year, month or day: the last such one."""
    article: str | None
    """Whole id of an article that tells it."""
    limit: int | None
    offset: int


class Counted(TypedDict, total=False):
    """What is wanted of figures; whatever is left out or None is not asked for."""

    measure: str | None
    """What is counted: killed, troops, money."""
    source: str | None
    """Words of the name of its source, or beginnings of words."""
    place: str | None
    """The whole name of the place, as written."""
    since: str | None
    """Year, month or day for which it is claimed, or where nothing tells, of the article."""
    until: str | None
    article: str | None
    """Whole id of its article."""
    question: str | None
    """Id that figures share which answer one question."""
    limit: int | None
    offset: int


def happened(wanted: Happened) -> dict[str, Any]:
    """The values to bind for events; raises `RecordError` if a date is no date or a status no status."""
    forms: dict[str, Callable[[Any], Any]] = {
        "actor": folded,
        "what": str,
        "status": _status,
        "since": _since,
        "until": _until,
        "article": str,
    }
    return _bound(wanted, forms)


def counted(wanted: Counted) -> dict[str, Any]:
    """The values to bind for figures; raises `RecordError` if a date is no date."""
    plain: dict[str, Callable[[Any], Any]] = dict.fromkeys(("measure", "article", "question"), str)
    return _bound(wanted, {**plain, "source": folded, "place": folded, "since": _since, "until": _until})


def given(wanted: Wanted | Sought) -> dict[str, Any]:
    """The values to bind for what is wanted; raises `UnfitError` if a date is no date, a kind no kind or an act no act."""
    forms: dict[str, Callable[[Any], Any]] = {
        "about": fts,
        "outlet": folded,
        "speaker": folded,
        "since": _since,
        "until": _until,
        "kind": _kind,
        "act": _act,
        "topic": str,
        "language": str.lower,
    }
    return {**_bound(wanted, forms), "without": None if wanted.get("rejected") else "reject"}


def carried(wanted: Carried) -> dict[str, Any]:
    """The values to bind for utterances; raises `RecordError` if a date is no date or a kind no kind."""
    return {**given(wanted), "least": wanted.get("least")}


def _bound(wanted: Mapping[str, Any], forms: Mapping[str, Callable[[Any], Any]]) -> dict[str, Any]:
    """Each value in the form in which it is searched; None for what is not asked for."""
    values = {name: None if (value := wanted.get(name)) is None else form(value) for name, form in forms.items()}
    limit = wanted.get("limit")
    return values | {"limit": -1 if limit is None else limit, "offset": wanted.get("offset", 0)}


def _since(date: str) -> str:
    return first_day(date) or _refuse(date, "date", "2031, 2031-05 or 2031-05-09")


def _until(date: str) -> str:
    return last_day(date) or _refuse(date, "date", "2031, 2031-05 or 2031-05-09")


def _act(act: str) -> str:
    return act if act in ACTS else _refuse(act, "act", ", ".join(ACTS))


def _kind(kind: str) -> str:
    return kind if kind in set(Speech) else _refuse(kind, "kind of statement", ", ".join(Speech))


def _status(status: str) -> str:
    return status if status in set(Status) else _refuse(status, "status of an event", ", ".join(Status))


def _refuse(value: str, what: str, right: str) -> NoReturn:
    raise UnfitError(f"“{value}” is no {what}: write {right}")
