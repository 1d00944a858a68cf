"""A text with marks drawn under its words: who, the cue, what was said.

    “We will be ready,” Foreign Minister Ana Reyes said in Lima.
     1 said──────────   1 who───────────────────── 1cue

Each mark begins with the number of its statement and its part; what overlaps gets a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from verbale.model import Part, Statement
from verbale.text import Span
from verbale.wording import sign

STYLES = {
    "said": "green",
    "who": "cyan",
    "cue": "yellow",
    "to": "magenta",
    "at": "magenta",
    "when": "magenta",
    "if": "red",
}
"""Colour of each part."""
_LINE = re.compile(r"[^\n\r\u2028\u2029\x85]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of a statement; a number of 0 is not shown."""

    span: Span
    part: str
    number: int = 0


def marks(statement: Statement, number: int = 0, *, all_parts: bool = False) -> list[Mark]:
    """The marks of a statement: content, source and cue, or all its parts."""
    parts: dict[str, Part | None] = {"said": statement.content, "who": statement.source, "cue": statement.cue}
    if all_parts:
        parts |= {"to": statement.addressee, "at": statement.venue.words if statement.venue else None}
        parts |= {"when": statement.said.words}
    found = [Mark(span, name, number) for name, part in parts.items() if part for span in part.spans]
    conditions = (span for condition in statement.conditions for span in condition.spans)
    return found + [Mark(span, "if", number) for span in conditions if all_parts]


def drawn(text: str, found: Sequence[Mark], *, width: int, within: Sequence[Span] = ()) -> Iterator[Text]:
    """Lines of at most `width` columns: those of `text` (or of its stretches `within`), each with its marks below.

    A paragraph with marks is parted from the next one by an empty line.
    """
    parting = False
    for paragraph in (p for stretch in within or (Span(0, len(text)),) for p in _paragraphs(text, stretch)):
        if parting:
            yield Text()
        parting = any(mark.span.meets(paragraph) for mark in found)
        for row in _wrapped(text, paragraph, width):
            yield _words(text, row, found)
            yield from _lanes(text, row, found)


# ---------------------------------------------------------------- lines of text


def _paragraphs(text: str, stretch: Span) -> Iterator[Span]:
    """The lines of a stretch that hold something, without the white space at their ends."""
    lines = (Span(*found.span()).stripped(text) for found in _LINE.finditer(text, *stretch))
    return (line for line in lines if line.size())


def _wrapped(text: str, paragraph: Span, width: int) -> Iterator[Span]:
    """The paragraph broken at spaces, and in the midst of a word that is longer than a row."""
    start, space, used = paragraph.start, -1, 0
    for at in range(paragraph.start, paragraph.stop):
        used += _size(text[at])
        if text[at].isspace():
            space = at + 1
        elif used > width and at > start:
            stop = space if space > start else at
            yield Span(start, stop)
            start, used = stop, _columns(text, Span(stop, at + 1))
    yield Span(start, paragraph.stop)


def _size(character: str) -> int:
    return cell_len(sign(character))


def _columns(text: str, span: Span) -> int:
    return sum(map(_size, span.of(text)))


def _words(text: str, row: Span, found: Sequence[Mark]) -> Text:
    """One row of the text in colours; of two marks on one place the smaller one shows."""
    line = Text("".join(map(sign, row.of(text))).rstrip())
    for mark in sorted(found, key=lambda m: -m.span.size()):
        if mark.span.meets(row):
            line.stylize(STYLES[mark.part], *_letters(text, row, mark.span))
    return line


def _letters(text: str, row: Span, span: Span) -> tuple[int, int]:
    """Where the part of a span in this row stands among the characters that are shown."""
    start, stop = max(span.start, row.start), min(span.stop, row.stop)
    before = sum(len(sign(c)) for c in text[row.start : start])
    return before, before + sum(len(sign(c)) for c in text[start:stop])


# ---------------------------------------------------------------- lines of marks


def _lanes(text: str, row: Span, found: Sequence[Mark]) -> Iterator[Text]:
    """Marks below one row: those of a statement side by side, statements that overlap below each other."""
    lanes: list[list[tuple[int, int, Mark]]] = []
    for number in dict.fromkeys(mark.number for mark in found):
        placed = (_placed(text, row, m) for m in found if m.number == number and m.span.meets(row))
        places = [p for p in placed if p[0] < p[1]]
        for lane in _apart(places):
            free = next((old for old in lanes if not _clash(old, lane)), None)
            if free is None:
                lanes.append(lane)
            else:
                free.extend(lane)
    return (_lane(lane) for lane in lanes)


def _placed(text: str, row: Span, mark: Mark) -> tuple[int, int, Mark]:
    """First and last column of a mark in a row, and the mark."""
    inside = Span(max(mark.span.start, row.start), min(mark.span.stop, row.stop)).stripped(text)
    left = _columns(text, Span(row.start, inside.start))
    return left, left + _columns(text, inside), mark


def _apart(places: Iterable[tuple[int, int, Mark]]) -> list[list[tuple[int, int, Mark]]]:
    """Marks of one statement, those that overlap in lanes of their own."""
    lanes: list[list[tuple[int, int, Mark]]] = []
    for place in places:
        free = next((lane for lane in lanes if not _clash(lane, [place])), None)
        lanes.append([place]) if free is None else free.append(place)
    return lanes


def _clash(one: Sequence[tuple[int, int, Mark]], other: Sequence[tuple[int, int, Mark]]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in one for b in other)


def _lane(places: list[tuple[int, int, Mark]]) -> Text:
    line = Text()
    for left, right, mark in sorted(places, key=lambda place: place[0]):
        line.append(" " * (left - len(line)))
        line.append(_label(mark, right - left), style=STYLES[mark.part])
    return line


def _label(mark: Mark, width: int) -> str:
    """The longest of `1 said`, `1said`, `1s` and `1` that fits, filled up with a line."""
    number = str(mark.number) if mark.number else ""
    labels = (f"{number} {mark.part}".strip(), f"{number}{mark.part}", f"{number}{mark.part[0]}", number)
    return next((label for label in labels if len(label) <= width), "").ljust(width, "─")
