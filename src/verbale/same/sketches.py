"""A text as a sketch: a few numbers by which its likeness to any other can be told.

What stands between quotation marks is left out: two reporters who heard the same speech did not copy each other. The
rest is cut into shingles of a few words; of each of many random orders of all shingles the sketch keeps the least one
(minhash), so that the share of equal places in two sketches estimates the share of shingles that their texts have in
common. Sentences that stand in several articles of one outlet are furniture of its pages or background told again and
again, and left out as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from verbale.model import Article, Role
from verbale.quotations import quotations
from verbale.text import Span

Sketch = NDArray[np.uint32]

SIZE = 64
"""Numbers of a sketch: likeness is told to within about six hundredths."""
SHINGLE = 4
"""Words of a shingle."""
LEAST = 30
"""A text with fewer shingles, quotations left out, is too short to be called a copy."""
PAGES = 3
"""A sentence in so many articles of an outlet, each with a title of its own, is furniture."""
_READ = frozenset({Role.TITLE, Role.DECK, Role.BODY})
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+(?=\s)|$)", re.MULTILINE)


Furniture = frozenset[tuple[str, int]]
"""Sentences, as numbers, with the outlet whose pages have them."""


def furniture(articles: Iterable[Article]) -> Furniture:
    """The sentences that stand on many pages of an outlet."""
    titles: dict[tuple[str, int], set[str | None]] = defaultdict(set)
    for article in articles:
        for span in _sentences(article) if article.outlet else ():
            known = titles[article.outlet or "", _number(span.of(article.text))]
            if len(known) < PAGES:
                known.add(article.title)
    return frozenset(sentence for sentence, found in titles.items() if len(found) >= PAGES)


def sketch(article: Article, common: Furniture = frozenset()) -> Sketch | None:
    """The sketch of what an article says in its own words; None where that is too little."""
    return of_words([word.lower() for text in unquoted(article, common) for word in _WORD.findall(text)])


def _lines(article: Article) -> list[Span]:
    """The lines that are read, each once; all lines where nothing is known of them."""
    told = [b.span for b in article.blocks if b.role in _READ and b.repeats is None]
    return told or [Span(*m.span()) for m in re.finditer(r".+", article.text)]


def _sentences(article: Article) -> Iterator[Span]:
    """Stretches that end with a full stop or a line; exact enough to know them again."""
    for line in _lines(article):
        for match in _SENTENCE.finditer(article.text, line.start, line.stop):
            yield Span(*match.span())


def unquoted(article: Article, common: Furniture = frozenset()) -> Iterator[str]:
    """The sentences that are read and no furniture, without what stands between quotation marks."""
    found, _ = quotations(article.text, _lines(article))
    outer = [q.outer for q in found if q.depth == 0]
    for span in _sentences(article):
        if common and (article.outlet or "", _number(span.of(article.text))) in common:
            continue
        at = span.start
        for quotation in (q for q in outer if q.meets(span)):
            yield article.text[at : max(at, quotation.start)]
            at = max(at, quotation.stop)
        yield article.text[at : span.stop]


def of_words(words: Iterable[str]) -> Sketch | None:
    """The sketch of a text whose words are given in order."""
    numbers = np.fromiter((_number(word) for word in words), np.uint64)
    if len(numbers) < SHINGLE + LEAST - 1:
        return None
    shingles = np.unique(_mixed(_rolled(numbers)))
    return _least(shingles) if len(shingles) >= LEAST else None


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    """A word as a number, the same on every machine."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _rolled(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """One number for each run of `SHINGLE` words; it depends on their order."""
    count = len(numbers) - SHINGLE + 1
    out = np.zeros(count, np.uint64)
    for n in range(SHINGLE):
        out = out * np.uint64(0x9E3779B97F4A7C15) + numbers[n : n + count]
    return out


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The numbers with every bit depending on all others (the finisher of splitmix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


_ORDERS = _mixed(np.arange(1, SIZE + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))
"""What makes each order of the shingles another."""


_TOGETHER = 30_000
"""So many numbers are mixed at once: fewer cost as much, since each step of numpy has its price, and more leave the cache."""


def _least(shingles: NDArray[np.uint64]) -> Sketch:
    parts = np.array_split(_ORDERS, -(-len(shingles) * SIZE // _TOGETHER))
    least = [(_mixed(shingles ^ part[:, None]) >> np.uint64(32)).min(axis=1) for part in parts if len(part)]
    return np.concatenate(least).astype(np.uint32)
