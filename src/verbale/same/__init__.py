"""What several articles share: texts that are near copies of each other."""

from __future__ import annotations

from verbale.same.copies import Story, stories
from verbale.same.sketches import furniture, sketch

__all__ = ["Story", "furniture", "sketch", "stories"]
