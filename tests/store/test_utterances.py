"""Utterances in a record: one saying with all who carry it, the same whatever came first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale import store
from verbale.errors import RecordError
from verbale.model import Kind, Part, Reading, Speaker, Speech, Statement
from verbale.people import Anchor, Verdict
from verbale.same import Saying
from verbale.same.ties import Ties
from verbale.store import Record, tying
from verbale.text import Span

from .making import READING

HARBOUR = "the harbour will be open to grain ships before the harvest"
BRIDGES = "soldiers shall never march over the bridges of the Tolva"
TAXES = "taxes on barley and rye are going to fall by a third"
CUT = "the harbour will be open to grain ships"
OUTLETS = ("Tolpress", "Orbit", "Ilva TV")


def told(id_: str, *contents: str, day: int = 9, outlet: str = "Orbit", who: str = "Ana Reyes") -> Reading:
    """An article in which somebody says so."""
    text = "".join(f"{who} said {content}.\n" for content in contents)
    made = replace(READING.article, id=id_, text=text, blocks=(), dateline=None, outlet=outlet, url=None)
    made = replace(made, published=f"2031-05-{day:02}", path=f"{id_}.txt")
    return Reading(made, tuple(_statement(id_, text, content, who) for content in contents))


def _statement(id_: str, text: str, content: str, who: str) -> Statement:
    start = text.index(content)
    speaker = Speaker(who, Kind.PERSON, None, 0.9, "name")
    words = Part.of(text, Span(start, start + len(content)))
    return Statement(f"s_{id_}_{start}", Speech.INDIRECT, words, speaker=speaker, rule="test")


READINGS = (
    told("a_first", HARBOUR, BRIDGES, day=9, outlet="Tolpress"),
    told("a_cut", CUT, day=10),
    told("a_again", f"again {HARBOUR}", TAXES, day=10, outlet="Ilva TV"),
    told("a_other", HARBOUR, day=10, who="Pyotr Yorkin"),
    told("a_bridges", BRIDGES, day=11),
    told("a_later", TAXES, BRIDGES, day=28),
)


def joined(*parts: tuple[Reading, ...]) -> Record:
    record = store.open(":memory:")
    for readings in parts:
        record.add(readings)
        record.join()
    return record


def carried(record: Record) -> set[tuple[str, ...]]:
    """The statements of each utterance."""
    return {tuple(c.statement for c in u.carriers) for u in record.utterances()}


def test_an_utterance_tells_who_carried_it_first() -> None:
    with joined(READINGS) as record:
        found = record.utterance(record.statement("s_a_cut").same or "")
        assert [c.article for c in found.carriers] == ["a_first", "a_again", "a_cut"]
        assert [c.outlet for c in found.carriers] == ["Tolpress", "Ilva TV", "Orbit"]
        assert [c.how for c in found.carriers] == ["first", "words", "words"]
        assert found.independent == 3
        assert found.person == record.statement("s_a_cut").person


def test_every_statement_carries_one_utterance() -> None:
    with joined(READINGS) as record:
        found = [c.statement for u in record.utterances() for c in u.carriers]
        assert sorted(found) == sorted(e.id for e in record.statements())
        assert record.counts().utterances == len(list(record.utterances()))


def test_utterances_are_found_by_what_one_of_their_statements_is() -> None:
    with joined(READINGS) as record:
        assert len(list(record.utterances(speaker="Reyes", about="harbour"))) == 1
        assert len(list(record.utterances(about="harbour", outlet="tolpress", least=2))) == 1
        assert len(list(record.utterances(about="harbour", least=4))) == 0
        with pytest.raises(RecordError, match="no date"):
            list(record.utterances(since="May"))


def test_an_unknown_utterance_is_told() -> None:
    with joined(READINGS) as record, pytest.raises(RecordError, match="no utterance"):
        record.utterance("u_nowhere")


@settings(max_examples=25, deadline=None)
@given(st.permutations(READINGS), st.lists(st.integers(0, len(READINGS)), max_size=3))
def test_joining_bit_by_bit_is_joining_at_once(order: list[Reading], cuts: list[int]) -> None:
    """Whatever is added first, and however often it is joined in between."""
    bounds = sorted({0, *cuts, len(order)})
    parts = [tuple(order[a:b]) for a, b in pairwise(bounds)]
    with joined(READINGS) as once, joined(*parts) as bit_by_bit:
        assert carried(bit_by_bit) == carried(once)
        assert bit_by_bit.counts() == once.counts()


def test_ids_go_on() -> None:
    with joined(READINGS[1:]) as record:
        before = record.statement("s_a_cut").same
        record.add(READINGS[0])
        record.join()
        assert record.statement("s_a_cut").same == before
        assert record.utterance(before or "").carriers[0].article == "a_first"


def test_what_did_not_change_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real = tying.tied

    def spy(sayings: Sequence[Saying]) -> Ties:
        seen.extend(one.heard.article for one in sayings)
        return real(sayings)

    with joined(READINGS) as record:
        monkeypatch.setattr(tying, "tied", spy)
        record.join()
        assert seen == []
        record.add(told("a_new", TAXES, day=29))
        record.join()
        assert set(seen) == {"a_new", "a_later"}


def test_a_speaker_who_gets_another_name_is_the_same_speaker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who becomes one with somebody who is silent on these days changes no tie, but the utterance tells the person."""
    with joined(
        (*READINGS, told("a_may", TAXES, day=28, who="Olga Brandt"), told("a_early", BRIDGES, day=1, who="Osip Varga"))
    ) as record:
        seen: list[str] = []
        real = tying.tied
        monkeypatch.setattr(tying, "tied", lambda sayings: seen.extend(s.heard.id for s in sayings) or real(sayings))
        brandt, varga = (record.statement(id_).person for id_ in ("s_a_may_17", "s_a_early_16"))
        assert brandt != varga
        judge_persons(record, Verdict.SAME, "Olga Brandt", "Osip Varga")
        record.join()
        one = record.statement("s_a_may_17")
        assert one.person == record.statement("s_a_early_16").person
        assert seen == []
        assert record.utterance(one.same or "").person == one.person


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.DIFFERENT])
def test_persons_judged_later_lead_to_the_same_utterances(verdict: Verdict) -> None:
    more = (*READINGS, told("a_also", HARBOUR, BRIDGES, day=12, who="A. Reyes"))
    with joined(more) as record, joined() as other:
        judge_persons(record, verdict, "Ana Reyes", "Pyotr Yorkin")
        record.join()
        other.add(more)
        judge_persons(other, verdict, "Ana Reyes", "Pyotr Yorkin")
        other.join()
        assert carried(record) == carried(other)
        assert {u.person for u in record.utterances()} == {s.person for s in record.statements()}


