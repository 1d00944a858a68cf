"""What people have judged about identities: an immutable log, from which everything else follows anew at every join.

A judgement is about names: one name wherever it stands, or as one article uses it; or about statements, whose ids outlive a
re-reading. It never points at a person or an utterance, since these are made anew; so it outlives every re-join.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from verbale.groups import Groups
from verbale.model import Kind, digest


class Verdict(StrEnum):
    """What was judged of two names, or of an earlier judgement."""

    SAME = "same"
    DIFFERENT = "not the same"
    UNSURE = "unsure"
    RENAME = "rename"
    UNDO = "undo"


STATEMENT = "statement"
"""Kind of an anchor that is a statement; its id stands for the name."""


class Anchor(NamedTuple):
    """A name that a judgement is about: as one article uses it, or wherever it stands if `article` is empty."""

    kind: Kind | str
    name: str
    article: str = ""

    def __str__(self) -> str:
        if self.kind == STATEMENT:
            return self.name
        return f"“{self.name}” in {self.article}" if self.article else f"“{self.name}”"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One row of the log. Never changed and never deleted; one that was wrong is undone by a later one."""

    verdict: Verdict
    who: str
    when: str
    """Moment of judging, UTC, ISO 8601."""
    one: Anchor | None = None
    two: Anchor | None = None
    name: str = ""
    """The name to go by, of a `rename`."""
    undoes: str = ""
    """Id of the judgement that an `undo` takes back; another undo may be taken back too."""

    @property
    def of_statements(self) -> bool:
        """Whether it is about statements, not about names."""
        return self.one is not None and self.one.kind == STATEMENT

    @property
    def id(self) -> str:
        parts = [*(self.one or ("", "", "")), *(self.two or ("", "", ""))]
        return digest("j", self.verdict, self.who, self.when, *parts, self.name, self.undoes)


class Standing(NamedTuple):
    """What the log says in the end."""

    same: tuple[Judgement, ...] = ()
    apart: tuple[Judgement, ...] = ()
    unsure: tuple[Judgement, ...] = ()
    renamed: tuple[Judgement, ...] = ()
    overruled: tuple[Judgement, ...] = ()
    """Those that contradict later ones."""


def standing(log: Iterable[Judgement]) -> Standing:
    """The judgements that hold, the newest first. Of those that contradict each other the newer holds."""
    newest = sorted(_kept(log), key=lambda j: (j.when, j.id), reverse=True)
    groups: Groups[Anchor] = Groups()
    held: dict[Verdict, list[Judgement]] = {verdict: [] for verdict in Verdict}
    overruled = [j for j in newest if not _holds(j, groups, held)]
    unsure = [j for j in held[Verdict.UNSURE] if groups.open(*_both(j))]
    lists = (held[Verdict.SAME], held[Verdict.DIFFERENT], unsure, held[Verdict.RENAME], overruled)
    return Standing(*(tuple(found) for found in lists))


def _holds(judgement: Judgement, groups: Groups[Anchor], held: dict[Verdict, list[Judgement]]) -> bool:
    """Whether a judgement goes together with the newer ones, which `groups` and `held` tell; then it joins them."""
    if judgement.verdict is not Verdict.RENAME:
        one, two = _both(judgement)
        if any({one, two} == {*_both(newer)} for newer in held[Verdict.UNSURE]):
            return False
        if judgement.verdict is Verdict.SAME and not groups.join(one, two):
            return False
        if judgement.verdict is Verdict.DIFFERENT and not groups.part(one, two):
            return False
    held[judgement.verdict].append(judgement)
    return True


def _kept(log: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that no standing undo takes back, each once, without the undos."""
    every = {j.id: j for j in log}
    undone: set[str] = set()
    for judgement in sorted(every.values(), key=lambda j: (j.when, j.id), reverse=True):
        if judgement.verdict is Verdict.UNDO and judgement.id not in undone:
            undone.add(judgement.undoes)
    return [j for j in every.values() if j.id not in undone and j.verdict is not Verdict.UNDO]


def _both(judgement: Judgement) -> tuple[Anchor, Anchor]:
    assert judgement.one
    assert judgement.two
    return judgement.one, judgement.two
