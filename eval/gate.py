"""Quality on all gold that is present, held against `floors.json`: figures may rise, never fall.

python eval/gate.py            print the figures and fail where one is below its floor
python eval/gate.py --show     every difference as well
python eval/gate.py --raise    lift the floors to what was measured (never lowers one), and write docs/figures.md
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from acts import DRAWN
from acts import figures as acts_figures
from events import measured as events_measured
from gold import DATA, Gold, sets
from scoring import SHARES, Difference, score
from whole import figures as whole_figures

FLOORS = Path(__file__).with_name("floors.json")
PAGE = Path(__file__).parent.parent / "docs" / "figures.md"
COLUMNS = ("found", "precision", "recall", "who+what", *SHARES)
OF_EVENTS = ("precision", "recall", "status", "date")
"""Figures that only events in articles are held to."""
SLACK = 0.015
"""Floors are raised to a little below the measured figure: another processor rounds otherwise, which turns a statement or two."""


def main(arguments: list[str]) -> int:
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    measured = {gold.name: _measured(gold, show="--show" in arguments) for gold in sets()}
    sets_of_acts = {"acts": ("held",), "acts drawn": DRAWN}
    acts = {name: found for name, names in sets_of_acts.items() if (found := acts_figures(names))}
    happened = events_measured()
    happened |= {"events in articles": found} if (found := whole_figures()) else {}
    _print(measured)
    for name, figures in acts.items():
        print(f"{name:10} act {figures['act']:.3f}, stance {figures['stance']:.3f}")
    for name, figures in happened.items():
        print(f"{name:10} " + ", ".join(f"{name} {value:.3f}" for name, value in figures.items()))
    if not (DATA / "gold").is_dir():
        print(f"No shared gold under {DATA} (set VERBALE_DATA): measured on the sample articles alone.")
    if "--raise" in arguments:
        FLOORS.write_text(json.dumps(_raised(floors, measured | acts | happened), indent=1) + "\n", "utf-8")
        PAGE.write_text(_page(measured), "utf-8")
        return 0
    return _held(floors, measured | acts | happened)


def _measured(gold: Gold, *, show: bool) -> dict[str, float]:
    tally, differences = score(gold.gold(), gold.rows())
    for difference in differences if show else ():
        print(_told(difference))
    return tally.figures() | {
        "statements": tally.gold,
        "precision": round(tally.matched / max(1, tally.predicted), 4),
        "recall": round(tally.matched / max(1, tally.gold), 4),
    }


def _told(difference: Difference) -> str:
    gold, found = difference.gold, difference.found
    words = found["content"]["text"][:80] if found else str(gold["content"] if gold else "")
    wanted = f" want {gold['speaker']!r}" if gold else ""
    got = f" got {(found.get('speaker') or {}).get('name')!r}" if found else ""
    return f"{difference.what:8} {difference.file}{wanted}{got}: {words!r}"


def _print(measured: dict[str, dict[str, float]]) -> None:
    print(f"{'':10}" + "".join(f"{c:>11}" for c in COLUMNS))
    for name, figures in measured.items():
        print(f"{name:10}" + "".join(f"{figures[c]:>11.3f}" if c in figures else f"{'-':>11}" for c in COLUMNS))


ABOUT = """<!-- Written by eval/gate.py --raise. -->

# Figures

How well Verbale reads, measured on articles in which every attributed statement was marked by hand. `examples` are the
invented sample articles of this repository, which anybody can measure anew with `make eval`; the other sets are real
articles, which are not ours to pass on: `seeds` (five articles in English and Russian), `en`, `ru` and `uk`, and `same`
(one saying in several outlets). `make eval` fails where a figure falls below its floor in `eval/floors.json`.

A statement counts as found when its content shares at least half of the characters that it or the gold has. `found` is
the F1 of that, from its `precision` and `recall`; `who+what` is the F1 of statements found with the right speaker. The
other columns are shares among those found: the right speaker; the content exact to the character; the right kind (direct,
indirect, mixed); the cue, source, date, relays, venue and conditions where the gold tells one.
"""


def _page(measured: dict[str, dict[str, float]]) -> str:
    """docs/figures.md: the figures as a table."""
    head = ("set", "statements", *COLUMNS)
    rows = [
        (name, f"{figures['statements']:.0f}", *(f"{figures[c]:.3f}" if c in figures else "–" for c in COLUMNS))
        for name, figures in measured.items()
    ]
    table = [head, ("---",) * len(head), *rows]
    return ABOUT + "\n" + "\n".join(f"| {' | '.join(row)} |" for row in table) + "\n"


def _raised(floors: dict[str, dict[str, float]], measured: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    kept = {name: dict(figures) for name, figures in floors.items()}
    for name, figures in measured.items():
        floor = kept.setdefault(name, {})
        for key in (
            "found",
            "who+what",
            "speaker",
            "kind",
            *SHARES,
            "act",
            "stance",
            "events",
            "figures",
            "in gold",
            *OF_EVENTS,
        ):
            if key in figures and (name == "events in articles" or key not in OF_EVENTS):
                floor[key] = max(floor.get(key, 0.0), round(figures[key] - SLACK, 3))
    return kept


def _held(floors: dict[str, dict[str, float]], measured: dict[str, dict[str, float]]) -> int:
    low = [
        (n, k, measured[n][k], f)
        for n, figures in floors.items()
        if n in measured
        for k, f in figures.items()
        if measured[n].get(k, 0.0) < f
    ]
    for name, key, figure, floor in low:
        print(f"BELOW THE FLOOR: {name} {key} is {figure:.3f}, must be {floor:.3f} or more")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
