"""Counts and amounts as claims of a source: read from an article, and set side by side over articles."""

from __future__ import annotations

from verbale.figures.counted import figures
from verbale.figures.questions import Asked, questions

__all__ = ["Asked", "figures", "questions"]
