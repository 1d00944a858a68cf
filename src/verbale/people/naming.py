"""Full names become persons: the surest ties first, then those that need more than the names; nothing that contradicts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from verbale.groups import Groups
from verbale.model import Kind
from verbale.people.bodies import expansions, is_short
from verbale.people.company import Company
from verbale.people.figures import SURE, gender
from verbale.people.gathering import Gathering, name_text
from verbale.people.judgements import Judgement
from verbale.people.likeness import Fit, likeness, relatives
from verbale.people.links import DOUBTFUL, ENOUGH, Around, Link, Tie, around, evidence, name_likeness, one_figure, ties, worth
from verbale.people.sounds import closeness, skeletons, sound

LOOKED_AT = 5
"""So many of a group's commonest names are looked at for contradictions."""


@dataclass(slots=True)
class Naming:
    """Names in groups, a group a person, with the links that made them and those that nearly did."""

    gathering: Gathering
    groups: Groups[int] = field(default_factory=Groups)
    known: Mapping[int, str] = field(default_factory=dict)
    """Who is known from outside under a name, by id."""
    links: list[Link] = field(default_factory=list)
    doubtful: list[Link] = field(default_factory=list)
    unclear: set[int] = field(default_factory=set)
    """Names that two persons with longer ones share: `George Bush`. Each figure must be told by itself."""

    def take(self, link: Link) -> bool:
        """Join two names; false where judgements or the names themselves speak against it."""
        if self.groups.head(link.one) == self.groups.head(link.two):
            return True
        if not link.judged and self._contradicts(link.one, link.two):
            return False
        if not self.groups.join(link.one, link.two):
            return False
        self.links.append(link)
        return True

    def main(self, name: int) -> int:
        """The commonest full name of a group."""
        return self.commonest(name)[0]

    def commonest(self, name: int) -> list[int]:
        names = self.gathering.names
        members = self.groups.members(name)
        return sorted(members, key=lambda n: (not names[n].form.full, -names[n].times, names[n].text, n))

    def _contradicts(self, one: int, two: int) -> bool:
        """Whether a name of one group cannot be borne by the other's person, or genders differ for sure."""
        mine, theirs = (self.commonest(n)[:LOOKED_AT] for n in (one, two))
        names = self.gathering.names
        if self.known and not self._one_known(one, two):
            return True
        if any(_exclude(self.gathering, a, b) for a in mine for b in theirs):
            return True
        told = [gender(sum((names[n].genders for n in some), Counter[str]()), least=SURE) for some in (mine, theirs)]
        return all(told) and told[0] != told[1]

    def _one_known(self, one: int, two: int) -> bool:
        """Whether no source knows the two groups under two ids."""
        a, b = (_sources(self.known[m] for m in self.groups.members(n) if m in self.known) for n in (one, two))
        return all(a[source] == b[source] for source in a.keys() & b.keys())


def _sources(ids: Iterable[str]) -> dict[str, str]:
    return {id_.partition(":")[0]: id_ for id_ in ids}


def _exclude(gathering: Gathering, one: int, two: int) -> bool:
    """`Bush Jr.` and `Bush Sr.`; `George W. Bush` and `George H. W. Bush`; `Ana Reyes` and `Luka Reyes`."""
    a, b = gathering.names[one].form, gathering.names[two].form
    if gathering.names[one].kind is not Kind.PERSON:
        return False
    marked = a.younger or b.younger or a.initials or b.initials
    return (bool(marked) and name_likeness(gathering, one, two) is None) or relatives(a, b)


class Told(NamedTuple):
    """What is told of names from without, as numbers of names."""

    same: tuple[tuple[int, int, Judgement], ...] = ()
    apart: tuple[tuple[int, int, Judgement], ...] = ()
    known: tuple[tuple[int, int, str], ...] = ()
    """Two names of one known person, with the id."""
    ids: Mapping[int, str] = MappingProxyType({})
    """Who is known under a name."""


