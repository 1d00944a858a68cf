"""The persons, bodies and countries of one article, each with all its names and offices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from verbale.label.phrases import titles
from verbale.lang import load
from verbale.model import Kind, Labels, Mention
from verbale.names import letters, same_body, same_person
from verbale.text import Span


@dataclass(slots=True)
class Figure:
    """Somebody the article names, as gathered while its mentions are read in order."""

    kind: Kind
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    gender: str = ""
    spans: list[Span] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form; of equally full ones the commonest."""
        return max(self.names, key=lambda n: (min(len(n.split()), 3), self.names.count(n), -self.names.index(n)))

    @property
    def role(self) -> str | None:
        return max(self.roles, key=len) if self.roles else None

    def named_before(self, at: int) -> int:
        """Where it was last named before a position; -1 if not yet."""
        return max((s.start for s in self.spans if s.start < at), default=-1)


def figures(labels: Sequence[Labels]) -> tuple[Figure, ...]:
    """All figures in the order in which the article names them, surnames joined to full names."""
    found: list[Figure] = []
    mentions = sorted(
        (m for sentence in labels for m in sentence.mentions if m.name and not (m.kind is Kind.PERSON and m.number == "Plur")),
        key=lambda m: -len(m.name.split()),
    )
    for mention in mentions:
        figure = likeliest([f for f in found if _same(f, mention)])
        if figure is None:
            figure = Figure(mention.kind)
            found.append(figure)
        _gather(figure, mention)
    spoken = {c.subject.span: c.subject.gender for sentence in labels for c in sentence.cues if c.subject and c.subject.gender}
    for figure in found:
        figure.spans.sort()
        figure.gender = next((spoken[s] for s in figure.spans if s in spoken), figure.gender)
    return tuple(sorted(found, key=lambda f: f.spans[0]))


def likeliest(fitting: Sequence[Figure]) -> Figure | None:
    """Of several bearers of a surname the one the article names in full most often, then the one it names first."""
    return max(fitting, key=lambda f: (sum(len(n.split()) > 1 for n in f.names), -min(f.spans)[0]), default=None)


def _gather(figure: Figure, mention: Mention) -> None:
    figure.names.append(mention.name)
    figure.spans.append(mention.span)
    if mention.role:
        figure.roles.append(mention.role)
    figure.gender = figure.gender or mention.gender


def _same(figure: Figure, mention: Mention) -> bool:
    if figure.kind is not mention.kind or mention.kind in {Kind.UNNAMED, Kind.DOCUMENT}:
        return False
    if mention.kind is Kind.PERSON:
        return any(same_person(name, mention.name) for name in set(figure.names))
    return any(same_body(name, mention.name) for name in set(figure.names))


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
