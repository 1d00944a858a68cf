"""Corrections on their way from a file into the log of rulings."""

from __future__ import annotations

import getpass
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from verbale.cli.finding import existing
from verbale.cli.group import UNREAD
from verbale.corrections import Change, Compared, Marked, Sheet, compare, sheets
from verbale.corrections.ruling import correction, left_out
from verbale.errors import RecordError, SourceError
from verbale.model import Statement
from verbale.place import Place
from verbale.rulings import Decision, Ruling, holding
from verbale.store import Record
from verbale.wording import counted, line

SHOWN = 5


@dataclass(slots=True)
class _Told:
    """What is told in the end."""

    done: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    missing: int = 0
    added: int = 0
    faults: list[str] = field(default_factory=list)


def correct_from(*, file: Path, missing: str, by: str | None, dry_run: bool, later: bool, record: Place) -> None:
    """Rule what a file says, tell it and join; exit code 2 where something could not be taken."""
    if not file.exists():
        raise SourceError(f"there is no {file}")
    told = _Told()
    with existing(record, readonly=dry_run) as kept:
        held = holding(kept.rulings.log())
        for change, statement in _changes(file, kept, told, reject=missing == "reject"):
            _rule(change, statement, kept, told, held=held, who=None if dry_run else by or getpass.getuser())
        if told.done and not dry_run and not later:
            kept.join()
    _tell(told, dry_run=dry_run)
    if told.faults:
        raise click.exceptions.Exit(UNREAD)


Pair = tuple[Change, Statement]
"""A change with the statement as it was read."""


def _changes(file: Path, kept: Record, told: _Told, *, reject: bool) -> Iterator[Pair]:
    for sheet in _by_article(file, kept, told):
        assert sheet.article
        reading = kept.reading(sheet.article)
        ours = {s.id: s for s in reading.statements}
        found = compare(sheet, reading.article, reading.statements)
        told.faults += found.faults
        told.added += len(found.added)
        told.missing += len(found.missing)
        yield from ((change, ours[change.statement]) for change in (*found.changes, *_rejected(found, sheet, reject=reject)))


def _rejected(found: Compared, sheet: Sheet, *, reject: bool) -> Iterator[Change]:
    for id_ in found.missing if reject else ():
        yield Change(id_, sheet.article or "", "reject", {}, {})


def _by_article(file: Path, kept: Record, told: _Told) -> Iterator[Sheet]:
    """The sheets of articles that the record holds; the rows of a table are put together by theirs."""
    for sheet in sheets(file):
        if sheet.fault:
            told.faults.append(f"{sheet.name}: {sheet.fault}")
        elif sheet.article is None:
            yield from _parted(sheet, kept, told)
        elif kept.knows(sheet.article):
            yield sheet
        else:
            told.faults.append(f"{sheet.name}: the record has no article {sheet.article}")


def _parted(sheet: Sheet, kept: Record, told: _Told) -> Iterator[Sheet]:
    found: dict[str, list[Marked]] = defaultdict(list)
    for marked in sheet.statements:
        try:
            found[kept.statement(marked.id or "").article].append(marked)
        except RecordError as fault:
            told.faults.append(f"{sheet.name}: {fault}")
    for article, statements in found.items():  # a table tells nothing of statements that it does not hold
        held = {marked.id for marked in statements}
        rest = (Marked(s.id) for s in kept.reading(article).statements if s.id not in held)
        yield replace(sheet, article=article, statements=(*statements, *rest))


def _rule(change: Change, read: Statement, kept: Record, told: _Told, *, held: dict[str, Ruling], who: str | None) -> None:
    """Rule what the change says, if it is not what holds already; `who` is None where nothing is to be written."""
    right = correction(change, kept.article(change.article), read.speaker)
    told.left.update(left_out(change))
    decision = Decision(change.verdict)
    empty = decision is Decision.CORRECT and right.speaker is None and not right.parts
    before = held.get(read.id)
    if empty or (before and (before.decision, before.correction) == (decision, right)):
        return
    told.done[change.verdict] += 1
    click.echo(f"{change.verdict:<8} {read.id}  {line(_what(change, read))}")
    if who is None:
        return
    if decision is Decision.CORRECT:
        kept.rulings.correct(read.id, right, who=who)
    elif decision is Decision.REJECT:
        kept.rulings.reject(read.id, who=who)
    else:
        kept.rulings.accept(read.id, who=who)


def _what(change: Change, read: Statement) -> str:
    """What is changed, in words: `speaker: Ana Reyes instead of Reyes`."""
    told = [f"{name} moved" for name in change.parts]
    if "speaker" in change.told:
        now, before = change.told["speaker"] or "unknown", read.speaker.name if read.speaker else "unknown"
        told.append(f"speaker: {now} instead of {before}")
    return "; ".join(told) or f"“{read.content.text[:80]}”"


def _tell(told: _Told, *, dry_run: bool) -> None:
    names = {"correct": "corrected", "reject": "rejected", "accept": "accepted"}
    done = ", ".join(f"{told.done[verdict]} {word}" for verdict, word in names.items())
    click.echo(f"{counted(told.done.total(), 'statement')}: {done}{' (nothing was written)' if dry_run else ''}.")
    if told.left:
        fields = ", ".join(f"{name} ({times})" for name, times in told.left.items())
        click.echo(f"Not taken, since a ruling has no place for it: {fields}.", err=True)
    if told.missing and not told.done["reject"]:
        click.echo(
            f"{counted(told.missing, 'statement')} not in the files; --missing reject takes them for rejected.", err=True
        )
    if told.added:
        click.echo(f"{counted(told.added, 'statement')} added there; they count for `verbale evaluate` only.", err=True)
    for fault in told.faults[:SHOWN]:
        click.echo(line(fault), err=True)
    if len(told.faults) > SHOWN:
        click.echo(f"and {len(told.faults) - SHOWN} more.", err=True)
