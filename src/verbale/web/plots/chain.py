"""Through whose hands a statement came: from the speaker to every article that carries it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from verbale import wording
from verbale.model import Carrier, Entry
from verbale.web.plots.drawing import Plot, cut, dot, joined, line, words
from verbale.wording.setting import same_medium

WIDTH, ROW, LEFT = 420, 44, 12
MOST = 12
"""So many others are drawn; the page lists more."""


def chain(entry: Entry, carriers: Sequence[Carrier] = ()) -> Plot:
    """One point a hand, the speaker at the top; others who carry the same saying branch off."""
    hands = list(_hands(entry))
    others = [one for one in carriers if one.statement != entry.id][:MOST]
    parts = [line([(LEFT, ROW / 2), (LEFT, ROW * (len(hands) - 0.5))], width=2)]
    for n, (name, told) in enumerate(hands):
        parts += _point(LEFT, n, name, told, n in {0, len(hands) - 1})
    for n, one in enumerate(others, len(hands)):
        parts.append(
            line([(LEFT, ROW * (len(hands) - 0.5)), (LEFT, ROW * (n + 0.5)), (LEFT + 28, ROW * (n + 0.5))], dashed=True)
        )
        parts += _point(LEFT + 28, n, wording.line(one.outlet or one.article), _carried(one), full=False)
    title = "From hand to hand: " + ", then ".join(name for name, _ in hands)
    title += f"; carried by {wording.counted(len(others), 'other statement')}" if others else ""
    return Plot("chain", title, WIDTH, ROW * (len(hands) + len(others)), joined(parts), f"?statement={entry.id}")


def _hands(entry: Entry) -> Iterator[tuple[str, str]]:
    said = entry.statement
    days = wording.days(said.said)
    yield wording.speaker(said), ", ".join(filter(None, (wording.role(said), days and f"said {days}")))
    if said.venue:
        place = wording.line(said.venue.words.text)
        yield place, ("where it was said" if said.venue.kind.lower() in place.lower() else wording.line(said.venue.kind))
    yield from ((wording.line(relay), "carried it") for relay in said.relays if not same_medium(relay, entry.outlet))
    outlet = wording.line(entry.outlet or "") or "outlet not known"
    yield outlet, f"published {entry.published[:10]}" if entry.published else "published on a day that is not known"


def _carried(one: Carrier) -> str:
    day = f"published {one.published[:10]}, " if one.published else ""
    return f"{day}{'copies the text of another' if one.copy else 'has it too'}"


def _point(x: float, n: int, name: str, told: str, full: bool) -> list[Markup]:
    middle = ROW * (n + 0.5)
    return [
        dot(x, middle, 5, hue=1, hollow=not full),
        words(x + 16, middle - 1, cut(name, 50), size=14),
        words(x + 16, middle + 14, cut(told, 62), size=11, faint=True),
    ]
