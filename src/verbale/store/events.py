"""Join what articles tell of events and figures, and give it back. Derived rows are dropped and made anew."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from verbale.events import Joined, Seen, joined
from verbale.figures import Asked, questions
from verbale.model import Claim, Event, Kind, Party, Status, Telling
from verbale.store.cells import word
from verbale.store.file import File, Row, Values
from verbale.store.happenings import figures, happenings
from verbale.store.lasting import lasting
from verbale.store.search import first_day, last_day

PAGE = 256
_HEAD = ("article", "path", "url", "outlet", "title", "language", "published")


class _Place(NamedTuple):
    """Where a happening stands: the id of its article, and its number there."""

    article: str
    n: int


# ---------------------------------------------------------------- joining


def told_before(file: File) -> list[tuple[_Place, str]]:
    """The event of each happening, as the join before left them; asked before anything is dropped."""
    return [(_Place(row["article"], row["n"]), row["event"]) for row in file.ask("events_told")]


def join_events(file: File, before: Iterable[tuple[_Place, str]]) -> None:
    """Make events and claims anew, within the transaction of the caller, once persons are known."""
    file.put("drop_events", [{}])
    file.put("drop_claims", [{}])
    numbers = [row["number"] for row in file.ask("all_happenings")]
    seen = list(_seen(file, numbers))
    found = joined(seen)
    ids = _kept(before, found, seen)
    file.put("add_event", map(_event_row, found, ids, [[seen[n] for n in one.members] for one in found]))
    file.put("add_event_party", (row for one, id_ in zip(found, ids, strict=True) for row in _party_rows(one, id_)))
    tellings = ((id_, n, numbers[m]) for one, id_ in zip(found, ids, strict=True) for n, m in enumerate(one.members))
    file.put("add_event_telling", ({"event": e, "n": n, "happening": h} for e, n, h in tellings))
    file.put("add_claim", _claim_rows(file))


def _seen(file: File, numbers: Sequence[int]) -> Iterator[Seen]:
    for start in range(0, len(numbers), PAGE):
        page = numbers[start : start + PAGE]
        wanted = json.dumps(page)
        heads = {row["number"]: row for row in file.ask("telling_heads", numbers=wanted)}
        parties: dict[int, list[Party]] = defaultdict(list)
        for row in file.ask("happening_parties", numbers=wanted):
            parties[row["happening"]].append(Party(row["person"], row["called"] or row["name"], word(Kind, row["kind"])))
        for number, happening in zip(page, happenings(file, page), strict=True):
            head = heads[number]
            yield Seen(head["article"], head["n"], happening, tuple(parties[number]), head["published"])


def _kept(before: Iterable[tuple[_Place, str]], found: Sequence[Joined], seen: Sequence[Seen]) -> list[str]:
    """An id for each event: that which the join before gave to most of its tellings, else its own."""
    place_of = {_Place(seen[m].article, seen[m].n): n for n, one in enumerate(found) for m in one.members}
    shared = Counter((old, place_of[place]) for place, old in before if place in place_of)
    return lasting("e", [one.id for one in found], shared)


def _event_row(event: Joined, id_: str, members: Sequence[Seen]) -> Values:
    days = [one.published for one in members if one.published]
    return {
        "id": id_,
        "what": event.what,
        "status": event.status,
        "when_from": event.start,
        "when_to": event.stop,
        "place": event.place,
        "first_day": event.start or first_day(min(days, default=None)),
        "last_day": event.stop or last_day(max(days, default=None)),
    }


def _party_rows(event: Joined, id_: str) -> Iterator[Values]:
    for n, party in enumerate(event.parties):
        yield {"event": id_, "n": n, "person": party.person, "name": party.name, "kind": party.kind}


def _claim_rows(file: File) -> Iterator[Values]:
    rows = file.ask("figures_asked")
    asked = [Asked(r["measure"], r["unit"], r["place_id"] or (r["place"] or "").casefold(), first_day(r["day"])) for r in rows]
    for row, question in zip(rows, questions(asked), strict=True):
        yield {"figure": row["number"], "person": row["person"], "question": question}


# ---------------------------------------------------------------- giving back


def events(file: File, ids: Iterable[str]) -> Iterator[Event]:
    """The events of these ids in this order, with all their tellings, fetched a page at a time."""
    ids = list(ids)
    for start in range(0, len(ids), PAGE):
        yield from _event_page(file, ids[start : start + PAGE])


def _event_page(file: File, ids: Sequence[str]) -> Iterator[Event]:
    wanted = json.dumps(ids)
    rows = {row["id"]: row for row in file.ask("event_rows", ids=wanted)}
    parties: dict[str, list[Party]] = defaultdict(list)
    for row in file.ask("event_parties", ids=wanted):
        parties[row["event"]].append(Party(row["person"], row["name"], word(Kind, row["kind"])))
    tellings = _tellings(file, file.ask("event_tellings", ids=wanted))
    return (_event(rows[id_], parties[id_], tellings[id_]) for id_ in ids if id_ in rows)


def _tellings(file: File, rows: Sequence[Row]) -> dict[str, list[Telling]]:
    found: dict[str, list[Telling]] = defaultdict(list)
    told = happenings(file, [row["happening"] for row in rows])
    for row, happening in zip(rows, told, strict=True):
        found[row["event"]].append(Telling(happening, **{name: row[name] for name in _HEAD}))
    return found


def _event(row: Row, parties: Iterable[Party], tellings: Iterable[Telling]) -> Event:
    return Event(
        id=row["id"],
        what=row["what"],
        status=word(Status, row["status"]),
        parties=tuple(parties),
        start=row["when_from"],
        stop=row["when_to"],
        place=row["place"],
        tellings=tuple(tellings),
    )


def claims(file: File, numbers: Iterable[int]) -> Iterator[Claim]:
    """The figures of these numbers in this order, fetched a page at a time."""
    numbers = list(numbers)
    for start in range(0, len(numbers), PAGE):
        page = numbers[start : start + PAGE]
        rows = {row["number"]: row for row in file.ask("claim_rows", numbers=json.dumps(page))}
        for number, figure in zip(page, figures(file, page), strict=True):
            row = rows[number]
            known = {name: row[name] for name in (*_HEAD, "person", "question", "rivals")}
            yield Claim(row["id"], figure, **known)
