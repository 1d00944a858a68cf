"""Events and figures as columns in memory, in the order in which they are shown: what fits is found without sorting them anew."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from verbale.store.codes import Codes, Days, Ids, Mask, Names, Numbers, codes, day, ids, narrow, tally
from verbale.store.file import File
from verbale.store.search import Counted, Happened, counted, folded, happened
from verbale.store.spellings import Bearers, Known, Meeting
from verbale.store.tally import Tally


@dataclass(frozen=True, slots=True)
class Events:
    """All events of the last join, by their first day, those without one last."""

    id: Ids
    first: Codes
    """20310509; 0 where nothing tells."""
    last: Codes
    what: Codes
    """Place in `kinds`."""
    status: Codes
    """Place in `statuses`."""
    kinds: tuple[str, ...]
    statuses: tuple[str, ...]
    party: Codes
    """Code of each who takes part, by event;"""
    at: Codes
    """and where that event stands."""
    parties: Bearers
    """Those who take part by their names."""

    def tally(self) -> Tally:
        """How many events of each kind."""
        return tally(self.what, self.kinds)

    def fitting(self, wanted: Happened) -> Ids:
        """The ids of the events that fit, as `Record.events` gives them; raises `UnfitError` as that does."""
        asked = happened({**wanted, "article": None})
        masks = [
            *_same(self.what, self.kinds, asked["what"]),
            *_same(self.status, self.statuses, asked["status"]),
            *_within(self.first, self.last, asked["since"], asked["until"]),
        ]
        if asked["actor"] is not None:
            masks.append(self._of(asked["actor"]))
        return self.id[np.logical_and.reduce(masks)] if masks else self.id

    def _of(self, actor: str) -> Mask:
        """Those in which somebody of that name takes part."""
        mask = np.zeros(len(self.id) + 1, bool)  # the last one is that of parties of what came later
        mask[self.at[np.isin(self.party, self.parties.matching(actor))]] = True
        return mask[:-1]


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures but those told in what people have rejected, by the day they are claimed for, those of one question side by
    side."""

    number: Numbers
    first: Codes
    """Of the days it is claimed for, else that of the article; 20310500 for a month alone, 0 where nothing tells."""
    last: Codes
    measure: Codes
    """Place in `measures`."""
    place: Codes
    """Place in `places`."""
    source: Codes
    """Code of its source; -1 where the article claims it itself."""
    question: Ids
    measures: tuple[str, ...]
    places: tuple[str, ...]
    """In small letters without accents; empty where nothing tells."""
    sources: Bearers
    """The sources by their names."""

    def tally(self) -> Tally:
        """How many figures of each measure."""
        return tally(self.measure, self.measures)

    def fitting(self, wanted: Counted) -> Numbers:
        """The numbers of the figures that fit, as `Record.figures` gives them; raises `UnfitError` as that does."""
        asked = counted({**wanted, "article": None})
        masks = [
            *_same(self.measure, self.measures, asked["measure"]),
            *_same(self.place, self.places, asked["place"]),
            *_within(self.first, self.last, asked["since"], asked["until"]),
        ]
        if asked["source"] is not None:
            masks.append(np.isin(self.source, self.sources.matching(asked["source"])))
        if asked["question"] is not None:
            masks.append(self.question == asked["question"].encode("utf-8", "replace"))
        return self.number[np.logical_and.reduce(masks)] if masks else self.number


def _same(column: Codes, names: tuple[str, ...], wanted: str | None) -> list[Mask]:
    if wanted is None:
        return []
    return [column == names.index(wanted) if wanted in names else np.zeros(len(column), bool)]


def _within(first: Codes, last: Codes, since: str | None, until: str | None) -> list[Mask]:
    """What has no day lies within no days."""
    return [
        *([last >= day(since)] if since else []),
        *([(first <= day(until)) & (first > 0)] if until else []),
    ]


def events(file: File, known: Known) -> Events:
    """The events of a record."""
    rows = file.ask("event_columns")
    kinds, statuses, days, met = Names(), Names(), Days(), Meeting(known)
    place = {row["id"]: n for n, row in enumerate(rows)}
    parties = [(met[row["person"], row["name"]], place.get(row["event"], -1)) for row in file.ask("party_columns")]
    return Events(
        ids(row["id"] for row in rows),
        first=codes(days[row["first_day"]] for row in rows),
        last=codes(days[row["last_day"]] for row in rows),
        what=narrow(codes(kinds[row["what"]] for row in rows)),
        status=narrow(codes(statuses[row["status"]] for row in rows)),
        kinds=kinds.all(),
        statuses=statuses.all(),
        party=codes(code for code, _ in parties),
        at=codes(at for _, at in parties),
        parties=met.bearers(),
    )


def figures(file: File, known: Known) -> Figures:
    """The figures of a record."""
    rows = file.ask("figure_columns")
    measures, places, met = Names(), Names(), Meeting(known)
    return Figures(
        np.array([row["number"] for row in rows], np.int64),
        first=codes(day(row["first"]) for row in rows),
        last=codes(day(row["last"]) for row in rows),
        measure=narrow(codes(measures[row["measure"]] for row in rows)),
        place=codes(places[folded(row["place"] or "")] for row in rows),
        source=codes(met[row["person"], row["source_name"]] for row in rows),
        question=ids(row["question"] for row in rows),
        measures=measures.all(),
        places=places.all(),
        sources=met.bearers(),
    )
