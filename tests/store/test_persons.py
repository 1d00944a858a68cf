"""Persons in a record: found, judged, explained, known to others; and what every join leaves as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbale import store
from verbale.errors import RecordError
from verbale.model import Kind, Mention, Reading
from verbale.people import Anchor, Known, Post, Verdict
from verbale.store import Record

from .making import saying


def told(name: str, number: int, *beside: str, language: str = "en", published: str = "2031-05-09", role: str = "") -> Reading:
    """An article of one statement that also names others."""
    reading = saying(name, f"Words {number}", number=number, language=language, published=published)
    (statement,) = reading.statements
    assert statement.speaker
    spoken = replace(statement, speaker=replace(statement.speaker, role=role))
    span = statement.content.spans[0]
    named = (Mention(span, Kind.PERSON, name, role), *(Mention(span, Kind.PERSON, other) for other in beside))
    return replace(reading, statements=(spoken,), mentions=named)


READINGS = (
    told("Ana Reyes", 1, "Luka Terzen", role="Foreign Minister of Italy"),
    told("Ана Рейес", 2, "Лука Терзен", language="ru", published="2031-07-09"),
    told("Reyes", 3, "Ana Reyes"),
    told("Pavel Koren", 4, "Mira Valdova"),
    told("Mira Valdova", 5, "Luka Terzen"),
)


@pytest.fixture
def record() -> Record:
    kept = store.open(":memory:")
    kept.add(READINGS)
    kept.join()
    return kept


def ids(record: Record) -> dict[str, str]:
    return {person.name: person.id for person in record.people.find()}


def one(record: Record, name: str) -> str:
    (person,) = record.people.find(name)
    return person.id


# ---------------------------------------------------------------- finding


def test_a_person_is_found_by_any_spelling_and_told_with_all_of_them(record: Record) -> None:
    assert {one(record, name) for name in ("Ana Reyes", "рейес", "ana")} == {one(record, "Reyes")}
    (ana,) = record.people.find("Reyes")
    assert {(s.name, s.times) for s in ana.names} == {("Ana Reyes", 3), ("Ана Рейес", 2), ("Reyes", 2)}
    assert (ana.first, ana.last, ana.articles) == ("2031-05", "2031-07", 3)
    assert [(t.role, t.office, t.first) for t in ana.tenures] == [("Foreign Minister of Italy", "foreign (IT)", "2031-05")]
    assert record.people.one(ana.id[:6]) == ana


def test_a_profile_counts_statements_and_company(record: Record) -> None:
    (ana,) = record.people.find("Reyes")
    profile = record.people.profile(ana)
    assert profile.statements == 3
    assert profile.beside == (("Luka Terzen", 2),)
    assert dict(profile.examples).keys() == {"Ana Reyes", "Ана Рейес", "Reyes"}


def test_an_unknown_id_is_told(record: Record) -> None:
    with pytest.raises(RecordError, match="no person has an id that begins"):
        record.people.one("p_zz")
    with pytest.raises(RecordError, match="more than one person"):
        record.people.one("p_")


def test_what_was_said_is_found_under_every_spelling(record: Record) -> None:
    assert {e.speaker.name for e in record.statements(speaker="рейес") if e.speaker} == {"Ana Reyes", "Ана Рейес", "Reyes"}
    assert len(list(record.statements(speaker="Koren"))) == 1


# ---------------------------------------------------------------- judging


def test_a_judgement_joins_and_its_undo_parts_again(record: Record) -> None:
    before = ids(record)
    koren, mira = (record.people.anchors(name) for name in ("Pavel Koren", "Mira Valdova"))
    (judgement,) = record.people.judge(Verdict.SAME, koren, mira, who="ines")
    assert ids(record) == before
    record.join()
    assert one(record, "Koren") == one(record, "Valdova") in before.values()
    record.people.undo(judgement.id[:8], who="ines")
    record.join()
    assert ids(record) == before
    assert [j.verdict for j in record.people.log()] == [Verdict.SAME, Verdict.UNDO]
    assert all(j.who == "ines" for j in record.people.log())


def test_two_spellings_judged_apart_stay_apart_whatever_is_added(record: Record) -> None:
    anchors = [record.people.anchors(name) for name in ("Luka Terzen", "Лука Терзен")]
    record.people.judge(Verdict.DIFFERENT, *anchors, who="ines")
    record.join()
    assert len(list(record.people.find("Терзен"))) == len(list(record.people.find("Terzen"))) == 1
    record.add([told("Luka Terzen", 9), told("Лука Терзен", 10, language="ru")])
    record.join()
    assert one(record, "Терзен") != one(record, "Terzen")


def test_a_renamed_person_keeps_its_id_and_is_found_by_the_new_name(record: Record) -> None:
    before = one(record, "Koren")
    record.people.rename(record.people.anchors(before), "Pavel the Elder", who="ines")
    record.join()
    assert one(record, "Elder") == before == one(record, "Koren")


def test_a_person_of_a_short_name_alone_is_judged_as_its_articles_use_it() -> None:
    kept = store.open(":memory:")
    kept.add([told("Ana Reyes", 1), told("Mira Reyes", 2), told("Reyes", 3, published="2031-06-01")])
    kept.join()
    alone = next(e.person for e in kept.statements() if e.speaker and e.speaker.name == "Reyes")
    assert alone
    anchors = kept.people.anchors(alone)
    assert [(a.name, bool(a.article)) for a in anchors] == [("Reyes", True)]
    kept.people.judge(Verdict.SAME, anchors, kept.people.anchors("Mira Reyes"), who="ines")
    kept.join()
    assert {e.person for e in kept.statements(speaker="mira reyes")} == {one(kept, "mira reyes")}
    assert len(list(kept.statements(speaker="mira reyes"))) == 2


def test_a_name_that_nobody_bears_cannot_be_judged(record: Record) -> None:
    with pytest.raises(RecordError, match="nobody in the record is called “Ana”"):
        record.people.anchors("Ana")


# ---------------------------------------------------------------- ids that go on


def test_an_id_goes_on_though_the_usual_name_changes(record: Record) -> None:
    before = one(record, "Koren")
    record.add([told("Павел Корен", n, language="ru") for n in range(20, 26)])
    record.join()
    (koren,) = record.people.find("Koren")
    assert (koren.id, koren.name) == (before, "Павел Корен")
    fresh = store.open(":memory:")
    fresh.add([*READINGS, *(told("Павел Корен", n, language="ru") for n in range(20, 26))])
    fresh.join()
    assert one(fresh, "Koren") != before


def test_an_id_that_was_given_up_leads_to_whom_it_means_now(record: Record) -> None:
    """Made one with another, then with a third by a longer name, then parted again."""
    people = record.people
    before = ids(record)
    koren, valdova = before["Pavel Koren"], before["Mira Valdova"]
    people.judge(Verdict.SAME, people.anchors("Pavel Koren"), people.anchors("Mira Valdova"), who="mo")
    record.join()
    now = people.one(koren)
    assert now == people.one(valdova)
    assert now.id in {koren, valdova}
    people.judge(Verdict.SAME, people.anchors(now.id), people.anchors("Luka Terzen"), who="mo")
    record.join()
    assert people.one(koren) == people.one(valdova) == people.one(before["Luka Terzen"])
    for one in people.log():
        people.undo(one.id, who="mo")
    record.join()
    assert ids(record) == before
    assert (people.one(koren).name, people.one(valdova).name) == ("Pavel Koren", "Mira Valdova")


def test_two_persons_never_share_an_id(record: Record) -> None:
    before = one(record, "Reyes")
    record.people.judge(Verdict.DIFFERENT, record.people.anchors("Ana Reyes"), record.people.anchors("Ана Рейес"), who="ines")
    record.join()
    everybody = list(record.people.find())
    assert len({person.id for person in everybody}) == len(everybody)
    assert one(record, "Ana Reyes") == before


# ---------------------------------------------------------------- knowledge and reasons


def test_ids_of_others_are_carried_to_statements(record: Record) -> None:
    record.people.learn([Known("x:1", Kind.PERSON, ("Ana Reyes",), "Fem", (Post("poet", "en", "2030"),), ("wikidata:Q1",))])
    record.join()
    (ana,) = record.people.find("Reyes")
    assert ana.ids == ("x:1", "wikidata:Q1")
    assert {e.person_ids for e in record.statements(speaker="reyes")} == {ana.ids}
    assert {e.person_ids for e in record.statements(speaker="koren")} == {()}


def test_a_bare_office_finds_its_holder_of_that_month() -> None:
    kept = store.open(":memory:")
    reading = told("министр иностранных дел Италии", 7, language="ru", published="2031-06-01")
    speaker = reading.statements[0].speaker
    assert speaker
    bare = replace(reading.statements[0], speaker=replace(speaker, kind=Kind.UNNAMED))
    kept.add([READINGS[0], replace(reading, statements=(bare,), mentions=())])
    kept.join()
    assert [e.person for e in kept.statements(language="ru")] == [one(kept, "Reyes")]


def test_every_identity_explains_itself(record: Record) -> None:
    reading = READINGS[2]
    reason = record.people.why(reading.article.id, 0)
    assert reason.words == "Reyes"
    assert reason.person
    assert reason.person.id == one(record, "Reyes")
    assert "The article says “Reyes” for “Ana Reyes”:" in reason.why
    assert record.people.why(reading.article.id, -1).person == reason.person
    with pytest.raises(RecordError, match="has no mention 99"):
        record.people.why(reading.article.id, 99)


def test_pairs_worth_a_look_are_kept_until_they_are_judged() -> None:
    kept = store.open(":memory:")
    names = [told(name, 10 * n + k) for k, name in enumerate(("Ana Reyden", "Ana Reydan")) for n in range(3)]
    kept.add(names)
    kept.join()
    (doubt,) = kept.people.doubtful()
    assert {doubt.one, doubt.two} == {Anchor(Kind.PERSON, "Ana Reyden"), Anchor(Kind.PERSON, "Ana Reydan")}
    kept.people.judge(Verdict.UNSURE, [doubt.one], [doubt.two], who="ines")
    kept.join()
    assert list(kept.people.doubtful()) == []
