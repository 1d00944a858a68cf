"""What an article counts: the dead, the wounded, troops, money and shares, as claims of a source with their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from verbale import dates
from verbale.dates import day_of
from verbale.figures.numbers import Number, numbers
from verbale.lang import load
from verbale.model import Actor, Article, Figure, Kind, Labels, Part, Quantity, Role, Said, Statement, Token
from verbale.text import Span, cover

NEAR = 4
"""So many words stand at most between a number and what it counts."""
FAR = 8
"""So many between a word that names a count before it and its number (`casualties of the flood at 4,210`)."""
HEAD = 12
"""A date that begins within so many characters heads its sentence."""
CLAUSE = 60
"""A date further from a count than so many characters tells of something else."""
PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN"})
"""Words of a phrase that a preposition leads to."""
UNITS = {"votes": "votes"}
"""What is counted in something else than people."""
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₴": "UAH", "₽": "RUB", "¥": "CNY"}


class _Count(NamedTuple):
    """A number with what it counts."""

    measure: str
    unit: str
    number: Number
    span: Span


def figures(article: Article, labels: Sequence[Labels], statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """The counts and amounts that the article tells, in text order, each with its source, date and place.

    `hundreds` is no number, and a number that counts none of the measures of `figures.toml` is no figure. Parts told with a
    whole (`4,210, including 1,180 killed and 3,030 injured`) belong to it.
    """
    found: list[Figure] = []
    for sentence in labels:
        block = article.blocks[sentence.sentence.block]
        if block.repeats is None and block.role in {Role.TITLE, Role.DECK, Role.BODY}:
            found += _sentence(article, sentence, statements)
    return tuple(found)


def _sentence(article: Article, labels: Labels, statements: Sequence[Statement]) -> Iterator[Figure]:
    words, tokens = load(article.language).figures, labels.sentence.tokens
    if not any(_may_begin(token, words) for token in tokens):
        return
    written = list(numbers(article.text, tokens, words))
    counts = [c for number in written if not number.year and (c := _count(article, tokens, number, words))]
    if not counts:
        return
    dated = tuple(dates.find(labels.sentence.span.of(article.text), article.language, offset=labels.sentence.span.start))
    counts = [c for c in counts if not any(w.span.meets(c.number.span) for w in dated) and not _is_open(article, c)]
    for whole, parts in _wholes(article, counts, words):
        yield _figure(article, labels, statements, whole, parts, _as_of(article, labels, dated, whole, statements))


def _is_open(article: Article, count: _Count) -> bool:
    """Whether it is one end of a range (`8-10 percent`), a share of it is meant (`half of 1 percent`), or it is asked for."""
    before = article.text[max(0, count.span.start - 16) : count.number.span.start]
    behind = article.text[count.number.span.stop : count.number.span.stop + 4]
    if re.search(r"(?:half|third|quarter|fifth|tenth) of $|\d%? to \$?$|\d\s?%?\s?[-–—]\s?$", before):
        return True
    asked = article.text[count.span.stop : count.span.stop + 2].strip(' ”»"') == "?"
    return asked or re.match(r"\s?%?\s?[-–—]\s?\d", behind) is not None


def _may_begin(token: Token, words: Mapping[str, Any]) -> bool:
    return token.text[:1].isdigit() or token.text.lower() in words["numbers"]


# ---------------------------------------------------------------- what is counted


def _count(article: Article, tokens: Sequence[Token], number: Number, words: Mapping[str, Any]) -> _Count | None:
    return (
        _money(article, tokens, number, words)
        or _share(tokens, number, words)
        or _right_before(tokens, number, article.language)
        or _behind(tokens, number, article.language)
        or _before(tokens, number, article.language)
    )


def _money(article: Article, tokens: Sequence[Token], number: Number, words: Mapping[str, Any]) -> _Count | None:
    """`$1.5 billion`, `40 млн долларов`."""
    sign = article.text[number.span.start - 1 : number.span.start]
    if sign in SIGNS:
        return _Count("money", SIGNS[sign], number, Span(number.span.start - 1, number.span.stop))
    behind = range(number.stop, min(number.stop + 2, len(tokens)))
    for n in behind:
        currency = words["currencies"].get(tokens[n].text.lower())
        if currency:
            return _Count("money", currency, number, Span(number.span.start, tokens[n].span.stop))
        if tokens[n].pos != "ADJ":
            break
    return None


def _share(tokens: Sequence[Token], number: Number, words: Mapping[str, Any]) -> _Count | None:
    if number.stop < len(tokens) and tokens[number.stop].text.lower() in words["small"]["percent"]:
        return _Count("share", "%", number, Span(number.span.start, tokens[number.stop].span.stop))
    return None


def _right_before(tokens: Sequence[Token], number: Number, language: str) -> _Count | None:
    """`ранены двое военных`: the word right before counts first."""
    close = number.start > 0 and tokens[number.start - 1].text.lower() in _measures(language, "before")
    return _before(tokens, number, language) if close and language != "en" else None


def _behind(tokens: Sequence[Token], number: Number, language: str) -> _Count | None:
    """`40 people were killed`: only people and small words stand between."""
    between = _small(language, "people") | _small(language, "link")
    measures = _measures(language, "behind")
    for n in range(number.stop, min(number.stop + NEAR + 1, len(tokens))):
        low = tokens[n].text.lower()
        if low in measures and not tokens[n].text.istitle() and not _goes_on(tokens, n, measures, between):
            return _Count(
                measures[low], UNITS.get(measures[low], "people"), number, Span(number.span.start, tokens[n].span.stop)
            )
        if low not in between:
            return None
    return None


def _goes_on(tokens: Sequence[Token], at: int, measures: Mapping[str, str], between: frozenset[str]) -> bool:
    """Whether a word that can be counted is but the people of whom more is told (`five soldiers were killed`)."""
    if measures[tokens[at].text.lower()] != "troops":
        return False
    for n in range(at + 1, min(at + 4, len(tokens))):
        low = tokens[n].text.lower()
        if measures.get(low, "troops") != "troops":
            return True
        if low not in between:
            return False
    return False


def _before(tokens: Sequence[Token], number: Number, language: str) -> _Count | None:
    """`a death toll of 40`, `killing 40 people`, `погибли 40 человек`."""
    between = _small(language, "between") | _small(language, "people")
    measures = _measures(language, "before")
    for n in range(number.start - 1, max(-1, number.start - FAR), -1):
        low = tokens[n].text.lower()
        pair = f"{tokens[n - 1].text.lower()} {low}" if n else low
        measure = measures.get(pair) or measures.get(low)
        if measure:
            counted = _small(language, "people") | _measures(language, "behind").keys()
            people = number.stop < len(tokens) and tokens[number.stop].text.lower() in counted
            closed = number.stop >= len(tokens) or tokens[number.stop].pos in {"PUNCT", "CCONJ", "ADP"}
            if not (people or closed):
                return None
            first = tokens[n - 1 if n and pair in measures else n].span
            stop = tokens[number.stop].span.stop if people else number.span.stop
            return _Count(measure, "people", number, Span(first.start, stop))
        if low not in between and not _in_phrase(tokens, n, number.start):
            return None
    return None


def _in_phrase(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a word belongs to what a preposition leads to, and something else stands between that and the number.

    So `casualties [of the long flood] at 4,210`, unlike `casualties of flood 9`."""
    first, last = at, at
    while first > 0 and tokens[first].pos in PHRASE:
        first -= 1
    while last < stop and tokens[last].pos in PHRASE:
        last += 1
    return first < at and last < stop and tokens[first].pos == "ADP"


