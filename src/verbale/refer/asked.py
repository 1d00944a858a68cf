"""One source with all that may help to tell who is meant: what every decider is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from verbale.lang import load
from verbale.model import Article, Kind, Labels, Mention, Speaker, Statement
from verbale.refer.figures import Figure


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement whose source is to be resolved, with its article and the statements before it."""

    article: Article
    labels: tuple[Labels, ...]
    figures: tuple[Figure, ...]
    statement: Statement
    mention: Mention | None
    shared: Mention | None
    """The subject that a cue without a source goes on with."""
    before: tuple[Statement, ...]
    """The statements before this one in the text, with their speakers."""

    @property
    def at(self) -> int:
        """Where the source (or else the cue, or the content) stands."""
        part = self.statement.source or self.statement.cue or self.statement.content
        return part.spans[0].start

    @property
    def language(self) -> str:
        return self.article.language

    def words(self) -> str:
        """The source in small letters."""
        return self.mention.span.of(self.article.text).lower() if self.mention else ""

    def instead(self, mention: Mention) -> Asked:
        """The same question about another mention."""
        return replace(self, mention=mention)

    def told(self) -> Iterator[Statement]:
        """Statements that begin before this source and are not inside another, the last first."""
        return (s for s in reversed(self.before) if not s.inside and s.content.spans[0].start < self.at)

    def block(self) -> int:
        """Index of the block in which the source stands."""
        return max((n for n, b in enumerate(self.article.blocks) if b.span.start <= self.at), default=0)

    def persons(self) -> list[Figure]:
        return [f for f in self.figures if f.kind is Kind.PERSON]


def speaker_of(figure: Figure, score: float) -> Speaker:
    """A figure of the article as a speaker."""
    return Speaker(figure.name, figure.kind, figure.role, score, mention=figure.spans[0])


def is_office(asked: Asked) -> bool:
    """Whether the source is a definite office without a name: `the minister`, not `a diplomat` or `one of the reporters`."""
    mention = asked.mention
    if mention is None or mention.pronoun or mention.kind is not Kind.PERSON or not mention.role:
        return False
    small = load(asked.language).words["small"]
    return asked.words().split()[0] not in {*small.get("one", []), *small.get("indefinite", [])}


def fits(asked: Asked, name: str, gender: str) -> bool:
    """Whether nothing known of the named figure contradicts the gender."""
    figure = next((f for f in asked.figures if f.name == name), None)
    return figure is None or not figure.gender or not gender or figure.gender == gender


def again(speaker: Speaker, score: float) -> Speaker:
    """Somebody who spoke before, as the speaker of another statement."""
    return Speaker(speaker.name, speaker.kind, speaker.role, score, mention=speaker.mention)


def same_block(asked: Asked, last: Statement) -> bool:
    """Whether another statement ends in the paragraph in which this one begins."""
    block = next((b.span for b in asked.article.blocks if b.span.holds(asked.statement.content.spans[0])), None)
    return block is not None and block.meets(last.content.spans[-1])
