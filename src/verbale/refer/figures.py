"""The persons, bodies and countries of one article, each with all its names and offices."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from verbale.lang import INFLECTED, load, titles
from verbale.model import Kind, Labels, Mention
from verbale.names import REMEMBERED, letters, same_body, same_person
from verbale.text import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody the article names, with all forms of the name and all offices, in the order in which they stand."""

    kind: Kind
    names: tuple[str, ...]
    roles: tuple[str, ...]
    gender: str
    spans: tuple[Span, ...]
    name: str
    """The fullest form; of equally full ones the commonest."""

    @property
    def role(self) -> str | None:
        return max(self.roles, key=len) if self.roles else None

    def named_before(self, at: int) -> int:
        """Where it was last named before a position; -1 if not yet."""
        before = bisect_left(self.spans, at, key=lambda span: span.start)
        return self.spans[before - 1].start if before else -1


JOINED = frozenset(Kind) - {Kind.UNNAMED, Kind.DOCUMENT}
"""Kinds of which several mentions can be one figure; `a source` and `a letter` are each their own."""


def figures(labels: Sequence[Labels], language: str) -> tuple[Figure, ...]:
    """All figures in the order in which the article names them, surnames joined to full names."""
    named = {m.span: m for sentence in labels for m in sentence.mentions if m.name and not _is_joint(m)}
    subjects = {m.span for sentence in labels for m in sentence.mentions if _is_subject(sentence, m)}
    by_kind: dict[Kind, list[list[Mention]]] = defaultdict(list)
    for mention in sorted(named.values(), key=lambda m: (-len(m.name.split()), m.span)):
        groups = by_kind[mention.kind]
        fitting = [g for g in groups if mention.kind in JOINED and _same(g, mention, language)]
        group = _likeliest(fitting, mention, subjects)
        if group is None:
            groups.append([mention])
        else:
            group.append(mention)
    if language not in INFLECTED:
        by_kind[Kind.PERSON] = _by_first_name(by_kind[Kind.PERSON])
    beside, spoken = _apposed(labels), _spoken(labels)
    made = (_figure(g, beside, spoken) for groups in by_kind.values() for g in groups)
    return tuple(sorted(made, key=lambda f: f.spans[0]))


def _by_first_name(groups: Sequence[list[Mention]]) -> list[list[Mention]]:
    """With those who are only called by a first name joined to the one person of the article who bears it."""
    full = [g for g in groups if _in_full(g)]
    out = {id(g): list(g) for g in full}
    for group in (g for g in groups if not _in_full(g)):
        bearers = [g for g in full if any(m.name.split()[0] == group[0].name for m in _in_full(g))]
        if len(bearers) == 1 and not any(m.role for m in group):  # `his son Donald` is another
            out[id(bearers[0])] += group
        else:
            out[id(group)] = group
    return list(out.values())


def _is_joint(mention: Mention) -> bool:
    return mention.kind is Kind.PERSON and mention.number == "Plur"


def _figure(group: list[Mention], beside: dict[Span, str], spoken: dict[Span, str]) -> Figure:
    ordered = sorted(group, key=lambda m: m.span)
    roles = (r for m in ordered for r in (m.role, beside.get(m.span, "")) if r)
    genders = (*(spoken.get(m.span, "") for m in ordered), *(m.gender for m in ordered), "")
    gender = next((g for g in genders if g), "")
    names, spans = tuple(m.name for m in group), tuple(m.span for m in ordered)
    return Figure(ordered[0].kind, names, tuple(roles), gender, spans, _fullest(names))


def _fullest(names: Sequence[str]) -> str:
    times = Counter(names)  # in the order in which they first stand, which decides between equals
    return max(times, key=lambda n: (min(len(n.split()), 3), times[n]))


def _spoken(labels: Sequence[Labels]) -> dict[Span, str]:
    """The gender that the verb tells of those who speak."""
    return {c.subject.span: c.subject.gender for s in labels for c in s.cues if c.subject and c.subject.gender}


