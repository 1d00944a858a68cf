"""Are agencies found where an article names the one it came from? python eval/agencies.py FILE.jsonl.gz [--show]

FILE holds articles in the form of PolNeAR, whose `wire` names the agency that the publisher took the text from and whose
`credit` the site that it thanks (`h/t: NAME`). Counted are the articles whose text names that carrier at all; it is found
where a dateline or credit line gave it, or where a statement names it as relay, venue or speaker. Of all other articles
those are counted that were given an agency.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verbale.clean import clean
from verbale.flow import read_many
from verbale.model import Given, Source, Statement

NAMES = {
    "AP": ("AP", "Associated Press"),
    "UPI": ("UPI", "United Press International"),
    "REUTERS": ("Reuters",),
    "AFP": ("AFP", "Agence France-Presse"),
}
NONE = {"", "None", "NA"}


@dataclass(frozen=True, slots=True)
class Told:
    """One article: the carrier that its publisher tells, whether its text names it, and what was found."""

    id: str
    kind: str
    """`wire`, `credit` or `none`."""
    names: tuple[str, ...]
    named: bool
    agencies: tuple[str, ...]
    others: tuple[str, ...]
    """Relays, venues and speakers of its statements."""

    def found(self, *, anywhere: bool) -> bool:
        """Whether its carrier is among its agencies, or `anywhere` in the setting of a statement."""
        return any(_holds(text, self.names) for text in (*self.agencies, *(self.others if anywhere else ())))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true", help="the articles that went wrong")
    given = parser.parse_args()
    told = list(articles(given.file))
    for kind in ("wire", "credit"):
        named = [t for t in told if t.kind == kind and t.named]
        credited, found = (sum(t.found(anywhere=a) for t in named) for a in (False, True))
        count = sum(t.kind == kind for t in told)
        print(
            f"{kind:8} {count:4} articles, {len(named):3} name it, {credited:3} credited to it, {found:3} found with statements"
        )
    rest = [t for t in told if t.kind == "none"]
    print(f"{'none':8} {len(rest):4} articles, {sum(bool(t.agencies) for t in rest):3} given an agency")
    for t in told if given.show else ():
        if (t.kind == "none" and t.agencies) or (t.named and not t.found(anywhere=True)):
            print(t.kind, t.id, t.names, t.agencies)


def articles(path: Path) -> Iterator[Told]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        kind, names = _carrier(row)
        source = Source(row["text"], given=Given(outlet=row["publisher"], published=row["date"], language="en"))
        named = _holds(row["text"], names)
        # Statements matter only where the carrier is named; agencies are told by the lines alone.
        statements = next(read_many([source])).statements if named else ()
        yield Told(row["id"], kind, names, named, clean(source)[0].agencies, tuple(_settings(statements)))


def _carrier(row: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    wire, credit = ("" if row[key] in NONE else row[key] or "" for key in ("wire", "credit"))
    if wire:
        return "wire", NAMES[wire.upper()]
    name = credit.removeprefix("h/t:").strip(" .")
    return ("credit", (name,)) if name else ("none", ())


def _settings(statements: Sequence[Statement]) -> Iterator[str]:
    for s in statements:
        yield from s.relays
        yield s.venue.words.text if s.venue else ""
        yield s.speaker.name if s.speaker else ""


def _holds(text: str, names: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{re.escape(n)}\b", text, 0 if n.isupper() else re.IGNORECASE) for n in names)


if __name__ == "__main__":
    main()
