"""Articles that have come a part of the way: made, split, labelled, without the stages that a test is not about."""

from __future__ import annotations

from functools import cache

from verbale.clean import clean
from verbale.find import find
from verbale.find.drafts import Draft
from verbale.find.heads import heads
from verbale.find.within import within
from verbale.label import label
from verbale.model import Article, Block, Cue, Given, Labels, Mention, Role, Source, Statement
from verbale.refer import refer
from verbale.setting import setting
from verbale.split import split
from verbale.text import Span


def article(*lines: str, language: str = "en", roles: tuple[Role, ...] = ()) -> Article:
    """An article whose lines have the given roles; those left over are its body."""
    blocks, at = [], 0
    for n, line in enumerate(lines):
        blocks.append(Block(Span(at, at + len(line)), roles[n] if n < len(roles) else Role.BODY))
        at += len(line) + 1
    return Article("a_0", "\n".join(lines), language, blocks=tuple(blocks))


@cache
def labelled(made: Article) -> tuple[Labels, ...]:
    """The labels of its sentences."""
    return label([(made.text, split(made))], made.language)[0]


def drafts(made: Article) -> list[Draft]:
    """What the rules find within its sentences, before a tagger or a neighbouring sentence is asked."""
    found = enumerate(labelled(made))
    return [draft for n, sentence in found for draft in heads(made, sentence, n) or within(made, sentence, n)]


def cleaned(text: str, language: str | None = "en", **given: str | None) -> Article:
    """The article of a text as `clean` makes it."""
    return clean(Source(text, given=Given(language=language, **given)))[0]


def statements(text: str, language: str, **given: str | None) -> tuple[Statement, ...]:
    """The statements of a text with their speakers."""
    made = cleaned(text, language, **given)
    return refer(made, labelled(made), find(made, labelled(made)))


def settled(text: str, language: str, **given: str | None) -> tuple[Statement, ...]:
    """The statements of a text with their speakers and settings."""
    made = cleaned(text, language, **given)
    return setting(made, labelled(made), refer(made, labelled(made), find(made, labelled(made))))


def cues(sentence: str, language: str) -> tuple[Cue, ...]:
    """The cues of a text of one sentence."""
    (only,) = labelled(article(sentence, language=language))
    return only.cues


def mentions(sentence: str, language: str) -> dict[str, Mention]:
    """The mentions of a text of one sentence by their words."""
    (only,) = labelled(article(sentence, language=language))
    return {m.span.of(sentence): m for m in only.mentions}
