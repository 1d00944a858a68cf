"""Whether a record is whole: the file itself, the links between its rows, each span and its words, the hashes of texts and
bytes, the search indices."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from verbale.errors import RecordError
from verbale.store.file import File
from verbale.store.origins import harmed_bytes, harmed_texts

INDICES = {
    "statement": ("check_statement_index", "rebuild_statement_index"),
    "article": ("check_article_index", "rebuild_article_index"),
    "settled": ("check_settled_index", "rebuild_settled_index"),
}
"""Search indices by the table they follow: the queries that check one and that make it anew."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What is wrong with a record."""

    damage: tuple[str, ...] = ()
    """What SQLite finds wrong with the file; only a copy helps."""
    orphans: tuple[tuple[str, int], ...] = ()
    """Tables with rows that point at nothing, and how many."""
    articles: tuple[tuple[str, int], ...] = ()
    """Ids of articles with rows whose spans do not hold their words, and how many; they can be read again."""
    texts: tuple[str, ...] = ()
    """Ids of articles whose text is not the one that was read, as its hash tells; made anew where their bytes are kept."""
    raws: tuple[str, ...] = ()
    """Hashes of kept bytes that are no longer what they were."""
    strays: tuple[str, ...] = ()
    """Hashes of kept bytes of which there is no article any more."""
    indices: tuple[str, ...] = ()
    """Tables whose search index is not true; it can be made anew."""

    @property
    def whole(self) -> bool:
        return not (self.damage or self.orphans or self.articles or self.texts or self.raws or self.strays or self.indices)


def audit(file: File) -> Audit:
    """Look at everything; takes a while for a large record. Raises `RecordError` for a file too damaged to be looked at."""
    damage = tuple(row[0] for row in file.ask("integrity") if row[0] != "ok")
    return Audit(
        damage,
        tuple((row["name"], row["times"]) for row in file.ask("orphans")),
        tuple((row["id"], row["times"]) for row in file.ask("wrong_words")),
        tuple(harmed_texts(file)),
        tuple(harmed_bytes(file)),
        tuple(row["sha256"] for row in file.ask("raw_strays")),
        tuple(name for name, (check, _) in INDICES.items() if not _is_true(file, check)),
    )


def rebuild(file: File) -> None:
    """Make the search indices anew, and forget bytes that are no longer what they were, or nobody's."""
    with file.transaction():
        file.put("drop_raw", [{"sha256": sha256} for sha256 in harmed_bytes(file)])
        file.put("drop_raw", [dict(row) for row in file.ask("raw_strays")])
        for _, query in INDICES.values():
            file.put(query, [{}])


def _is_true(file: File, check: str) -> bool:
    try:
        file.put(check, [{}])
    except RecordError as error:
        if getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT:
            return False
        raise
    return True