@cache
def _small(language: str, name: str) -> frozenset[str]:
    return frozenset(load(language).figures["small"][name])


@cache
def _measures(language: str, where: str) -> dict[str, str]:
    """Words for what is counted, with the measure."""
    return {word: name for name, listed in load(language).figures["measures"].items() for word in listed[where]}


# ---------------------------------------------------------------- parts


def _wholes(
    article: Article, counts: Sequence[_Count], words: Mapping[str, Any]
) -> Iterator[tuple[_Count, tuple[Quantity, ...]]]:
    """Each count that is no part of another, with its parts."""
    at = 0
    while at < len(counts):
        whole = counts[at]
        parts: list[_Count] = []
        while at + 1 < len(counts) and _is_part(article, (whole, counts[at + 1]), words, begun=bool(parts)):
            at += 1
            parts.append(counts[at])
        yield whole, tuple(Quantity(c.measure, c.number.value, c.span) for c in parts)
        at += 1


def _is_part(article: Article, pair: tuple[_Count, _Count], words: Mapping[str, Any], *, begun: bool) -> bool:
    """Whether a count is told as part of the one before: behind `including`, or joined to such a part by `and`."""
    whole, part = pair
    if part.number.value > whole.number.value or whole.unit != part.unit or part.unit != "people":
        return False
    between = article.text[whole.span.stop : part.span.start].lower()
    if not begun:
        return len(between) < 40 and any(word in between for word in words["small"]["including"])
    return len(between) < 150 and not any(stop in between for stop in (";", ". "))


