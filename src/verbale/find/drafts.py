"""What a form has found, before it becomes a statement, and where it stands among sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.model import Cue, Labels, Mention
from verbale.text import Span, cover


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in the making."""

    rule: str
    sentence: int
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Mention | None = None
    shared: bool = False
    """Without a source of its own, but joined to a verb that has a subject."""
    form: str = ""
    """Form of the cue (`fin`, `conv`, `passive`, …)."""
    direct: bool = False
    implicit: bool = False
    unquoted: bool = False
    relays: tuple[str, ...] = ()
    addressee: Span | None = None
    score: float = 0.5

    @property
    def span(self) -> Span:
        """All the words of the draft, from first to last."""
        return cover([*self.content, *([self.cue] if self.cue else []), *([self.source.span] if self.source else [])])

    def holds(self, other: Draft) -> bool:
        """Whether the other's words all lie within this one's content."""
        return other is not self and any(c.holds(other.span) for c in self.content)


def words_of(labels: Labels, cue: Cue) -> Span:
    """The words of a cue in the text."""
    tokens = labels.sentence.tokens
    return Span(tokens[cue.start - cue.denies].span.start, tokens[cue.stop - 1].span.stop)


def same_block(labels: Sequence[Labels], n: int) -> bool:
    """Whether a sentence stands in the same block as the one before it."""
    return labels[n].sentence.block == labels[n - 1].sentence.block


def only_quotation(labels: Labels) -> Span | None:
    """The inner span of the quotation that fills the sentence."""
    for quotation in labels.quotations:
        rest = Span(labels.sentence.span.start, labels.sentence.span.stop)
        if quotation.depth == 0 and quotation.outer.start <= rest.start and quotation.outer.stop >= rest.stop - 2:
            return quotation.inner
    return None
