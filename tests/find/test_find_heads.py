"""Headlines: a speaker before a colon or behind a dash."""

from __future__ import annotations

import pytest
from marked import drawn, parse
from stages import article, drafts, labelled

from verbale.find import find
from verbale.model import Role


def read(language: str, line: str, role: Role = Role.TITLE) -> list[str]:
    made = article(parse(line).text, language=language, roles=(role,))
    return [drawn(made.text, draft) for draft in drafts(made)]


@pytest.mark.parametrize("role", [Role.TITLE, Role.DECK])
@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "[source Вальдова]: [content поезда пойдут после первого платежа]"),
        ("ru", "[source Министерство транспорта]: [content мост закрыт до весны]"),
        ("ru", "[source Reuters]: [content мост закрыт до весны]"),
        ("ru", "[content Мост закрыт до весны] – [source МИД Карвении]"),
        ("ru", "[content Мост закрыт до весны] — [source МИД Карвении]"),
        ("ru", "«[content Мост закрыт до весны]» – [source МИД Карвении]"),
        ("uk", "[source МЗС Карвенії]: [content міст закрито до весни]"),
        ("uk", "[content Міст закрито до весни] – [source МЗС Карвенії]"),
        ("en", "[source Valdova]: [content trains will run after the first payment]"),
        ("en", "[source Reuters]: [content the bridge is shut until spring]"),
    ],
)
def test_a_headline_with_its_speaker(language: str, line: str, role: Role) -> None:
    assert read(language, line, role) == [line]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "[source Ирена Вальдова] [cue исключила] [content новые выборы] – Reuters"),
        ("ru", "[source Ирена Вальдова] [cue заявила], [content что мост закрыт] - СМИ"),
        ("uk", "[source Ірена Вальдова] [cue заявила], [content що міст закрито] – ЗМІ"),
    ],
)
def test_a_medium_behind_a_headline_that_names_its_speaker_has_carried_it(language: str, line: str) -> None:
    made = article(parse(line).text, language=language, roles=(Role.TITLE,))
    (found,) = find(made, labelled(made))
    assert found.cue is not None
    assert (found.content.words, found.cue.words) == (parse(line).words("content"), parse(line).words("cue"))
    assert len(found.relays) == 1


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "Вальдова: поезда пойдут после первого платежа"),
        ("ru", "Мост закрыт до весны – МИД Карвении"),
        ("en", "Valdova: trains will run after the first payment"),
    ],
)
def test_what_is_a_headline_only_in_the_head(language: str, line: str) -> None:
    assert read(language, line, Role.BODY) == []


@pytest.mark.parametrize("role", [Role.TITLE, Role.BODY])
@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "[source Хартов]: «[content Мы готовы сесть за любой стол]»."),
        ("en", "[source Foreign Minister Daniel Hartov]: “[content We are ready to sit down at any table]”."),
    ],
)
def test_a_quotation_behind_a_colon_stands_anywhere(language: str, line: str, role: Role) -> None:
    assert read(language, line, role) == [line]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "Главное за день: мост закрыт"),
        ("ru", "Мост закрыт: что дальше"),
        ("ru", "Мост, поезд, указ – все закрыто"),
        ("ru", "12:30"),
        ("ru", "Вальдова:"),
        ("ru", "Итоги недели: мост закрыт до весны"),
        ("uk", "Підсумки тижня: міст закрито"),
        ("ru", "Карвения: мост закрыт до весны"),
        ("en", "News in brief: the bridge is shut"),
        ("en", "Five points – and no answer"),
    ],
)
def test_other_headlines(language: str, line: str) -> None:
    assert read(language, line) == []
