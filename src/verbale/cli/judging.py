"""A judgement on its way into the log, and what follows from it."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path

import click

from verbale.cli.finding import existing
from verbale.cli.options import Judging, Output
from verbale.cli.persons import judged, show_log
from verbale.people import STATEMENT, Judgement, Verdict
from verbale.store import Persons, Record
from verbale.wording import line

PAIRS = {"same": Verdict.SAME, "different": Verdict.DIFFERENT, "unsure": Verdict.UNSURE}
NEEDS = {"same": 2, "different": 2, "unsure": 2, "rename": 2, "undo": 1}
Names = tuple[str, ...]


def show(record: Path, output: Output) -> None:
    """The log as rows."""
    with existing(record) as kept:
        show_log(kept, output)


def pronounce(verdict: str, names: Names, judging: Judging, *, record: Path) -> None:
    """Add a judgement to the log, tell it, and join anew unless that is left for later."""
    if len(names) != NEEDS[verdict]:
        raise click.UsageError(f"“{verdict}” takes {'two names or ids' if NEEDS[verdict] == 2 else 'the id of a judgement'}")
    with existing(record, readonly=False) as kept:
        article = kept.article(judging.article).id if judging.article else ""
        log = _said(verdict)(kept.people, names, judging.by or getpass.getuser(), article)
        for judgement in log:
            click.echo(f"{judgement.id}  {line(judged(judgement))}")
        _join(kept, later=judging.later)


def _said(verdict: str) -> Callable[[Persons, Names, str, str], list[Judgement]]:
    return {"rename": _rename, "undo": _undo}.get(verdict, _pair(verdict))


def _pair(verdict: str) -> Callable[[Persons, Names, str, str], list[Judgement]]:
    def judge(people: Persons, names: Names, who: str, article: str) -> list[Judgement]:
        one, two = people.anchors(names[0], article=article), people.anchors(names[1])
        if (one[0].kind == STATEMENT) != (two[0].kind == STATEMENT):
            raise click.UsageError("judge two names or two statements, not one of each")
        if one == two and one[0].kind == STATEMENT:
            raise click.UsageError(f"both are {one[0]}")
        if one == two:
            raise click.UsageError(f"both are {one[0]}: use --article to judge one article's use of a name")
        return people.judge(PAIRS[verdict], one, two, who=who)

    return judge


def _rename(people: Persons, names: Names, who: str, article: str) -> list[Judgement]:
    if names[0].startswith(("s_", "u_")):
        raise click.UsageError("only persons, bodies and countries go by a name")
    return people.rename(people.anchors(names[0], article=article), names[1], who=who)


def _undo(people: Persons, names: Names, who: str, _article: str) -> list[Judgement]:
    return people.undo(names[0], who=who)


def _join(record: Record, *, later: bool) -> None:
    if later:
        click.echo("It counts from the next join on.", err=True)
    else:
        record.join()
