"""Files of what others know: FollowTheMoney entities, Wikidata entities, tables. Read offline, line by line.

A table (CSV with a header) has the columns `name, aliases, kind, role, from, to, id`; aliases are separated by semicolons. All
but `name` may be empty, and several rows with one id are several offices of one person.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from verbale.errors import Code, SourceError
from verbale.model import Kind, Problem, digest
from verbale.people.known import Known, Post

Row = Mapping[str, Any]
Wanted = Callable[[Known], bool]
STAGE = "people"


class Read(NamedTuple):
    """What a file holds, and what of it could not be read."""

    known: tuple[Known, ...]
    problems: tuple[Problem, ...]


def from_lines(lines: Iterable[str], *, wanted: Wanted = lambda _: True) -> Read:
    """All whom the lines of a file tell of and who are wanted; the others take no room.

    The first line tells whether it is a table, and each entity of which kind it is.
    """
    full = (line for line in lines if line.strip())
    first = next(full, None)
    if first is None:
        msg = "the file is empty"
        raise SourceError(msg)
    whole = chain([first], full)
    return _entities(whole, wanted) if first.lstrip("[ \n").startswith("{") or first.strip() == "[" else _table(whole, wanted)


# ---------------------------------------------------------------- entities


class Told(NamedTuple):
    """What one entity tells: somebody, with offices by the ids of their own entities; the name of an office; who held one."""

    known: Known | None = None
    held: tuple[tuple[str, str, str, str], ...] = ()
    """Holder, office, beginning and end."""
    office: tuple[str, str, str] | None = None
    """Id, language and words."""


def _entities(lines: Iterable[str], wanted: Wanted) -> Read:
    """Entities one by one; offices are put to their holders at the end, since they stand anywhere in the file."""
    kept: dict[str, Known] = {}
    offices: dict[str, tuple[str, str]] = {}
    held: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    problems: list[Problem] = []
    for row in _rows(lines, problems):
        told = _followed_money(row) if "schema" in row else _wikidata(row)
        if told.known and wanted(told.known):
            kept[str(row["id"])] = told.known
        if told.office:
            offices[told.office[0]] = told.office[1:]
        for holder, *post in told.held:
            held[holder].append((post[0], post[1], post[2]))
    return Read(tuple(_with_posts(known, held[id_], offices) for id_, known in kept.items()), tuple(problems))


def _with_posts(known: Known, held: list[tuple[str, str, str]], offices: Mapping[str, tuple[str, str]]) -> Known:
    posts = [Post(offices[id_][1], offices[id_][0], start, stop) for id_, start, stop in held if id_ in offices]
    return replace(known, posts=(*known.posts, *posts))


def _rows(lines: Iterable[str], problems: list[Problem]) -> Iterator[Row]:
    """The objects of the lines; a line that is none becomes a problem."""
    for line in lines:
        bare = line.strip().rstrip(",")
        if bare in {"[", "]"}:
            continue
        try:
            row = json.loads(bare)
        except ValueError:
            row = None
        if isinstance(row, dict) and row.get("id"):
            yield row
        else:
            problems.append(Problem(Code.BROKEN_JSON, STAGE, bare[:80]))


def _distinct(names: Iterable[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(str(n).split()) for n in names if str(n or "").strip()))


_GENDERS = {"male": "Masc", "female": "Fem", "Q6581097": "Masc", "Q6581072": "Fem"}

# ---------------------------------------------------------------- FollowTheMoney

_SCHEMATA = {"Person": Kind.PERSON} | dict.fromkeys(("Organization", "PublicBody", "Company", "LegalEntity"), Kind.ORGANISATION)


def _followed_money(row: Row) -> Told:
    """A person or a body with its positions, the name of a position, or an occupancy."""
    told, id_ = row.get("properties", {}), str(row["id"])
    if row["schema"] == "Position":
        return Told(office=(id_, "en", next(iter(told.get("name", [])), "")))
    if row["schema"] == "Occupancy":
        start, stop = (min(told.get(key, []), default="") for key in ("startDate", "endDate"))
        return Told(held=tuple((h, p, start, stop) for h in told.get("holder", []) for p in told.get("post", [])))
    kind, names = _SCHEMATA.get(row["schema"]), _distinct([row.get("caption"), *told.get("name", []), *told.get("alias", [])])
    if not kind or not names:
        return Told()
    gender = _GENDERS.get(next(iter(told.get("gender", [])), ""), "")
    also = tuple(f"wikidata:{q}" for q in told.get("wikidataId", []))
    source = "opensanctions" if "datasets" in row else "ftm"  # others publish in this form too
    return Told(Known(f"{source}:{id_}", kind, names, gender, tuple(map(_position, told.get("position", []))), also))


def _position(words: str) -> Post:
    """`Minister of Trade (2012-2018)`."""
    years = re.search(r"\((\d{4})?\s*[-–]\s*(\d{4})?\)", words)
    return Post(re.sub(r"\s*\([^)]*\)", "", words), "en", *((y or "" for y in years.groups()) if years else ("", "")))


# ---------------------------------------------------------------- Wikidata

_HUMAN, _STATES = "Q5", frozenset({"Q6256", "Q3624078"})
_TOLD_IN = ("en", "ru", "uk")
"""Languages in which offices are read, the first that an item has."""


def _wikidata(row: Row) -> Told:
    """An item: somebody or something with names; what is no person may be an office."""
    claims, labels = row.get("claims", {}), row.get("labels", {})
    aliases = (alias["value"] for some in row.get("aliases", {}).values() for alias in some)
    names = _distinct([*(label["value"] for label in labels.values()), *aliases])
    if not names:
        return Told()
    kind, id_ = _kind(claims), str(row["id"])
    gender = next((_GENDERS[g] for g in _values(claims, "P21") if g in _GENDERS), "")
    language = next((code for code in _TOLD_IN if code in labels), "")
    office = (id_, language, labels[language]["value"]) if language and kind is Kind.ORGANISATION else None
    return Told(Known(f"wikidata:{id_}", kind, names, gender), tuple(_held(id_, claims)), office)


def _kind(claims: Row) -> Kind:
    kinds = set(_values(claims, "P31"))
    if _HUMAN in kinds:
        return Kind.PERSON
    return Kind.COUNTRY if kinds & _STATES else Kind.ORGANISATION


def _values(claims: Row, property_: str) -> list[str]:
    """Ids of the items that a property points at."""
    values = (c.get("mainsnak", {}).get("datavalue", {}).get("value", {}) for c in claims.get(property_, []))
    return [v["id"] for v in values if isinstance(v, dict) and "id" in v]


def _held(id_: str, claims: Row) -> Iterator[tuple[str, str, str, str]]:
    """Offices (P39) with their beginning (P580) and end (P582)."""
    for claim in claims.get("P39", []):
        for item in _values({"P39": [claim]}, "P39"):
            yield id_, item, _date(claim, "P580"), _date(claim, "P582")


def _date(claim: Row, property_: str) -> str:
    """`+2021-01-26T00:00:00Z` as an ISO prefix; months and days that are not known are 00."""
    for told in claim.get("qualifiers", {}).get(property_, []):
        value = told.get("datavalue", {}).get("value", {}).get("time", "")
        if found := re.match(r"\+(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value):
            return "-".join(part for part in found.groups() if part and part != "00")
    return ""


# ---------------------------------------------------------------- tables


def _table(lines: Iterable[str], wanted: Wanted) -> Read:
    """Rows of a table; those of one id are one person's."""
    found: dict[str, Known] = {}
    problems: list[Problem] = []
    table = csv.DictReader(lines)
    if "name" not in (table.fieldnames or ()):
        msg = "the table has no column “name”"
        raise SourceError(msg)
    for row in table:
        cells = {
            key: (value or "").strip() for key, value in row.items() if isinstance(key, str) and not isinstance(value, list)
        }
        one = _from_row(cells)
        if one is None:
            problems.append(Problem(Code.METADATA, STAGE, ",".join(cells.values())[:80]))
        elif wanted(one):
            found[one.id] = _added(found[one.id], one) if one.id in found else one
    return Read(tuple(found.values()), tuple(problems))


def _from_row(row: dict[str, str]) -> Known | None:
    kind = row.get("kind", "") or "person"
    if not row.get("name") or kind not in set(Kind):
        return None
    names = _distinct([row["name"], *row.get("aliases", "").split(";")])
    posts = (Post(row["role"], _language(row["role"]), row.get("from", ""), row.get("to", "")),) if row.get("role") else ()
    return Known(row.get("id", "") or digest("k", kind, row["name"]), Kind(kind), names, "", posts)


def _added(one: Known, two: Known) -> Known:
    return replace(one, names=_distinct([*one.names, *two.names]), posts=(*one.posts, *two.posts))


def _language(words: str) -> str:
    small = set(words.lower())
    if small & set("іїєґ"):
        return "uk"
    return "ru" if any("а" <= c <= "я" for c in small) else "en"
