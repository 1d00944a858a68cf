"""natasha's plain NER over the articles of a file, as its README has it: python names.py FILE ru"""

from __future__ import annotations

from clock import clocked
from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())


def names(text: str) -> int:
    doc = Doc(text)
    doc.segment(segmenter)
    doc.tag_ner(tagger)
    return len(doc.spans)


clocked(lambda texts: sum(map(names, texts)))
