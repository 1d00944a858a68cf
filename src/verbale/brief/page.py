"""The records of a brief."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.text import Span


@dataclass(frozen=True, slots=True)
class Note:
    """Where the words of a line stand: the article and the characters in it."""

    article: str
    span: Span
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    address: str | None = None
    """The URL of the article, else the path it came from."""
    id: str = ""
    """Id of the statement, event or figure, for `verbale show`."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: what rows tell, then words of an article, then where they stand."""

    told: str
    quoted: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together, under a name where there is one."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief; `empty` is said where it has no lines."""

    title: str
    groups: tuple[Group, ...]
    empty: str

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for group in self.groups for line in group.lines)


@dataclass(frozen=True, slots=True)
class Brief:
    """What the record holds on a topic."""

    title: str
    about: str
    sections: tuple[Section, ...]
