"""What hangs on a condition, and how."""

from __future__ import annotations

import pytest
from stages import settled

from verbale.model import Tie

CASES = [
    ("en", "“If they open the gate, we will talk,” Daniel Hartov said.", Tie.IF, "we will talk"),
    ("en", "“Should they refuse, we will walk away,” Daniel Hartov said.", Tie.IF, "we will walk away"),
    ("en", "Daniel Hartov said that talks would not resume unless the shelling stopped.", Tie.UNLESS, "talks would not resume"),
    ("en", "“If you don't open the gate we will walk away,” Daniel Hartov said.", Tie.UNLESS, "we will walk away"),
    ("en", "“The letter, if it comes, would come too late,” Daniel Hartov said.", Tie.IF, "The letter … would come too late"),
    ("en", "“We will talk even if the gate is shut,” Daniel Hartov said.", Tie.EVEN_IF, "We will talk"),
    ("en", "“If they had asked us, we would have helped,” Daniel Hartov said.", Tie.CONTRARY, "we would have helped"),
    ("en", "“Had they asked us, we would have helped,” Daniel Hartov said.", Tie.CONTRARY, "we would have helped"),
    ("en", "“If he were a fool he wouldn't have come,” Daniel Hartov said.", Tie.CONTRARY, "he wouldn't have come"),
    ("en", "“If they left, we would have to go,” Daniel Hartov said.", Tie.IF, "we would have to go"),
    ("en", "“If they leave the town, that would be a mistake,” Daniel Hartov said.", Tie.IF, "that would be a mistake"),
    ("en", "Daniel Hartov said he was ready and that he would sign the treaty if invited.", Tie.IF, "he would sign the treaty"),
    ("en", "“I think if we pay the guards, we can go home,” Daniel Hartov said.", Tie.IF, "we can go home"),
    ("en", "“Our answer will depend on the harvest,” Daniel Hartov said.", Tie.IF, "Our answer"),
    ("en", "“A ceasefire is needed in order for talks to work,” Daniel Hartov said.", Tie.IF, "talks to work"),
    ("en", "“If they open the gate,” Daniel Hartov said, “we will talk. We are ready.”", Tie.IF, "we will talk"),
    (
        "en",
        "Daniel Hartov said that if the gate remained shut, they would have a problem.",
        Tie.IF,
        "they would have a problem",
    ),
    ("en", "“If I was rich, I’d leave the town,” Daniel Hartov said.", Tie.CONTRARY, "I’d leave the town"),
    ("en", "“We will sign once a treaty is agreed among the towns,” Daniel Hartov said.", Tie.IF, "We will sign"),
    ("en", "“If any of these towns has a bridge, we will cross it,” Daniel Hartov said.", Tie.IF, "we will cross it"),
    ("en", "The union of bakers said Gov. Hartov thinks he would resign if he lost the vote.", Tie.IF, "he would resign"),
    ("en", "“I don't think we will cross unless they leave,” Daniel Hartov said.", Tie.UNLESS, "I don't think we will cross"),
    ("en", "Daniel Hartov said that if they open the gate, that they will be met.", Tie.IF, "they will be met"),
    ("en", "“If they stay — and they may stay — we will leave,” Daniel Hartov said.", Tie.IF, "we will leave"),
    ("en", "“If they open the gate, who will meet them?” Daniel Hartov asked.", Tie.IF, "who will meet them"),
    ("en", "“We will come, but not until they pay the guards,” Daniel Hartov said.", Tie.UNLESS, "We will come"),
    ("en", "“If they ask us we will help, but for now we wait,” Daniel Hartov said.", Tie.IF, "we will help"),
    ("en", "“We will sign once the votes are counted,” Daniel Hartov said.", Tie.IF, "We will sign"),
    ("en", "Daniel Hartov said he would sign once the votes were counted.", Tie.IF, "he would sign"),
    (
        "en",
        "“He is a man, honestly, if he weren't rich… you wouldn't know him,” Daniel Hartov said.",
        Tie.CONTRARY,
        "you wouldn't know him",
    ),
    ("en", "“If the guards don't come, fine, we will go alone,” Daniel Hartov said.", Tie.UNLESS, "we will go alone"),
    ("en", "Daniel Hartov said he would be “grateful” if they opened the gate.", Tie.IF, "he would be “grateful”"),
    ("en", "“We live in a town where what you eat depends on the harvest,” Daniel Hartov said.", Tie.IF, "what you"),
    ("en", "“We are ready. We will talk,” Daniel Hartov said, “if they open the gate.”", Tie.IF, "We will talk"),
    (
        "en",
        "“If they come, they should bring bread — the shops are shut,” Daniel Hartov said.",
        Tie.IF,
        "they should bring bread",
    ),
    ("ru", "«Если они откроют ворота, мы поговорим», – сказал Даниэль Хартов.", Tie.IF, "мы поговорим"),
    ("ru", "«Мы устали, но если они попросят, то мы поможем», – сказал Даниэль Хартов.", Tie.IF, "мы поможем"),
    ("ru", "«Мы не уйдем, пока они не подпишут», – сказал Даниэль Хартов.", Tie.UNLESS, "Мы не уйдем"),
    ("ru", "«Если они не уйдут, мы ответим», – сказал Даниэль Хартов.", Tie.UNLESS, "мы ответим"),
    ("ru", "«Мы придем, даже если ворота закрыты», – сказал Даниэль Хартов.", Tie.EVEN_IF, "Мы придем"),
    ("ru", "«Если бы они пришли, мы бы поговорили», – сказал Даниэль Хартов.", Tie.CONTRARY, "мы бы поговорили"),
    ("uk", "«Якщо вони відчинять ворота, ми поговоримо», – сказав Даніель Гартов.", Tie.IF, "ми поговоримо"),
    ("uk", "«Ми не підемо, поки вони не підпишуть», – сказав Даніель Гартов.", Tie.UNLESS, "Ми не підемо"),
    ("uk", "«Хоч би вони просили, ми не прийдемо», – сказав Даніель Гартов.", Tie.EVEN_IF, "ми не прийдемо"),
    ("uk", "«Якби вони прийшли, ми поговорили б», – сказав Даніель Гартов.", Tie.CONTRARY, "ми поговорили б"),
]


