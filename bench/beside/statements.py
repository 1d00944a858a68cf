"""Verbale over the articles of a file: python statements.py FILE LANGUAGE"""

from __future__ import annotations

from clock import LANGUAGE, clocked

from verbale.flow import read_many
from verbale.model import Given, Source


def statements(texts: list[str]) -> int:
    sources = (Source(text, given=Given(language=LANGUAGE)) for text in texts)
    return sum(len(reading.statements) for reading in read_many(sources))


clocked(statements)
