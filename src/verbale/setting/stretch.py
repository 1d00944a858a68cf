"""A stretch of speech as words: the questions on its clauses that conditions, and what hangs on them, are read by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from verbale.model import Token
from verbale.setting.frames import STOPS, words
from verbale.text import Span

MARKS = STOPS | {";", ":", "(", ")", "—", "–", "--"}
"""Marks at which a condition ends at the latest."""
OPENING, CLOSING = frozenset("«“„"), frozenset("»”")
STRAIGHT = frozenset({'"', "''", "``"})
"""Quotation marks that open as well as close."""


def data(language: str) -> Mapping[str, Any]:
    """The words of a language that make conditions."""
    return words(language)["conditions"]  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition that was read, as indices of the tokens of its stretch."""

    start: int
    behind: int
    """The first token behind the words that open it."""
    stop: int
    kind: str
    """The list of the word that opens it: `clause`, `phrase`, `negated`, `inverted` or `whole`."""
    even: bool = False
    """Behind `even`: what is said holds all the same."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words of one stretch of content."""

    language: str
    tokens: tuple[Token, ...]

    @property
    def data(self) -> Mapping[str, Any]:
        """The words of its language."""
        return data(self.language)

    def span(self, start: int, stop: int) -> Span:
        """The words of a range of tokens, as the article has them."""
        return Span(self.tokens[start].span.start, self.tokens[stop - 1].span.stop)

    def word(self, at: int) -> str:
        """A token in small letters."""
        return self.tokens[at].text.lower()

    def phrase(self, at: int, size: int) -> str:
        """So many tokens in small letters, one space apart."""
        return " ".join(self.word(i) for i in range(at, min(at + size, len(self.tokens))))

    def segment_start(self, at: int) -> int:
        """Where the words between two commas or stronger marks begin."""
        while at > 0 and self.tokens[at - 1].text not in {",", *MARKS}:
            at -= 1
        return at

    def segment_end(self, at: int) -> int:
        """Where the words between two commas or stronger marks end."""
        while at < len(self.tokens) and self.tokens[at].text not in {",", *MARKS}:
            at += 1
        return at

    def has_verb(self, start: int, stop: int, *, inf: bool = False) -> bool:
        """Whether a finite verb is among the tokens; with `inf` an infinitive will do where the language lets it."""
        forms = {"fin", "first", "imp"} | ({"inf"} if inf and self.language != "en" else set())
        found = ((t.pos in {"VERB", "AUX"} and t.form in forms) or self._is_predicate(t) for t in self.tokens[start:stop])
        return any(found) or any(self.is_plain(at) or self._is_contracted(at) for at in range(start, stop))

    def is_plain(self, at: int) -> bool:
        """`if they (soon) [open] the gate`: an English verb that looks like its infinitive right behind its subject."""
        if self.language != "en" or self.tokens[at].pos != "VERB" or self.tokens[at].form != "inf":
            return False
        before = at - 2 if at > 1 and self.tokens[at - 1].pos == "ADV" else at - 1
        return before >= 0 and (self.tokens[before].pos in {"NOUN", "PROPN"} or self.word(before) in self.data["heads"])

    def _is_contracted(self, at: int) -> bool:
        """A pronoun that holds its verb: `we're`, `it's`."""
        ends = self.word(at).endswith(tuple(self.data["contracted"]))
        return ends or (at > 0 and self.word(at) in {"'s", "’s"} and self.tokens[at - 1].pos == "PRON")

    def _is_predicate(self, token: Token) -> bool:
        """Words that stand for a verb where the language leaves it out."""
        short = token.pos == "ADJ" or token.form == "part"
        return token.text.lower() in self.data["predicates"] or (short and not token.case and self.language != "en")
