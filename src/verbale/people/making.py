"""Rows of persons out of figures and their owners."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from verbale.model import Kind, digest
from verbale.models.morphology import readings
from verbale.people.figures import gender
from verbale.people.form import Form, form
from verbale.people.gathering import Gathering, name_text
from verbale.people.judgements import Anchor, Judgement, Standing
from verbale.people.known import Known
from verbale.people.links import Link
from verbale.people.naming import Naming
from verbale.people.person import Doubt, Person, Spelling
from verbale.people.tenures import month_text, tenures
from verbale.people.words import Manner, alike


class Owners(NamedTuple):
    """Whose each figure and each bare office is. An owner is a group of names, or the first figure of those that share a
    short name: numbers of names, and below zero of figures."""

    of: list[int]
    why: dict[int, tuple[str, ...]]
    """Of each figure that was placed by more than its full name."""
    bare: list[tuple[int, str] | None]
    """Of each bare office: its holder and why."""


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a record, and who each sighting is."""

    persons: tuple[Person, ...]
    """The most named first."""
    of: Mapping[str, Mapping[int, int]]
    """Of each article: the place in `persons` of each of its sightings, by number."""
    doubtful: tuple[Doubt, ...]
    """Pairs of names worth a person's look, best first."""
    overruled: tuple[Judgement, ...]
    """Judgements that contradict later ones."""
    naming: Naming = field(compare=False, repr=False)
    """How names came together, for telling why."""
    owners: Owners = field(compare=False, repr=False)

    def person(self, article: str, n: int) -> Person | None:
        """Who a sighting is; None where nobody knows."""
        found = self.of.get(article, {}).get(n)
        return None if found is None else self.persons[found]


@dataclass(slots=True)
class _Drawn:
    """What is known of one owner, as gathered over its figures."""

    kind: Kind
    spellings: Counter[str] = field(default_factory=Counter)
    roles: list[tuple[str, str, int]] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)
    months: list[int] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    scripts: Counter[bool] = field(default_factory=Counter)
    """Articles that write the name in Cyrillic letters, and those that do not."""


def made(
    naming: Naming, owners: Owners, held: Standing, known: Sequence[Known], entered: Mapping[str, Sequence[int]]
) -> People:
    """The persons, with who each sighting is."""
    gathering = naming.gathering
    drawn = _drawn(gathering, owners)
    named = _named(gathering, naming, held)
    outside = _outside(naming, known, entered)
    names = {o: named.get(o) or _usual(d) for o, d in drawn.items()}
    ids = _ids(drawn, names)
    rows = {o: _person(ids[o], names[o], d, outside.get(o, ())) for o, d in drawn.items()}
    order = sorted(rows, key=lambda o: (-sum(s.times for s in rows[o].names), rows[o].name, rows[o].id))
    place = {owner: n for n, owner in enumerate(order)}
    doubts = tuple(_doubts(naming, _unsure(gathering, held)))
    return People(tuple(rows[o] for o in order), _sightings(gathering, owners, place), doubts, held.overruled, naming, owners)


# ---------------------------------------------------------------- what is known of each


def _drawn(gathering: Gathering, owners: Owners) -> dict[int, _Drawn]:
    """What all figures of each owner come to."""
    found: dict[int, _Drawn] = {}
    for number, owner in enumerate(owners.of):
        figure, place = gathering.figures[number], gathering.places[gathering.at[number]]
        drawn = found.setdefault(owner, _Drawn(figure.kind))
        drawn.spellings.update(dict(zip(figure.names, figure.times, strict=True)))
        drawn.roles += [(role, place.language, place.month) for role in figure.roles]
        drawn.genders[figure.gender] += 1
        drawn.articles.add(place.id)
        drawn.scripts[_is_cyrillic(figure.names[0])] += 1
        drawn.months += [place.month] if place.month else []
    for told in owners.bare:
        if told and told[0] not in found:
            name = gathering.names[told[0]]
            found[told[0]] = _Drawn(name.kind, Counter(name.spellings))
    return found


def _person(id_: str, name: str, drawn: _Drawn, ids: tuple[str, ...]) -> Person:
    spellings = sorted(drawn.spellings.items(), key=lambda s: (-s[1], s[0]))
    first, last = (month_text(pick(drawn.months, default=0)) for pick in (min, max))
    return Person(
        id_, name, drawn.kind, tuple(Spelling(*s) for s in spellings), tenures(drawn.roles), gender(drawn.genders),
        first, last, len(drawn.articles), ids,
    )  # fmt: skip


def _ids(drawn: Mapping[int, _Drawn], names: Mapping[int, str]) -> dict[int, str]:
    """A stable name for each owner, from kind and name; of several with one name the most named has it, the others add an
    article of theirs."""
    alike: dict[tuple[Kind, str], list[int]] = defaultdict(list)
    for owner, name in names.items():
        alike[drawn[owner].kind, name_text(drawn[owner].kind, name, "")].append(owner)
    found: dict[int, str] = {}
    for (kind, text), owners in alike.items():
        ranked = sorted(owners, key=lambda o: (-drawn[o].spellings.total(), min(drawn[o].articles, default="")))
        for n, owner in enumerate(ranked):
            found[owner] = digest("p", kind, text, *([min(drawn[owner].articles, default=str(n))] if n else []))
    return found