def name_groups(gathering: Gathering, told: Told) -> Naming:
    """Group the full names of a record, under what was judged and is known of them."""
    naming = Naming(gathering, known=told.ids)
    for number in range(len(gathering.names)):
        naming.groups.add(number)
    for one, two, _ in told.apart:
        naming.groups.part(one, two)
    for one, two, judgement in told.same:
        naming.take(Link(one, two, 2.0, (f"{judgement.who} judged so on {judgement.when[:10]}.",), judged=True))
    for one, two, id_ in told.known:
        naming.take(Link(one, two, 1.5, (f"{id_} bears both names.",), judged=True))
    _pinned(naming)
    _bodies(naming)
    rest = _sure(naming)
    _weighed(naming, rest)
    return naming


def _pinned(naming: Naming) -> None:
    """A full name that was judged as one article uses it is the same name everywhere, unless judged otherwise."""
    numbers = naming.gathering.numbers
    for (kind, text, article), number in sorted(numbers.items()):
        everywhere = numbers.get((kind, text, "")) if article else None
        if everywhere is not None and naming.gathering.names[number].form.full:
            naming.take(Link(number, everywhere, 0.97, ("The names are the same letters.",)))


# ---------------------------------------------------------------- persons


def _sure(naming: Naming) -> list[tuple[float, Tie]]:
    """Join what the names alone make sure; give back the rest."""
    gathering, together, found = naming.gathering, one_figure(naming.gathering), ties(naming.gathering)
    scored = [(_start(tie, gathering, together), tie) for tie in (*found, *_told(gathering, together, found))]
    scored.sort(key=lambda s: (s[1].like.fit is not Fit.WHOLE, -s[0], s[1].one, s[1].two))
    whole = [s for s in scored if s[1].like.fit is Fit.WHOLE]
    within = [s for s in scored if s[1].like.fit is not Fit.WHOLE]
    rest = [s for s in whole if not _taken(naming, *s, together)]
    naming.unclear |= _unclear(naming, within)
    clear = [s for s in within if _shorter(gathering, s[1]) not in naming.unclear]
    return rest + [s for s in clear if not _taken(naming, *s, together)]


def _start(tie: Tie, gathering: Gathering, together: Mapping[tuple[int, int], int]) -> float:
    return worth(tie, gathering) + (0.2 if (tie.one, tie.two) in together else 0.0)


def _told(gathering: Gathering, together: Mapping[tuple[int, int], int], found: list[Tie]) -> Iterator[Tie]:
    """Names that articles use for one person, where the blocks do not bring them together."""
    for one, two in sorted(together.keys() - {(t.one, t.two) for t in found}):
        like = name_likeness(gathering, one, two)
        if like:
            yield Tie(one, two, like)


def _taken(naming: Naming, score: float, tie: Tie, together: Mapping[tuple[int, int], int]) -> bool:
    if score < ENOUGH:
        return False
    return naming.take(Link(tie.one, tie.two, min(score, 0.97), tuple(_reasons(tie, together))))


def _reasons(tie: Tie, together: Mapping[tuple[int, int], int]) -> Iterator[str]:
    for pair in tie.like.pairs:
        yield pair.sentence
    if tie.like.fit is not Fit.WHOLE:
        yield "One has words more; what both have agrees."
    if times := together.get((tie.one, tie.two), 0):
        yield f"{times} article{'s use' if times > 1 else ' uses'} both names for one person."


def _shorter(gathering: Gathering, tie: Tie) -> int:
    one, two = tie.one, tie.two
    return one if len(gathering.names[one].form.words) <= len(gathering.names[two].form.words) else two


