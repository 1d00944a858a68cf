"""What readers judge, on its way into the record, which is opened for writing for as long as that takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from verbale.errors import UnfitError, UnknownError
from verbale.model import Entry, Kind
from verbale.people import Verdict
from verbale.rulings import Correction
from verbale.store import Record
from verbale.store import open as open_record
from verbale.web.marked import part_of
from verbale.web.visit import Visit

KINDS = (Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY, Kind.DOCUMENT, Kind.UNNAMED)
_ADDRESS = re.compile(r"^(?:https?://\S+)?/(?:statements|persons)/([sp]_[0-9a-f]+)\S*$")
"""The address of a page of a statement or a person, pasted where its id is wanted."""
PAIRS = {"same": Verdict.SAME, "different": Verdict.DIFFERENT, "unsure": Verdict.UNSURE}


@contextmanager
def writing(visit: Visit) -> Iterator[Record]:
    """The record, open for writing."""
    with open_record(visit.house.settings.path) as record:
        yield record
    visit.house.desk.forget()


def ruled(visit: Visit, entry: Entry) -> None:
    """Rule on a statement as a form says; raises `UnfitError` for a form that says nothing that can be done."""
    decision, who = visit.form.get("decision", ""), visit.house.settings.by
    with writing(visit) as record:
        if decision == "accept":
            record.rulings.accept(entry.id, who=who)
        elif decision == "reject":
            record.rulings.reject(entry.id, who=who)
        elif decision == "correct":
            record.rulings.correct(entry.id, _correction(visit, entry, record), who=who)
        else:
            raise UnfitError("a ruling is to accept, to correct or to reject")
    if decision != "accept" or entry.ruled:  # who is right already changes nothing that is joined
        visit.house.joiner.join()


def _correction(visit: Visit, entry: Entry, record: Record) -> Correction:
    """What a form says otherwise than the statement stands."""
    said, form, text = entry.statement, visit.form, record.article(entry.article).text
    near = said.content.spans[0].start
    parts = {name: part_of(text, form.get(name, ""), near) for name in ("content", "cue", "source")}
    if parts["content"] is None:
        raise UnfitError("a statement without content is none: reject it instead")
    changed = {name: part for name, part in parts.items() if part and part != getattr(said, name)}
    speaker, kind = " ".join(form.get("speaker", "").split()), form.get("kind", "")
    now = said.speaker.name if said.speaker else ""
    told = speaker != now or (kind and said.speaker and kind != said.speaker.kind)
    if kind and kind not in set(KINDS):
        raise UnfitError(f"“{kind[:40]}” is no kind of speaker: write {', '.join(KINDS)}")
    if not changed and not told:
        raise UnfitError("nothing is otherwise than it stands: accept it instead")
    known = (Kind(kind) if kind else _kind(record, speaker)) if told and speaker else None
    return Correction(speaker if told else None, known, **changed)


def _kind(record: Record, name: str) -> Kind:
    """Of which kind the one who bears a name is in the record; a person where nobody does, or several kinds do."""
    try:
        kinds = {Kind(anchor.kind) for anchor in record.people.anchors(name)}
    except UnknownError:
        return Kind.PERSON
    return kinds.pop() if len(kinds) == 1 and kinds <= set(KINDS) else Kind.PERSON


def judged(visit: Visit) -> None:
    """Judge who somebody is as a form says, and join."""
    one, other, verdict = (visit.form.get(name, "").strip() for name in ("one", "other", "verdict"))
    other = _ADDRESS.sub(r"\1", other)
    who = visit.house.settings.by
    with writing(visit) as record:
        people = record.people
        if verdict == "rename" and other:
            people.rename(people.anchors(one), other, who=who)
        elif verdict in PAIRS and one and other:
            ones, others = people.anchors(one), people.anchors(other)
            if ones == others:
                raise UnfitError("both are one name: there is nothing to judge")
            people.judge(PAIRS[verdict], ones, others, who=who)
        else:
            raise UnfitError("a judgement needs two names or ids, and what they are")
    visit.house.joiner.join()


def undone(visit: Visit) -> None:
    """Take back the ruling or judgement that a form names, and join."""
    id_, who = visit.form.get("id", ""), visit.house.settings.by
    with writing(visit) as record:
        if id_.startswith("r_"):
            record.rulings.undo(id_, who=who)
        else:
            record.people.undo(id_, who=who)
    visit.house.joiner.join()
