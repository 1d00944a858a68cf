"""Whom a source may mean besides the one that was decided on, or instead of nobody: with a probability each."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.model import Candidate, Kind, Speaker
from verbale.refer.asked import Asked, is_office
from verbale.refer.figures import Figure
from verbale.refer.offices import office_fit

MOST = 3
"""No more are kept: those behind are named far away."""
OPEN = 0.3
"""What is left for somebody whom the article does not name, where no step could tell who it is."""
SPOKE = 2.0
"""Who spoke last counts as much as this many that were only named as near."""


def candidates(asked: Asked, speaker: Speaker | None) -> tuple[Candidate, ...]:
    """The likeliest first, the speaker decided on before all others; empty where the source names somebody outright.

    The speaker has the score of his decider. What is left is shared out by how near the others were named, whether they
    spoke last and how well an office fits them; where nobody was decided on, a part is left for somebody unnamed.
    """
    weights = dict(_weights(asked))
    if speaker:
        weights.pop(speaker.name, None)
    if not weights:
        return ()
    rest = 1 - (speaker.score if speaker else OPEN)
    ordered = sorted(weights.items(), key=lambda item: -item[1])[:MOST]
    total = sum(weight for _, weight in ordered)
    others = tuple(Candidate(name, round(rest * weight / total, 2)) for name, weight in ordered)
    return (Candidate(speaker.name, speaker.score), *others) if speaker else others


def _weights(asked: Asked) -> Iterator[tuple[str, float]]:
    """Persons that fit an office or a pronoun, with what speaks for them."""
    mention = asked.mention
    if (
        mention is None
        or mention.number == "Plur"
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