def _apposed(labels: Sequence[Labels]) -> dict[Span, str]:
    """Offices that stand beside a name with a comma between: `Ana Reyes, the foreign minister`, `the envoy, Ivo Lund,`."""
    out = {}
    for sentence in labels:
        commas = {t.span for t in sentence.sentence.tokens if t.text == ","}
        persons = [m for m in sentence.mentions if m.kind is Kind.PERSON and not m.pronoun]
        for one in persons:
            for other in persons:
                between = Span(one.span.stop, one.span.stop + 1)
                if between in commas and 1 <= other.span.start - one.span.stop <= 2 and bool(one.name) != bool(other.name):
                    name, office = (one, other) if one.name else (other, one)
                    out[name.span] = office.role
    return out


def apposed_name(labels: Sequence[Labels], office: Mention) -> Mention | None:
    """The name behind an office and a comma: `the president's envoy, Ivo Lund, said`."""
    near = (
        m for s in labels for m in s.mentions if m.name and m.kind is Kind.PERSON and 1 <= m.span.start - office.span.stop <= 2
    )
    return next(near, None)


def likeliest(fitting: Sequence[Figure]) -> Figure | None:
    """Of several bearers of a surname the one the article names in full most often, then the one it names first."""
    return max(fitting, key=lambda f: (sum(len(n.split()) > 1 for n in f.names), -f.spans[0].start), default=None)


def bearer(figures: Iterable[Figure], mention: Mention, language: str) -> Figure | None:
    """Whom of the persons of the article a name means: the one it was joined to, else the likeliest of those called so.

    Where names have cases, two names can seem one of two words, so that only a single word's person is taken as told."""
    persons = [f for f in figures if f.kind is Kind.PERSON]
    plain = language not in INFLECTED or " " not in mention.name
    own = [f for f in persons if plain and mention.span in f.spans and mention.name in f.names]
    return own[0] if own else likeliest([f for f in persons if any(same_person(n, mention.name) for n in f.names)])


def _is_subject(sentence: Labels, mention: Mention) -> bool:
    """Whether a sentence tells of whom it names, so far as grammar is known."""
    return any(t.rel in SUBJECTS for t in sentence.sentence.tokens if mention.span.holds(t.span))


SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass"})
"""How grammar calls a subject, where no case tells it."""


def _likeliest(groups: Sequence[list[Mention]], mention: Mention, subjects: Set[Span]) -> list[Mention] | None:
    """Of several bearers of a name the one whom the article names in full far more often than any other; where there is none,
    the one of whom, named in full, a sentence told last before the mention."""
    if len(groups) < 2:
        return groups[0] if groups else None
    often = sorted(groups, key=lambda g: (-len(_in_full(g)), min(m.span for m in g)))
    if mention.kind is not Kind.PERSON or len(_in_full(often[0])) > FAR * len(_in_full(often[1])):
        return often[0]
    told = [m.span for g in often for m in _in_full(g) if m.span in subjects and m.span <= mention.span]
    return next((g for g in often if told and any(m.span == max(told) for m in g)), often[0])


FAR = 2
"""So many times as often is far more often."""


def _in_full(group: Sequence[Mention]) -> list[Mention]:
    return [m for m in group if len(m.name.split()) > 1]


def _same(group: Sequence[Mention], mention: Mention, language: str) -> bool:
    """Whether a mention names whom a group of its kind names; the gender that endings seem to tell decides nothing."""
    person = mention.kind is Kind.PERSON
    genders = {m.gender for m in group if m.gender} if person and language not in INFLECTED else set()
    if mention.gender and genders and mention.gender not in genders:
        return False
    same = same_person if person else same_body
    return any(same(name, mention.name) for name in {m.name for m in group})


@lru_cache(REMEMBERED)
def offices(role: str, language: str) -> frozenset[str]:
    """What offices a role tells of: its groups in `titles.toml`, else its own noun."""
    words = letters(role).split()
    groups = load(language).titles.get("offices", {})
    fitting = {
        name: max((len(o) for o in forms if _within(letters(o).split(), words)), default=0) for name, forms in groups.items()
    }
    longest = max(fitting.values(), default=0)
    if longest:
        return frozenset(name for name, size in fitting.items() if size == longest)
    return frozenset([next((w for w in words if w in titles(language, "persons")), words[0] if words else "")])


def _within(office: list[str], role: list[str]) -> bool:
    """Whether the words of an office stand in the role in their order, with at most two others between them."""
    at = -1
    for n, word in enumerate(office):
        found = next((i for i in range(at + 1, len(role)) if role[i] == word), None)
        if found is None or (n and found - at > 3):
            return False
        at = found
    return True
