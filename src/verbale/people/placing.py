"""Short names find their bearers: `Hartov`, `D. Hartov`, or a full name that two persons share, each figure by itself.

Every figure is weighed against all who bear the name: how often each is named about that time, in whose company, in which
office. One must clearly outweigh the others and the chance that it is somebody new; else the figure stays apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import exp, log, log2

from verbale.people.bearers import Bearer, Bearers
from verbale.people.company import Company
from verbale.people.figures import SURE, gender
from verbale.people.links import Around, around
from verbale.people.naming import Naming
from verbale.people.offices import office

SURELY = 0.9
"""One bearer must be so likely before a short name is taken for his."""
WINDOW, YEARS = 3, 60
"""Months around an article in which a bearer counts in full, and by a tenth."""
NOBODY = 0.3
"""What speaks for a bearer whom the record does not know, in articles."""
MOST = 12
"""Of many bearers so many are weighed, the most named first, and so many who are named beside others of the article."""
SMOOTH = 0.3
"""What is added to counts of company, so that once is not always."""
TOLD = 1.5
"""How much the company of one article can tell at most; that of more tells more, as its logarithm does."""
TELLING = 0.3
"""How rarely another must be named to tell which bearer is meant."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a figure with a short name belongs."""

    group: int
    score: float
    why: tuple[str, ...]


@dataclass(slots=True)
class Placing:
    """All that is needed to place short names."""

    naming: Naming
    company: Company
    bearers: Bearers
    _around: dict[int, Around] = field(default_factory=dict)
    _beside_of: dict[tuple[int, str], tuple[Counter[int], int]] = field(default_factory=dict)

    def place(self, figure: int) -> Placed | None:
        """The bearer of a figure's short name; None where none is clearly meant."""
        bearers = self._fitting(figure)
        if not bearers:
            return None
        weighed = [(self._weigh(figure, b), b) for b in bearers]
        total = sum(exp(odds) for (odds, _), _ in weighed) + NOBODY
        (odds, why), best = max(weighed, key=lambda w: (w[0][0], -w[1].group))
        share = exp(odds) / total
        if share < SURELY:
            return None
        alone = "Nobody else of that name" if len(bearers) == 1 else "No other bearer of that name"
        last = f"{alone} fits as well ({min(99, round(100 * share))} of 100)."
        return Placed(best.group, round(share, 3), (best.sentence, *why, last))

    def _fitting(self, figure: int) -> list[Bearer]:
        """The bearers to be weighed; those judged to be somebody else are left out."""
        main, groups = self.naming.gathering.bears[figure][0], self.naming.groups
        found = [b for b in self.bearers.of(main) if b.group == groups.head(main) or groups.open(main, b.group)]
        if len(found) <= MOST:
            return found
        near = self._beside_rare(figure)
        return [*found[:MOST], *[b for b in found[MOST:] if b.group in near][:MOST]]

    def _beside_rare(self, figure: int) -> set[int]:
        """All who are named together with those whom this article, but few others, names."""
        gathering = self.naming.gathering
        named = self.company.named(gathering.at[figure])
        rare = [other for other in named if self.company.weight(other) >= TELLING]
        articles = (
            gathering.at[f]
            for other in rare
            for n in self.naming.groups.members(other)
            for f in gathering.names[n].figures[:MOST]
        )
        return {group for at in articles for group in self.company.named(at)}

    # ------------------------------------------------------------ what speaks for one of them

    def _weigh(self, figure: int, bearer: Bearer) -> tuple[float, tuple[str, ...]]:
        """Logarithm of the odds for a bearer, with the reasons in words."""
        prior = self._prior(figure, bearer.group)
        reasons = [(log(prior) + bearer.odds, ""), *self._beside(figure, bearer.group)]
        return sum(odds for odds, _ in reasons), tuple(why for _, why in reasons if why)

    def _prior(self, figure: int, group: int) -> float:
        """How many articles name the bearer in full: all of the months around, a tenth of some years, little of the rest."""
        gathering = self.naming.gathering
        month = gathering.places[gathering.at[figure]].month
        named = self.bearers.months[group]
        if not month:
            return 0.5 * named.total() + 0.001
        near = sum(times for m, times in named.items() if abs(m - month) <= WINDOW)
        years = sum(times for m, times in named.items() if abs(m - month) <= YEARS)
        return near + 0.5 * named[0] + 0.1 * years + 0.01 * named.total() + 0.001

    def _beside(self, figure: int, group: int) -> Iterator[tuple[float, str]]:
        gathering, about = self.naming.gathering, self._about(group)
        told = gathering.figures[figure]
        language = gathering.places[gathering.at[figure]].language
        offices = {found for role in told.roles if (found := office(role, language))}
        if shared := sorted(o for o in offices & about.offices.keys() if o.sole):
            yield 3.0, f"The article gives the office {shared[0]}, as others do."
        elif any(o.sole and p.sole and o.group == p.group for o in offices for p in about.offices):
            yield -3.0, ""
        elif {r.lower() for r in told.roles} & about.roles:
            yield 1.0, "The article gives an office that others give too."
        known = gender(about.genders, least=SURE)
        if known and told.gender and known != told.gender:
            yield -1.0, ""
        if language not in about.languages:
            yield -0.2, ""
        yield self._together(figure, group)

    def _together(self, figure: int, group: int) -> tuple[float, str]:
        """The company: how much likelier each of the others named is beside this bearer than anywhere."""
        gathering = self.naming.gathering
        at = gathering.at[figure]
        language = gathering.places[at].language
        company, seen = self._company(group, language)
        own = self.naming.groups.head(gathering.bears[figure][0])
        gains: list[tuple[float, int]] = []
        for other in self.company.named(at) - {group, own}:
            likelier = (company[other] + SMOOTH) / (seen * self.company.share(other, language) + SMOOTH)
            gains.append((max(-0.7, min(2.5, log(likelier))), other))
        gains.sort(key=lambda g: (-g[0], g[1]))
        named = ", ".join(gathering.names[o].usual for gain, o in gains[:3] if gain > 0.5)
        told = max(-2.0, min(6.0, TOLD * log2(1 + seen), sum(g for g, _ in gains)))
        return told, f"Others name both together with {named}." if named else ""

    def _company(self, group: int, language: str) -> tuple[Counter[int], int]:
        key = group, language
        if key not in self._beside_of:
            figures = sorted(f for n in self.naming.groups.members(group) for f in self.naming.gathering.names[n].figures)
            self._beside_of[key] = self.company.spoken(figures, language)
        return self._beside_of[key]

    def _about(self, group: int) -> Around:
        if group not in self._around:
            self._around[group] = around(self.naming.gathering, self.company, self.naming.groups.members(group))
        return self._around[group]
