"""Whom a source may mean besides the one that was decided on, or instead of nobody: with a probability each."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.model import Candidate, Kind, Speaker
from verbale.refer.asked import Asked, is_office
from verbale.refer.certainty import among
from verbale.refer.figures import Figure
from verbale.refer.offices import office_fit

MOST = 3
"""No more are kept: those behind are named far away."""
OPEN = 0.3
"""What is left for somebody whom the article does not name, where no step could tell who it is."""
SPOKE = 2.0
"""Who spoke last counts as much as this many that were only named as near."""
Weights = tuple[tuple[str, float], ...]


def candidates(speaker: Speaker | None, rivals: Weights) -> tuple[Candidate, ...]:
    """The likeliest first, the speaker decided on before all others; empty where nobody else comes into question.

    The speaker is as likely as `certainty` tells. Of what is left the others share as much as falls to such as they are
    where the speaker is wrong, by their weights; the rest is for somebody whom nobody thought of.
    """
    if not rivals:
        return ()
    rest = (1 - speaker.score) * among() if speaker else 1 - OPEN
    total = sum(weight for _, weight in rivals)
    shared = tuple(Candidate(name, round(rest * weight / total, 2)) for name, weight in rivals)
    return (Candidate(speaker.name, speaker.score), *shared) if speaker else shared


def others(asked: Asked, speaker: Speaker | None) -> Weights:
    """Whom else the source may mean, with how near they were named, whether they spoke last and how well an office fits."""
    weights = dict(_weights(asked))
    if speaker:
        weights.pop(speaker.name, None)
    return tuple(sorted(weights.items(), key=lambda item: -item[1])[:MOST])


def _weights(asked: Asked) -> Iterator[tuple[str, float]]:
    """Persons that fit an office or a pronoun, with what speaks for them."""
    mention = asked.mention
    if (
        mention is None
        or mention.number == "Plur"
        or mention.gender == "Neut"  # `it` is no person
        or mention.kind is not Kind.PERSON
        or not (mention.pronoun or is_office(asked))
    ):
        return
    last = next((s.speaker.name for s in asked.told() if s.speaker and s.speaker.kind is Kind.PERSON), None)
    able = [f for f in asked.persons() if _is_able(asked, f)]
    for rank, figure in enumerate(sorted(able, key=lambda f: -f.named_before(asked.at)), 1):
        fit = 1.0 if mention.pronoun else office_fit(asked, figure, mention.role)
        if fit > 0:
            yield figure.name, fit / rank * (SPOKE if figure.name == last else 1)


def _is_able(asked: Asked, figure: Figure) -> bool:
    """Whether somebody named before fits the gender. A lone word of no gender may be a place that was taken for a person."""
    gender = asked.mention.gender if asked.mention else ""
    person = bool(figure.gender) or len(figure.name.split()) > 1
    return person and figure.named_before(asked.at) >= 0 and (not gender or figure.gender in {gender, ""})