def judge_persons(record: Record, verdict: Verdict, *names: str) -> None:
    one, two = (Anchor("person", name) for name in names)
    record.people.judge(verdict, [one], [two], who="ines")


# ---------------------------------------------------------------- judgements


def judge(record: Record, verdict: Verdict, one: str, two: str) -> str:
    judged = record.people.judge(verdict, record.people.anchors(one), record.people.anchors(two), who="ines")
    record.join()
    return judged[0].id


def test_statements_judged_the_same_are_one_utterance_and_an_undo_parts_them() -> None:
    with joined(READINGS) as record:
        before = carried(record)
        harbour, taxes = record.statement("s_a_first_15").same, record.statement("s_a_later_15").same
        told_ = judge(record, Verdict.SAME, "s_a_cut", "s_a_later_15")
        assert record.statement("s_a_cut").same == record.statement("s_a_later_15").same
        assert record.statement("s_a_cut").same in {harbour, taxes}
        assert "judged" in {c.how for c in record.utterance(record.statement("s_a_cut").same or "").carriers}
        record.people.undo(told_, who="ines")
        record.join()
        assert carried(record) == before


def test_statements_judged_apart_stay_apart_whatever_is_added() -> None:
    with joined(READINGS) as record:
        judge(record, Verdict.DIFFERENT, "s_a_cut", "s_a_first_15")
        assert record.statement("s_a_cut").same != record.statement("s_a_first_15").same
        record.add(told("a_more", HARBOUR, day=10))
        record.join()
        assert record.statement("s_a_cut").same != record.statement("s_a_first_15").same


