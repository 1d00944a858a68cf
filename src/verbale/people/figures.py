"""Who is who within one article: all names that one person, body or country bears in it.

A full name leads; initials, family names and given names alone follow it where it is clear whose they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from verbale.model import Kind
from verbale.people.form import Form, form, is_initial, reigns
from verbale.people.likeness import Fit, likeness, relatives
from verbale.people.sighting import Sighting
from verbale.people.sounds import skeletons, sound


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody in one article: the fullest name first, with every sighting."""

    kind: Kind
    names: tuple[str, ...]
    """As written, the leading one first."""
    times: tuple[int, ...]
    """How often each stands in the article."""
    members: tuple[int, ...]
    """Numbers of the sightings."""
    roles: tuple[str, ...] = ()
    gender: str = ""


@dataclass(slots=True)
class _Gathered:
    """A name of the article with all that is said of it, as gathered while its sightings are read."""

    kind: Kind
    name: str
    form: Form
    signs: frozenset[str]
    members: list[int] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)


def figures(sightings: Iterable[Sighting]) -> list[Figure]:
    """The persons of one article. Sightings without a name are left out."""
    leading: list[list[_Gathered]] = []
    for name in sorted(_gathered(sightings), key=_rank):
        own = _owner(leading, name)
        if own is None:
            leading.append([name])
        else:
            own.append(name)
    return [_figure(names) for names in leading]


def _gathered(sightings: Iterable[Sighting]) -> list[_Gathered]:
    """Names of persons, each once, with what is said of it."""
    found: dict[str, _Gathered] = {}
    for sighting in sightings:
        if sighting.kind is Kind.PERSON and sighting.name and form(sighting.name).words:
            key = form(sighting.name).text
            name = found.setdefault(key, _named(sighting.name))
            name.members.append(sighting.n)
            if sighting.role:
                name.roles.append(sighting.role)
            if sighting.gender:
                name.genders[sighting.gender] += 1
    return list(found.values())


def _named(name: str) -> _Gathered:
    return _Gathered(Kind.PERSON, name, form(name), signs(form(name)))


def _rank(name: _Gathered) -> tuple[bool, int, int, str]:
    """Full names first, the longer before the shorter, the commoner before the rarer."""
    return not name.form.full, -min(len(name.form.words), 4), -len(name.members), name.form.text


def _owner(leading: Sequence[list[_Gathered]], name: _Gathered) -> list[_Gathered] | None:
    """The figure whose name this is too; None where there is none or more than one could be meant."""
    fits = [(own, fit) for own in leading if (fit := _fit(own, name)) > 0]
    if not fits:
        return None
    best = max(fit for _, fit in fits)
    likely = [own for own, fit in fits if fit == best]
    likely.sort(key=lambda own: -sum(len(n.members) for n in own))
    return likely[0] if len(likely) == 1 or _outweighs(likely[0], likely[1]) else None


def _outweighs(one: list[_Gathered], two: list[_Gathered]) -> bool:
    """Whether an article names one full name so much more often that a family name alone is its bearer's."""
    return len(one[0].members) >= 2 * len(two[0].members) + 1


def _fit(own: list[_Gathered], name: _Gathered) -> float:
    """How well a name fits a figure: by its leading name, and as well by others that it bears."""
    if not any(other.signs & name.signs for other in own):  # as most names of an article are
        return 0.0
    if _genders_differ(own[0].genders, name.genders) or any(_told_apart(other.form, name.form) for other in own):
        return 0.0
    fit = max(_agreement(other.form, name.form) for other in own)
    if (fit == GIVEN and not _given_follows(own[0], name)) or (fit == FAMILY and _leads(name, own[0])):
        return 0.0
    return fit


def _told_apart(one: Form, two: Form) -> bool:
    """Whether an article that has both full names means two: father and son, husband and wife."""
    if not (one.full and two.full):
        return False
    return relatives(one, two) or ({one.younger, two.younger} & {"junior", "senior"} != set() and one.younger != two.younger)


BEFORE = 3
"""So often a family name alone may stand before the full one: in headline, deck and caption."""


def _leads(name: _Gathered, full: _Gathered) -> bool:
    """Whether the family name alone stands before the full name, and too often for headlines: then it is somebody's whom
    everybody knows, as `Reyes` where only `Mira Reyes`, the president's sister, is named in full."""
    first = min((n for n in full.members if n >= 0), default=0)
    return sum(0 <= n < first for n in name.members) > BEFORE and len(name.members) > 2 * len(full.members)


def _given_follows(full: _Gathered, name: _Gathered) -> bool:
    """Whether a given name alone may be short for a full one: told before, and not of a pope or a prophet."""
    return min(full.members) < min(name.members) and not any(reigns(role) for role in name.roles)


_LEAST = {Fit.WHOLE: 0.75, Fit.WITHIN: 0.75, Fit.INITIALS: 0.8, Fit.PART: 0.8}
FAMILY, GIVEN = 1.5, 1.0
"""What a family name alone is worth, and a given one: that one is only taken after the full name has been told."""
_WORTH = {Fit.WHOLE: 4.0, Fit.WITHIN: 3.0, Fit.INITIALS: 2.0}


@lru_cache(maxsize=100_000)
def _agreement(one: Form, two: Form) -> float:
    """How much two names of one article agree; names alone, but an article seldom names two persons almost alike."""
    like = likeness(one, two) if signs(one) & signs(two) else None
    if like is None or like.score < _LEAST[like.fit]:
        return 0.0
    if like.fit is Fit.PART:
        longer = max(one, two, key=lambda f: len(f.words)).words
        return FAMILY if _last(like.pairs, longer) else GIVEN
    return _WORTH[like.fit]


def _last(pairs: Sequence[tuple[str, str, object]], longer: Sequence[str]) -> bool:
    """Whether the word agrees with the last of the longer name, its family name."""
    return any(longer[-1] in {one, two} for one, two, _ in pairs)


@lru_cache(maxsize=200_000)
def signs(name: Form) -> frozenset[str]:
    """Skeletons of the words of a name: two names that share none are hardly alike."""
    return frozenset(s for w in name.words if not is_initial(w) for s in _skeletons(w))


@lru_cache(maxsize=200_000)
def _skeletons(word: str) -> tuple[str, ...]:
    return skeletons(sound(word))


SURE = 5
"""So many words must tell a gender before it parts two names: grammar guesses wrong about foreign ones."""


def _genders_differ(one: Counter[str], two: Counter[str]) -> bool:
    a, b = gender(one, least=SURE), gender(two, least=SURE)
    return bool(a and b and a != b)


def gender(counted: Counter[str], *, least: int = 1) -> str:
    """The gender that most words tell; empty where fewer than `least` do, or two genders are told about equally."""
    told = {g: counted[g] for g in ("Masc", "Fem")}
    best, other = sorted(told.values(), reverse=True)
    return max(told, key=lambda g: told[g]) if best >= max(least, 3 * other, 1) else ""


def _figure(names: list[_Gathered]) -> Figure:
    genders = sum((n.genders for n in names), Counter[str]())
    return Figure(
        Kind.PERSON,
        tuple(n.name for n in names),
        tuple(len(n.members) for n in names),
        tuple(m for n in names for m in n.members),
        tuple(dict.fromkeys(r for n in names for r in n.roles)),
        gender(genders),
    )
