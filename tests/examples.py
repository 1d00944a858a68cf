"""The sample articles, each read once for all tests."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from verbale.flow import read_many
from verbale.model import Reading, Source

FOLDER = Path(__file__).parents[1] / "examples"
NAMES = sorted(path.name for path in FOLDER.joinpath("articles").glob("*.txt"))


@cache
def source(name: str) -> Source:
    """An article as it came, with its line ends as they are and nothing known beside it."""
    return Source(FOLDER.joinpath("articles", name).read_bytes().decode("utf-8"), name)


@cache
def readings() -> dict[str, Reading]:
    """The readings of all articles by file name."""
    return dict(zip(NAMES, read_many(map(source, NAMES)), strict=True))


@cache
def gold() -> dict[str, dict[str, Any]]:
    """What was marked by hand, by file name."""
    return {article["file"]: article for article in json.loads(FOLDER.joinpath("gold.json").read_text("utf-8"))}
