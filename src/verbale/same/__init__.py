"""What several articles share: texts that are near copies of each other, and statements that are one saying."""

from __future__ import annotations

from verbale.same.alike import Compared, compared
from verbale.same.carriers import Carrying, carrying
from verbale.same.copies import Story, stories
from verbale.same.pools import pools
from verbale.same.sayings import Heard, Saying, saying
from verbale.same.sketches import furniture, sketch
from verbale.same.ties import Tie, tied, ties
from verbale.same.utterances import utterances

__all__ = [
    "Carrying",
    "Compared",
    "Heard",
    "Saying",
    "Story",
    "Tie",
    "carrying",
    "compared",
    "furniture",
    "pools",
    "saying",
    "sketch",
    "stories",
    "tied",
    "ties",
    "utterances",
]
