"""The articles with gold that quality is measured on: the samples of this project, and the shared ones where present."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verbale.export.jsonl import row
from verbale.model import Entry, Reading
from verbale.scale import read_files

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("VERBALE_DATA", ROOT.parent / "shared"))


@dataclass(frozen=True, slots=True)
class Gold:
    """A set of articles with what was said in them."""

    name: str
    articles: Path
    statements: Path

    def rows(self) -> list[dict[str, Any]]:
        """What Verbale finds in the articles, in the exchange format."""
        return [r for reading in read_files(self.articles) for r in rows_of(reading)]

    def gold(self) -> list[dict[str, Any]]:
        loaded: list[dict[str, Any]] = json.loads(self.statements.read_text("utf-8"))
        return loaded


def rows_of(reading: Reading) -> Iterator[dict[str, Any]]:
    """The statements of a reading as rows of the exchange format."""
    a = reading.article
    for s in reading.statements:
        yield row(Entry(s, a.id, a.path, a.sha256, a.url, a.outlet, a.title, a.language, a.published))


def sets() -> list[Gold]:
    """All sets that are present on this machine, the project's own first."""
    shared = [Gold("seeds", DATA / "seeds", DATA / "gold" / "seeds.json")]
    shared += [Gold(name, DATA / "articles" / name, DATA / "gold" / f"{name}.json") for name in ("en", "ru", "uk", "same")]
    return [
        Gold("examples", ROOT / "examples" / "articles", ROOT / "examples" / "gold.json"),
        *(g for g in shared if g.statements.is_file()),
    ]
