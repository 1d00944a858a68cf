"""What people judged and what others know, as rows of the record: both outlive every join."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from verbale.model import Kind
from verbale.people import STATEMENT, Anchor, Judgement, Known, Post, Verdict
from verbale.store.cells import word
from verbale.store.file import File, Row


def judgements(file: File) -> list[Judgement]:
    """The log, the oldest first."""
    return [_judgement(row) for row in file.ask("judgements")]


def write_judgements(file: File, log: Iterable[Judgement]) -> None:
    """Add to the log."""
    file.put("add_judgement", map(_judgement_row, log))


def known(file: File) -> Iterator[Known]:
    """All whom others know."""
    return map(_known, file.ask("known"))


def write_known(file: File, some: Iterable[Known], *, added: str) -> None:
    """Keep what others know; of an id that is known already, what is told now."""
    file.put("add_known", (_known_row(one, added) for one in some))


def anchor_row(which: str, anchor: Anchor | None) -> dict[str, str | None]:
    """The three columns of a name that is judged or doubtful."""
    kind, name, article = anchor or (None, None, None)
    return {f"{which}_kind": kind, f"{which}_name": name, f"{which}_article": article}


def anchor(which: str, row: Row) -> Anchor | None:
    """The name or the statement that three columns tell of."""
    kind = row[f"{which}_kind"]
    if kind is None:
        return None
    return Anchor(kind if kind == STATEMENT else word(Kind, kind), row[f"{which}_name"], row[f"{which}_article"])


def _judgement(row: Row) -> Judgement:
    verdict = word(Verdict, row["verdict"])
    names = anchor("one", row), anchor("two", row)
    return Judgement(verdict, row["who"], row["moment"], *names, row["name"], row["undoes"])


def _judgement_row(judgement: Judgement) -> dict[str, str | None]:
    plain = {name: getattr(judgement, name) for name in ("id", "verdict", "who", "name", "undoes")}
    return {**plain, "moment": judgement.when, **anchor_row("one", judgement.one), **anchor_row("two", judgement.two)}


def _known(row: Row) -> Known:
    posts = tuple(Post(*post) for post in json.loads(row["posts"]))
    names, also = (tuple(json.loads(row[column])) for column in ("names", "also"))
    return Known(row["id"], word(Kind, row["kind"]), names, row["gender"], posts, also)


def _known_row(one: Known, added: str) -> dict[str, Any]:
    lists = {name: json.dumps(getattr(one, name), ensure_ascii=False) for name in ("names", "posts", "also")}
    return {"id": one.id, "kind": one.kind, "gender": one.gender, "added": added, **lists}