def _unclear(naming: Naming, within: list[tuple[float, Tie]]) -> set[int]:
    """Names that lie within two longer ones which are not one person's, and are not so common that they have their own."""
    names = naming.gathering.names
    longer: dict[int, set[int]] = defaultdict(set)
    for score, tie in within:
        if score >= DOUBTFUL:
            short = _shorter(naming.gathering, tie)
            longer[short].add(tie.two if short == tie.one else tie.one)
    common = {short for short, others in longer.items() if names[short].times >= OWN * sum(names[n].times for n in others)}
    groups = {short: {naming.groups.head(n) for n in others} for short, others in longer.items() if short not in common}
    return {short for short, some in groups.items() if len(some) > 1 and _conflict(naming, sorted(some))}


OWN = 5
"""So many times commoner than all longer ones a name is its own bearer's, whoever else might be called so."""


def _conflict(naming: Naming, groups: list[int]) -> bool:
    mains = [naming.gathering.names[naming.main(g)].form for g in groups]
    return any(likeness(a, b) is None for n, a in enumerate(mains) for b in mains[n + 1 :])


def _weighed(naming: Naming, rest: list[tuple[float, Tie]]) -> None:
    """Join what the names leave open where enough speaks for it; keep what nearly was enough as doubtful."""
    company = Company(naming.gathering, naming.groups.head)
    seen: dict[int, Around] = {}
    weighed = [link for score, tie in rest if (link := _link(naming, company, seen, score, tie))]
    weighed.sort(key=lambda link: (-link.score, link.one, link.two))
    for link in weighed:
        if link.score < ENOUGH or not naming.take(link):
            naming.doubtful.append(link)


def _link(naming: Naming, company: Company, seen: dict[int, Around], score: float, tie: Tie) -> Link | None:
    heads = naming.groups.head(tie.one), naming.groups.head(tie.two)
    if heads[0] == heads[1] or score + 0.6 < ENOUGH:
        return None
    for head in heads:
        if head not in seen:
            seen[head] = around(naming.gathering, company, naming.groups.members(head))
    found = list(evidence(seen[heads[0]], seen[heads[1]], company))
    total = score + sum(weight for weight, _ in found)
    if total < DOUBTFUL:
        return None
    return Link(tie.one, tie.two, min(total, 0.95), (*(p.sentence for p in tie.like.pairs), *(why for _, why in found)))


# ---------------------------------------------------------------- bodies and countries


def _bodies(naming: Naming) -> None:
    """Short forms of bodies with what articles say they stand for; names of one word that sound the same."""
    gathering = naming.gathering
    articles = (
        (s for f in inside if gathering.figures[f].kind is Kind.ORGANISATION for s in gathering.figures[f].names)
        for inside in gathering.inside
    )
    for short, long in expansions(articles).items():
        one, two = (gathering.numbers.get((Kind.ORGANISATION, name_text(Kind.ORGANISATION, n, ""), "")) for n in (short, long))
        if one is not None and two is not None:
            naming.take(Link(one, two, 0.85, (f"Articles give {short} as the short form of {long}.",)))
    for one, two in _sounding(gathering):
        names = gathering.names[one].text, gathering.names[two].text
        naming.take(Link(one, two, 0.85, ("{} and {} sound alike, each as its language spells it.".format(*names),)))


def _sounding(gathering: Gathering) -> Iterator[tuple[int, int]]:
    """Bodies of one word in two alphabets that sound alike: `НАТО`, `NATO`."""
    blocks: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, name in enumerate(gathering.names):
        if name.kind is Kind.ORGANISATION and " " not in name.text and len(sound(name.text)) > 3:
            for bone in skeletons(sound(name.text)):
                blocks[bone].append((number, sound(name.text)))
    for block in blocks.values():
        latin = [n for n in block if gathering.names[n[0]].text.isascii()]
        other = [n for n in block if not gathering.names[n[0]].text.isascii()]
        for one, a in latin[:50]:
            for two, b in other[:50]:
                if closeness(a, b) >= 0.93 or (is_short(a) and a == b):
                    yield one, two
