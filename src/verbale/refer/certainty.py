"""How likely the speaker that a decider told is the right one.

Each decider has log-odds of its own, and each sign that is seen beside it adds to them or takes away. The numbers stand in
`certainty.toml`; `eval/certainty.py` fits them to what was read by hand and tells how well they hold.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from math import exp
from types import MappingProxyType
from typing import Any

from verbale.lang import load, titles
from verbale.media import is_medium
from verbale.model import Kind, Mention, Speaker
from verbale.names import letters
from verbale.refer.asked import Asked
from verbale.refer.figures import offices

GOING_ON = frozenset({"pronoun", "joined", "carried", "last_speaker", "impersonal"})
"""Deciders that take over a speaker of before."""

ALONE = 2
"""A noun with more words tells which paper it is."""


def certainty(asked: Asked, speaker: Speaker, decider: str, rivals: int) -> float:
    """The probability, 0 to 1, that `speaker` is the right one; `rivals` are others who come into question.

    Who is only said to go on speaking is no surer than he was before.
    """
    told = numbers()
    odds = told["decider"].get(decider, told["all"]) + sum(
        told["sign"].get(s, 0.0) for s in signs(asked, speaker, decider, rivals)
    )
    own = 1 / (1 + exp(-odds))
    return round(min(own, _before(asked, speaker) if decider in GOING_ON else 1.0), 2)


def least() -> float:
    """The probability below which nobody is named."""
    return float(numbers()["least"])


def among() -> float:
    """How often, where the speaker told is wrong, one of the rivals is the right one."""
    return float(numbers()["among"])


@cache
def numbers() -> Mapping[str, Any]:
    """What `certainty.toml` holds."""
    return MappingProxyType(tomllib.loads(files(__package__).joinpath("certainty.toml").read_text("utf-8")))


def signs(asked: Asked, speaker: Speaker, decider: str, rivals: int) -> Iterator[str]:
    """The names of all that makes the answer of a decider surer or less sure."""
    if rivals:
        yield "rival"
    if rivals > 1:
        yield "rivals"
    if asked.statement.headline and decider == "described" and not _is_itself(asked, speaker):
        yield "headline"
    if decider == "body" and speaker.name.islower():
        yield "common"
    if decider == "named" and asked.mention and asked.mention.number == "Plur" and speaker.name in asked.mention.name.split():
        yield "several"
    if decider == "described":
        yield from _description(asked, speaker)


def _is_itself(asked: Asked, speaker: Speaker) -> bool:
    """Whether nobody else is meant: a paper, or a medium, which writes and has no spokesman."""
    medium = (
        asked.mention is not None
        and speaker.kind is Kind.ORGANISATION
        and is_medium(replace(asked.mention, name=speaker.name), asked.article)
    )
    return speaker.kind is Kind.DOCUMENT or medium


def _description(asked: Asked, speaker: Speaker) -> Iterator[str]:
    """What a description tells: a paper or one person whom the article will name elsewhere."""
    mention = asked.mention
    if mention is None or mention.number == "Plur":
        return
    if speaker.kind is Kind.DOCUMENT and _is_alone(asked, speaker):
        yield "paper"
    if mention.kind is Kind.PERSON and not _is_vague(asked, mention.role):
        yield "tied" if _is_tied(asked, mention) else "calling"


def _is_alone(asked: Asked, speaker: Speaker) -> bool:
    """Whether a paper is told by nothing but its noun and adjectives: `the decree`, `совместное заявление`."""
    words = {letters(w) for w in speaker.name.split()}
    papers, own = titles(asked.language, "documents"), _own(asked.language)
    return len(words) <= ALONE and bool(words & papers) and not words & own and letters(speaker.name.split()[-1]) in papers


@cache
def _own(language: str) -> frozenset[str]:
    """Papers that speak for themselves."""
    papers = load(language).titles["documents"]
    return frozenset((*papers["own"], *papers.get("unsigned", ())))


def _is_tied(asked: Asked, mention: Mention) -> bool:
    """Whether somebody is told by his tie to one whom the article names: `his ex-wife`, `преемник Ивана Реса`."""
    whose = asked.words().split()[0] in load(asked.language).words.get("possessives", {})
    return whose or any(mention.span.holds(span) for figure in asked.persons() for span in figure.spans)


def _is_vague(asked: Asked, role: str) -> bool:
    """Whether the words are such as articles use for those whom they do not name, or an office that others may name."""
    words = {letters(w) for w in role.split()}
    grouped = any(len(group) > 2 and group not in words for group in offices(role, asked.language))
    return bool(words & titles(asked.language, "unnamed")) or grouped


def _before(asked: Asked, speaker: Speaker) -> float:
    """How sure it was that the same one spoke before."""
    return next((s.speaker.score for s in asked.told() if s.speaker and s.speaker.name == speaker.name), 1.0)
