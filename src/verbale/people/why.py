"""Every identity explains itself: why a mention is who it is said to be, in sentences."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from verbale.model import Kind
from verbale.people.figures import Figure
from verbale.people.form import form
from verbale.people.gathering import name_text
from verbale.people.likeness import likeness
from verbale.people.links import Link
from verbale.people.making import People
from verbale.people.naming import Naming
from verbale.people.person import Person


def why(people: People, article: str, n: int) -> tuple[str, ...]:
    """Why sighting `n` of an article is the person it is: which names, by which rule, on which evidence.

    Empty where the join says nothing of it.
    """
    person = people.person(article, n)
    if person is None:
        return ()
    gathering = people.naming.gathering
    for (at, sighting), told in zip(gathering.bare, people.owners.bare, strict=True):
        if told and (gathering.places[at].id, sighting.n) == (article, n):
            return f"The article says “{sighting.role}” without a name.", told[1], _is(person)
    return tuple(_of_figure(people, person, article, n))


def _of_figure(people: People, person: Person, article: str, n: int) -> Iterator[str]:
    gathering = people.naming.gathering
    number = next(f for f in _figures(people, article) if n in gathering.figures[f].members)
    figure, owner = gathering.figures[number], people.owners.of[number]
    name = gathering.names[gathering.bears[number][0]]
    yield from _inside(figure, n)
    if number in people.owners.why:
        yield f"“{figure.names[0]}” is no full name; this article's was told so:"
        yield from people.owners.why[number]
    if owner < 0:
        yield "No full name in the record was clearly meant; the name stands by itself."
        return
    yield from _path(people.naming, gathering.bears[number][0] if name.form.full else owner, person)


def _figures(people: People, article: str) -> list[int]:
    gathering = people.naming.gathering
    at = next(at for at, place in enumerate(gathering.places) if place.id == article)
    return list(gathering.inside[at])


def _inside(figure: Figure, n: int) -> Iterator[str]:
    """How the mention's own name hangs together with the fullest of its article."""
    own = figure.names[_which(figure, n)]
    if own == figure.names[0]:
        return
    yield f"The article says “{own}” for “{figure.names[0]}”:"
    like = likeness(form(own), form(figure.names[0])) if figure.kind is Kind.PERSON else None
    yield from (pair.sentence for pair in like.pairs) if like else ()


def _which(figure: Figure, n: int) -> int:
    """Which of the figure's names a sighting has: its sightings stand in the order of its names."""
    at = figure.members.index(n)
    for which, times in enumerate(figure.times):
        if at < times:
            return which
        at -= times
    return 0


def _path(naming: Naming, start: int, person: Person) -> Iterator[str]:
    """The links that lead from a name to the person's usual one."""
    names = naming.gathering.names
    wanted = name_text(person.kind, person.name, "")
    trail = _trail(naming, start, wanted)
    if not trail:
        yield _ALONE[person.kind].format(names[start].usual)
    for link in trail:
        one, two = (names[n].usual for n in (link.one, link.two))
        yield f"“{one}” and “{two}” are one {'person' if person.kind is Kind.PERSON else 'name'} ({link.score:.2f}):"
        yield from link.why


_ALONE = {
    Kind.PERSON: "“{}” is a full name; whoever bears it in this record is one person.",
    Kind.ORGANISATION: "“{}” is one body wherever the record names it.",
    Kind.COUNTRY: "“{}” is one country wherever the record names it.",
    Kind.PLACE: "“{}” is one place wherever the record names it.",
}


def _trail(naming: Naming, start: int, wanted: str) -> list[Link]:
    """The shortest way over links from a name to one with the text wanted."""
    ties: dict[int, list[tuple[int, Link]]] = {}
    members = set(naming.groups.members(start))
    for link in naming.links:
        if link.one in members:
            ties.setdefault(link.one, []).append((link.two, link))
            ties.setdefault(link.two, []).append((link.one, link))
    trails: dict[int, list[Link]] = {start: []}
    waiting = deque([start])
    while waiting:
        name = waiting.popleft()
        if naming.gathering.names[name].text == wanted:
            return trails[name]
        for other, link in ties.get(name, ()):
            if other not in trails:
                trails[other] = [*trails[name], link]
                waiting.append(other)
    return []


def _is(person: Person) -> str:
    return f"That is {person.name}."
