"""Quotation marks find their partners.

Marks are paired block by block, so that one stray mark costs no more than itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbale.model import Quotation
from verbale.text import Span

_OPEN = "“«„‹‚‟"
_CLOSE = "”»›"
_FAMILY = {
    **dict.fromkeys('“”„‟"', "double"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("‹›‚", "small"),
    **dict.fromkeys("'‘’`", "single"),
}
_MARK = re.compile(r"''|``|[“”„‟\"«»‹›‚'‘’`]")
_BEFORE_OPEN = re.compile(r"[\s(\[{—–\-/:…“«„‘\"'<]\Z")
_SPEAKS = re.compile(r"[^\s,.;:!?)\]}]")
_AFTER_CLOSE = re.compile(r"[\s)\]},.;:!?…—–\-/”»’\"'>]|\Z")
_ATTRIBUTED = re.compile(r"[,.!?…]?\s*[—–-]\s*\w")
_CLOSES = re.compile(r"(?<=[\w.,!?…)%])['’](?!\w)")
_ELISION = re.compile(r"['’](?:\d\ds?|em|til|tis|twas|cause|n)\b", re.IGNORECASE)


def quotations(text: str, blocks: Sequence[Span]) -> tuple[tuple[Quotation, ...], tuple[Span, ...]]:
    """The quotations of a text in text order, outer ones first, and the marks that found no partner.

    `blocks` are the parts of the text that are read: a quotation runs from one into the next only where marks tell so.
    """
    pairs = _Pairs(text)
    for n, block in enumerate(blocks):
        pairs.block(block, blocks[n + 1] if n + 1 < len(blocks) else None)
    return tuple(sorted(pairs.found, key=lambda q: (q.outer.start, -q.outer.stop))), tuple(sorted(pairs.stray))


def quoted(text: str, span: Span) -> list[tuple[Span, Span]]:
    """Outer and inner spans of the quotations that lie within `span`."""
    return [(q.outer, q.inner) for q in quotations(text, [span])[0] if q.depth == 0]


@dataclass(frozen=True, slots=True)
class _Opened:
    mark: Span
    family: str
    continues: bool = False


class _Pairs:
    """Pairs the quotation marks of one block after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quotation] = []
        self.stray: list[Span] = []
        self._stack: list[_Opened] = []
        self._carried: str | None = None
        """Family of a quotation that the block before left open."""
        self._begun = 0
        """So many quotations stand in the blocks before this one."""
        self._last = -1
        """Where the last single mark of this block stands that could close a quotation."""

    def block(self, span: Span, following: Span | None) -> None:
        self._stack = []
        self._begun = len(self.found)
        self._last = max((m.start() for m in _CLOSES.finditer(self.text, span.start, span.stop)), default=-1)
        carried, self._carried = self._carried, None
        if carried:
            self._reopen(span, carried)
        for match in _MARK.finditer(self.text, span.start, span.stop):
            mark = Span(match.start(), match.end())
            if not (carried and self._stack and mark == self._stack[0].mark):
                self._mark(mark, span)
        self._leave(span, following)
        self.found[self._begun :] = _with_depth(self._here())

    def _here(self) -> list[Quotation]:
        """The quotations of this block."""
        return self.found[self._begun :]

    def _reopen(self, span: Span, family: str) -> None:
        """A paragraph inside a long quotation opens with a mark again, or with none."""
        mark = _MARK.match(self.text, span.start)
        again = mark and _family(mark.group()) == family
        start = Span(mark.start(), mark.end()) if mark and again else Span(span.start, span.start)
        self._stack.append(_Opened(start, family, continues=True))

    def _mark(self, mark: Span, block: Span) -> None:
        way = self._way(mark, block)
        family = _family(mark.of(self.text))
        if way == "open":
            self._stack.append(_Opened(mark, family))
        elif way == "close":
            self._close(mark, family)
        elif way == "stray":
            self.stray.append(mark)

    def _way(self, mark: Span, block: Span) -> str:
        """`open`, `close`, `stray`, or `none` for an apostrophe."""
        words = mark.of(self.text)
        before = self.text[max(block.start, mark.start - 1) : mark.start]
        after = self.text[mark.stop : min(block.stop, mark.stop + 1)]
        opens = (not before or bool(_BEFORE_OPEN.search(before))) and bool(_SPEAKS.match(after))
        closes = bool(before.strip()) and (not after or bool(_AFTER_CLOSE.match(after)))
        family = _family(words)
        if family == "single":
            return self._single(mark, opens, closes)
        inside = any(o.family == family for o in self._stack)
        if words in _CLOSE and family != "double":
            return "close" if inside else "stray"
        if words in _OPEN and family != "double":
            return "open"
        return self._double(words, opens, closes, inside)

    @staticmethod
    def _double(words: str, opens: bool, closes: bool, inside: bool) -> str:
        """Double marks are used every way round: “ ” „ “ " " ” ”."""
        if words in "“„‟" and not (closes and not opens and inside):
            return "open"
        if words == "”" and not (opens and not closes and not inside):
            return "close" if inside else "stray"
        if opens and not closes:
            return "open"
        if inside:
            return "close"
        return "open" if opens else "stray"

    def _single(self, mark: Span, opens: bool, closes: bool) -> str:
        words = mark.of(self.text)
        inside = any(o.family == "single" for o in self._stack)
        if words in {"'", "’", "`", "‘"} and not opens and not closes:
            return "none"
        if inside and closes and not (opens and words == "‘"):
            return "close"
        if opens and words != "’" and not _ELISION.match(self.text, mark.start):
            # Without a mark further on that could close it, it is an apostrophe.
            return "open" if self._last >= mark.stop else "none"
        return "none"

    def _close(self, mark: Span, family: str) -> None:
        while self._stack:
            opened = self._stack.pop()
            if opened.family == family:
                self._add(opened, mark)
                return
            if opened.family != "single":
                self.stray.append(opened.mark)

    def _add(self, opened: _Opened, closing: Span) -> None:
        outer = Span(opened.mark.start, closing.stop)
        inner = Span(opened.mark.stop, closing.start).stripped(self.text)
        if inner.size():
            self.found.append(Quotation(outer, inner, sum(o.family != "single" for o in self._stack), opened.continues))

    def _leave(self, span: Span, following: Span | None) -> None:
        """What is still open at the end of a block runs on into the next one, or is stray."""
        if self._stack and self._runs_on(self._stack[0], span, following):
            first = self._stack[0]
            self._carried = first.family
            self._stack = []
            self._add(first, Span(span.stop, span.stop))
            return
        for opened in tuple(self._stack):
            self._stack = []
            self._end(opened, span)
            if opened.mark.size() and opened.family != "single":
                self.stray.append(opened.mark)

    def _end(self, opened: _Opened, block: Span) -> None:
        """A quotation without a closing mark of its own ends with one inside it (`«He said «no», – said Lan.`), or, where
        it opens the block, with the block."""
        closings = [
            q.outer.stop
            for q in self._here()
            if q.outer.start > opened.mark.start and q.depth and _family(self.text[q.outer.start]) == opened.family
        ]
        closings.sort()
        if closings:
            stop = next((c for c in closings if _ATTRIBUTED.match(self.text, c)), closings[-1])
            self._add(opened, Span(stop - 1, stop))
        elif opened.mark.start == block.start and opened.mark.size() and not opened.continues:
            self._add(opened, Span(block.stop, block.stop))

    def _runs_on(self, opened: _Opened, span: Span, following: Span | None) -> bool:
        """Whether the next block takes the quotation up: it opens with the same mark, or closes one it never opened."""
        if following is None or opened.family == "single":
            return False
        mark = _MARK.match(self.text, following.start)
        if mark and _family(mark.group()) == opened.family and mark.group() not in _CLOSE:
            return opened.mark.start == span.start or opened.continues or not self._closed_after(opened)
        return opened.family == "angle" and self._first(following, opened.family) == "»"

    def _closed_after(self, opened: _Opened) -> bool:
        return any(q.outer.start > opened.mark.start for q in self._here())

    def _first(self, span: Span, family: str) -> str:
        marks = (m.group() for m in _MARK.finditer(self.text, span.start, span.stop))
        return next((m for m in marks if _family(m) == family), "")


def _with_depth(quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations of a block, outer ones first, each with the number of others that hold it."""
    out: list[Quotation] = []
    around: list[Span] = []
    for quotation in sorted(quotations, key=lambda q: (q.outer.start, -q.outer.stop)):
        outer = quotation.outer
        around = [s for s in around if s.stop > outer.start]
        out.append(replace(quotation, depth=sum(s.stop >= outer.stop for s in around)))
        around.append(outer)
    return out


def _family(mark: str) -> str:
    return "double" if mark in {"''", "``"} else _FAMILY[mark]
