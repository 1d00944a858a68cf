"""What people rule on statements, in the record: the log, and what holds of it beside each statement."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from verbale.errors import UnfitError, UnknownError
from verbale.model import Entry, Kind, Part, Speaker, Statement
from verbale.rulings import Correction, Decision, Ruling, holding
from verbale.store.cells import word
from verbale.store.file import File, Row
from verbale.store.moments import moment
from verbale.text import Span

Values = dict[str, Any]
NOTHING = Correction()


class Rulings:
    """Statements accepted, corrected and rejected. A ruling counts at once, persons follow with the next join."""

    def __init__(self, file: File) -> None:
        self._file = file

    def accept(self, statement: str, *, who: str) -> Ruling:
        """Rule that the statement of that whole id was read rightly."""
        return self._give(Decision.ACCEPT, statement, who)

    def reject(self, statement: str, *, who: str) -> Ruling:
        """Rule that it is no statement: it is left out of all that is shown unless asked for."""
        return self._give(Decision.REJECT, statement, who)

    def correct(self, statement: str, correction: Correction, *, who: str) -> Ruling:
        """Rule what is right about it; raises `UnfitError` for parts that do not stand in the article."""
        text = self._text(statement)
        for name, part in correction.parts.items():
            if any(
                not 0 <= s.start < s.stop <= len(text) or s.of(text) != w for s, w in zip(part.spans, part.words, strict=True)
            ):
                raise UnfitError(f"the {name} does not stand in the article as it is given")
        return self._give(Decision.CORRECT, statement, who, correction)

    def undo(self, prefix: str, *, who: str) -> Ruling:
        """Take a ruling back, or an undo; raises `UnknownError` if not exactly one id begins with `prefix`."""
        found = [row["id"] for row in self._file.ask("matching_rulings", prefix=prefix)]
        if prefix not in found and len(found) != 1:
            raise UnknownError(f"{'more than one' if found else 'no'} ruling has an id that begins with “{prefix}”")
        return self._keep(Ruling(Decision.UNDO, who, moment(), undoes=found[0]))

    def log(self) -> list[Ruling]:
        """All rulings, the oldest first."""
        return list(map(_ruling, self._file.ask("rulings")))

    def of(self, statement: str) -> list[Ruling]:
        """The rulings on the statement of that whole id and the undos of them, the oldest first."""
        log = self.log()
        own = {r.id for r in log if r.statement == statement}
        for ruling in log:
            own |= {ruling.id} if ruling.undoes in own else set()
        return [r for r in log if r.id in own]

    def _give(self, decision: Decision, statement: str, who: str, correction: Correction = NOTHING) -> Ruling:
        rows = self._file.ask("content_of", id=statement)
        if not rows:
            raise UnknownError(f"no statement has the id “{statement}”")
        return self._keep(Ruling(decision, who, moment(), statement, rows[0]["content"], correction))

    def _keep(self, ruling: Ruling) -> Ruling:
        with self._file.transaction():
            self._file.put("add_ruling", [_row(ruling)])
            settle(self._file)
        return ruling

    def _text(self, statement: str) -> str:
        rows = self._file.ask("text_of", id=statement)
        if not rows:
            raise UnknownError(f"no statement has the id “{statement}”")
        return str(rows[0]["text"])


def settle(file: File) -> None:
    """Put what holds beside the statements that are there, within the transaction of the caller."""
    file.put("drop_settled", [{}])
    held = holding(map(_ruling, file.ask("rulings")))
    file.put("add_settled", map(_settled_row, held.values()))
    file.put("mend_attributions", [{}])
    file.put("add_settled_attributions", [{}])


def settled(file: File, numbers: Sequence[int]) -> dict[str, Row]:
    """What holds of the statements of these numbers, by id."""
    return {row["id"]: row for row in file.ask("settled", numbers=json.dumps(numbers))}


def mended(entry: Entry, row: Row | None) -> Entry:
    """The statement as it was ruled to be."""
    if row is None:
        return entry
    decision, right = word(Decision, row["decision"]), _correction(row)
    statement = _corrected(entry.statement, right, row["who"]) if decision is Decision.CORRECT else entry.statement
    return replace(entry, statement=statement, ruled=str(decision))


def _corrected(said: Statement, right: Correction, who: str) -> Statement:
    parts: Values = dict(right.parts)
    if right.speaker is not None:
        named = right.speaker and Speaker(right.speaker, right.kind or Kind.PERSON, score=1.0, decider=f"ruled by {who}")
        parts["speaker"] = named or None
    return replace(said, **parts, why=(*said.why, f"corrected by {who}"))


# ---------------------------------------------------------------- rows


def _ruling(row: Row) -> Ruling:
    plain = (row["who"], row["moment"], row["statement"], row["words"])
    return Ruling(word(Decision, row["decision"]), *plain, _correction(row), row["undoes"])


def _correction(row: Row) -> Correction:
    parts = {name: _part(stretches) for name, stretches in json.loads(row["parts"]).items()}
    kind = row["speaker_kind"]
    return Correction(row["speaker"], kind and word(Kind, kind), **parts)


def _part(stretches: Iterable[tuple[int, int, str]]) -> Part:
    spans, words = zip(*((Span(start, stop), words) for start, stop, words in stretches), strict=True)
    return Part(spans, words)


def _row(ruling: Ruling) -> Values:
    right = ruling.correction
    parts = {name: list(_stretches(part)) for name, part in right.parts.items()}
    plain = {name: getattr(ruling, name) for name in ("id", "who", "statement", "words", "undoes")}
    cells = {"decision": ruling.decision, "moment": ruling.when, "speaker": right.speaker, "speaker_kind": right.kind}
    return {**plain, **cells, "parts": json.dumps(parts, ensure_ascii=False)}


def _settled_row(ruling: Ruling) -> Values:
    content = ruling.correction.content
    return {**_row(ruling), "ruling": ruling.id, "content": content and content.text}


def _stretches(part: Part) -> Iterator[tuple[int, int, str]]:
    return ((span.start, span.stop, words) for span, words in zip(part.spans, part.words, strict=True))
