"""An article as it is read: paragraph by paragraph, cut wherever a mark begins or ends, with its statements beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verbale.model import Article, Entry, Role
from verbale.text import Span

HUES = 8
"""So many speakers of an article have a colour of their own, those who say most."""
_LINE = re.compile(r"[^\n\r\u2028\u2029\x85]+")


@dataclass(frozen=True, slots=True)
class Note:
    """A statement beside the text."""

    entry: Entry
    number: int
    """From 1, in the order of the text."""
    hue: int
    """Colour of the speaker, from 1; 0 for those who share the last one."""
    depth: int
    """In how many statements it lies."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one and the same marks."""

    words: str
    within: tuple[Note, ...] = ()
    """The statements whose contents hold them, the outermost first."""
    part: str = ""
    """`cue`, `source`, `to`, `where`, `when` or `if`; empty for none."""
    of: Note | None = None
    """The statement of that part."""
    begins: tuple[Note, ...] = ()
    """The statements whose contents begin here."""

    @property
    def note(self) -> Note | None:
        """The statement that gives the words their colour."""
        return self.within[-1] if self.within else self.of

    @property
    def numbers(self) -> str:
        """Of all the statements the words belong to."""
        some = (*self.within, *([self.of] if self.of else []))
        return " ".join(dict.fromkeys(str(note.number) for note in some))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article with the statements that begin in it."""

    role: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


def notes(entries: Sequence[Entry]) -> tuple[Note, ...]:
    """The statements of an article with their numbers, colours and depths."""
    hues = _hues(entries)
    depth: dict[str, int] = {}
    for entry in entries:
        depth[entry.id] = depth.get(entry.statement.inside or "", -1) + 1
    return tuple(Note(e, n, hues.get(speaker_of(e), 0), depth[e.id]) for n, e in enumerate(entries, 1))


def speaker_of(entry: Entry) -> str:
    """What makes two statements one speaker's: the person, else the name; empty where nobody is known."""
    return entry.person or (entry.speaker.name if entry.speaker else "")


def _hues(entries: Iterable[Entry]) -> dict[str, int]:
    times = Counter(filter(None, map(speaker_of, entries)))
    return {who: n for n, (who, _) in enumerate(times.most_common(HUES), 1)}


def paragraphs(article: Article, marked: Sequence[Note], *, all_parts: bool = False) -> Iterator[Paragraph]:
    """The whole article, or with one statement's `all_parts` marked."""
    marks = [mark for note in marked for mark in _marks(note, all_parts=all_parts)]
    begun: set[int] = set()
    for span, role in lines(article):
        here = [mark for mark in marks if mark.span.meets(span)]
        pieces = tuple(_pieces(article.text, span, here, begun))
        yield Paragraph(role, pieces, tuple(note for piece in pieces for note in piece.begins))


def lines(article: Article) -> Iterator[tuple[Span, str]]:
    """All lines with what each is for; those that no block tells of are furniture where there are blocks."""
    rest = Role.FURNITURE if article.blocks else Role.BODY
    at = 0
    for block in article.blocks:
        yield from ((line, rest) for line in _between(article.text, at, block.span.start))
        if block.span.size() and block.span.start >= at:
            yield block.span, block.role if block.repeats is None else "repeat"
        at = max(at, block.span.stop)
    yield from ((line, rest) for line in _between(article.text, at, len(article.text)))


def _between(text: str, start: int, stop: int) -> Iterator[Span]:
    """The lines of a stretch that are not blank."""
    for found in _LINE.finditer(text, start, max(start, stop)):
        if found[0].strip():
            yield Span(*found.span())


# ---------------------------------------------------------------- pieces


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    part: str
    """Empty for content."""
    note: Note


def _marks(note: Note, *, all_parts: bool) -> Iterator[_Mark]:
    said = note.entry.statement
    named = {"": said.content, "cue": said.cue, "source": said.source}
    if all_parts:
        named |= {"to": said.addressee, "where": said.venue.words if said.venue else None, "when": said.said.words}
    yield from (_Mark(span, name, note) for name, part in named.items() if part for span in part.spans)
    if all_parts:
        yield from (_Mark(span, "if", note) for condition in said.conditions for span in condition.spans)


def _pieces(text: str, line: Span, marks: Sequence[_Mark], begun: set[int]) -> Iterator[Piece]:
    """The line cut at every end of a mark; `begun` are the numbers of the statements that began before, and grows."""
    cuts = {line.start, line.stop}
    for mark in marks:
        cuts |= {max(line.start, mark.span.start), min(line.stop, mark.span.stop)}
    ends = sorted(cuts)
    for start, stop in pairwise(ends):
        here = [mark for mark in marks if mark.span.start <= start and stop <= mark.span.stop]
        within = sorted({m.note.number: m.note for m in here if not m.part}.values(), key=_outermost)
        begins = tuple(note for note in within if note.number not in begun)
        begun |= {note.number for note in begins}
        part = _innermost([mark for mark in here if mark.part])
        yield Piece(text[start:stop], tuple(within), part.part if part else "", part.note if part else None, begins)


def _outermost(note: Note) -> tuple[int, int]:
    return note.depth, note.number


def _innermost(marks: Sequence[_Mark]) -> _Mark | None:
    return min(marks, key=lambda mark: mark.span.size(), default=None)


def legend(marked: Sequence[Note]) -> list[tuple[Note, int]]:
    """One statement of each speaker who is known, with how many there are, the most quoted first."""
    first: dict[str, Note] = {}
    for note in marked:
        first.setdefault(speaker_of(note.entry), note)
    times: Mapping[str, int] = Counter(speaker_of(note.entry) for note in marked)
    return [(first[who], n) for who, n in sorted(times.items(), key=lambda one: (-one[1], one[0])) if who]
