"""Acts, topics, sides and positions in a record: made by the join, for what is new alone, and the same in any order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

import verbale
from verbale import store
from verbale.errors import RecordError
from verbale.model import Act, Entry, Outlets, Part, Stance, Statement
from verbale.rulings import Correction
from verbale.store import Record, acts
from verbale.text import Span
from verbale.topics import read_topics

TEXTS = {
    "2031-01-10": "French Foreign Minister Ana Reyes said on Friday that France was ready for talks with Spain.",
    "2031-02-14": "French Foreign Minister Ana Reyes said on Friday that France would be ready for talks "
    "if Spain opened the pass.",
    "2031-03-14": "Two voices in Paris\n\n"
    "French President Petr Yorkin said on Friday that France would not take part in any talks.\n"
    "French Foreign Minister Ana Reyes said on Friday that France was open to talks with Spain.",
    "2031-04-11": "“The bridge is closed,” Spanish Prime Minister Olga Lind told reporters on Friday.",
}
BARE = ("said that Spain was ready for talks", "said that Spain would be ready for talks in May")
MINE = '[bridges]\nnames = { en = "bridges" }\n[bridges.words]\nen = ["bridge"]\n'


def filled(path: Path, days: Iterator[str] | tuple[str, ...]) -> Record:
    record = store.open(path)
    for day in days:
        record.add(verbale.read(TEXTS[day], published=day, language="en"))
    record.join()
    return record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with filled(tmp_path / "a.db", tuple(TEXTS)) as made:
        yield made


def told(entry: Entry) -> tuple[str, str, str | None, tuple[str, ...]]:
    assert entry.act
    return entry.act.code, str(entry.act.stance), entry.act.target, entry.topics


def test_a_join_tells_what_is_done_and_what_it_is_about(record: Record) -> None:
    first, hanging, *_ = record.statements(speaker="Reyes")
    assert told(first) == ("agree", "open", "Spain", ("talks",))
    assert told(hanging)[:2] == ("agree", "conditional")
    (about,) = record.why_about(first.id)
    assert "“talks” stands in what was said" in about.why


def test_before_the_join_nothing_is_told_and_topics_are_words(tmp_path: Path) -> None:
    with store.open(tmp_path / "b.db") as made:
        made.add(verbale.read(TEXTS["2031-01-10"], published="2031-01-10"))
        (entry,) = made.statements(about="talks")
        assert entry.act is None
        assert entry.topics == ()


def test_a_topic_is_asked_for_by_any_of_its_names(record: Record) -> None:
    assert len(list(record.statements(about="talks"))) == len(list(record.statements(about="Переговоры"))) == 4
    assert len(list(record.statements(about="pass"))) == 1


def test_statements_are_asked_for_by_their_act(record: Record) -> None:
    assert [e.called for e in record.statements(act="reject")] == ["Petr Yorkin"]
    with pytest.raises(RecordError, match="“shout” is no act: write accuse, agree"):
        list(record.statements(act="shout"))


def test_a_rejected_statement_counts_for_no_topic_and_no_position(record: Record) -> None:
    first, *_ = record.statements(about="talks", speaker="Reyes")
    before = len(record.positions("Reyes", about="talks", unclear=True).steps)
    ruling = record.rulings.reject(first.id, who="mo")
    record.join()
    assert record.topic_counts() == {"talks": 3}
    assert first.id not in str(record.positions("Reyes", about="talks", unclear=True))
    assert record.statement(first.id).topics == ("talks",)  # for who asks for it
    record.rulings.undo(ruling.id, who="mo")
    record.join()
    assert record.topic_counts() == {"talks": 4}
    assert len(record.positions("Reyes", about="talks", unclear=True).steps) == before


def test_on_a_page_too_a_topic_is_asked_for_by_any_of_its_names(record: Record) -> None:
    assert len(record.pages.hits("talks")) == len(record.pages.hits("Переговоры")) == 4
    assert len(record.pages.hits("pass")) == 1
    assert len(record.pages.hits("nothing of the kind")) == 0


def test_a_topic_of_ones_own_counts_from_the_next_join_on(record: Record) -> None:
    record.add_topics(read_topics(MINE))
    assert not [e for e in record.statements() if "bridges" in e.topics]
    record.join()
    (entry,) = record.statements(about="bridges")
    assert entry.called == "Olga Lind"
    assert record.topic_counts() == {"talks": 4, "bridges": 1}
    assert record.forget_topic("bridges")
    assert not record.forget_topic("bridges")
    record.join()
    assert record.topic_counts() == {"talks": 4}


def test_a_topic_of_ones_own_takes_the_place_of_a_shipped_one(record: Record) -> None:
    record.add_topics(read_topics('[talks]\nnames = { en = "talks" }\n[talks.words]\nen = ["bridge"]\n'))
    record.join()
    assert record.topic_counts() == {"talks": 1}
    assert len(record.topics()) == 12


def test_only_what_is_new_is_made(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    decided = acts.act

    def watched(said: Statement, language: str, media: Outlets) -> Act:
        seen.append(said.id)
        return decided(said, language, media)

    monkeypatch.setattr(acts, "act", watched)
    record.join()
    assert seen == []
    record.add(verbale.read("“We agree,” Spanish Prime Minister Olga Lind said.", published="2031-05-01"))
    record.join()
    assert len(seen) == 1


def test_the_order_of_adding_does_not_matter(tmp_path: Path) -> None:
    days = tuple(TEXTS)[:3]
    found = set()
    for n, order in enumerate(permutations(days)):
        with filled(tmp_path / f"{n}.db", order) as made:
            found.add(tuple((e.id, told(e)) for e in made.statements()))
            found.add(tuple((e.id, told(e)) for e in made.statements()))
    assert len(found) == 1


def test_joining_bit_by_bit_is_joining_at_once(record: Record, tmp_path: Path) -> None:
    with store.open(tmp_path / "bits.db") as made:
        for day, text in TEXTS.items():
            made.add(verbale.read(text, published=day, language="en"))
            made.join()
        assert [told(e) for e in made.statements()] == [told(e) for e in record.statements()]


def test_positions_of_a_country_are_those_of_all_who_speak_for_it(record: Record) -> None:
    found = record.positions("Франция", about="talks")
    assert found.actor == "France"
    assert [(s.first, s.stance) for s in found.steps] == [
        ("2031-01-10", Stance.OPEN),
        ("2031-02-14", Stance.CONDITIONAL),
        ("2031-03-14", Stance.OPEN),
    ]
    assert found.steps[1].conditions == ("if Spain opened the pass",)
    assert {found.differences[0].one.who, found.differences[0].other.who} == {"Ana Reyes", "Petr Yorkin"}


def test_one_with_a_bare_office_speaks_for_the_country_whose_deeds_he_tells(tmp_path: Path) -> None:
    with store.open(tmp_path / "bare.db") as record:
        record.add(verbale.read(f"Foreign Minister Ana Reyes {said}.", published="2031-05-09", language="en") for said in BARE)
        record.join()
        assert {step.who for step in record.positions("Spain", about="talks").steps} == {("Ana Reyes",)}


def test_nobody_acts_towards_his_own_country(tmp_path: Path) -> None:
    text = "French Foreign Minister Ana Reyes said that the union should stand with France."
    with store.open(tmp_path / "own.db") as record:
        record.add(verbale.read(text, published="2031-05-09", language="en"))
        assert [entry.act for entry in record.statements()] == [None]
        record.join()
        (entry,) = record.statements()
        assert entry.act is not None
        assert entry.act.code in {"request", "support"}
        assert entry.act.target is None


def test_positions_of_a_person_and_within_days(record: Record) -> None:
    assert [s.stance for s in record.positions("Yorkin", about="talks").steps] == [Stance.CLOSED]
    found = record.positions("France", about="talks", since="2031-02", until="2031-02")
    assert [s.first for s in found.steps] == ["2031-02-14"]
    assert record.positions("Spain", about="talks").steps == ()


@pytest.mark.parametrize(("actor", "about", "word"), [("France", "bread", "is no topic"), ("Nobody", "talks", "nobody here")])
def test_positions_of_nobody_or_nothing_are_refused(record: Record, actor: str, about: str, word: str) -> None:
    with pytest.raises(RecordError, match=word):
        record.positions(actor, about=about)


def test_a_short_statement_is_about_what_its_sentence_is_about(tmp_path: Path) -> None:
    with store.open(tmp_path / "c.db") as made:
        made.add(verbale.read("Of the talks in Lima, Foreign Minister Ana Reyes said: “They were useful.”", published="2031"))
        made.join()
        (entry,) = made.statements()
        assert entry.topics == ("talks",)
        (about,) = made.why_about(entry.id)
        assert about.why.startswith("Its sentence is about it: ")


def test_what_people_rule_counts(record: Record) -> None:
    first, *_ = record.statements(speaker="Reyes")
    record.rulings.reject(first.id, who="ana")
    assert [s.first for s in record.positions("France", about="talks").steps] == ["2031-02-14", "2031-03-14"]


def test_a_corrected_statement_is_looked_at_anew(record: Record) -> None:
    (entry,) = record.statements(act="reject")
    text = TEXTS["2031-03-14"]
    start = text.index("in any talks")
    record.rulings.correct(entry.id, Correction(content=Part.of(text, Span(start, start + 12))), who="ana")
    record.join()
    assert told(record.statement(entry.id))[0] == "report"
    record.rulings.undo(record.rulings.log()[0].id, who="ana")
    record.join()
    assert told(record.statement(entry.id))[0] == "reject"
