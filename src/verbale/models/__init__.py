"""What Verbale knows of grammar and names: trained models and dictionaries, each loaded once a process, on first use."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from verbale.model import Token


class Named(NamedTuple):
    """A name found in a sentence: a range of tokens and `PER`, `ORG` or `LOC`."""

    start: int
    stop: int
    type: str


class Grammar(NamedTuple):
    """Tokens with their grammar, and the names among them."""

    tokens: tuple[Token, ...]
    names: tuple[Named, ...]


class Analyser(Protocol):
    """What a language's models do: many sentences in, each with grammar out. Pure: same sentences, same answer."""

    def __call__(self, sentences: Sequence[tuple[Token, ...]], /) -> list[Grammar]: ...


def analyser(language: str) -> Analyser:
    """The analyser of a language; KeyError where there is none. Its models are imported and loaded on first use."""
    return cast("Analyser", import_module(f"verbale.models.{_ANALYSERS[language]}").analyse)


_ANALYSERS = {"en": "english", "ru": "russian", "uk": "ukrainian"}
