"""What people judged: on single statements and on who is who, with a way back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.responses import Response

from verbale import wording
from verbale.people import Judgement
from verbale.rulings import Ruling
from verbale.web.found import PAGE
from verbale.web.judging import judged, ruled, undone
from verbale.web.visit import Visit
from verbale.wording import judged as inwords

LONG = PAGE * 5


@dataclass(frozen=True, slots=True)
class Told:
    """One row of either log, in words."""

    id: str
    when: str
    who: str
    words: str
    statement: str = ""
    undone: bool = False
    """Whether a later row takes it back."""


def judgements(visit: Visit) -> Response:
    """What people judged, a page of it."""
    page, rows = visit.asked().page, log(visit)
    shown = rows[(page - 1) * LONG : page * LONG]
    return visit.page("judgements.html", rows=shown, total=len(rows), page=page, pages=-(-len(rows) // LONG))


def log(visit: Visit) -> list[Told]:
    """Both logs as one, the newest first."""
    rulings, verdicts = visit.record.rulings.log(), visit.record.people.log()
    back = {one.undoes for one in rulings} | {one.undoes for one in verdicts}
    rows = [_of_ruling(one, back) for one in rulings] + [_of_verdict(one, back) for one in verdicts]
    words = {row.id: row.words for row in rows}
    undoes = {one.id: one.undoes for one in rulings} | {one.id: one.undoes for one in verdicts}
    told = (_taking_back(row, words.get(undoes[row.id] or "", "")) for row in rows)
    return sorted(told, key=lambda row: (row.when, row.id), reverse=True)


def _taking_back(row: Told, words: str) -> Told:
    """Told with what is taken back, of which the log itself has the id."""
    return replace(row, words=f"takes back: {words}") if words else row


def rule(visit: Visit) -> Response:
    """Rule on a statement, and go back to it."""
    entry = visit.record.statement(visit.id)
    ruled(visit, entry)
    return visit.to(f"/statements/{entry.id}")


def judge(visit: Visit) -> Response:
    """Judge who is who, and go on to where it shows."""
    one = visit.form.get("one", "")
    judged(visit)
    if visit.form.get("back") == "/doubts":
        return visit.to("/doubts")
    if visit.form.get("back", "").startswith("/persons/p_"):
        return visit.to(visit.form["back"])
    if one.startswith("s_"):
        return visit.to(f"/statements/{one}")
    return visit.to(f"/persons/{one}" if one.startswith("p_") else "/judgements")


def undo(visit: Visit) -> Response:
    """Take something back."""
    undone(visit)
    return visit.to("/judgements")


def _of_ruling(ruling: Ruling, back: set[str]) -> Told:
    words = wording.line(inwords.ruled(ruling))
    return Told(ruling.id, ruling.when, ruling.who, words, ruling.statement, ruling.id in back)


def _of_verdict(judgement: Judgement, back: set[str]) -> Told:
    return Told(
        judgement.id, judgement.when, judgement.who, wording.line(inwords.judged(judgement)), undone=judgement.id in back
    )
