"""Files behind the paths a user gives: files, folders with all below them, patterns, standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from verbale import plugins
from verbale.errors import Code
from verbale.model import Problem
from verbale.sources.opening import STDIN, SUFFIXES, ending, label, unreadable
from verbale.sources.table import TABLE


def files(path: str) -> Iterator[str | Problem]:
    """Paths of the files behind `path` in a steady order, and a Problem for whatever is not there.

    In a folder only known endings count; hidden files and folders, links to folders and `articles.csv` are passed over.
    A file that is named, by itself or by a pattern, is taken as it is.
    """
    if path == STDIN:
        yield path
    elif os.path.isdir(path):  # noqa: PTH112  (unlike Path, it never raises)
        yield from _all_in(path)
    elif os.path.lexists(path):
        yield path
    elif set(path) & set("*?["):
        yield from _matches(path)
    else:
        yield _missing(path)


def _missing(path: str) -> Problem:
    """What the system says of a path that leads nowhere: it is not there, or a folder on the way is closed."""
    try:
        os.stat(path)  # noqa: PTH116  (no other reason to look than its error)
    except (OSError, ValueError) as error:
        return unreadable(path, error)
    return unreadable(path, "appeared while it was looked for")


def _all_in(folder: str) -> Iterator[str | Problem]:
    """As `_below`, with a Problem instead of silence."""
    empty = True
    for found in _below(Path(folder)):
        empty = False
        yield found
    if empty:
        yield Problem(Code.EMPTY, "sources", f"no file ending in {' '.join(SUFFIXES)}", path=label(folder))


def _below(folder: Path) -> Iterator[str | Problem]:
    """The articles of a folder by name, then those of its folders."""
    try:
        entries = sorted((e for e in os.scandir(folder) if not e.name.startswith(".")), key=lambda entry: entry.name)
    except OSError as error:
        yield unreadable(str(folder), error)
        return
    yield from (str(Path(entry.path)) for entry in entries if _is_article(entry))
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path))


def _is_article(entry: os.DirEntry[str]) -> bool:
    """Whether a name promises an article. Links count even where they lead nowhere: that is for the user to know."""
    return (
        entry.name != TABLE
        and ending(entry.name) in {*SUFFIXES, *plugins.sources()}
        and (entry.is_symlink() or entry.is_file())
    )


def _matches(pattern: str) -> Iterator[str | Problem]:
    """What a pattern matches. With `**` it reaches below folders by itself, so these are not entered again."""
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  (Path.glob refuses absolute patterns)
    if not matches:
        yield unreadable(pattern, "no file matches the pattern")
    for match in matches:
        if not Path(match).is_dir():
            if Path(match).name != TABLE:
                yield match
        elif "**" not in pattern:
            yield from _all_in(match)
