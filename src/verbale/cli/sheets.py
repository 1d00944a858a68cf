"""How statements and problems are written as rows."""

from __future__ import annotations

from typing import Any

from verbale import wording
from verbale.cli.rows import Cells, Sheet, Stack
from verbale.export import csv, jsonl
from verbale.model import Entry, Problem


def _statement(entry: Entry) -> Cells:
    statement = entry.statement
    return (
        wording.date(entry),
        wording.holder(entry),
        wording.role(statement),
        wording.line(entry.outlet or ""),
        statement.id,
        wording.content(statement),
    )


def _problem(problem: Problem) -> Cells:
    return problem.code, wording.line(problem.path or ""), wording.words_in_question(problem), problem.code.sentence


def _problem_object(problem: Problem) -> dict[str, Any]:
    return {
        "code": str(problem.code),
        "sentence": problem.code.sentence,
        "stage": problem.stage,
        "words": problem.words,
        "span": list(problem.span) if problem.span else None,
        "path": problem.path,
    }


def _problem_flat(problem: Problem) -> dict[str, Any]:
    return {**_problem_object(problem), "span": f"{problem.span.start}-{problem.span.stop}" if problem.span else None}


STATEMENTS = Sheet(
    header=("SAID", "SPEAKER", "ROLE", "OUTLET", "ID", "CONTENT"),
    cells=_statement,
    stacks=(Stack((0,), 13), Stack((1, 2), 24), Stack((5, 3, 4))),
    object=jsonl.row,
    flat=csv.row,
    columns=csv.COLUMNS,
)
"""Statements by date, each with its speaker, outlet and id."""

PROBLEMS = Sheet(
    header=("CODE", "FILE", "WORDS", "MEANING"),
    cells=_problem,
    stacks=(Stack((0,), 12), Stack((1, 2)), Stack((3,))),
    object=_problem_object,
    flat=_problem_flat,
    columns=("code", "sentence", "stage", "words", "span", "path"),
)
"""Problems with the file and the words they are about."""
