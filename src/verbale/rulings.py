"""What people rule on single statements: a log that is only added to, and what holds in the end.

A ruling is about the id of a statement, which reading again gives to the same words of the same article; so it outlives both
reading and joining.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from verbale.model import Kind, Part, digest


class Decision(StrEnum):
    """What is ruled: that a statement is right, what is right about it, that it is none; or that a ruling is taken back."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Correction:
    """What is right where a statement was read wrongly; None where it was read rightly."""

    speaker: str | None = None
    """Name of who said it; empty where nobody can know."""
    kind: Kind | None = None
    """What the speaker is; None with the name."""
    content: Part | None = None
    cue: Part | None = None
    source: Part | None = None

    @property
    def parts(self) -> dict[str, Part]:
        """The parts that were read wrongly, as they are, by name."""
        named = {"content": self.content, "cue": self.cue, "source": self.source}
        return {name: part for name, part in named.items() if part}


@dataclass(frozen=True, slots=True)
class Ruling:
    """One row of the log. Never changed and never deleted; one that was wrong is undone by a later one."""

    decision: Decision
    who: str
    when: str
    """Moment of ruling, UTC, ISO 8601."""
    statement: str = ""
    """Id of the statement; empty for an undo."""
    words: str = ""
    """Its content as it was read then."""
    correction: Correction = Correction()
    undoes: str = ""
    """Id of the ruling that an undo takes back; another undo may be taken back too."""

    @property
    def id(self) -> str:
        right = self.correction
        parts = [f"{name} {span.start} {span.stop}" for name, part in right.parts.items() for span in part.spans]
        said = "" if right.speaker is None else f"={right.speaker}"
        return digest("r", self.decision, self.who, self.when, self.statement, said, right.kind or "", *parts, self.undoes)


def holding(log: Iterable[Ruling]) -> dict[str, Ruling]:
    """The ruling that holds of each statement: the newest that no standing undo takes back."""
    every = sorted({r.id: r for r in log}.values(), key=lambda r: (r.when, r.id))
    undone: set[str] = set()
    for ruling in reversed(every):
        if ruling.decision is Decision.UNDO and ruling.id not in undone:
            undone.add(ruling.undoes)
    return {r.statement: r for r in every if r.id not in undone and r.decision is not Decision.UNDO}
