"""Two readers of one article side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.model import Statement
from verbale.scoring import Difference, Tally, score

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Beside:
    """What both readers have, and what one of them has alone."""

    ours: int
    theirs: int
    both: int
    """Statements that both have: at least half of the characters that either takes for what was said."""
    same_speaker: int
    """Of those, with the same speaker."""
    differences: tuple[Difference, ...]
    """`missed` by them, `extra` of theirs, or another `speaker`."""


def beside(pairs: Iterable[tuple[str, Sequence[Statement], Sequence[Row]]]) -> Beside:
    """Our statements of each article and their rows, compared."""
    gold, rows = [], list[Row]()
    for article, statements, theirs in pairs:
        gold.append({"file": article, "statements": [_ours(s) for s in statements]})
        rows += ({**row, "article": {"path": article}} for row in theirs)
    tally, differences = score(gold, rows)
    return _told(tally, differences)


def _told(tally: Tally, differences: Sequence[Difference]) -> Beside:
    return Beside(tally.gold, tally.predicted, tally.matched, tally.right, tuple(differences))


def _ours(statement: Statement) -> Row:
    speaker = statement.speaker
    return {
        "id": statement.id,
        "kind": str(statement.kind),
        "content": [list(span) for span in statement.content.spans],
        "words": statement.content.text,
        "cue": None,
        "source": None,
        "speaker": speaker.name if speaker else "",
        "speaker_kind": str(speaker.kind) if speaker else "unnamed",
    }
