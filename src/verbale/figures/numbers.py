"""Numbers as they are written, in figures and in words: `4,210`, `4 210`, `1,5 млн`, `two hundred`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.model import Token
from verbale.text import Span

_YEAR = re.compile(r"(?:19|20)\d\d")
_WHOLE = re.compile(r"\d{1,3}(?:[,\u00a0\u202f  .]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence, as a range of tokens."""

    start: int
    stop: int
    value: float
    span: Span
    year: bool = False
    """It is written as a year is."""


def numbers(text: str, tokens: Sequence[Token], words: Mapping[str, Any]) -> Iterator[Number]:
    """All numbers among the tokens, from left to right; `words` are those of `figures.toml`."""
    at = 0
    while at < len(tokens):
        found = _number(text, tokens, at, words)
        if found:
            yield found
        at = found.stop if found else at + 1


def _number(text: str, tokens: Sequence[Token], at: int, words: Mapping[str, Any]) -> Number | None:
    start = tokens[at].span.start
    if text[start].isdigit():
        return _in_figures(text, tokens, at, words)
    return _in_words(tokens, at, words)


def _in_figures(text: str, tokens: Sequence[Token], at: int, words: Mapping[str, Any]) -> Number | None:
    """A number in figures, its groups and decimals included, with the word that multiplies it."""
    start = tokens[at].span.start
    if start and (text[start - 1].isalnum() or (text[start - 1] in "-/.,:" and text[start - 2 : start - 1].isdigit())):
        return None
    match = _WHOLE.match(text, start)
    if match is None or text[match.end() : match.end() + 1] in {"/", ":"}:
        return None
    stop = next((n for n in range(at, len(tokens)) if tokens[n].span.start >= match.end()), len(tokens))
    value = _value(match[0], words["small"]["decimal"])
    if value is None:
        return None
    scale, behind = _scale(tokens, stop, words)
    span = Span(start, tokens[behind - 1].span.stop if behind > stop else match.end())
    return Number(at, behind, value * scale, span, bool(_YEAR.fullmatch(match[0])) and behind == stop)


def _value(written: str, decimal: str) -> float | None:
    """`4,210` and `1.5` in English, `4 210`, `4.210` and `1,5` elsewhere."""
    group = "," if decimal == "." else "."
    if re.fullmatch(rf"\d{{1,3}}(?:[{group}\u00a0\u202f  ]\d{{3}})+", written) or written.count(decimal) > 1:
        return float(re.sub(r"\D", "", written))
    plain = written.replace(decimal, ".")
    return float(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None


def _scale(tokens: Sequence[Token], at: int, words: Mapping[str, Any]) -> tuple[int, int]:
    """What the word behind a number multiplies it by, and where it ends; its full stop belongs to it (`тыс.`)."""
    scale = words["scales"].get(tokens[at].text.lower().rstrip(".")) if at < len(tokens) else None
    if scale is None:
        return 1, at
    stop = at + 1
    if stop < len(tokens) and tokens[stop].text == "." and len(tokens[at].text) < 5 and stop + 1 < len(tokens):
        stop += 1
    return scale, stop


def _in_words(tokens: Sequence[Token], at: int, words: Mapping[str, Any]) -> Number | None:
    """A number in words: `two hundred`, `сорок две тысячи`."""
    total, current, stop, begun = 0.0, 0.0, at, False
    while stop < len(tokens):
        word = tokens[stop].text.lower()
        if word in words["numbers"] and (begun or word != "a" or _is_scale(tokens, stop + 1, words)):
            current += words["numbers"][word]
            begun = True
        elif begun and word in words["scales"] and len(word) > 2:
            scale = words["scales"][word]
            if scale == 100:
                current *= scale
            else:
                total, current = total + current * scale, 0.0
        elif not (
            begun and word in {"-", "and"} and stop + 1 < len(tokens) and tokens[stop + 1].text.lower() in words["numbers"]
        ):
            break
        stop += 1
    if not begun:
        return None
    return Number(at, stop, total + current, Span(tokens[at].span.start, tokens[stop - 1].span.stop))


def _is_scale(tokens: Sequence[Token], at: int, words: Mapping[str, Any]) -> bool:
    return at < len(tokens) and tokens[at].text.lower() in words["scales"]
