"""Two sides of one story, such as two outlets or two languages: what both carry, what only one does, whom each leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from verbale.model import Carrier, Utterance

Side = Callable[[Carrier], bool]
"""Whether a carrier is of that side."""


@dataclass(frozen=True, slots=True)
class Beside:
    """An utterance with its carriers of each side; one of the two may have none."""

    utterance: Utterance
    one: tuple[Carrier, ...]
    two: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two sides carry, each in the order of time."""

    both: tuple[Beside, ...]
    one: tuple[Beside, ...]
    """What only the first carries."""
    two: tuple[Beside, ...]
    left_out_by_one: tuple[tuple[str, int], ...]
    """Persons whom the second lets speak and the first does not, with the number of their utterances, the most first."""
    left_out_by_two: tuple[tuple[str, int], ...]


def compare(utterances: Iterable[Utterance], one: Side, two: Side) -> Comparison:
    """Two sides of some utterances; what neither carries is left out."""
    found = [Beside(u, tuple(filter(one, u.carriers)), tuple(filter(two, u.carriers))) for u in utterances]
    ones, twos = _speakers(b.utterance for b in found if b.one), _speakers(b.utterance for b in found if b.two)
    return Comparison(
        tuple(b for b in found if b.one and b.two),
        tuple(b for b in found if b.one and not b.two),
        tuple(b for b in found if b.two and not b.one),
        _missing(twos, ones),
        _missing(ones, twos),
    )


def _speakers(utterances: Iterable[Utterance]) -> Counter[str]:
    return Counter(u.person for u in utterances if u.person)


def _missing(there: Counter[str], here: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Those who speak there and not here."""
    return tuple(sorted(((p, n) for p, n in there.items() if p not in here), key=lambda s: (-s[1], s[0])))
