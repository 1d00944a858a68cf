"""What readers judge, on its way into the record, which is opened for writing for as long as that takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from verbale.errors import UnfitError
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
            record.rulings.correct(entry.id, _correction(visit, entry, record.article(entry.article).text), who=who)
        else:
            raise UnfitError("a ruling is to accept, to correct or to reject")
    if decision != "accept" or entry.ruled:  # who is right already changes nothing that is joined
        visit.house.joiner.join()


def _correction(visit: Visit, entry: Entry, text: str) -> Correction:
    """What a form says otherwise than the statement stands."""
    said, form = entry.statement, visit.form
    near = said.content.spans[0].start
    parts = {name: part_of(text, form.get(name, ""), near) for name in ("content", "cue", "source")}
    if parts["content"] is None:
        raise UnfitError("a statement without content is none: reject it instead")
    changed = {name: part for name, part in parts.items() if part and part != getattr(said, name)}
    speaker, kind = " ".join(form.get("speaker", "").split()), form.get("kind", "")
    now = said.speaker.name if said.speaker else ""
    told = speaker != now or (speaker and said.speaker and kind != said.speaker.kind)
    if kind not in set(KINDS):
        raise UnfitError(f"“{kind[:40]}” is no kind of speaker: write {', '.join(KINDS)}")
    if not changed and not told:
        raise UnfitError("nothing is otherwise than it stands: accept it instead")
    return Correction(speaker if told else None, Kind(kind) if told and speaker else None, **changed)


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
