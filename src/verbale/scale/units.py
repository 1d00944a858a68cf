"""Files in units that are read together into a folder, each whole or not at all: a run that was stopped goes on with those that
are not there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from typing import NamedTuple

from verbale.model import Given, Outlets, Problem, digest
from verbale.sources.finding import files

FILES, BYTES = 256, 64_000_000
"""A unit has so many files at most, and begins no other after so many bytes."""
DONE = "_SUCCESS"
"""The name of the file that tells of a unit that all of it is there, as Hadoop, Spark and Daft call it."""


class File(NamedTuple):
    """A file to be read, its size, and what else tells whether it is the same one as before."""

    path: str
    size: int
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """Some files that are read together, and the folder of what comes of them."""

    paths: tuple[str, ...]
    folder: str


@dataclass(frozen=True, slots=True)
class Job:
    """What holds for all units: what is known of all articles, the day of reading, whose bytes are kept, who reads, and outlets
    that count beside those that ship."""

    given: Given
    received: str
    keep: str
    reader: str
    outlets: Outlets


def units(found: Iterable[File], to: str, job: Job) -> Iterator[Unit]:
    """The files in units. A unit has the same folder in each run, until a file, what is told of it or
    the version of Verbale is another."""
    group: list[File] = []
    for one in found:
        if group and (len(group) == FILES or sum(file.size for file in group) >= BYTES):
            yield _unit(group, to, job)
            group = []
        group.append(one)
    if group:
        yield _unit(group, to, job)


def found_in(paths: Iterable[str]) -> Iterator[File | Problem]:
    """The files behind `paths` on this machine, and what is not there."""
    for path in paths:
        for file in files(path):
            yield file if isinstance(file, Problem) else _seen(file)


def _unit(group: list[File], to: str, job: Job) -> Unit:
    said = (str(value) for value in (*astuple(job.given), job.keep, job.reader))
    name = digest("unit", *said, *(f"{file.path} {file.size} {file.stamp}" for file in group))
    return Unit(tuple(file.path for file in group), f"{to.rstrip('/')}/{name}")


def _seen(path: str) -> File:
    try:
        seen = os.stat(path)  # noqa: PTH116  (unlike Path, it takes any name)
    except (OSError, ValueError):
        return File(path, 0)
    return File(path, seen.st_size, str(seen.st_mtime_ns))
