"""textacy's direct quotations over the articles of a file: python textacy_on_spacy.py FILE en

The pipeline has the layers, widths and labels that en_core_web_sm tells of in its config, with weights by chance: it takes the
time of the real one, and what it finds means nothing. The lemmatizer is left out, for it needs tables; that is a little in
its favour.
"""

from __future__ import annotations

import random
import warnings
from typing import Any

import spacy
from clock import clocked
from spacy.training import Example
from textacy.extract import direct_quotations

WIDTH = 96
LAYERS = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": WIDTH,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
        "rows": [5000, 1000, 2500, 2500, 50, 50],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": WIDTH,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
HEARS = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
TAGS = """$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR
    RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``""".split()
DEPS = """ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep
    det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep prt
    punct quantmod relcl xcomp""".split()
NAMES = """CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME
    WORK_OF_ART""".split()
WORDS = "the talks will go on and she said nothing of it , he added .".split()


def transitions(kind: str, below: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": below,
    }


def pipeline() -> spacy.Language:
    """Tagger and parser over layers in common, and names over layers of their own, as in en_core_web_sm."""
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": LAYERS})
    tagger = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": HEARS}})
    parser = nlp.add_pipe("parser", config={"model": transitions("parser", HEARS)})
    nlp.add_pipe("attribute_ruler")
    names = nlp.add_pipe("ner", config={"model": transitions("ner", LAYERS)})
    for pipe, labels in ((tagger, TAGS), (parser, DEPS), (names, NAMES)):
        for label in labels:
            pipe.add_label(label)  # type: ignore[attr-defined]
    chance = random.Random(0)
    nlp.initialize(lambda: [example(nlp, chance) for _ in range(50)])
    return nlp


def example(nlp: spacy.Language, chance: random.Random) -> Example:
    words = [chance.choice(WORDS) for _ in range(30)]
    told = {
        "words": words,
        "tags": [chance.choice(TAGS) for _ in words],
        "heads": [max(0, n - 1) for n in range(len(words))],
        "deps": ["ROOT", *(chance.choice(DEPS[1:]) for _ in words[1:])],
        "entities": [f"U-{NAMES[0]}", *["O"] * (len(words) - 1)],
    }
    return Example.from_dict(spacy.tokens.Doc(nlp.vocab, words=words), told)


def quotations(doc: spacy.tokens.Doc) -> int:
    try:
        return sum(1 for _ in direct_quotations(doc))
    except ValueError:  # an odd number of marks loses the article
        return 0


warnings.simplefilter("ignore")
NLP = pipeline()
clocked(lambda texts: sum(map(quotations, NLP.pipe(texts))))
