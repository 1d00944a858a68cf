"""What is done in saying something: every form reads the phrase it was met in, and the deciders keep their order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from verbale import lang
from verbale.acts import ACTS, act, plover
from verbale.acts.codes import FORMS
from verbale.model import Kind, Speaker, Speech, Stance, Tie
from verbale.models.words import words
from verbale.phrases import Phrases, Word

from .saying import saying

BOUND = Word("~", frozenset({"~"}))


def entries() -> Iterator[tuple[str, str, str, str]]:
    for language in lang.languages():
        for form, tables in lang.acts(language).items():
            if form != "words":
                for table, phrases in tables.items():
                    yield from ((language, f"{form}.{table}", phrase, met) for phrase, met in phrases.items())


def line(met: str, language: str) -> tuple[Word, ...]:
    before, bound, behind = met.partition("~")
    return (*words(before, language), *((BOUND,) if bound else ()), *words(behind, language))


@pytest.mark.parametrize(("language", "table", "phrase", "met"), list(entries()))
def test_a_form_stands_in_the_phrase_it_was_met_in(language: str, table: str, phrase: str, met: str) -> None:
    assert list(Phrases({table: [phrase]}).found(line(met, language)))


@pytest.mark.parametrize("language", lang.languages())
def test_word_lists_name_acts_that_are_there(language: str) -> None:
    assert set(lang.acts(language)) <= {*FORMS, "words", "stance"}
    assert set(lang.acts(language)["stance"]) <= set(Stance)


CASES = (
    ("en", "demanded ~ a recount", "request", "open"),
    ("en", "said ~ that the village would never sell the bridge to the army, which was unacceptable", "reject", "closed"),
    ("en", "said ~ the trains run on Sundays", "report", "unclear"),
    ("en", "did not rule out ~ a meeting", "agree", "open"),
    ("en", "thanked ~ the drivers", "support", "unclear"),
    ("en", "asked ~ when the train would leave", "ask", "unclear"),
    ("en", "said ~ we do not support the plan", "reject", "closed"),
    ("en", "denied ~ the charge", "deny", "unclear"),
    ("en", "hopes ~ to find a way out", "report", "open"),
    ("en", "said ~ all steps must be reciprocal", "request", "conditional"),
    ("ru", "потребовал ~ пересчёта голосов", "request", "open"),
    ("ru", "заявил ~ что страна готова к переговорам", "agree", "open"),
    ("ru", "заявил ~ что страна не готова к переговорам", "reject", "closed"),
    ("ru", "отверг ~ обвинения", "deny", "unclear"),
    ("ru", "отверг ~ предложение", "reject", "closed"),
    ("ru", "сообщил ~ что поезд ушёл в полдень", "report", "unclear"),
    ("uk", "закликав ~ сторони зупинитися", "request", "open"),
    ("uk", "зазначив ~ що консультації тривають", "consult", "unclear"),
    ("uk", "заявив ~ що уряд не має наміру змінювати текст", "reject", "closed"),
    ("en", "said ~ that he welcomes the ruling", "support", "open"),
    ("en", "said ~ the council praises no one, and he was praised", "report", "unclear"),
    ("en", "said ~ criticizing the bank is easy", "report", "unclear"),
    ("ru", "заявил ~ что отказывается соглашаться", "reject", "closed"),
    ("ru", "заявил ~ что критики его не поняли", "report", "unclear"),
    ("uk", "заявив ~ що просив сторони зупинити вогонь", "request", "open"),
    ("en", "said ~ the union should not be excluded from talks", "request", "open"),
    ("en", "decided ~ not to run", "reject", "closed"),
    ("en", "said ~ the tunnel is a complete disaster", "accuse", "unclear"),
    ("en", "said ~ Reyes is by far the most consistent baker", "support", "unclear"),
    ("en", "said ~ they should never have closed the bridge", "accuse", "unclear"),
    ("en", "weighed in on ~ whether the port should close", "report", "unclear"),
    ("en", "said ~ they had caught a man who is ready to talk", "report", "unclear"),
    ("en", "said ~ nobody should forget the fire", "request", "open"),
    ("en", "said ~ the mayor of Lima has resigned", "report", "unclear"),
    ("en", "said ~ he was resigning", "concede", "unclear"),
    ("ru", "сообщила ~ что мэр Лимы ушёл в отставку", "report", "unclear"),
    ("ru", "объявил ~ что он уходит в отставку", "concede", "unclear"),
    ("ru", "назвал ~ находку переломным моментом", "support", "unclear"),
    ("ru", "объяснил ~ что не видит возможности остаться", "reject", "closed"),
    ("uk", "заявив ~ що вони не виявляють жодних намірів домовитися", "accuse", "unclear"),
    ("uk", "пригрозив ~ закрити кордон", "threaten", "unclear"),
)


@pytest.mark.parametrize(("language", "marked", "code", "stance"), CASES)
def test_acts_and_stances(language: str, marked: str, code: str, stance: str) -> None:
    found = act(saying(marked), language)
    assert (found.code, found.stance) == (code, stance)
    assert all(found.why)


def test_a_condition_makes_what_one_binds_oneself_to_conditional() -> None:
    ready = "said ~ we are ready for talks if they stop"
    assert act(saying(ready), "en").stance is Stance.OPEN
    assert act(saying(ready, "if they stop"), "en").stance is Stance.CONDITIONAL
    assert act(saying(ready, "if they stop", tie=Tie.EVEN_IF), "en").stance is Stance.OPEN
    assert act(saying("said ~ prices rise if it rains", "if it rains"), "en").stance is Stance.UNCLEAR


def test_what_media_carry_is_no_act_of_theirs() -> None:
    said = "reports ~ that the country is ready for talks"
    assert act(saying(said), "en").code == "agree"
    assert act(saying(said, speaker=Speaker("Reuters", Kind.ORGANISATION)), "en").code == "report"


def test_a_single_question_is_asked() -> None:
    assert act(saying("said ~ Who is ready?", kind=Speech.DIRECT), "en").code == "ask"
    assert act(saying("said ~ Who is ready? We are open to talks.", kind=Speech.DIRECT), "en").code == "agree"
    assert act(saying("said ~ Who is ready? Who will go?", kind=Speech.DIRECT), "en").code == "ask"
    assert act(saying("said ~ That is a bribe, isn't it?", kind=Speech.DIRECT), "en").code == "accuse"
    assert act(saying("asked ~ They came late. Who is ready?", kind=Speech.DIRECT), "en").code == "ask"


def test_a_language_without_words_for_acts_only_reports() -> None:
    assert act(saying("sagte ~ wir sind bereit"), "de").code == "report"


def test_plover_codes() -> None:
    assert {plover(one) for one in ACTS} == {
        *("AGREE", "CONSULT", "CONCEDE", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "SUPPORT", "")
    }
    assert plover("report") == ""
    assert "thank" not in ACTS
