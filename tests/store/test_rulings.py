"""What people rule on statements holds at once, and outlives reading and joining again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cli.samples import READINGS, READY, SUMMIT, made, part

from verbale import store
from verbale.errors import UnfitError, UnknownError
from verbale.model import Kind
from verbale.rulings import Correction, Decision, Ruling, holding
from verbale.store import Record
from verbale.store.migrations import apply

READY_ID, OPEN_ID = "s_1111aaaa1111aaaa", "s_2222bbbb2222bbbb"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with store.open(made(tmp_path / "talks.db")) as kept:
        yield kept


def ids(record: Record, **wanted: object) -> list[str]:
    return [entry.id for entry in record.statements(**wanted)]  # type: ignore[arg-type]


def test_what_is_rejected_is_left_out_unless_asked_for(record: Record) -> None:
    record.rulings.reject(READY_ID, who="mo")
    assert READY_ID not in ids(record)
    assert READY_ID in ids(record, rejected=True)
    assert record.statement(READY_ID).ruled == "reject"
    record.join()
    assert READY_ID not in ids(record)
    assert not list(record.people.find("reyes"))  # nobody speaks in it any more


def test_what_is_accepted_stays_as_it_is(record: Record) -> None:
    before = record.statement(READY_ID)
    record.rulings.accept(READY_ID, who="mo")
    assert record.statement(READY_ID) == replace(before, ruled="accept")


def test_a_correction_takes_the_place_of_what_was_read(record: Record) -> None:
    right = Correction("Ana Reyes", Kind.PERSON, cue=part("added", "stay open"))
    record.rulings.correct(OPEN_ID, right, who="mo")
    entry = record.statement(OPEN_ID)
    assert entry.speaker
    assert (entry.speaker.name, entry.speaker.decider) == ("Ana Reyes", "ruled by mo")
    assert entry.called == "Ana Reyes"  # the one person of that name, before any join
    assert entry.cue == right.cue
    assert entry.content == record.pages.as_read(OPEN_ID).content
    assert ids(record, speaker="reyes") == [READY_ID, OPEN_ID]
    record.join()
    assert ids(record, speaker="reyes") == [READY_ID, OPEN_ID]
    assert record.people.profile(next(record.people.find("Ana Reyes"))).statements == 2


def test_sayings_are_found_by_a_ruled_speaker_before_the_next_join(record: Record) -> None:
    record.join()
    record.rulings.correct(READY_ID, Correction("Ivo Brandt", Kind.PERSON), who="mo")
    assert READY_ID in carried(record, speaker="brandt")
    record.rulings.correct(OPEN_ID, Correction(""), who="mo")
    assert OPEN_ID not in carried(record, speaker="reyes")


def carried(record: Record, speaker: str) -> set[str]:
    return {carrier.statement for found in record.utterances(speaker=speaker) for carrier in found.carriers}


def test_a_speaker_may_be_ruled_unknown(record: Record) -> None:
    record.rulings.correct(READY_ID, Correction(""), who="mo")
    assert record.statement(READY_ID).speaker is None
    assert ids(record, speaker="reyes") == []
    record.join()
    assert record.statement(READY_ID).person is None


def test_what_was_read_is_never_changed(record: Record) -> None:
    before = record.reading("a_1111111111111111")
    record.rulings.correct(READY_ID, Correction("Nobody Else", Kind.PERSON, content=part("We will be ready")), who="mo")
    record.rulings.reject(OPEN_ID, who="mo")
    assert record.reading("a_1111111111111111") == before


def test_a_ruling_can_be_undone_and_the_undo_too(record: Record) -> None:
    ruling = record.rulings.reject(READY_ID, who="mo")
    undo = record.rulings.undo(ruling.id, who="al")
    assert READY_ID in ids(record)
    assert record.statement(READY_ID).ruled is None
    record.rulings.undo(undo.id, who="mo")
    assert READY_ID not in ids(record)
    assert [r.decision for r in record.rulings.of(READY_ID)] == [Decision.REJECT, Decision.UNDO, Decision.UNDO]


def test_the_newest_ruling_holds(record: Record) -> None:
    record.rulings.reject(READY_ID, who="mo")
    record.rulings.accept(READY_ID, who="al")
    assert record.statement(READY_ID).ruled == "accept"


def test_of_rulings_of_one_moment_the_same_one_holds_whatever_their_order() -> None:
    some = [Ruling(decision, who, "2031-05-09T10:00:00.000Z", "s_1") for decision in Decision for who in "ab"]
    assert holding(some) == holding(reversed(some))


@pytest.mark.sqlite
def test_rulings_outlive_reading_again(record: Record) -> None:
    """The article is taken out and read anew, by whatever program; the ruling finds its statement."""
    record.rulings.correct(READY_ID, Correction("Ana Reyes Soto", Kind.PERSON), who="mo")
    plain = sqlite3.connect(record.path)
    plain.execute("PRAGMA foreign_keys = ON")
    plain.execute("DELETE FROM article")
    plain.commit()
    plain.close()
    assert record.rulings.log()
    record.add(READINGS)
    assert str(record.statement(READY_ID).speaker) == "Ana Reyes Soto"
    record.join()
    assert str(record.statement(READY_ID).speaker) == "Ana Reyes Soto"


def test_a_ruling_on_nothing_is_refused(record: Record) -> None:
    with pytest.raises(UnknownError, match="no statement"):
        record.rulings.accept("s_9", who="mo")
    with pytest.raises(UnknownError, match="no ruling"):
        record.rulings.undo("r_9", who="mo")
    assert record.rulings.log() == []


def test_words_that_do_not_stand_there_are_refused(record: Record) -> None:
    wrong = replace(READY.content, words=("We will be read", READY.content.words[1]))
    with pytest.raises(UnfitError, match="content does not stand"):
        record.rulings.correct(READY_ID, Correction(content=wrong), who="mo")
    assert SUMMIT


def test_corrected_words_are_found_in_the_place_of_those_read(record: Record) -> None:
    """“the bridge at Zhdan would stay open” becomes “the bridge … would stay open”, and what it was again."""
    before = part("the bridge at Zhdan would stay open")
    right = part("the bridge", "would stay open")
    assert ids(record, about="Zhdan") == [OPEN_ID]
    ruling = record.rulings.correct(OPEN_ID, Correction(content=right), who="mo")
    (number,) = record.pages.hits("open").tolist()
    assert ids(record, about="Zhdan") == []
    assert record.pages.hits("Zhdan").tolist() == []
    assert ids(record, about='"bridge would"') == [OPEN_ID]
    assert record.pages.highlights("stay", [number]) == {OPEN_ID: "the bridge … would \x02stay\x03 open"}
    record.join()
    assert [one.carriers[0].statement for one in record.utterances(about='"bridge would"')] == [OPEN_ID]
    assert record.audit().whole
    record.rulings.undo(ruling.id, who="mo")
    assert ids(record, about="Zhdan") == [OPEN_ID]
    assert record.pages.highlights("Zhdan", [number]) == {OPEN_ID: before.text.replace("Zhdan", "\x02Zhdan\x03")}


@pytest.mark.sqlite
def test_corrected_words_of_an_older_record_are_found_too(tmp_path: Path) -> None:
    """A record of the step before: what holds stood beside the statement without its words."""
    path = made(tmp_path / "talks.db")
    with store.open(path) as record:
        record.rulings.correct(OPEN_ID, Correction(content=part("the bridge", "would stay open")), who="mo")
    plain = sqlite3.connect(path, isolation_level=None)
    for name in ("add", "drop", "change"):
        plain.execute(f"DROP TRIGGER settled_fts_{name}")
    plain.execute("DROP TABLE settled_fts")
    plain.execute("DROP TABLE former")
    plain.execute("ALTER TABLE settled DROP COLUMN content")
    apply(plain, ("0016_former",))
    plain.close()
    with store.open(path) as record:
        assert ids(record, about='"bridge would"') == [OPEN_ID]
        assert ids(record, about="Zhdan") == []
