"""What Verbale knows of grammar and names: trained models and dictionaries, each loaded once a process, on first use."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from verbale import plugins
from verbale.model import Attribution, Sentence, Token


class Named(NamedTuple):
    """A name found in a sentence: a range of tokens and `PER`, `ORG` or `LOC`."""

    start: int
    stop: int
    type: str


class Grammar(NamedTuple):
    """Tokens with their grammar, and the names among them."""

    tokens: tuple[Token, ...]
    names: tuple[Named, ...]


class Document(NamedTuple):
    """The text of an article and its sentences, as analysers take it."""

    text: str
    sentences: Sequence[Sentence]


class Analysed(NamedTuple):
    """What models say of an article: grammar of each sentence, and attributions where a tagger proposes them."""

    grammars: list[Grammar]
    attributions: tuple[Attribution, ...] = ()


class Analyser(Protocol):
    """What a language's models do. Pure: the answer for an article does not depend on the others in the batch."""

    def __call__(self, documents: Sequence[Document], /) -> list[Analysed]: ...


def analyser(language: str) -> Analyser:
    """The analyser of a language; KeyError where there is none. Its models are imported and loaded on first use."""
    added = plugins.languages()
    if language in added:
        return added[language][1]
    return cast("Analyser", import_module(f"verbale.models.{_ANALYSERS[language]}").analyse)


_ANALYSERS = {"en": "english", "ru": "russian", "uk": "ukrainian"}
