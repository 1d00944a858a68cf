"""What people marked beside what Verbale found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from verbale.cli.finding import existing
from verbale.corrections import gold, sheet_gold, sheets
from verbale.errors import RecordError, SourceError
from verbale.export import jsonl
from verbale.model import Entry
from verbale.place import Place
from verbale.scoring import Difference, Tally, score
from verbale.store import Record
from verbale.wording import counted, line

Row = dict[str, Any]
ABOUT = {
    "found": "F1 of the two",
    "who+what": "F1 where the speaker has to be right too",
    "speaker": "of those rightly found have the right speaker",
    "exact": "have the words exact to the character",
    "kind": "are rightly told to be direct, indirect or mixed",
    "cue": "have the cue where one is marked",
    "source": "have the words that name the speaker where they are marked",
    "said": "have the day where one is marked",
    "relays": "have the media through whose hands it came, where marked",
    "venue": "have an occasion where one is marked",
    "conditions": "have the conditions where some are marked",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of a measurement."""

    articles: int
    absent: tuple[str, ...]
    """Articles of the gold that the record does not hold."""
    tally: Tally
    differences: tuple[Difference, ...]

    @property
    def precision(self) -> float:
        return round(self.tally.matched / self.tally.predicted, 4) if self.tally.predicted else 0.0

    @property
    def recall(self) -> float:
        return round(self.tally.matched / self.tally.gold, 4) if self.tally.gold else 0.0


def measured(path: Path, *, record: Place) -> Measured:
    """Measure the record against a gold file, or a folder or an archive of corrected files."""
    if not path.exists():
        raise SourceError(f"there is no {path}")
    with existing(record) as kept:
        found = list(_of_file(path, kept) if path.suffix.lower() == ".json" else _of_sheets(path, kept))
        for told, rows in found:
            _add_words(told, kept.article(told["file"]).text if rows is not None else "")
    present = [(told, rows) for told, rows in found if rows is not None]
    tally, differences = score([told for told, _ in present], [row for _, rows in present for row in rows])
    absent = tuple(told["file"] for told, rows in found if rows is None)
    return Measured(len(present), absent, tally, tuple(differences))


Pair = tuple[Row, list[Row] | None]
"""An article of the gold, and the statements of the record; None where it does not hold the article."""


def _of_file(path: Path, kept: Record) -> Iterator[Pair]:
    try:
        articles = gold(path.read_text("utf-8-sig"), str(path))
    except UnicodeDecodeError as fault:
        raise SourceError(f"{path} is no UTF-8") from fault
    ids = {Path(article.path.replace("\\", "/")).name: article.id for article in kept.articles() if article.path}
    for told in articles:
        id_: str = ids.get(told["file"]) or told["file"]
        yield {**told, "file": id_}, _rows(kept, id_)


def _of_sheets(path: Path, kept: Record) -> Iterator[Pair]:
    for sheet in sheets(path):
        if sheet.fault or sheet.article is None:
            click.echo(f"{sheet.name}: {sheet.fault or 'it tells no article'}", err=True)
            continue
        rows = _rows(kept, sheet.article)
        ours = kept.reading(sheet.article).statements if rows is not None else ()
        yield sheet_gold(sheet, sheet.article, ours), rows


def _add_words(told: Row, text: str) -> None:
    """What each marked statement says, for whoever looks at the differences."""
    for statement in told["statements"]:
        statement["words"] = " … ".join(text[start:stop] for start, stop in statement["content"])


def _rows(kept: Record, article: str) -> list[Row] | None:
    """The statements of an article in the exchange format, which names it by its id alone."""
    try:
        statements = kept.reading(article).statements
    except RecordError:
        return None
    return [jsonl.row(Entry(statement, article, path=article)) for statement in statements]


# ---------------------------------------------------------------- told


def write_json(found: Measured, *, show: bool) -> None:
    """All figures as one JSON object."""
    told = {
        "articles": found.articles,
        "absent": list(found.absent),
        "statements": found.tally.gold,
        "precision": found.precision,
        "recall": found.recall,
        **found.tally.figures(),
    }
    if show:
        told["differences"] = [{"what": d.what, "article": d.file, "gold": d.gold, "found": d.found} for d in found.differences]
    click.echo(json.dumps(told, ensure_ascii=False))


def draw(found: Measured, *, show: bool) -> None:
    """The figures as lines to read."""
    for difference in found.differences if show else ():
        click.echo(_difference(difference))
    tally, figures = found.tally, found.tally.figures()
    marked = f"{counted(tally.gold, 'statement')} marked in {counted(found.articles, 'article')}"
    click.echo(f"{marked}; {counted(tally.predicted, 'statement')} found, {tally.matched} of them rightly.\n")
    click.echo(f"{'precision':<11}{found.precision:.3f}  of those found are marked")
    click.echo(f"{'recall':<11}{found.recall:.3f}  of those marked are found")
    for name, figure in figures.items():
        click.echo(f"{name:<11}{figure:.3f}  {ABOUT[name]}")
    if found.absent:
        click.echo(f"\n{counted(len(found.absent), 'article')} not in the record: {', '.join(found.absent[:5])}", err=True)


def _difference(difference: Difference) -> str:
    row, marked = difference.found, difference.gold
    words = line(row["content"]["text"] if row else marked["words"] if marked else "")[:90]
    speakers = f"marked {marked['speaker'] or 'nobody'}" if marked else "marked as none"
    got = f", found {(row.get('speaker') or {}).get('name') or 'nobody'}" if row else ", not found"
    return f"{difference.what:<8} {difference.file}  {speakers}{got}: {words}"
