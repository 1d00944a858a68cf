"""Ties between full names: how alike they are, what speaks for one bearer and what against, and when that is enough."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from verbale.model import Kind
from verbale.people.blocks import candidates
from verbale.people.company import Company
from verbale.people.figures import SURE, gender
from verbale.people.gathering import Gathering
from verbale.people.likeness import Fit, Likeness, likeness
from verbale.people.offices import Office, office
from verbale.people.words import Manner

ENOUGH = 0.75
DOUBTFUL = 0.45


class Link(NamedTuple):
    """Two names taken for one person's, or nearly."""

    one: int
    two: int
    """Numbers of names."""
    score: float
    why: tuple[str, ...]
    """What speaks for it and against it, a sentence each."""
    judged: bool = False


class Tie(NamedTuple):
    """Two names that are alike, before anything else is looked at."""

    one: int
    two: int
    like: Likeness


def ties(gathering: Gathering) -> list[Tie]:
    """All full names of persons that are alike."""
    full = [(n, name.form) for n, name in enumerate(gathering.names) if name.kind is Kind.PERSON and name.form.full]
    found = ((a, b, name_likeness(gathering, a, b)) for a, b in candidates(full))
    return [Tie(a, b, like) for a, b, like in found if like and like.fit is not Fit.PART]


def name_likeness(gathering: Gathering, one: int, two: int) -> Likeness | None:
    """How two names agree, with the languages that spell them."""
    a, b = gathering.names[one], gathering.names[two]
    return likeness(a.form, b.form, abroad=bool(a.languages and b.languages) and a.languages.isdisjoint(b.languages))


def one_figure(gathering: Gathering) -> Mapping[tuple[int, int], int]:
    """How many articles use two full names for one person."""
    counted: Counter[tuple[int, int]] = Counter()
    for bears in gathering.bears:
        full = sorted(n for n in bears if gathering.names[n].form.full) if len(bears) > 1 else ()
        counted.update((a, b) for n, a in enumerate(full) for b in full[n + 1 :])
    return counted


# ---------------------------------------------------------------- what the names alone are worth


def worth(tie: Tie, gathering: Gathering) -> float:
    """How sure the names alone make it, 0 to 1."""
    like = tie.like
    score = 0.9 if like.score >= 0.9 else 0.84 if like.score >= 0.85 else like.score - 0.24
    if like.fit is not Fit.WHOLE:
        score -= 0.08 if _whole_family(tie, gathering) else 0.25
    if _perhaps_other_gender(tie, gathering) or _perhaps_son(tie, gathering):
        score -= 0.3
    return score


def _whole_family(tie: Tie, gathering: Gathering) -> bool:
    """Whether the shorter name has the family name of the longer, first or last, or its first two words."""
    short, long = sorted((gathering.names[tie.one].form, gathering.names[tie.two].form), key=lambda f: len(f.words))
    taken = {w for p in tie.like.pairs for w in (p.one, p.two)}
    return long.words[-1] in taken or (long.words[0] in taken and long.words[1] in taken and len(short.words) == 2)


def _perhaps_other_gender(tie: Tie, gathering: Gathering) -> bool:
    """`Александр Иванов` and `Александра Иванова` are one name in two cases, or a man and a woman."""
    cases = sum(p.alike.manner is Manner.CASE for p in tie.like.pairs)
    one, two = (gender(gathering.names[n].genders) for n in (tie.one, tie.two))
    return cases > 1 and bool(one and two) and one != two


def _perhaps_son(tie: Tie, gathering: Gathering) -> bool:
    """`Luka Terzen` and `Luka Terzen Jr.`"""
    one, two = (gathering.names[n].form.younger for n in (tie.one, tie.two))
    return one != two and bool({one, two} & {"junior", "senior"})


# ---------------------------------------------------------------- what stands around the names


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of a group of names beside them."""

    names: tuple[int, ...]
    company: Counter[int]
    offices: Counter[Office]
    roles: frozenset[str]
    languages: frozenset[str]
    genders: Counter[str]
    months: tuple[int, int]
    """First and last month in which it is named; zeros if undated."""
    times: int


def around(gathering: Gathering, company: Company, names: list[int]) -> Around:
    """Gather what is known of names taken for one person's."""
    figures = sorted(f for n in names for f in gathering.names[n].figures)
    offices: Counter[Office] = Counter()
    roles: set[str] = set()
    for figure in figures[:: max(1, len(figures) // 200)]:
        language = gathering.places[gathering.at[figure]].language
        found = [office(role, language) for role in gathering.figures[figure].roles]
        offices.update(o for o in found if o)
        roles.update(role.lower() for role in gathering.figures[figure].roles)
    months = [m for f in figures if (m := gathering.places[gathering.at[f]].month)]
    return Around(
        tuple(sorted(names)),
        company.of(figures),
        offices,
        frozenset(roles),
        frozenset(language for n in names for language in gathering.names[n].languages),
        sum((gathering.names[n].genders for n in names), Counter[str]()),
        (min(months, default=0), max(months, default=0)),
        sum(gathering.names[n].times for n in names),
    )


def evidence(one: Around, two: Around, company: Company) -> Iterator[tuple[float, str]]:
    """What speaks for two groups of names being one person, and against: weight and sentence."""
    yield from _offices(one, two)
    yield from _company(one, two, company)
    if min(one.times, two.times) * 10 <= max(one.times, two.times):
        yield 0.08, "One spelling is rare beside the other."
    a, b = gender(one.genders, least=SURE), gender(two.genders, least=SURE)
    if a and b and a != b:
        yield -0.25, "One is spoken of as a man, the other as a woman."
    if one.months[0] and two.months[0] and max(one.months[0] - two.months[1], two.months[0] - one.months[1]) > 240:
        yield -0.15, "Their dates lie more than twenty years apart."


def _offices(one: Around, two: Around) -> Iterator[tuple[float, str]]:
    held = one.offices.keys() & two.offices.keys()
    if sole := sorted(o for o in held if o.sole):
        yield 0.25, f"Both hold the same office: {sole[0]}."
    elif held or one.roles & two.roles:
        yield 0.08, "Both are called by the same office."
    elif _rival(one.offices, two.offices):
        yield -0.25, "They hold the same office in different countries."


def _rival(one: Counter[Office], two: Counter[Office]) -> bool:
    mine, theirs = _countries(one), _countries(two)
    return any(mine[g].isdisjoint(theirs[g]) for g in mine.keys() & theirs.keys())


def _countries(offices: Iterable[Office]) -> dict[str, set[str]]:
    """Of each office that one person holds: the countries named with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for held in offices:
        if held.sole:
            found[held.group].add(held.country)
    return found


def _company(one: Around, two: Around, company: Company) -> Iterator[tuple[float, str]]:
    own = (company.group(one.names[0]), company.group(two.names[0]))
    shared = company.common(one.company, two.company, but=own)
    total = sum(weight for weight, _ in shared)
    if total >= 0.2:
        named = ", ".join(_called(company.gathering, group) for _, group in shared[:3])
        yield (0.15 if total >= 1 else 0.1 if total >= 0.5 else 0.05), f"Both are named together with {named}."


def _called(gathering: Gathering, group: int) -> str:
    return gathering.names[group].usual
