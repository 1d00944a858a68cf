"""How many statements a month, as bars."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from verbale.web.asked import Asked
from verbale.web.plots.drawing import Plot, joined, line, link, rect, words

WIDTH, HEIGHT, FOOT = 640, 124, 22
MOST = 120
"""More bars than that are of years."""


def months(counts: Sequence[tuple[int, int]], *, link: Asked | None = None) -> Plot | None:
    """The bars of 203105-like months with their counts; None where fewer than two can be compared.

    With `link`, each bar leads to the same search within its month.
    """
    bars = _bars(counts)
    if len(bars) < 2:
        return None
    asked = link or Asked()
    top = max(times for _, times in bars)
    step = WIDTH / len(bars)
    drawn = [_bar(n, label, times, (step, top), asked) for n, (label, times) in enumerate(bars)]
    feet = [line([(0, HEIGHT - FOOT), (WIDTH, HEIGHT - FOOT)]), *_labels([label for label, _ in bars], step)]
    what = "year" if len(bars[0][0]) == 4 else "month"
    title = f"Statements by {what}, {bars[0][0]} to {bars[-1][0]}; at most {top:,} in one {what}"
    return Plot("months", title, WIDTH, HEIGHT, joined([*drawn, *feet]), replace(asked, page=1).address())


def _bars(counts: Sequence[tuple[int, int]]) -> list[tuple[str, int]]:
    """Every month from the first to the last with its count, or every year."""
    if not counts:
        return []
    first, last = (number // 100 * 12 + number % 100 - 1 for number in (counts[0][0], counts[-1][0]))
    times = dict(counts)
    if last - first < MOST:
        numbers = [(m // 12, m % 12 + 1) for m in range(first, last + 1)]
        return [(f"{year:04}-{month:02}", times.get(year * 100 + month, 0)) for year, month in numbers]
    years = dict.fromkeys(range(first // 12, last // 12 + 1), 0) if last - first < MOST * 12 else {}
    for number, many in counts:
        years[number // 100] = years.get(number // 100, 0) + many
    return [(f"{year:04}", many) for year, many in sorted(years.items())]


def _bar(n: int, label: str, times: int, scale: tuple[float, int], asked: Asked) -> Markup:
    step, top = scale
    height = (HEIGHT - FOOT - 4) * times / top
    gap = min(3.0, step * 0.2)
    told = f"{label}: {times:,}"
    bar = rect(n * step + gap / 2, HEIGHT - FOOT - height, max(0.5, step - gap), height, title=told)
    address = f"/search{replace(asked, since='', until='').address(since=label, until=label)}"
    return link(address, bar, told) if times else Markup("")


def _labels(labels: Sequence[str], step: float) -> list[Markup]:
    """As many labels as have room."""
    every = max(1, math.ceil(86 / step))  # so far apart that larger letters on a phone have room
    shown = [n for n in range(0, len(labels), every) if n * step + 80 <= WIDTH or n == 0]
    return [words(n * step + 1, HEIGHT - 4, labels[n], size=11, faint=True) for n in shown]
