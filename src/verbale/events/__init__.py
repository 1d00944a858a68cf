"""What happened, or is to happen: read from the clauses of an article, and joined over articles."""

from __future__ import annotations

from verbale.events.happenings import happenings
from verbale.events.joined import Joined, Seen, joined

__all__ = ["Joined", "Seen", "happenings", "joined"]
