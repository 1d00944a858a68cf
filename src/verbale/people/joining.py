"""Mentions become persons, over spellings, alphabets and time: the whole way, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from verbale.model import Kind
from verbale.people.bearers import Bearers
from verbale.people.company import Company
from verbale.people.gathering import Gathering, gather
from verbale.people.judgements import Anchor, Judgement, Standing, standing
from verbale.people.known import Known, enter, relevant
from verbale.people.leftover import gather_leftover
from verbale.people.making import Owners, People, made
from verbale.people.naming import Naming, Told, name_groups
from verbale.people.placing import Placing
from verbale.people.sighting import Sighting
from verbale.people.tenures import Held


def people(sightings: Iterable[Sighting], *, judgements: Iterable[Judgement] = (), known: Iterable[Known] = ()) -> People:
    """Join sightings into persons. The outcome depends on what is given alone, not on its order."""
    held = standing(judgements)
    gathering = gather(sightings, judged=_anchors(held))
    outside = relevant(known, gathering)
    entered = enter(gathering, outside)
    naming = name_groups(gathering, _told(gathering, held, entered))
    owners = _owners(naming)
    offices = _offices(gathering, owners.of, outside, {k: naming.groups.head(n[0]) for k, n in entered.items() if n})
    owners.bare.extend(_holder(gathering, offices, at, sighting) for at, sighting in gathering.bare)
    return made(naming, owners, held, outside, entered)


# ---------------------------------------------------------------- what is told from without


def _anchors(held: Standing) -> list[Anchor]:
    judged = (*held.same, *held.apart, *held.unsure, *held.renamed)
    return [anchor for j in judged for anchor in (j.one, j.two) if anchor]


def _told(gathering: Gathering, held: Standing, entered: Mapping[str, Sequence[int]]) -> Told:
    """Judgements and knowledge as pairs of names."""
    known = [(numbers[0], n, id_) for id_, numbers in entered.items() for n in numbers[1:]]
    ids = {n: id_ for id_, numbers in entered.items() for n in numbers}
    return Told(tuple(_judged(gathering, held.same)), tuple(_judged(gathering, held.apart)), tuple(known), ids)


def _judged(gathering: Gathering, judged: Iterable[Judgement]) -> Iterator[tuple[int, int, Judgement]]:
    for judgement in judged:
        one, two = gathering.number(judgement.one), gathering.number(judgement.two)
        if one is not None and two is not None and one != two:
            yield one, two, judgement


# ---------------------------------------------------------------- who each figure is


def _owners(naming: Naming) -> Owners:
    company = Company(naming.gathering, naming.groups.head)
    bearers = Bearers(naming)
    placing = Placing(naming, company, bearers)
    owners = Owners([], {}, [])
    short: list[int] = []
    for figure, bears in enumerate(naming.gathering.bears):
        owners.of.append(naming.groups.head(bears[0]))
        if naming.gathering.figures[figure].kind is not Kind.PERSON or bearers.is_full(bears[0]):
            continue
        if found := placing.place(figure):
            owners.of[figure], owners.why[figure] = found.group, found.why
        elif not naming.gathering.names[bears[0]].form.full:
            short.append(figure)
    for figure, (first, why) in gather_leftover(placing, company, short).items():
        owners.of[figure] = -1 - first
        if why:
            owners.why[figure] = why
    return owners


# ---------------------------------------------------------------- who holds an office


def _offices(gathering: Gathering, owners: Sequence[int], known: Iterable[Known], heads: Mapping[str, int]) -> Held:
    """Who held which office when, as articles and knowledge from outside tell."""
    held = Held()
    for figure, owner in enumerate(owners):
        place = gathering.places[gathering.at[figure]]
        for role in gathering.figures[figure].roles:
            held.tell(role, place.language, place.month, owner)
    for one in known:
        for post in one.posts if one.id in heads else ():
            for month in post.months():
                held.tell(post.role, post.language, month, heads[one.id])
    return held


def _holder(gathering: Gathering, offices: Held, at: int, sighting: Sighting) -> tuple[int, str] | None:
    place = gathering.places[at]
    return offices.holder(sighting.role, place.language, place.month)
