"""Utterances of a record: one saying with all who carry it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from verbale.model import Carrier, Utterance
from verbale.store.file import File, Row

PAGE = 256
"""So many utterances are fetched at once."""


def utterances(file: File, ids: Sequence[str]) -> Iterator[Utterance]:
    """The utterances of these ids in this order, fetched a page at a time; no question stays open in between."""
    for start in range(0, len(ids), PAGE):
        page = ids[start : start + PAGE]
        rows = file.ask("carriers", ids=json.dumps(page))
        found = {id_: _utterance(id_, list(some)) for id_, some in groupby(rows, lambda row: str(row["utterance"]))}
        yield from (found[id_] for id_ in page if id_ in found)


def _utterance(id_: str, rows: Sequence[Row]) -> Utterance:
    return Utterance(id_, rows[0]["person"], tuple(map(_carrier, rows)))


def _carrier(row: Row) -> Carrier:
    plain = ("statement", "article", "outlet", "published", "language", "likeness", "how")
    return Carrier(**{name: row[name] for name in plain}, copy=bool(row["copy"]))
