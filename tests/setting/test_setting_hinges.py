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
