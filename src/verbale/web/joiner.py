"""Joins the record again after something was judged, beside those who read on."""

from __future__ import annotations

import threading

from verbale.errors import VerbaleError
from verbale.store import open as open_record
from verbale.web.desk import Desk

PATIENCE = 3.0
"""Seconds to wait for a join, so that in a small record its outcome is seen at once."""


class Joiner:
    """Joins the record beside the readers, once more if something was judged meanwhile."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._wanted = threading.Event()
        self._lock = threading.Lock()
        self.fault = ""
        """What went wrong with the last join; empty if nothing did."""
        self.working = False

    def join(self) -> None:
        """See that what is told now counts; returns as soon as it does, or after a few seconds."""
        self._wanted.set()
        thread = threading.Thread(target=self._work, daemon=True)
        thread.start()
        thread.join(PATIENCE)

    def _work(self) -> None:
        with self._lock:
            if not self._wanted.is_set():
                return
            self._wanted.clear()
            self.working, fault = True, "a fault in Verbale; please report it"
            try:
                with open_record(self._desk.path) as record:
                    record.join()
                fault = ""
            except VerbaleError as told:
                fault = str(told)
            finally:
                self.working, self.fault = False, fault
                self._desk.forget()
