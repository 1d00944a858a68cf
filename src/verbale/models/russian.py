"""Russian grammar and names, from the models that the natasha package carries (news, CPU, numpy only)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import navec
import slovnet
from threadpoolctl import threadpool_limits

from verbale.model import Token
from verbale.models import Analysed, Document, Grammar, Named
from verbale.models.morphology import Reading, lemma, readings

# Longer runs than any sentence of prose: cut, so that a page without full stops cannot exhaust memory.
LIMIT = 200


@cache
def _models() -> tuple[Any, Any, Any]:
    """Morphology, syntax and names. The package is found, not imported: it would load pymorphy2, which needs setuptools."""
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        msg = "the package natasha, which carries the Russian models, is not installed"
        raise ModuleNotFoundError(msg)
    data = Path(spec.submodule_search_locations[0]) / "data"
    vectors = navec.Navec.load(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    kinds = (slovnet.Morph, slovnet.Syntax, slovnet.NER)
    models = tuple(
        k.load(data / "model" / f"slovnet_{n}_news_v1.tar") for k, n in zip(kinds, ("morph", "syntax", "ner"), strict=True)
    )
    for model in models:
        model.navec(vectors)
    return models


def analyse(documents: Sequence[Document]) -> list[Analysed]:
    """Grammar and names of all sentences, in one batch.

    The products of matrices are too small to share: with several threads for each, most of the time goes into waiting.
    """
    with threadpool_limits(limits=1, user_api="blas"):
        return _analysed(documents)


def _analysed(documents: Sequence[Document]) -> list[Analysed]:
    grammars = iter(_grammars([s.tokens for d in documents for s in d.sentences]))
    return [Analysed([next(grammars) for _ in d.sentences]) for d in documents]


def _grammars(sentences: Sequence[tuple[Token, ...]]) -> list[Grammar]:
    morph, syntax, ner = _models()
    cut = [s[:LIMIT] for s in sentences]
    words = [[t.text for t in s] for s in cut]
    forms = list(_mapped(morph, words))
    trees = list(_mapped(syntax, words))
    names = list(_names(ner, words))
    return [
        Grammar((*_tokens(s, form, tree), *whole[LIMIT:]), named)
        for s, whole, form, tree, named in zip(cut, sentences, forms, trees, names, strict=True)
    ]


def _mapped(model: Any, sentences: list[list[str]]) -> Iterator[Any]:
    """Runs a model over the sentences that hold words; others give None."""
    results = iter(model.map([s for s in sentences if s]))
    return (next(results) if s else None for s in sentences)


def _names(ner: Any, sentences: list[list[str]]) -> Iterator[tuple[Named, ...]]:
    """Names as token ranges. The model reads plain text, so the words are joined by spaces."""
    texts = [" ".join(s) for s in sentences]
    for words, found in zip(sentences, ner.map(texts), strict=True):
        starts = _starts(words)
        yield tuple(Named(_index(starts, s.start), _index(starts, s.stop - 1) + 1, s.type) for s in found.spans)


def _starts(words: list[str]) -> list[int]:
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    return starts


def _index(starts: list[int], at: int) -> int:
    return max(n for n, start in enumerate(starts) if start <= at)


_FORMS = {"Fin": "fin", "Inf": "inf", "Conv": "conv", "Part": "part"}


def _only_verb(word: str) -> Reading | None:
    """The reading of a word that the dictionary knows as a finite verb and as nothing else: the tagger errs on rare ones."""
    found = readings(word.lower(), "ru")
    return found[0] if all(r.known and r.pos == "VERB" and r.form == "fin" for r in found) and found else None


def _form(feats: dict[str, str]) -> str:
    """The form of a verb; `first` where it is the writer or the reader who acts."""
    if feats.get("Mood") == "Imp":
        return "imp"
    if feats.get("Person") in {"1", "2"}:
        return "first"
    return _FORMS.get(feats.get("VerbForm", ""), "")


def _tokens(tokens: tuple[Token, ...], form: Any, tree: Any) -> Iterator[Token]:
    if form is None:
        return
    for token, morph, node in zip(tokens, form.tokens, tree.tokens, strict=True):
        if (verb := _only_verb(token.text)) and morph.pos not in {"VERB", "AUX"}:
            yield replace(token, lemma=verb.lemma, pos="VERB", gender=verb.gender, number=verb.number, form=verb.form)
            continue
        feats = morph.feats
        case, gender, number = feats.get("Case", ""), feats.get("Gender", ""), feats.get("Number", "")
        yield replace(
            token,
            lemma=lemma(token.text, "ru", pos=morph.pos, gender=gender, case=case, number=number),
            pos=morph.pos,
            case=case,
            gender=gender,
            number=number,
            form=_form(feats),
            head=int(node.head_id) - 1,
            rel=node.rel,
        )
