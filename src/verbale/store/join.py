"""Join what several articles say: who the speakers are. Derived rows are dropped and made anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from verbale.model import digest
from verbale.store.file import File, Row

Key = tuple[str, str]
"""Kind and normal name: what makes two speakers one person."""


def join(file: File) -> None:
    """Make persons and attributions anew. The result depends on the statements alone, not on the order of adding."""
    with file.transaction():
        file.put("drop_attributions", [{}])
        file.put("drop_persons", [{}])
        for (kind, normal), rows in _persons(file.ask("spellings")).items():
            _write_person(file, digest("p", kind, normal), rows)


def normal(name: str) -> str:
    """The name without difference of case and white space. Nothing cleverer: alike is not the same."""
    return " ".join(name.casefold().split())


def _persons(rows: Iterable[Row]) -> dict[Key, list[Row]]:
    found: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["kind"], normal(row["spelling"])].append(row)
    return found


def _write_person(file: File, person: str, rows: list[Row]) -> None:
    usual = max(rows, key=lambda row: (row["times"], row["spelling"]))
    kind = usual["kind"]
    file.put("add_person", [{"id": person, "name": " ".join(usual["spelling"].split()), "kind": kind}])
    file.put("add_attribution", [{"person": person, "spelling": row["spelling"], "kind": kind} for row in rows])
