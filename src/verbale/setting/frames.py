"""The frame of a statement: the words of its sentence that tell of the saying, not of what was said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from verbale import dates
from verbale.dates import When
from verbale.lang import load, pattern
from verbale.model import Article, Kind, Labels, Outlets, Role, Statement, Token
from verbale.text import Span

HEAD = 60
"""What points at the sentence before stands among so many characters."""
SCRAP = 4
"""A scrap of a sentence has at most so many words."""
COMMAS = frozenset({",", ";", "—", "–", ")", "-"})
STOPS = frozenset({".", "!", "?", "…", "..."})
OPENING, CLOSING = frozenset('«“„"'), frozenset('»”“"')


# ---------------------------------------------------------------- words of the language


def words(language: str) -> Mapping[str, Any]:
    """The words of `venues.toml`."""
    return load(language).venues


@cache
def among(language: str, *path: str) -> frozenset[str]:
    """The words of a list in `venues.toml`, by the keys that lead to it."""
    found: Any = words(language)
    for key in path:
        found = found[key]
    return frozenset(found)


def is_one(token: Token, those: Collection[str]) -> bool:
    """Whether a word, as it stands or in its dictionary form, is one of some."""
    return token.lemma in those or token.text.lower() in those


# ---------------------------------------------------------------- the article laid out


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence laid out for quick questions."""

    labels: Labels
    tokens: tuple[Token, ...]
    low: tuple[str, ...]
    """The tokens in small letters."""
    starts: tuple[int, ...]
    """Where each token begins in the article."""
    dates: tuple[When, ...]
    outlets: Outlets
    """What the reader of the article tells of media."""

    def range(self, span: Span) -> tuple[int, int]:
        """First token that begins in the span and one past the last; equal where none does."""
        start = bisect_left(self.starts, span.start)
        return start, bisect_left(self.starts, max(span.stop, span.start), start)


@dataclass(frozen=True, slots=True)
class Page:
    """An article with its sentences, and what is said in each."""

    article: Article
    lines: Sequence[Line]
    statements: Sequence[Statement]
    starts: Sequence[int]
    """Where each sentence begins."""
    told: Mapping[int, Sequence[Statement]]
    """The statements whose content lies in a sentence, at least in part."""

    def sentence(self, at: int) -> int:
        """The number of the sentence at a place in the text; the first for what stands before it."""
        return max(0, bisect_right(self.starts, at) - 1)

    def block(self, sentence: int) -> int:
        """The number of the block that holds a sentence."""
        return self.lines[sentence].labels.sentence.block

    def heads(self, sentence: int) -> bool:
        """Whether a sentence stands in the title."""
        return self.article.blocks[self.block(sentence)].role is Role.TITLE

    def unsaid(self, sentence: int) -> list[int]:
        """The tokens of a sentence that nobody says."""
        line = self.lines[sentence]
        said = [line.range(s) for o in self.told.get(sentence, ()) for s in o.content.spans]
        gone = {i for start, stop in said for i in range(start, stop)}
        return [i for i in range(len(line.tokens)) if i not in gone]


def page(article: Article, labels: Sequence[Labels], statements: Sequence[Statement]) -> Page:
    """The article laid out for the questions of this stage."""
    starts = [s.sentence.span.start for s in labels]
    told: dict[int, list[Statement]] = {}
    for statement in statements:
        for span in () if _is_pointer(article, statement) else statement.content.spans:
            for n in range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.stop)):
                told.setdefault(n, []).append(statement)
    following = (*labels[1:], None)
    return Page(article, [_line(article, *pair) for pair in zip(labels, following, strict=True)], statements, starts, told)


def _line(article: Article, labels: Labels, following: Labels | None) -> Line:
    span = labels.sentence.span
    written = tuple(dates.find(span.of(article.text), article.language, offset=span.start))
    labels = _joined(labels, following) if following and _is_cut(labels) else labels
    tokens = labels.sentence.tokens
    low, starts = tuple(t.text.lower() for t in tokens), tuple(t.span.start for t in tokens)
    return Line(labels, tokens, low, starts, written, article.outlets)


def points(article: Article, span: Span) -> bool:
    """Whether words point at the sentence before (`He said this at a briefing`): they tell of a saying and are none."""
    stop = min(span.start + HEAD, span.stop)
    return pattern(article.language, "words", "pointing").search(article.text, span.start, stop) is not None


def _is_pointer(article: Article, statement: Statement) -> bool:
    """Whether what a medium is said to tell is only where and when another has said it."""
    start = statement.content.spans[0].start
    found = pattern(article.language, "words", "pointing").match(article.text, start)
    return found is not None and statement.speaker is not None and statement.speaker.kind is Kind.ORGANISATION


def _is_cut(labels: Labels) -> bool:
    """Whether a sentence breaks off behind a preposition: the page had a link there, which begins the next line."""
    tokens = labels.sentence.tokens
    return bool(tokens) and tokens[-1].pos == "ADP"


def _joined(labels: Labels, following: Labels) -> Labels:
    """A sentence with the first words of the next, up to its stop, if they are few and a name."""
    tokens = following.sentence.tokens
    stop = next((n for n, t in enumerate(tokens[: SCRAP + 1]) if t.text in STOPS), 0)
    if not stop or not tokens[0].text[:1].isupper():
        return labels
    span = Span(labels.sentence.span.start, tokens[stop - 1].span.stop)
    sentence = replace(labels.sentence, span=span, tokens=(*labels.sentence.tokens, *tokens[:stop]))
    mentions = (*labels.mentions, *(m for m in following.mentions if span.holds(m.span)))
    return replace(labels, sentence=sentence, mentions=mentions)


