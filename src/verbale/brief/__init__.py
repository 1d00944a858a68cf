"""A brief out of the record: what was held, changed, done and counted, each sentence with its evidence. Nothing is invented."""

from __future__ import annotations

from verbale.brief.composed import Asked, Rows, compose
from verbale.brief.page import Brief, Group, Line, Note, Section
from verbale.brief.written import html, markdown

__all__ = ["Asked", "Brief", "Group", "Line", "Note", "Rows", "Section", "compose", "html", "markdown"]
