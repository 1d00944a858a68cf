"""English grammar, names and attributions, from the tagger that ships with Verbale."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from verbale.lang import load
from verbale.model import Sentence, Token
from verbale.models import Analysed, Document, Grammar, Named
from verbale.models.inflection import lemma
from verbale.models.pieces import Pieces, pieces
from verbale.models.tagger import Tagged, tagger
from verbale.text import Span, cover

# Penn Treebank tags as parts of speech of Universal Dependencies, with number or form of the verb.
_POS = {
    "NN": ("NOUN", "Sing", ""),
    "NNS": ("NOUN", "Plur", ""),
    "NNP": ("PROPN", "Sing", ""),
    "NNPS": ("PROPN", "Plur", ""),
    "JJ": ("ADJ", "", ""),
    "JJR": ("ADJ", "", ""),
    "JJS": ("ADJ", "", ""),
    "RB": ("ADV", "", ""),
    "RBR": ("ADV", "", ""),
    "RBS": ("ADV", "", ""),
    "WRB": ("ADV", "", ""),
    "RP": ("ADV", "", ""),
    "VB": ("VERB", "", "inf"),
    "VBD": ("VERB", "", "fin"),
    "VBZ": ("VERB", "", "fin"),
    "VBP": ("VERB", "", "fin"),
    "VBG": ("VERB", "", "conv"),
    "VBN": ("VERB", "", "part"),
    "MD": ("AUX", "", "fin"),
    "DT": ("DET", "", ""),
    "PDT": ("DET", "", ""),
    "WDT": ("PRON", "", ""),
    "WP": ("PRON", "", ""),
    "WP$": ("DET", "", ""),
    "PRP": ("PRON", "", ""),
    "PRP$": ("DET", "", ""),
    "EX": ("PRON", "", ""),
    "CD": ("NUM", "", ""),
    "IN": ("ADP", "", ""),
    "TO": ("PART", "", ""),
    "CC": ("CCONJ", "", ""),
    "POS": ("PART", "", ""),
    "UH": ("INTJ", "", ""),
    "FW": ("X", "", ""),
}
_NAMES = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC"}


def analyse(documents: Sequence[Document]) -> list[Analysed]:
    """Grammar, names and attributions of articles, one after the other; the network sees whole paragraphs."""
    return [_analyse(d) for d in documents]


def _analyse(document: Document) -> Analysed:
    seen = pieces(document.text, _paragraphs(document.sentences))
    tagged = tagger().tag(seen)
    return Analysed([_grammar(s, seen, tagged) for s in document.sentences], tuple(tagged.attributions))


def _paragraphs(sentences: Sequence[Sentence]) -> list[Span]:
    """The stretches of text that the sentences of each block take up."""
    return [cover(s.span for s in group) for _, group in groupby(sentences, key=lambda s: s.block)]


def _grammar(sentence: Sentence, seen: Pieces, tagged: Tagged) -> Grammar:
    places = [bisect_left(seen.spans, t.span.start, key=lambda s: s.start) for t in sentence.tokens]
    owner = {p: n for n, p in enumerate(places)}
    tokens = tuple(_token(t, p, n, owner, seen, tagged) for n, (t, p) in enumerate(zip(sentence.tokens, places, strict=True)))
    return Grammar(tokens, tuple(_named(tokens, places, tagged)))


def _token(token: Token, place: int, n: int, owner: dict[int, int], seen: Pieces, tagged: Tagged) -> Token:
    if place >= len(tagged.pos) or seen.spans[place].start != token.span.start:
        return replace(token, lemma=token.text.lower(), pos="X")
    pos, number, form = _POS.get(tagged.pos[place], ("PUNCT", "", ""))
    head = owner.get(tagged.heads[place], -1)
    word = token.text.lower()
    return Token(
        token.span,
        token.text,
        lemma(word, pos),
        pos,
        number=number,
        form=form,
        head=-1 if head == n else head,
        rel=tagged.relations[place],
    )


def _named(tokens: Sequence[Token], places: Sequence[int], tagged: Tagged) -> Iterator[Named]:
    """Runs of words that the network gives one kind of name."""
    kinds = [tagged.names[p] if p < len(tagged.names) else "O" for p in places]
    for n in (n for n in range(1, len(kinds) - 1) if _is_initial(tokens, n)):
        kinds[n] = kinds[n - 1] if kinds[n - 1] == kinds[n + 1] else kinds[n]
    at = 0
    for kind, run in groupby(kinds):
        size = len(list(run))
        if kind in _NAMES and _NAMES[kind] != "MISC" and any(t.text[:1].isupper() for t in tokens[at : at + size]):
            country = " ".join(t.text.lower() for t in tokens[at : at + size]) in load("en").titles["countries"]["words"]
            yield Named(at, at + size, "LOC" if country else _NAMES[kind])
        at += size


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is the full stop of a short first name: `Ana R[.] Lund`."""
    return tokens[at].text == "." and tokens[at - 1].text.isupper() and tokens[at - 1].span.size() == 1
