"""A judgement on its way into the log, and what follows from it."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from dataclasses import replace

import click

from verbale.cli.finding import existing
from verbale.cli.judgements import Logged, show_log, told
from verbale.cli.options import Judging, Output
from verbale.errors import UnknownError
from verbale.model import Kind
from verbale.people import STATEMENT, Judgement, Verdict
from verbale.place import Place
from verbale.rulings import Correction, Decision, Ruling, holding
from verbale.store import Persons, Record

PAIRS = {"same": Verdict.SAME, "different": Verdict.DIFFERENT, "unsure": Verdict.UNSURE}
NEEDS = {
    "same": (2, "two names or ids"),
    "different": (2, "two names or ids"),
    "unsure": (2, "two names or ids"),
    "rename": (2, "a name or id, and a name"),
    "accept": (1, "the id of a statement"),
    "reject": (1, "the id of a statement"),
    "speaker": (2, "the id of a statement, and a name"),
    "undo": (1, "the id of a judgement or ruling"),
}
"""How many names each verdict takes, and what they are."""
Names = tuple[str, ...]


def show(record: Place, output: Output) -> None:
    """The log as rows."""
    with existing(record) as kept:
        show_log(kept, output)


def pronounce(verdict: str, names: Names, judging: Judging, *, record: Place) -> None:
    """Add a judgement to the log, tell it, and join anew unless that is left for later."""
    number, what = NEEDS[verdict]
    if len(names) != number:
        raise click.UsageError(f"“{verdict}” takes {what}")
    with existing(record, readonly=False) as kept:
        for one in _given(verdict, names, judging, kept):
            click.echo(told(one))
        _join(kept, later=judging.later)


def _given(verdict: str, names: Names, judging: Judging, record: Record) -> Sequence[Logged]:
    """The new rows of the log."""
    who = judging.by or getpass.getuser()
    if verdict in {"accept", "reject", "speaker"} or (verdict == "undo" and names[0].startswith("r_")):
        return [_rule(verdict, names, record, who)]
    article = record.article(judging.article).id if judging.article else ""
    return _said(verdict)(record.people, names, who, article)


def _rule(verdict: str, names: Names, record: Record, who: str) -> Ruling:
    rulings = record.rulings
    if verdict == "undo":
        return rulings.undo(names[0], who=who)
    statement = record.statement(names[0]).id
    if verdict == "speaker":
        before = holding(rulings.log()).get(statement, Ruling(Decision.ACCEPT, who, "")).correction  # its words stay corrected
        right = _speaker(names[1], record)
        return rulings.correct(statement, replace(before, speaker=right.speaker, kind=right.kind), who=who)
    return rulings.accept(statement, who=who) if verdict == "accept" else rulings.reject(statement, who=who)


def _speaker(given: str, record: Record) -> Correction:
    """The right speaker: somebody the record knows by that name or id, else a person of that name; nobody if it is empty."""
    name = " ".join(given.split())
    if not name:
        return Correction("")
    try:
        (known, *_) = record.people.anchors(name)
    except UnknownError:
        if name.startswith("p_"):
            raise
        return Correction(name, Kind.PERSON)
    if known.kind == STATEMENT:
        raise click.UsageError("a speaker is a name or the id of a person")
    return Correction(known.name, Kind(known.kind))


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