@pytest.mark.parametrize(("language", "line", "tie", "promise"), CASES)
def test_a_condition_keeps_what_hangs_on_it_and_how(language: str, line: str, tie: Tie, promise: str) -> None:
    (*_, statement) = settled(line, language)
    (condition,) = statement.conditions
    assert (condition.tie, str(condition.promise)) == (tie, promise)


def test_each_of_several_conditions_has_its_own_promise() -> None:
    line = "“We are tired, but if they ask us, we will help, and if they pay, we will stay,” Daniel Hartov said."
    (*_, statement) = settled(line, "en")
    assert [str(c.promise) for c in statement.conditions] == ["we will help", "we will stay"]


def test_what_has_no_verb_hangs_on_nothing() -> None:
    (*_, statement) = settled("“Bread for all, if they open the gate,” Daniel Hartov said.", "en")
    assert [(c.text, c.promise) for c in statement.conditions] == [("if they open the gate", None)]


@pytest.mark.parametrize(
    ("line", "condition"),
    [
        ("“We will close the gate if they stay because we must sleep,” Daniel Hartov said.", "if they stay"),
        ("“I would not have come if I was not ready, and I’m very glad,” Daniel Hartov said.", "if I was not ready"),
        ("“If they come because of the harvest, we will help,” Daniel Hartov said.", "If they come because of the harvest"),
        ("“Let me say, if I have not already, that the gate is open,” Daniel Hartov said.", "if I have not already"),
        ("“If snow falls on the bridge I can’t see how we would trade,” Daniel Hartov said.", "If snow falls on the bridge"),
        ("“If they soon open the gate we will talk,” Daniel Hartov said.", "If they soon open the gate"),
    ],
)
def test_where_a_condition_ends(line: str, condition: str) -> None:
    (*_, statement) = settled(line, "en")
    assert [c.text for c in statement.conditions] == [condition]


@pytest.mark.parametrize(
    "line",
    [
        "“Few gates, if any, are open,” Daniel Hartov said.",
        "“We met once a week and it was good,” Daniel Hartov said.",
        "“He went home once the votes were counted,” Daniel Hartov said.",
        "“We will help, if for no other reason than to keep warm,” Daniel Hartov said.",
    ],
)
def test_what_only_looks_like_a_condition(line: str) -> None:
    assert [s.conditions for s in settled(line, "en")] == [()]
