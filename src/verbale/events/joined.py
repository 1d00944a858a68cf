"""Happenings of many articles as events: what several places tell of one meeting, decree or attack is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from verbale.lang import events
from verbale.model import Happening, Party, Status, digest

TURNED_UP = 14
"""So many days after it was announced without a date, an event that was held is the announced one."""
OFF = frozenset({Status.NOT_PLANNED, Status.RULED_OUT, Status.DENIED})
"""What has such a status does not come to pass."""
BROAD = 31
"""A date of more days than this tells too little to tell two events apart by, or to make them one."""
RECENT = 200
"""So many of the events of one actor are looked at, those begun last: nobody is told of more at a time."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A happening with those who take part in it as the join knows them, and the day its article was published."""

    article: str
    n: int
    happening: Happening
    parties: tuple[Party, ...]
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """One event: its happenings as their numbers among those given, in order of publication."""

    id: str
    what: str
    status: Status
    parties: tuple[Party, ...]
    start: str | None
    stop: str | None
    place: str | None
    members: tuple[int, ...]


def joined(seen: Sequence[Seen]) -> list[Joined]:
    """The events that the happenings tell, the earliest told first. The order of what is given does not matter."""
    order = sorted(range(len(seen)), key=lambda n: _order(seen[n]))
    groups: list[_Group] = []
    known: dict[tuple[str, str], list[_Group]] = defaultdict(list)
    for n in order:
        one = seen[n]
        family, keys = kind(one.happening.what)["like"], _keys(one.parties)
        candidates = {g.number: g for key in keys for g in known[family, key][-RECENT:]}
        fitting = [g for g in candidates.values() if g.takes(one)]
        group = max(fitting, key=lambda g: g.number, default=None)
        if group is None:
            group = _Group(len(groups), one.happening.what)
            groups.append(group)
        for key in keys - group.keys:
            known[family, key].append(group)
        group.add(n, one)
    return [group.joined() for group in groups]


def kind(what: str) -> Mapping[str, Any]:
    """What is known of a kind of event; one that a later Verbale wrote is like no other."""
    return events().get(what, {"like": what, "window": 0})  # type: ignore[no-any-return]


def _order(seen: Seen) -> tuple[bool, str, str, int]:
    return seen.published is None, seen.published or "", seen.article, seen.n


def _keys(parties: Iterable[Party]) -> set[str]:
    return {_key(party) for party in parties}


def _key(party: Party) -> str:
    return party.person or f"{party.kind}:{party.name.casefold()}"


# ---------------------------------------------------------------- one event that grows


@dataclass(slots=True)
class _Group:
    """The happenings of one event, as they are found in order of publication."""

    number: int
    what: str
    members: list[tuple[int, Seen]] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)

    def add(self, n: int, seen: Seen) -> None:
        self.members.append((n, seen))
        self.keys |= _keys(seen.parties)

    def takes(self, seen: Seen) -> bool:
        """Whether a later telling tells this event."""
        return self._shares(seen) and self._in_time(seen)

    def _shares(self, seen: Seen) -> bool:
        """Whether those who take part are the same: two of them, or the one who does it."""
        traits = kind(self.what)
        keys = _keys(seen.parties)
        if traits.get("mutual"):
            shared = len(keys & self.keys)
            return shared > 1 or (shared == 1 and min(len(keys), len(self.keys)) == 1 and self._dated_alike(seen))
        doers = {_key(one.parties[0]) for _, one in self.members if one.parties}
        same_doer = bool(seen.parties) and _key(seen.parties[0]) in doers
        others = _keys(seen.parties[1:])
        mine = {key for _, one in self.members for key in _keys(one.parties[1:])}
        if not same_doer or (others and mine and not others & mine):
            return False
        return bool(traits.get("alone")) or self._dated_alike(seen) or bool(others & mine)

    def _dated_alike(self, seen: Seen) -> bool:
        """Whether both tell one date, and not a broad one."""
        one, two = self._days(), _days(seen.happening)
        return bool(one and two and max(_length(one), _length(two)) <= BROAD and _meet(one, two))

    def _in_time(self, seen: Seen) -> bool:
        one, two = self._days(), _days(seen.happening)
        held, now_held = self._is_held(), seen.happening.status is Status.HELD
        if one and two:
            return _meet(one, two) and (min(_length(one), _length(two)) <= BROAD or held == now_held)
        if held != now_held:
            return self._turned_up(seen) if now_held else False
        gap = self._gap(seen)
        return gap is not None and gap <= kind(self.what)["window"]

    def _turned_up(self, seen: Seen) -> bool:
        """Whether what was announced without a date has come to pass, as a later article tells soon after."""
        last = self.members[-1][1]
        gap = self._gap(seen)
        later = last.article != seen.article and (last.published or "") < (seen.published or "")
        return later and gap is not None and gap <= TURNED_UP and last.happening.status not in OFF

    def _gap(self, seen: Seen) -> int | None:
        """Days between this telling and the last of the event, or the event itself where it is dated."""
        now, before = _day(seen.published), _day(self.members[-1][1].published)
        days, mine = _days(seen.happening), self._days()
        times = [d for d in (mine[1] if mine else before, before) if d]
        other = days[0] if days else now
        return min((abs((other - d).days) for d in times), default=None) if other else None

    def _is_held(self) -> bool:
        return any(one.happening.status is Status.HELD for _, one in self.members)

    def _days(self) -> tuple[date, date] | None:
        """The closest date that its tellings give; of two as close the one told last."""
        told = [days for _, one in self.members if (days := _days(one.happening))]
        return min(reversed(told), key=_length, default=None)

    def joined(self) -> Joined:
        first, last = self.members[0][1], self.members[-1][1].happening
        days = self._days()
        places = [one.happening.place for _, one in self.members if one.happening.place]
        id_ = digest("e", first.article, self.what, str(first.happening.trigger.start))
        return Joined(
            id_,
            self.what,
            last.status,
            tuple(self._parties()),
            days[0].isoformat() if days else None,
            days[1].isoformat() if days else None,
            max(places, key=places.count, default=None),
            tuple(n for n, _ in self.members),
        )

    def _parties(self) -> Iterator[Party]:
        """Each once, those first who are named first."""
        known: dict[str, Party] = {}
        for _, one in self.members:
            for party in one.parties:
                known.setdefault(_key(party), party)
        return iter(known.values())


# ---------------------------------------------------------------- days


def _days(happening: Happening) -> tuple[date, date] | None:
    when = happening.when
    first, last = _day(when.start), _day(when.stop)
    if first is None or last is None:
        return None
    return first, last


def _day(iso: str | None) -> date | None:
    """The day of an ISO date; None for a month or a year alone, and for what is no date."""
    try:
        return date.fromisoformat(iso[:10]) if iso and len(iso) >= 10 else None
    except ValueError:
        return None


def _length(days: tuple[date, date]) -> int:
    return (days[1] - days[0]).days + 1


def _meet(one: tuple[date, date], two: tuple[date, date]) -> bool:
    return max(one[0], two[0]) <= min(one[1], two[1])
