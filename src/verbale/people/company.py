"""In whose company a name stands: who and what its articles name besides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import log

from verbale.people.gathering import Gathering

SAMPLE = 60
"""So many articles are looked at, evenly spread, to tell a name's company."""


@dataclass(slots=True)
class Company:
    """What each article names, and how telling each of those names is."""

    gathering: Gathering
    group: Callable[[int], int]
    """The group that a name belongs to, as far as is known."""
    _named: dict[int, frozenset[int]] = field(default_factory=dict)
    _times: Counter[int] = field(default_factory=Counter)
    _spoken: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    """Of each language: how many articles name each."""
    _articles: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for at, place in enumerate(self.gathering.places):
            self._spoken[place.language].update(self.named(at))
            self._articles[place.language] += 1
        for times in self._spoken.values():
            self._times.update(times)
        self._named.clear()

    def named(self, at: int) -> frozenset[int]:
        """Groups of all that an article names in full."""
        found = self._named.get(at)
        if found is None:
            g = self.gathering
            found = frozenset(self.group(g.bears[f][0]) for f in g.inside[at] if _tells(g, g.bears[f][0]))
            if len(self._named) > 20_000:
                self._named.clear()
            self._named[at] = found
        return found

    def of(self, figures: Sequence[int]) -> Counter[int]:
        """How often each is named beside these figures, over a sample of their articles."""
        counted: Counter[int] = Counter()
        for figure in figures[:: max(1, len(figures) // SAMPLE)]:
            counted.update(self.named(self.gathering.at[figure]))
        return counted

    def spoken(self, figures: Sequence[int], language: str) -> tuple[Counter[int], int]:
        """The same over articles in one language, as far as there are any, with the number of articles looked at.

        Articles of two languages name others for reasons that have nothing to do with the person.
        """
        places = self.gathering.places
        own = [f for f in figures if places[self.gathering.at[f]].language == language] or list(figures)
        return self.of(own), len(own[:: max(1, len(own) // SAMPLE)])

    def weight(self, group: int) -> float:
        """How telling it is to be named together with this one: 1 for the rare, nothing for those everybody names."""
        everywhere = log(len(self.gathering.places) + 1)
        return max(0.0, 1 - log(self._times[group] or 1) / everywhere) if everywhere else 0.0

    def share(self, group: int, language: str) -> float:
        """In which share of the articles in a language it is named, besides the one in question."""
        return max(0, self._spoken[language][group] - 1) / max(1, self._articles[language])

    def common(self, one: Counter[int], two: Counter[int], *, but: Iterable[int]) -> list[tuple[float, int]]:
        """Whom both have in their company, the most telling first, without those in question themselves."""
        left_out = set(but)
        shared = ((self.weight(group), group) for group in one.keys() & two.keys() if group not in left_out)
        return sorted(((w, g) for w, g in shared if w > 0), key=lambda s: (-s[0], s[1]))


def _tells(gathering: Gathering, name: int) -> bool:
    """Whether a name tells who is meant: a full one, or that of a body or a country."""
    found = gathering.names[name]
    return found.form.full or found.kind != "person"