# ---------------------------------------------------------------- source, date and place


def _figure(
    article: Article,
    labels: Labels,
    statements: Sequence[Statement],
    whole: _Count,
    parts: tuple[Quantity, ...],
    as_of: Said,
) -> Figure:
    inside = _inside(statements, whole.span)
    span = cover([whole.span, *(part.span for part in parts)])
    return Figure(
        whole.measure,
        whole.number.value,
        Part.of(article.text, span),
        whole.unit,
        parts,
        _source(inside),
        as_of if as_of.words or inside is None else replace(inside.said, words=None),
        _place(article, labels, whole.span),
        inside.id if inside else None,
        tuple(_why(article, whole, parts)),
    )


def _inside(statements: Sequence[Statement], span: Span) -> Statement | None:
    """The innermost statement that tells it."""
    around = [s for s in statements if any(c.holds(span) for c in s.content.spans)]
    return min(around, key=lambda s: s.content.size(), default=None)


def _source(statement: Statement | None) -> Actor | None:
    if statement is None or statement.speaker is None:
        return None
    place = statement.speaker.mention or (statement.source.spans[0] if statement.source else None)
    return Actor(place, statement.speaker.name, statement.speaker.kind) if place else None


def _as_of(
    article: Article, labels: Labels, dated: Sequence[dates.When], whole: _Count, statements: Sequence[Statement]
) -> Said:
    """The date nearest to the count, in its clause or at the head of the sentence; that of a saying counts as well."""
    day = day_of(article)
    bound = load(article.language).calendar["bound"]
    told = [w for w in dated if w.anchor == "article" and w.lead not in bound]
    when = min(told, key=lambda w: abs(w.span.start - whole.span.start), default=None)
    if when and _is_apart(article, labels, when.span, whole.span):
        return Said()
    days = dates.resolve(when, day) if when else None
    if when is None or days is None:
        return Said()
    inside = _inside(statements, whole.span)
    basis = "stated"
    words = Part.of(article.text, when.span)
    if inside and inside.said.words and any(s.meets(when.span) for s in inside.said.words.spans):
        return replace(inside.said, words=words)
    return Said(days.first.isoformat(), days.last.isoformat(), words, basis)


def _is_apart(article: Article, labels: Labels, when: Span, count: Span) -> bool:
    """Whether a date stands in another clause than the count, and not at the head of the sentence."""
    if when.start - labels.sentence.span.start < HEAD:
        return False
    first, last = sorted((when, count))
    between = article.text[first.stop : last.start]
    return len(between) > CLAUSE or re.search(r"[;:()]|, [^\W\d]", between) is not None


def _place(article: Article, labels: Labels, span: Span) -> str | None:
    """The place nearest to the count in the sentence, behind `in` or as the last word before it."""
    named = [m for m in labels.mentions if m.kind in {Kind.COUNTRY, Kind.PLACE} and m.name]
    led = [m for m in named if _is_led(article, m.span) and not _is_apart(article, labels, m.span, span)]
    near = min(led, key=lambda m: abs(m.span.start - span.start), default=None)
    return near.name if near else None


def _is_led(article: Article, span: Span) -> bool:
    words = article.text[max(0, span.start - 12) : span.start].lower().split()
    words = words[:-1] if words and words[-1] == "the" else words
    return bool(words) and words[-1] in _IN


_IN = frozenset({"in", "at", "near", "across", "в", "во", "у", "на", "по", "под"})


def _why(article: Article, whole: _Count, parts: Sequence[Quantity]) -> Iterator[str]:
    yield f"“{whole.span.of(article.text)}” counts {whole.measure}"
    if len(parts) > 1:
        total = sum(part.value for part in parts)
        same = "make" if total == whole.number.value else f"make {total:g}, not"
        yield f"its parts {same} {whole.number.value:g}"
