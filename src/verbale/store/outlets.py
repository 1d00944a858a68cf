"""The outlets of a record that its user has told of."""

from __future__ import annotations

import json

from verbale.model import Outlet, Outlets
from verbale.store.file import File, Row, Values


def outlets(file: File) -> Outlets:
    """All that was told, by name."""
    return Outlets(tuple(map(_outlet, file.ask("media"))))


def write_outlets(file: File, told: Outlets, *, added: str) -> None:
    """Keep what is told now in the place of all that was told before, within the transaction of the caller."""
    file.put("drop_media", [{}])
    file.put("add_medium", (_row(one, added) for one in told.all))


def _outlet(row: Row) -> Outlet:
    lists = (tuple(json.loads(row[name])) for name in ("also", "domains"))
    return Outlet(row["name"], row["country"], row["language"], row["kind"], *lists)


def _row(one: Outlet, added: str) -> Values:
    lists = {name: json.dumps(getattr(one, name), ensure_ascii=False) for name in ("also", "domains")}
    plain = {name: getattr(one, name) for name in ("name", "country", "language", "kind")}
    return {**plain, **lists, "added": added}
