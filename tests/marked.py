"""Marked lines: `“[content We will be ready],” [cue said] [source Ana Reyes].` is a text and the spans that play a part in it.

A bracket opens a part where a label and a space follow it; any other bracket is text. Parts may lie within parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from verbale.find.drafts import Draft
from verbale.text import Span

LABELS = ("content", "cue", "source", "addressee", "venue", "said", "condition", "title", "name")
_OPENING = re.compile(rf"\[(?:({'|'.join(LABELS)}) )?")


class Part(NamedTuple):
    """A labelled stretch of the text."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its parts, in text order, the outer before the inner."""

    text: str
    parts: tuple[Part, ...]

    def spans(self, label: str) -> tuple[Span, ...]:
        return tuple(p.span for p in self.parts if p.label == label)

    def words(self, label: str) -> tuple[str, ...]:
        return tuple(s.of(self.text) for s in self.spans(label))


def parse(line: str) -> Marked:
    """The text of a marked line and its parts; ValueError where a part is never closed."""
    text, at = "", 0
    open_: list[tuple[str | None, int]] = []
    parts: list[Part] = []
    while at < len(line):
        if opening := _OPENING.match(line, at):
            open_.append((opening[1], len(text)))
            text += "" if opening[1] else "["
            at = opening.end()
            continue
        label, start = open_.pop() if line[at] == "]" and open_ else (None, 0)
        if label:
            parts.append(Part(label, Span(start, len(text))))
        else:
            text += line[at]
        at += 1
    if any(label for label, _ in open_):
        msg = f"a part is never closed: {line}"
        raise ValueError(msg)
    return Marked(text, ordered(parts))


def ordered(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda p: (p.span.start, -p.span.stop)))


def mark(text: str, parts: Iterable[Part]) -> str:
    """The marked line of a text and parts that lie beside or within each other."""
    out, at, closing = "", 0, []
    for label, span in ordered(parts):
        while closing and closing[-1] <= span.start:
            out, at = f"{out}{text[at : closing[-1]]}]", closing.pop()
        out, at = f"{out}{text[at : span.start]}[{label} ", span.start
        closing.append(span.stop)
    for stop in reversed(closing):
        out, at = f"{out}{text[at:stop]}]", stop
    return out + text[at:]


def drawn(text: str, draft: Draft) -> str:
    """The text with the parts of a draft marked in it."""
    parts = [Part("content", span) for span in draft.content]
    parts += [Part("cue", draft.cue)] if draft.cue else []
    parts += [Part("source", draft.source.span)] if draft.source else []
    return mark(text, parts)
