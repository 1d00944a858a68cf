"""What quotation marks alone would find: python eval/marks.py

Takes every quotation of four words or more for a statement by somebody unknown, and scores it as `gate.py` scores Verbale:
the floor under every tool that looks for marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from gold import sets
from scoring import Row, score

from verbale.model import Article, Role
from verbale.quotations import quotations
from verbale.scale import read_files

WORDS = 4


def main() -> None:
    for gold in sets():
        rows = [row for reading in read_files(gold.articles) for row in rows_of(reading.article)]
        print(f"{gold.name:10} found {score(gold.gold(), rows)[0].figures()['found']:.3f}")


def rows_of(article: Article) -> Iterator[Row]:
    """Its outermost quotations as rows of the exchange format."""
    blocks = [b.span for b in article.blocks if b.role in {Role.TITLE, Role.DECK, Role.BODY}]
    for quotation in quotations(article.text, blocks)[0]:
        if quotation.depth == 0 and len(quotation.inner.of(article.text).split()) >= WORDS:
            start, stop = quotation.inner
            content = {"text": quotation.inner.of(article.text), "spans": [[start, stop]]}
            yield {"article": {"path": article.path}, "content": content, "speaker": None, "kind": "direct"}


if __name__ == "__main__":
    main()
