"""One name, one kind: what few articles take for a body and most for a person is a person, and the other way round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from verbale.model import Kind
from verbale.people.form import form
from verbale.people.sighting import Sighting

MOSTLY = 5
"""So many times oftener a full name must be a body's before it is one everywhere; a person it is by half of its mentions."""


def of_one_kind(sightings: Iterable[Sighting]) -> list[Sighting]:
    """The sightings, each full name of one kind. Single words are left alone: there are a Paris and a Georgia of each kind."""
    every = list(sightings)
    times = Counter((s.kind, form(s.name).text) for s in every if s.kind in _KINDS and form(s.name).full)
    turned: dict[tuple[Kind, str], Kind] = {}
    for (kind, text), mine in times.items():
        others = times[_KINDS[kind], text]
        if others and others >= (mine if kind is Kind.ORGANISATION else MOSTLY * mine):
            turned[kind, text] = _KINDS[kind]
    return [_turned(s, turned) for s in every] if turned else every


_KINDS = {Kind.PERSON: Kind.ORGANISATION, Kind.ORGANISATION: Kind.PERSON}


def _turned(sighting: Sighting, turned: dict[tuple[Kind, str], Kind]) -> Sighting:
    if sighting.kind not in _KINDS:
        return sighting
    kind = turned.get((sighting.kind, form(sighting.name).text))
    return replace(sighting, kind=kind) if kind else sighting