# ---------------------------------------------------------------- the frame of one statement


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around one statement, or of a sentence without one, as indices of tokens in its sentence."""

    statement: Statement | None
    sentence: int
    """Number of the sentence that holds the cue, or the source where there is no cue."""
    line: Line
    language: str
    anchor: tuple[int, int]
    """The tokens of the cue, or of the source."""
    near: tuple[int, ...]
    """The tokens of the clause around the cue, outside of anything said."""
    source: range
    """The tokens that name the speaker; empty where none do."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.line.tokens

    def distance(self, start: int, stop: int) -> int:
        """How many tokens of the sentence lie between the cue and a range of tokens."""
        return max(start - self.anchor[1], self.anchor[0] - stop, 0)

    def span(self, start: int, stop: int) -> Span:
        """The words of a range of tokens."""
        return Span(self.tokens[start].span.start, self.tokens[stop - 1].span.stop)

    def word(self, at: int) -> str:
        """A token in small letters."""
        return self.line.low[at]

    def is_cue(self, at: int) -> bool:
        return self.anchor[0] <= at < self.anchor[1]


def frame(page: Page, statement: Statement) -> Frame | None:
    """The frame of a statement; None for one that has neither cue nor source."""
    part = None if _is_pointer(page.article, statement) else statement.cue or statement.source
    n = page.sentence(part.spans[0].start) if part else 0
    line = page.lines[n]
    anchor = line.range(part.spans[0]) if part else (0, 0)
    if part is None or anchor[0] == anchor[1]:
        return None
    kept = _outside(line, statement, part.spans[0], page.told.get(n, ()))
    near = _clause(line, kept, anchor, page.article.language)
    source = range(*line.range(statement.source.spans[0])) if statement.source else range(0)
    return Frame(statement, n, line, page.article.language, anchor, near, source)


def _outside(line: Line, statement: Statement, anchor: Span, others: Sequence[Statement]) -> list[int]:
    """The tokens of the sentence that nobody says; for a statement inside another, those of the clause it lies in."""
    around = [s for o in others if o is not statement for s in o.content.spans if s.holds(anchor)]
    inner = min(around, key=Span.size, default=None)
    first, last = line.range(anchor)
    start, stop = _between_stops(line.tokens, first, *line.range(inner)) if inner else (0, len(line.tokens))
    said = [line.range(s) for o in others for s in o.content.spans if o is statement or not s.holds(anchor)]
    gone = {i for a, b in said for i in range(max(a, start), min(b, stop))} - set(range(first, last))
    return [i for i in range(start, stop) if i not in gone]


def _between_stops(tokens: Sequence[Token], at: int, start: int, stop: int) -> tuple[int, int]:
    """The sentence around a token, within a longer stretch of speech."""
    stops = [i for i in range(start, stop) if tokens[i].text in STOPS and _is_end(tokens, i, stop)]
    return max((i + 1 for i in stops if i < at), default=start), min((i for i in stops if i > at), default=stop)


def _is_end(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a full stop ends a sentence, not an abbreviation."""
    return at + 1 >= stop or tokens[at + 1].text[:1].isupper()


# ---------------------------------------------------------------- clauses


def _clause(line: Line, kept: Sequence[int], anchor: tuple[int, int], language: str) -> tuple[int, ...]:
    """Those of the tokens that are in the clause of the cue; a gerund's belongs to the clause it hangs on."""
    parents: list[int] = [0]
    clauses = dict(zip(kept, _clauses(line, kept, anchor, _Openers(language), parents), strict=True))
    own = {clauses[anchor[0]]}
    if line.tokens[anchor[0]].form == "conv":
        own.add(parents[clauses[anchor[0]]])
    return tuple(i for i in kept if clauses[i] in own)


def _clauses(line: Line, kept: Sequence[int], anchor: tuple[int, int], openers: _Openers, parents: list[int]) -> Iterator[int]:
    """The clause of each token, by number. What stands between commas as a clause of its own gets one of its own.

    `parents` grows by the clause that each new one hangs on.
    """
    stack: list[int] = []
    current, last = 0, -1
    for i in kept:
        if i > last + 1 and stack:
            current, stack = stack[0], []
        if line.low[i] in COMMAS and stack:
            current = stack.pop()
        elif openers.opens(line, i, last, anchor):
            stack.append(current)
            parents.append(current)
            current = len(parents) - 1
        yield current
        last = i


@dataclass(frozen=True, slots=True)
class _Openers:
    """What opens a clause of its own in a language: a relative or subordinate one, a participle's, a gerund's."""

    language: str

    def opens(self, line: Line, i: int, last: int, anchor: tuple[int, int]) -> bool:
        token, word = line.tokens[i], line.low[i]
        always = word == "(" or word in among(self.language, "clauses", "always")
        if always and not (i and line.tokens[i - 1].pos == "DET"):
            return True
        apart = last < i - 1 or last < 0 or line.low[i - 1] in COMMAS or line.low[i - 1] == "("
        if not apart or anchor[0] <= i < anchor[1]:
            return apart and token.form == "conv"
        if word in among(self.language, "clauses", "behind_comma"):
            return last >= 0 or token.pos != "CCONJ"
        return token.form in {"part", "conv"} and not is_one(token, among(self.language, "appearing"))
