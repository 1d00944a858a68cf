"""The record as it lies open: for each thread once, its columns for all together, anew when the file has changed."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from verbale.place import Place
from verbale.store import Record
from verbale.store import open as open_record
from verbale.store.columns import Columns

QUICK = 0.5
"""Columns that were made in so many seconds are made again at once when the file has changed, others beside the readers."""
REST = 5
"""So many times as long as the making took, nothing is made again: a record that is being written changes all the time."""

Stamp = tuple[tuple[int, ...], ...]
"""What tells one state of the record from another."""


class Desk:
    """A record that many threads read; each has its own connection."""

    def __init__(self, path: Place) -> None:
        self.path = path
        self._own = threading.local()
        self._lock = threading.Lock()
        self._making = False
        self._made: Columns | None = None
        self._stamp: Stamp = ()
        self._took = 0.0
        self._rest = 0.0

    def record(self) -> Record:
        """The record as this thread has it open; raises `RecordError` where it can no longer be read."""
        inode = _inode(self.path)
        if getattr(self._own, "inode", None) != inode:  # another file lies there now
            self._own.record = open_record(self.path, readonly=True)
            self._own.inode = inode
        record: Record = self._own.record
        return record

    def columns(self) -> Columns:
        """The columns, not older than they can be made in time."""
        made = self._made
        stamp = self.record().state()
        if made is not None and (stamp == self._stamp or time.monotonic() < self._rest):
            return made
        if made is None or self._took < QUICK:
            with self._lock:
                return self._made if self._made and self._stamp == stamp else self._make(stamp)
        if not self._making:
            self._making = True
            threading.Thread(target=self._make_beside, args=(stamp,), daemon=True).start()
        return made

    def forget(self) -> None:
        """Make the columns anew for the next who asks: this process itself has changed the record."""
        self._rest = 0.0

    def _make(self, stamp: Stamp) -> Columns:
        begun = time.monotonic()
        made = self.record().pages.columns()
        self._took = time.monotonic() - begun
        self._rest = time.monotonic() + (REST * self._took if self._took >= QUICK else 0.0)
        self._stamp, self._made = stamp, made
        return made

    def _make_beside(self, stamp: Stamp) -> None:
        try:
            with self._lock:
                self._make(stamp)
        finally:
            self._making = False


def _inode(path: Place) -> int:
    """Another for another file; a server remains what it is."""
    try:
        return path.stat().st_ino if isinstance(path, Path) else 1
    except OSError:
        return 0
