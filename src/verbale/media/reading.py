"""A user's own outlets, read from TOML or CSV. In TOML they stand as in `lang/outlets.toml`:

"Ilva TV" = { country = "IT", language = "en", kind = "channel", also = ["Ильва ТВ"], domains = ["ilva.example"] }

In CSV the header is `name,country,language,kind,also,domains`, and `|` parts several names or domains. Only a name must be told.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from verbale.errors import VerbaleError
from verbale.media.naming import forms
from verbale.model import Outlet, Outlets

KINDS = ("agency", "newspaper", "magazine", "channel", "radio", "site")
_CELLS = ("country", "language", "kind")
_LISTS = ("also", "domains")
_RIGHT = {
    "country": (re.compile("[A-Z]{2}"), "two capital letters, such as IT"),
    "language": (re.compile("[a-z]{2}"), "two small letters, such as en"),
    "kind": (re.compile("|".join(KINDS)), ", ".join(KINDS)),
}


class OutletsError(VerbaleError):
    """A file of outlets does not say what outlets need."""


def read_outlets(text: str, *, form: str = "toml") -> Outlets:
    """The outlets of a TOML or (`form` is `csv`) CSV file, in its order; raises `OutletsError` with the fault in one line."""
    read: Callable[[str], Iterator[tuple[str, Mapping[str, Any]]]] = _rows if form == "csv" else _tables
    found = tuple(_outlet(name, told) for name, told in read(text))
    taken: dict[str, str] = {}
    for one in found:
        for known in dict.fromkeys(forms(one)):
            if taken.setdefault(known, one.name) != one.name or not known:
                raise OutletsError(
                    f"“{known}” stands for both “{taken[known]}” and “{one.name}”" if known else "an outlet has an empty name"
                )
    if len({one.name for one in found}) < len(found):
        raise OutletsError("an outlet stands there twice")
    return Outlets(found)


def _tables(text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OutletsError(f"this is no TOML: {error}") from error
    for name, told in tables.items():
        if not isinstance(told, Mapping):
            raise OutletsError(f'“{name}” is no outlet: write "{name}" = {{ kind = "newspaper" }}')
        yield name, told


def _rows(text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        rows = csv.DictReader(text.splitlines(keepends=True), strict=True)
        if "name" not in (rows.fieldnames or ()):
            raise OutletsError("its first line is no header: write name,country,language,kind,also,domains")
        for row in rows:
            if None in row:
                raise OutletsError(f"line {rows.line_num} has more cells than the header")
            told = {key: value for key, value in row.items() if key != "name" and value}
            yield row["name"] or "", told | {key: told[key].split("|") for key in _LISTS if key in told}
    except csv.Error as error:
        raise OutletsError(f"this is no CSV: {error}") from error


def _outlet(name: str, told: Mapping[str, Any]) -> Outlet:
    if not name.strip():
        raise OutletsError("an outlet has no name")
    strange = sorted(set(told) - {*_CELLS, *_LISTS})
    if strange:
        raise OutletsError(f"“{name}” has “{strange[0]}”, which is none of {', '.join((*_CELLS, *_LISTS))}")
    cells = (_cell(name, key, told.get(key, "")) for key in _CELLS)
    lists = (_list(name, key, told.get(key, [])) for key in _LISTS)
    return Outlet(name.strip(), *cells, *lists)  # type: ignore[arg-type]


def _cell(name: str, key: str, value: Any) -> str:
    right, said = _RIGHT[key]
    if value != "" and not (isinstance(value, str) and right.fullmatch(value)):
        raise OutletsError(f"the {key} of “{name}” is {value!r}: write {said}")
    return str(value)


def _list(name: str, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise OutletsError(f'{key} of “{name}” is {value!r}: write {key} = ["…", "…"]')
    return tuple(one.strip() for one in value)