def _named(gathering: Gathering, naming: Naming, held: Standing) -> dict[int, str]:
    """Names that people gave, the newest judgement first."""
    found: dict[int, str] = {}
    for judgement in held.renamed:
        number = gathering.number(judgement.one)
        if number is not None:
            found.setdefault(naming.groups.head(number), judgement.name)
    return found


def _outside(naming: Naming, known: Sequence[Known], entered: Mapping[str, Sequence[int]]) -> dict[int, tuple[str, ...]]:
    """Ids that others have for a group of names."""
    found: dict[int, list[str]] = defaultdict(list)
    for one in known:
        for number in entered[one.id][:1]:
            found[naming.groups.head(number)] += [one.id, *one.also]
    return {group: tuple(dict.fromkeys(ids)) for group, ids in found.items()}


def _sightings(gathering: Gathering, owners: Owners, place: Mapping[int, int]) -> dict[str, dict[int, int]]:
    of: dict[str, dict[int, int]] = {p.id: {} for p in gathering.places}
    for number, owner in enumerate(owners.of):
        mine = of[gathering.places[gathering.at[number]].id]
        mine.update(dict.fromkeys(gathering.figures[number].members, place[owner]))
    for (at, sighting), told in zip(gathering.bare, owners.bare, strict=True):
        if told:
            of[gathering.places[at].id][sighting.n] = place[told[0]]
    return of


# ---------------------------------------------------------------- the name to go by


def _usual(drawn: _Drawn) -> str:
    """The commonest full spelling in the letters that most articles write it in; of one name in several cases the one that
    can be a subject."""
    script = drawn.scripts[True] - drawn.scripts[False]
    others = {s for s in drawn.spellings if script and _is_cyrillic(s) is (script < 0)}
    ranked = sorted(drawn.spellings, key=lambda s: (not form(s).full, s in others, -drawn.spellings[s], s.isupper(), s))
    first = form(ranked[0])
    cases = [s for s in ranked[:12] if s == ranked[0] or _one_in_cases(first, form(s))]
    best = (
        max(cases, key=lambda s: (drawn.spellings[s] * max(BENT, _uprightness(s)), -cases.index(s)))
        if len(cases) > 1
        else cases[0]
    )
    return " ".join(best.split())


def _is_cyrillic(name: str) -> bool:
    return any("\u0400" <= letter <= "\u052f" for letter in name)


BENT = 0.2
"""What a spelling counts at least, however sure the dictionary is of its case: it does not know most foreign names."""


def _one_in_cases(one: Form, two: Form) -> bool:
    """Whether two names are one in two cases of its language."""
    if len(one.words) != len(two.words):
        return False
    manners = [found.manner if (found := alike(a, b)) else None for a, b in zip(one.words, two.words, strict=True)]
    return set(manners) <= {Manner.SAME, Manner.CASE}


def _uprightness(name: str) -> float:
    """How likely every word of a name stands in the nominative."""
    language = "uk" if set(name.lower()) & set("іїєґ") else "ru"
    return min((_nominative(word, language) for word in name.split()), default=1.0)


def _nominative(word: str, language: str) -> float:
    found = readings(word.lower(), language) if not word.isascii() else ()
    upright = [r.score for r in found if r.case in {"Nom", ""} and r.number != "Plur"]
    return max(upright, default=0.02) if found else 1.0


# ---------------------------------------------------------------- what is worth a look


def _doubts(naming: Naming, unsure: Iterable[tuple[int, int]]) -> Iterator[Doubt]:
    """Pairs that nearly were one, the likeliest and most named first; those looked at already are left out."""
    looked_at = {_pair(naming, *pair) for pair in unsure}
    best: dict[tuple[int, int], Link] = {}
    for link in naming.doubtful:
        pair = _pair(naming, link.one, link.two)
        if naming.groups.open(*pair) and pair not in looked_at and (pair not in best or best[pair].score < link.score):
            best[pair] = link
    doubts = [_doubt(naming, link) for link in best.values()]
    yield from sorted(doubts, key=lambda d: (-d.score * d.times, d.one, d.two))


def _unsure(gathering: Gathering, held: Standing) -> Iterator[tuple[int, int]]:
    for judgement in held.unsure:
        one, two = gathering.number(judgement.one), gathering.number(judgement.two)
        if one is not None and two is not None:
            yield one, two


def _pair(naming: Naming, one: int, two: int) -> tuple[int, int]:
    a, b = sorted((naming.groups.head(one), naming.groups.head(two)))
    return a, b


def _doubt(naming: Naming, link: Link) -> Doubt:
    names = naming.gathering.names
    anchors = [Anchor(names[n].kind, names[n].usual, names[n].article) for n in (link.one, link.two)]
    return Doubt(anchors[0], anchors[1], round(link.score, 2), min(names[link.one].times, names[link.two].times), link.why)