def test_a_judgement_of_statements_leaves_persons_as_they_are() -> None:
    with joined(READINGS) as record:
        before = [p.id for p in record.people.find()]
        judge(record, Verdict.SAME, "s_a_cut", "s_a_other")
        assert [p.id for p in record.people.find()] == before


def test_an_utterance_is_judged_by_all_its_carriers() -> None:
    with joined(READINGS) as record:
        harbour, bridges = record.statement("s_a_cut").same or "", record.statement("s_a_bridges").same or ""
        judge(record, Verdict.SAME, harbour, bridges)
        assert record.statement("s_a_cut").same == record.statement("s_a_bridges").same
        assert len(record.utterance(record.statement("s_a_cut").same or "").carriers) == 5


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_judgements_made_before_or_after_more_is_added_lead_to_one_outcome(order: tuple[int, int]) -> None:
    new = told("a_more", CUT, TAXES, day=11)
    with joined(READINGS) as record:
        for step in order:
            if step:
                record.add(new)
                record.join()
            else:
                judge(record, Verdict.DIFFERENT, "s_a_cut", "s_a_again_15")
        with joined((*READINGS, new)) as other:
            judge(other, Verdict.DIFFERENT, "s_a_cut", "s_a_again_15")
            assert carried(record) == carried(other)


def everything(record: Record) -> dict[str, tuple[tuple[str, str, float, bool], ...]]:
    """All utterances with all that is told of their carriers."""
    return {u.id: tuple((c.statement, c.how, c.likeness, c.copy) for c in u.carriers) for u in record.utterances()}


@pytest.mark.parametrize("rejected", ["s_a_cut", "s_a_first", "s_a_other", "s_"])
def test_what_is_rejected_carries_nothing_until_that_is_taken_back(rejected: str) -> None:
    with joined(READINGS) as record:
        before = everything(record)
        some = [s.id for s in record.statements() if s.id.startswith(rejected)]
        given = [record.rulings.reject(id_, who="mo") for id_ in some]
        record.join()
        after = everything(record)
        assert {c[0] for carriers in after.values() for c in carriers} == {s.id for s in record.statements()}
        assert record.statement(some[0]).same is None
        for ruling in given:
            record.rulings.undo(ruling.id, who="mo")
        record.join()
        assert {frozenset(c) for c in everything(record).values()} == {frozenset(c) for c in before.values()}


def test_a_rejected_carrier_is_not_counted() -> None:
    with joined(READINGS) as record:
        said = record.statement("s_a_cut").same or ""
        record.rulings.reject(record.utterance(said).carriers[1].statement, who="mo")
        record.join()
        found = record.utterance(said)
        assert [c.article for c in found.carriers] == ["a_first", "a_cut"]
        assert found.independent == 2
        assert [u.id for u in record.utterances(about="harbour", outlet="Ilva TV")] == []


def test_a_rejected_saying_is_not_found_before_the_next_join_either() -> None:
    with joined(READINGS) as record:
        other = record.statement("s_a_other")
        record.rulings.reject(other.id, who="mo")
        assert other.same not in {u.id for u in record.utterances()}
        assert other.same in {u.id for u in record.utterances(rejected=True)}


def test_a_rejected_statement_judged_to_be_the_same_carries_nothing() -> None:
    with joined(READINGS) as record:
        one, two = record.statement("s_a_other").id, record.statement("s_a_cut").id
        record.people.judge(Verdict.SAME, record.people.anchors(one), record.people.anchors(two), who="mo")
        record.join()
        assert record.statement(one).same == record.statement(two).same
        record.rulings.reject(one, who="mo")
        record.join()
        assert record.statement(one).same is None
        assert record.statement(two).same
