"""An article becomes sentences and quotations.

Quotation marks are paired block by block, so that one stray mark costs no more than itself. A sentence never ends inside
a quotation: `“We agree. It is done,” she said.` is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

import razdel
import sentencex

from verbale.errors import Code
from verbale.model import Article, Block, Problem, Quotation, Role, Sentence, Split, Token
from verbale.text import Span, Text

READ = frozenset({Role.TITLE, Role.DECK, Role.BODY})
"""Roles of the blocks in which something may be said."""

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
_ELISION = re.compile(r"['’](?:\d\ds?|em|til|tis|twas|cause|n)\b", re.IGNORECASE)


def split(article: Article) -> Split:
    """Sentences with their tokens, quotations and the marks that found no partner."""
    pairs = _Pairs(article.text)
    blocks = [(n, b) for n, b in enumerate(article.blocks) if b.role in READ]
    for at, (_, block) in enumerate(blocks):
        pairs.block(block.span, blocks[at + 1][1].span if at + 1 < len(blocks) else None)
    quotations = tuple(sorted(pairs.found, key=lambda q: (q.outer.start, -q.outer.stop)))
    outer = [q.outer for q in quotations if q.depth == 0]
    sentences = tuple(s for n, block in blocks for s in _sentences(article, n, block, outer))
    problems = tuple(Problem(Code.STRAY_MARK, "split", s.of(article.text), s, article.path) for s in sorted(pairs.stray))
    return Split(sentences, quotations, problems)


# ---------------------------------------------------------------- quotations


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

    def block(self, span: Span, following: Span | None) -> None:
        self._stack = []
        carried, self._carried = self._carried, None
        if carried:
            self._reopen(span, carried)
        for match in _MARK.finditer(self.text, span.start, span.stop):
            mark = Span(match.start(), match.end())
            if not (carried and self._stack and mark == self._stack[0].mark):
                self._mark(mark, span)
        self._leave(span, following)
        here = [q for q in self.found if q.outer.meets(span)]
        self.found = [q for q in self.found if not q.outer.meets(span)] + [replace(q, depth=_depth(q, here)) for q in here]

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
            return self._single(mark, block, opens, closes)
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

    def _single(self, mark: Span, block: Span, opens: bool, closes: bool) -> str:
        words = mark.of(self.text)
        inside = any(o.family == "single" for o in self._stack)
        if words in {"'", "’", "`", "‘"} and not opens and not closes:
            return "none"
        if inside and closes and not (opens and words == "‘"):
            return "close"
        if opens and words != "’" and not _ELISION.match(self.text, mark.start):
            return "open" if self._closes_later(mark, block) else "none"
        return "none"

    def _closes_later(self, mark: Span, block: Span) -> bool:
        """Whether a single mark further on in the block could close this one; else it is an apostrophe."""
        rest = self.text[mark.stop : block.stop]
        return bool(re.search(r"(?<=[\w.,!?…)%])['’](?!\w)", rest))

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
            for q in self.found
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
        return any(q.outer.start > opened.mark.start for q in self.found)

    def _first(self, span: Span, family: str) -> str:
        marks = (m.group() for m in _MARK.finditer(self.text, span.start, span.stop))
        return next((m for m in marks if _family(m) == family), "")


def _depth(quotation: Quotation, others: list[Quotation]) -> int:
    return sum(q is not quotation and q.outer.holds(quotation.outer) for q in others)


def _family(mark: str) -> str:
    return "double" if mark in {"''", "``"} else _FAMILY[mark]


# ---------------------------------------------------------------- sentences


def _sentences(article: Article, n: int, block: Block, quotations: list[Span]) -> Iterable[Sentence]:
    plain = Text(block.span.of(article.text), block.span.start)
    if not plain.string.strip():
        return
    bounds = [b["start_index"] for b in sentencex.get_sentence_boundaries(article.language, plain.string)]
    inside = [q for q in quotations if q.meets(block.span)]
    starts = [b for b in bounds if b and not _held(plain, b, inside)]
    for start, stop in zip([0, *starts], [*starts, len(plain.string)], strict=True):
        words = plain.string[start:stop]
        left, right = len(words) - len(words.lstrip()), len(words.rstrip())
        if right > left:
            span = plain.back(start + left, start + right)
            yield Sentence(span, n, tuple(_tokens(plain, start + left, start + right)))


def _held(plain: Text, start: int, quotations: list[Span]) -> bool:
    """Whether a sentence cannot begin here: inside a quotation, or with the speaker's small letter after one."""
    at = plain.back(start, start + 1).start
    if any(q.start < at < q.stop for q in quotations):
        return True
    before = plain.string[max(0, start - 8) : start]
    if _INITIAL.search(before.rstrip()) or (not before[-1:].isspace() and not _GLUED.search(before)):
        return True
    return bool(re.match(r"(?:[—–-]\s*)?[a-zа-яёіїєґ]", plain.string[start:]))


# Sentences that ran together on the page (`системы.Действующий`), unlike `Leave.EU`.
_GLUED = re.compile(r"[а-яёіїєґ]{2}[.!?…»”\")]+$")
# `Дж.Лан`, `Г. Лан`: a full stop behind one or two letters that begin with a capital ends no sentence.
_INITIAL = re.compile(r"(?:^|[\s(«„“\"])[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ]?\.$")


_WORD = re.compile(r"[^\W\d_]")
_APOSTROPHES = {"'", "’", "ʼ", "`"}


def _tokens(plain: Text, start: int, stop: int) -> Iterable[Token]:
    pieces = [(start + t.start, start + t.stop) for t in razdel.tokenize(plain.string[start:stop])]
    for left, right in _joined(plain.string, pieces):
        yield Token(plain.back(left, right), plain.string[left:right])


def _joined(string: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Puts together what the tokenizer takes apart: `п'ять`, `don't`, `U.S.`; `'s` stays a token of its own."""
    out: list[tuple[int, int]] = []
    for left, right in pieces:
        if out and out[-1][1] == left and _belongs(string, out[-1], (left, right)):
            out[-1] = (out[-1][0], right)
        elif len(out) > 1 and out[-1][1] == left and _is_apostrophe(string, out, left):
            mark = out.pop()
            if string[left:right].lower() == "s":
                out.append((mark[0], right))
            else:
                out[-1] = (out[-1][0], right)
        else:
            out.append((left, right))
    return out


def _is_apostrophe(string: str, out: list[tuple[int, int]], left: int) -> bool:
    (_, b), (c, d) = out[-2], out[-1]
    return string[c:d] in _APOSTROPHES and b == c and bool(_WORD.match(string[b - 1])) and bool(_WORD.match(string[left]))


def _belongs(string: str, last: tuple[int, int], piece: tuple[int, int]) -> bool:
    """`U` `.` `S` `.`: single capitals with full stops between them."""
    before, here = string[last[0] : last[1]], string[piece[0] : piece[1]]
    if here == ".":
        return bool(re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", before)) or (
            len(before) == 1 and before.isupper() and string[piece[1] : piece[1] + 1].isupper() and before.isascii()
        )
    return bool(re.fullmatch(r"(?:[A-Z]\.)+", before)) and len(here) == 1 and here.isupper() and here.isascii()


def quoted(text: str, span: Span) -> list[tuple[Span, Span]]:
    """Outer and inner spans of the quotations that lie within `span`."""
    pairs = _Pairs(text)
    pairs.block(span, None)
    return [(q.outer, q.inner) for q in sorted(pairs.found, key=lambda q: q.outer.start) if q.depth == 0]
