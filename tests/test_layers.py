"""The layers of the house: a module imports only from layers before its own, so that each can be read by itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import verbale

SOURCE = Path(verbale.__file__).parent
LAYERS = (
    {"errors", "groups", "text"},
    {"model", "plugins"},
    {"lang", "names", "phrases", "rulings"},
    {"models", "dates", "media", "quotations"},
    {
        "clean",
        "split",
        "label",
        "find",
        "refer",
        "setting",
        "people",
        "same",
        "topics",
        "acts",
        "positions",
        "events",
        "figures",
    },
    {"flow"},
    {"place", "processes"},
    {"sources", "store"},
    {"export", "wording"},
    {"corrections", "scoring", "brief"},
    {"second"},
    {"scale"},
    {"web"},
    {"cli"},
)
"""Rooms, lowest first; rooms of one layer never import each other. `verbale/__init__.py` lies above all, but for its version."""

PURE = {room for layer in LAYERS[:6] for room in layer} - {"models", "lang", "plugins"}
IMPURE = {
    "os",
    "io",
    "sys",
    "time",
    "random",
    "secrets",
    "pathlib",
    "shutil",
    "tempfile",
    "socket",
    "urllib",
    "http",
    "sqlite3",
}


class Import(NamedTuple):
    """An import as it stands in a file; `room` is the part of Verbale that it fetches from, if any."""

    file: str
    module: str
    inside: bool
    """Within a function."""

    @property
    def room(self) -> str:
        head, _, rest = self.module.partition(".")
        return rest.partition(".")[0] if head == "verbale" else ""

    @property
    def at(self) -> str:
        return room_of(self.file)


def room_of(file: str) -> str:
    return Path(file).parts[0].removesuffix(".py")


def modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def imports() -> Iterator[Import]:
    """All imports of the package."""
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
        within = {id(node) for function in functions for node in ast.walk(function)}
        for node in ast.walk(tree):
            for module in modules(node):
                yield Import(path.relative_to(SOURCE).as_posix(), module, id(node) in within)


def level(room: str) -> int:
    return next(n for n, layer in enumerate(LAYERS) if room in layer)


def breaks(one: Import) -> bool:
    """Whether an import reaches into a layer that is not before its own."""
    if one.at == "__init__" or one.room in {"", one.at, "__version__"}:
        return False
    return level(one.room) >= level(one.at)


ALL = tuple(imports())


def test_every_room_has_a_layer() -> None:
    rooms = {room_of(p.relative_to(SOURCE).as_posix()) for p in SOURCE.rglob("*.py")} - {"__init__"}
    assert rooms <= {room for layer in LAYERS for room in layer}


def test_imports_reach_only_below() -> None:
    assert [i for i in ALL if breaks(i)] == []


def test_imports_stand_at_the_top() -> None:
    """An import of another room within a function would hide a circle; only commands put off what they may not need."""
    assert [i for i in ALL if i.inside and i.room not in {"", i.at} and i.at not in {"cli", "web"}] == []


def test_reading_touches_nothing_outside_the_text() -> None:
    """The same text gives the same reading on any machine: no clock, no disk, no network, no chance."""
    assert [i for i in ALL if i.at in PURE and i.module.partition(".")[0] in IMPURE] == []


@pytest.mark.parametrize("room", sorted(PURE))
def test_reading_never_asks_what_day_it_is(room: str) -> None:
    files = [p for p in SOURCE.rglob("*.py") if room_of(p.relative_to(SOURCE).as_posix()) == room]
    calls = [n for p in files for n in ast.walk(ast.parse(p.read_text("utf-8"))) if isinstance(n, ast.Attribute)]
    assert [n.lineno for n in calls if n.attr in {"today", "now", "utcnow"}] == []


def test_words_hold_no_code() -> None:
    assert [p.name for p in (SOURCE / "lang").rglob("*.py")] == ["__init__.py"]
