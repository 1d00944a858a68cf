"""An article becomes sentences and quotations.

A sentence never ends inside a quotation: `“We agree. It is done,” she said.` is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise, zip_longest

import razdel
import sentencex

from verbale.errors import Code
from verbale.model import Article, Block, Problem, Role, Sentence, Split, Token
from verbale.quotations import quotations
from verbale.text import Row, Span, Text, one_script

READ = frozenset({Role.TITLE, Role.DECK, Role.BODY})
"""Roles of the blocks in which something may be said."""


def split(article: Article) -> Split:
    """Sentences with their tokens, quotations and the marks that found no partner."""
    blocks = [(n, b) for n, b in enumerate(article.blocks) if b.role in READ]
    found, stray = quotations(article.text, [b.span for _, b in blocks])
    outer = [q.outer for q in found if q.depth == 0]
    row = Row(outer)
    sentences, unread = _within_reason(
        article, (s for n, block in blocks for s in _sentences(article, n, block, [outer[n] for n in row.meeting(block.span)]))
    )
    problems = tuple(Problem(Code.STRAY_MARK, "split", s.of(article.text), s, article.path) for s in stray)
    return Split(sentences, found, (*problems, *unread))


SENTENCES = 1000
"""So many sentences of an article are read: nearly three times as many as the longest article of our corpora has."""
WORDS = 16_000
"""So many words of an article are read; the longest article of our corpora has 6,150."""
LONG = 1000
"""A sentence of more words is no prose; the longest of our corpora has 336."""
CYRILLIC = frozenset({"ru", "uk"})
"""Languages whose models know both alphabets."""
LETTERS = 40
"""A word of more letters counts as many words as it has letters: models take such things apart."""


def _within_reason(article: Article, sentences: Iterable[Sentence]) -> tuple[tuple[Sentence, ...], list[Problem]]:
    """The sentences that are read, and Problems for those that are not, so that no text takes long, whatever it holds."""
    kept: list[Sentence] = []
    problems: list[Problem] = []
    words = 0
    for sentence in sentences:
        weight = sum(1 if t.span.size() <= LETTERS else t.span.size() for t in sentence.tokens)
        if weight > LONG:
            problems.append(_unread(article, Code.LONG_LINE, sentence.span))
        elif len(kept) == SENTENCES or words >= WORDS:
            rest = Span(sentence.span.start, article.blocks[-1].span.stop)
            return tuple(kept), [*problems, _unread(article, Code.LONG_TEXT, rest)]
        else:
            kept.append(sentence)
            words += weight if article.language in CYRILLIC else weight + _foreign(sentence)
    return tuple(kept), problems


def _foreign(sentence: Sentence) -> int:
    """Letters of other alphabets, which the models of English take apart one by one."""
    return sum(t.span.size() for t in sentence.tokens if not t.text.isascii() and t.text[:1] > "\u024f")


def _unread(article: Article, code: Code, span: Span) -> Problem:
    return Problem(code, "split", span.of(article.text)[:80], span, article.path)


def _sentences(article: Article, n: int, block: Block, inside: list[Span]) -> Iterable[Sentence]:
    plain = Text(block.span.of(article.text), block.span.start)
    if not plain.string.strip():
        return
    bounds = [b["start_index"] for b in sentencex.get_sentence_boundaries(article.language, plain.string)]
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
# `Дж.Лан`, `Г. Лан`, `М.Ф. Лан`: a full stop behind one or two letters that begin with a capital ends no sentence.
_INITIAL = re.compile(r"(?:(?:^|[\s(«„“\"])[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ]?|\.[А-ЯЁІЇЄҐ])\.$")


_WORD = re.compile(r"[^\W\d_]")
_APOSTROPHES = {"'", "’", "ʼ", "`"}


def _tokens(plain: Text, start: int, stop: int) -> Iterable[Token]:
    pieces = [(start + t.start, start + t.stop) for t in razdel.tokenize(plain.string[start:stop])]
    for left, right in _joined(plain.string, [p for piece in pieces for p in _undashed(plain.string, *piece)]):
        yield Token(plain.back(left, right), one_script(plain.string[left:right]))


def _undashed(string: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
    """The words on both sides of a dash without spaces (`the talks—held in Lima—failed`), and the dash."""
    cuts = [start, *(at for m in _DASH.finditer(string, start, stop) for at in m.span()), stop]
    return pairwise(cuts)


_DASH = re.compile(r"(?<=[^\W\d_])[—–](?=[^\W\d_])")


def _joined(string: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Puts together what the tokenizer takes apart: `п'ять`, `don't`, `U.S.`; `'s` stays a token of its own."""
    out: list[tuple[int, int]] = []
    for (left, right), following in zip_longest(pieces, pieces[1:]):
        touches = bool(out) and out[-1][1] == left
        if touches and (_belongs(string, out[-1], (left, right)) or _is_middle(string, out, left, following)):
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


def _is_middle(string: str, out: list[tuple[int, int]], mark: int, following: tuple[int, int] | None) -> bool:
    """Whether a full stop belongs to the letter before it, within a name: `Ivo J. Lund`."""
    if len(out) < 2 or following is None or string[mark] != ".":
        return False
    (first, _), (letter, end) = out[-2:]
    alone = end - letter == 1 and string[letter].isupper() and string[letter].isascii()
    return alone and string[first].isupper() and string[following[0]].isupper()


def _is_apostrophe(string: str, out: list[tuple[int, int]], left: int) -> bool:
    (_, b), (c, d) = out[-2], out[-1]
    return string[c:d] in _APOSTROPHES and b == c and bool(_WORD.match(string[b - 1])) and bool(_WORD.match(string[left]))


def _belongs(string: str, last: tuple[int, int], piece: tuple[int, int]) -> bool:
    """`U` `.` `S` `.`: single capitals with full stops between them. `X` `артов`: letters of two alphabets in one word."""
    before, here = string[last[0] : last[1]], string[piece[0] : piece[1]]
    if before.isalpha() and here.isalpha():  # two alphabets in one word
        return True
    if here == ".":
        return bool(re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", before)) or (
            len(before) == 1 and before.isupper() and string[piece[1] : piece[1] + 1].isupper() and before.isascii()
        )
    return bool(re.fullmatch(r"(?:[A-Z]\.)+", before)) and len(here) == 1 and here.isupper() and here.isascii()
