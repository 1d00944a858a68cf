"""A sentence laid out for the question what happened: its words, its names, and which of them hang together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from verbale.events.words import Words, small
from verbale.lang import INFLECTED, titles
from verbale.model import Kind, Labels, Mention, Token
from verbale.models.morphology import readings
from verbale.text import Span

ACTORS = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY})
BREAKS = frozenset({".", ";", ":", "—", "–", "(", ")", "?", "!", "…", "..."})
BESIDE = 9
"""Where syntax is unknown, so many words lie between a noun and its verb at most, a relative clause not counted."""
STEPS = 5
"""So many words are followed upwards at most."""


@dataclass(frozen=True)
class Clause:
    """The words of a sentence that one voice tells: the article, or one who is quoted in it."""

    words: Words
    labels: Labels
    start: int
    """First of its tokens in the sentence."""
    stop: int
    headline: bool = False

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.labels.sentence.tokens

    def low(self, at: int) -> str:
        return self.tokens[at].text.lower() if self.start <= at < self.stop else ""

    def lemma(self, at: int) -> str:
        return self.words.lemma(self.tokens[at]) if self.start <= at < self.stop else ""

    def holds(self, at: int) -> bool:
        return self.start <= at < self.stop

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """What hangs on each word, in order."""
        out: dict[int, list[int]] = {}
        for n in range(self.start, self.stop):
            out.setdefault(self.tokens[n].head, []).append(n)
        return out

    def above(self, at: int) -> Iterator[tuple[int, str]]:
        """The words it hangs on, each with the relation that leads there, up to the end of the clause."""
        seen = {at}
        for _ in range(STEPS):
            head, relation = self._head(at)
            if head in seen or not 0 <= head < len(self.tokens):
                return
            yield head, relation
            seen.add(head)
            at = head

    def _head(self, at: int) -> tuple[int, str]:
        """What a word hangs on; where syntax is unknown, a noun on the verb beside it, an infinitive on the word before."""
        token = self.tokens[at]
        if token.rel or token.head >= 0 or token.pos not in {"NOUN", "VERB"}:
            return token.head, token.rel
        before = self._verb_beside(at, -1)
        if token.pos == "VERB":
            return (before, "xcomp") if token.form == "inf" else (-1, "")
        if before >= 0:
            return before, "obj"
        return (self._verb_beside(at, 1), "nsubj") if token.case in {"Nom", ""} else (-1, "")

    def _verb_beside(self, at: int, step: int) -> int:
        """The nearest verb on one side, no preposition or mark between; -1 where there is none."""
        n, counted = at + step, 0
        while self.holds(n) and counted < BESIDE:
            if self.tokens[n].pos in {"VERB", "AUX"} or self.words.status.get(self.lemma(n)):
                return n
            behind = self._behind_relative(n) if step > 0 else n
            if behind == n and (self.tokens[n].pos in {"PUNCT", "SCONJ"} or (step < 0 and self.tokens[n].pos == "ADP")):
                return -1
            n, counted = (n + step if behind == n else behind), counted + 1
        return -1

    def _behind_relative(self, at: int) -> int:
        """The word behind a relative clause that begins with the comma at a place; the place itself where none begins."""
        if self.low(at) != ",":
            return at
        begins = at + 2 if self.holds(at + 1) and self.tokens[at + 1].pos == "ADP" else at + 1
        if not self.holds(begins) or not self.words.is_in(self.tokens[begins], "relative"):
            return at
        return next((n + 1 for n in range(begins, self.stop) if self.low(n) == ","), at)

    @cached_property
    def names(self) -> tuple[tuple[int, int, Mention], ...]:
        """Those who can act, as ranges of tokens, none within another."""
        able = (m for m in self.labels.mentions if m.kind in ACTORS and (m.pronoun or (m.name and self._is_proper(m))))
        found = [name for m in able for name in self._each(*self._range(m.span), m)]
        within = [f for f in found if f[0] < f[1] and self.start <= f[0] and f[1] <= self.stop]
        return tuple(sorted(_apart(within), key=lambda f: f[0]))

    def _is_proper(self, mention: Mention) -> bool:
        """Whether a body or a country is named by a name or by a noun for such, not by any word with a capital (`Millions`)."""
        tokens = [self.tokens[n] for n in range(*self._range(mention.span))]
        everyday = tokens[:1] if self._begins(tokens) else []
        named = [t for t in tokens if not _is_everyday(t, self.words.language, plural=t in everyday)]
        if mention.kind is Kind.ORGANISATION:
            bodies = titles(self.words.language, "bodies")
            return any(t.pos == "PROPN" or t.text.isupper() for t in named) or any(t.lemma in bodies for t in tokens)
        return mention.kind is not Kind.COUNTRY or bool(named)

    def _begins(self, tokens: Sequence[Token]) -> bool:
        """Whether the sentence begins with these words, so that a capital tells nothing of the first."""
        return all(t.pos == "PUNCT" for t in self.tokens if tokens and t.span.start < tokens[0].span.start)

    def _each(self, start: int, stop: int, mention: Mention) -> Iterator[tuple[int, int, Mention]]:
        """The name, or where it names several persons at once (`президенты Лунд и Рейес`), each of them."""
        joins = small(self.words.language, "and_only")
        words = mention.name.split()
        at = next((n for n in range(len(words) - 1, 0, -1) if words[n].lower() in joins), 0)
        size = len(words) - at
        if mention.kind is not Kind.PERSON or not at or stop - start < size + 1 or self.low(stop - size) not in joins:
            yield start, stop, mention
            return
        last, rest = Span(self.tokens[stop - size + 1].span.start, mention.span.stop), self.tokens[stop - size - 1].span.stop
        yield stop - size + 1, stop, replace(mention, span=last, name=" ".join(words[at + 1 :]))
        first = replace(mention, span=Span(mention.span.start, rest), name=" ".join(words[:at]))
        yield from self._each(start, stop - size, first)

    def _range(self, span: Span) -> tuple[int, int]:
        inside = [n for n, t in enumerate(self.tokens) if span.start <= t.span.start < span.stop]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def name_at(self, at: int) -> tuple[int, int, Mention] | None:
        """The name that covers a word."""
        return next((n for n in self.names if n[0] <= at < n[1]), None)


def _is_everyday(token: Token, language: str, *, plural: bool) -> bool:
    """Whether a word in capitals, or with `plural` a noun in the plural, is nothing but an everyday word to the dictionary."""
    if language not in INFLECTED or not (token.text.isupper() or plural) or token.lemma in titles(language, "countries"):
        return False
    every = readings(token.text.lower(), language)
    return all(one.known and not one.name and (not plural or one.number == "Plur") for one in every)


def _apart(found: Sequence[tuple[int, int, Mention]]) -> Iterator[tuple[int, int, Mention]]:
    """Of names that overlap a person's, else the body's that begins first and is shortest; a name before a pronoun."""
    taken: set[int] = set()
    for one in sorted(found, key=_rank):
        if taken.isdisjoint(range(one[0], one[1])):
            taken.update(range(one[0], one[1]))
            yield one


def _rank(found: tuple[int, int, Mention]) -> tuple[bool, bool, bool, int, int]:
    start, stop, mention = found
    return (
        mention.pronoun,
        mention.kind is not Kind.PERSON,
        mention.kind is Kind.COUNTRY,
        start,
        -stop if mention.kind is Kind.PERSON else stop,
    )
