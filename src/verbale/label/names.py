"""Names that an article repeats: known once, known throughout."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.models import Grammar, Named
from verbale.names import same_word


def repeat(grammars: Sequence[Grammar]) -> list[Grammar]:
    """The grammars of an article's sentences, with persons' surnames found where the models missed them."""
    surnames = {g.tokens[n.stop - 1].text for g in grammars for n in g.names if n.type == "PER"}
    surnames = {s for s in surnames if len(s) > 2 and s[:1].isupper()}
    return [Grammar(g.tokens, tuple(sorted([*g.names, *_missed(g, surnames)]))) for g in grammars]


def _missed(grammar: Grammar, surnames: set[str]) -> list[Named]:
    covered = {n for name in grammar.names for n in range(name.start, name.stop)}
    return [
        Named(n, n + 1, "PER")
        for n, token in enumerate(grammar.tokens)
        if n not in covered and token.text[:1].isupper() and any(same_word(token.text, s) for s in surnames)
    ]
