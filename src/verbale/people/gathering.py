"""All sightings of a record in order: articles, the figures in each, and every name with the figures that bear it."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from verbale.model import Kind
from verbale.people.bodies import body_text
from verbale.people.countries import country
from verbale.people.figures import Figure, figures
from verbale.people.form import Form, form
from verbale.people.judgements import Anchor
from verbale.people.kinds import of_one_kind
from verbale.people.sighting import Sighting


class Place(NamedTuple):
    """An article, as far as joining needs it."""

    id: str
    language: str
    month: int
    """Months since the year 0; 0 if undated."""
    outlet: str


@dataclass(slots=True)
class Name:
    """One name of one kind, with all that bears it. Names that a judgement is about may be those of one article."""

    kind: Kind
    text: str
    """What makes two spellings one name."""
    form: Form
    article: str = ""
    spellings: Counter[str] = field(default_factory=Counter)
    figures: array[int] = field(default_factory=lambda: array("l"))
    """The figures that bear it as their fullest name."""
    genders: Counter[str] = field(default_factory=Counter)
    languages: set[str] = field(default_factory=set)

    @property
    def times(self) -> int:
        return self.spellings.total()

    @property
    def usual(self) -> str:
        """The commonest spelling."""
        return min(self.spellings, key=lambda s: (-self.spellings[s], s))


@dataclass(slots=True)
class Gathering:
    """What a record's sightings come to before anybody is told to be anybody else."""

    places: list[Place] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    at: array[int] = field(default_factory=lambda: array("l"))
    """Of each figure: its article's place."""
    bears: list[tuple[int, ...]] = field(default_factory=list)
    """Of each figure: numbers of its names, the fullest first."""
    inside: list[array[int]] = field(default_factory=list)
    """Of each article: its figures."""
    bare: list[tuple[int, Sighting]] = field(default_factory=list)
    """Offices without a name, with the article's place."""
    numbers: dict[tuple[Kind, str, str], int] = field(default_factory=dict)
    """The name of a kind and text (in one article, where that was judged)."""

    def number(self, anchor: Anchor | None) -> int | None:
        """The name that a judgement is about. It holds on where the articles take the name for another kind by now."""
        found = (self.numbers.get(key) for key in _keys(anchor)) if anchor else ()
        return next((number for number in found if number is not None), None)


def gather(sightings: Iterable[Sighting], *, judged: Collection[Anchor] = ()) -> Gathering:
    """Put sightings in order. The outcome does not depend on the order in which they come."""
    by_article: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in of_one_kind(sightings):
        by_article[sighting.article].append(sighting)
    gathering = Gathering()
    pinned = frozenset(key for anchor in judged for key in _keys(anchor))
    for article in sorted(by_article):
        _add(gathering, sorted(by_article.pop(article), key=lambda s: (s.n, s.kind, s.name)), pinned)
    return gathering


@lru_cache(maxsize=200_000)
def name_text(kind: Kind, name: str, language: str) -> str:
    """What makes two spellings one name of a kind: of a country its code, of a body its words without endings."""
    if kind is Kind.PERSON:
        return form(name).text
    if kind is Kind.COUNTRY and (code := next((c for t in (language, "en", "ru", "uk") if t and (c := country(name, t))), "")):
        return code
    return body_text(name)


def _keys(anchor: Anchor) -> list[tuple[Kind, str, str]]:
    """Under which a name that was judged may stand: of its own kind, else as a person or a body."""
    kinds = dict.fromkeys((Kind(anchor.kind), Kind.PERSON, Kind.ORGANISATION))
    return [(kind, name_text(kind, anchor.name, ""), anchor.article) for kind in kinds]


def month(published: str) -> int:
    """Months since the year 0, 0 if unknown; of a bare year its middle."""
    year, _, rest = published.partition("-")
    if not year.isdigit() or len(year) != 4:
        return 0
    return int(year) * 12 + (int(rest[:2]) - 1 if rest[:2].isdigit() else 6)


def _add(gathering: Gathering, sightings: Sequence[Sighting], pinned: Collection[tuple[Kind, str, str]]) -> None:
    first = next((s for s in sightings if s.published), sightings[0])
    at = len(gathering.places)
    gathering.places.append(Place(first.article, first.language, month(first.published), first.outlet))
    gathering.inside.append(array("l"))
    for figure in (*figures(sightings), *_others(sightings)):
        _bear(gathering, figure, at, pinned)
    gathering.bare += [(at, s) for s in sightings if not s.name and s.role and s.kind is Kind.PERSON]


def _others(sightings: Sequence[Sighting]) -> list[Figure]:
    """Bodies, countries and places of an article: one text, one figure."""
    found: dict[tuple[Kind, str], list[Sighting]] = defaultdict(list)
    for s in sightings:
        if s.kind is not Kind.PERSON and (text := name_text(s.kind, s.name, s.language)):
            found[s.kind, text].append(s)
    return [_other(kind, same) for (kind, _), same in found.items()]


def _other(kind: Kind, same: Sequence[Sighting]) -> Figure:
    counted = Counter(s.name for s in same)
    names = sorted(counted, key=lambda n: (-counted[n], n))
    return Figure(kind, tuple(names), tuple(counted[n] for n in names), tuple(s.n for s in same))


def _bear(gathering: Gathering, figure: Figure, at: int, pinned: Collection[tuple[Kind, str, str]]) -> None:
    """Enter a figure with its names."""
    place, number = gathering.places[at], len(gathering.figures)
    gathering.figures.append(figure)
    gathering.at.append(at)
    gathering.inside[at].append(number)
    numbers = [_number(gathering, figure.kind, n, place, pinned) for n in figure.names]
    bears = tuple(dict.fromkeys(numbers))
    gathering.bears.append(bears)
    gathering.names[bears[0]].figures.append(number)
    if figure.gender:
        gathering.names[bears[0]].genders[figure.gender] += 1
    for n, name, times in zip(numbers, figure.names, figure.times, strict=True):
        gathering.names[n].languages.add(place.language)
        gathering.names[n].spellings[name] += times


def _number(gathering: Gathering, kind: Kind, name: str, place: Place, pinned: Collection[tuple[Kind, str, str]]) -> int:
    """The number of a name, a new one if it is new."""
    text = name_text(kind, name, place.language)
    key = (kind, text, place.id if (kind, text, place.id) in pinned else "")
    found = gathering.numbers.get(key)
    if found is None:
        found = gathering.numbers[key] = len(gathering.names)
        gathering.names.append(Name(kind, text, form(name), key[2]))
    return found
