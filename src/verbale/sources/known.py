"""Files of what others know of persons and bodies, opened for `people.outside` to read."""

from __future__ import annotations

import io
from pathlib import Path

from verbale.errors import SourceError
from verbale.people.outside import Read, Wanted, from_lines
from verbale.sources.opening import BROKEN, opened


def read_known(path: str | Path, *, wanted: Wanted = lambda _: True) -> Read:
    """All whom a file (`-`: standard input) knows and who are wanted; the rest of a large file takes no room.

    Gzip is unpacked. The first line tells whether it is a table, and each entity of which kind it is.
    """
    try:
        with opened(str(path)) as (_, stream):
            return from_lines(io.TextIOWrapper(stream, encoding="utf-8-sig", newline=""), wanted=wanted)
    except (*BROKEN, UnicodeDecodeError) as fault:
        msg = f"{path} cannot be read: {fault}"
        raise SourceError(msg) from fault
