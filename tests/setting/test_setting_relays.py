"""Through whose hands words came, as the text tells."""

from __future__ import annotations

import pytest
from stages import settled


def relays(text: str, language: str, **given: str | None) -> list[tuple[str, ...]]:
    return [s.relays for s in settled(text, language, **given)]


@pytest.mark.parametrize(
    ("language", "text", "carriers"),
    [
        ("en", "Daniel Hartov said the bridge was shut, as reported by Ilva TV.", ("Ilva TV",)),
        (
            "en",
            "“The bridge will stay shut for the summer,” Foreign Minister Daniel Hartov said, as cited by Reuters.",
            ("Reuters",),
        ),
        (
            "en",
            "A transcript of the talks—published by Reuters—shows that nobody had asked the ministers about it.",
            ("Reuters",),
        ),
        ("en", "Daniel Hartov said the bridge was shut (via Tolpress).", ("Tolpress",)),
        ("en", "Daniel Hartov said the bridge was shut, citing his doctor.", ()),
        ("en", "Daniel Hartov said the bridge was shut via the tunnel.", ()),
        ("ru", "Даниэль Хартов заявил, что мост закрыт, передает агентство ЦТА.", ("ЦТА",)),
        ("ru", "Даниэль Хартов заявил, что мост закрыт, сообщает «Ильва ТВ».", ("Ильва ТВ",)),
        ("ru", "Даниэль Хартов заявил, что мост закрыт. Об этом сообщает Reuters.", ("Reuters",)),
        ("ru", "Как передает Reuters, Даниэль Хартов заявил, что мост закрыт.", ("Reuters",)),
        ("ru", "Даниэль Хартов заявил, что мост закрыт, передает наш корреспондент.", ()),
        ("uk", "Даніель Гартов заявив, що міст зачинено, передає агентство ЦТА.", ("ЦТА",)),
        ("uk", "Даніель Гартов заявив, що міст зачинено, з посиланням на Reuters.", ("Reuters",)),
    ],
)
def test_who_is_named_as_carrier(language: str, text: str, carriers: tuple[str, ...]) -> None:
    assert relays(text, language)[0] == carriers


def test_the_agency_of_the_dateline_has_carried_all() -> None:
    text = (
        "Bridge shut for the summer\n"
        "VARNESK, May 14. /CTA/. Foreign Minister Daniel Hartov said that the bridge was shut for the summer.\n"
        "Irena Valdova said that nobody had asked her, and that she would take the ferry to the other side as before."
    )
    assert relays(text, "en", published="2031-05-14") == [("CTA",), ("CTA",)]


def test_the_outlet_itself_is_no_relay_where_another_is_named() -> None:
    text = "Даниэль Хартов заявил Reuters, что мост закрыт, передает агентство ЦТА со ссылкой на Reuters."
    assert relays(text, "ru", outlet="ЦТА")[0] == ("Reuters",)


def test_the_outlet_is_known_in_all_its_spellings() -> None:
    text = "Даниэль Хартов заявил, что мост закрыт, передает УНИАН со ссылкой на Reuters."
    assert relays(text, "ru", outlet="unian.net")[0] == ("Reuters",)


def test_a_carrier_goes_on_with_its_speaker() -> None:
    text = "Даниэль Хартов заявил, что мост закрыт, передает агентство ЦТА. Хартов добавил, что поезда ждут."
    assert relays(text, "ru") == [("ЦТА",), ("ЦТА",)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Reuters опубликовало статью. «Мост закрыт», – цитирует Reuters."),
        ("uk", "Reuters опублікувало статтю. «Міст зачинено», – цитує Reuters."),
    ],
)
def test_a_medium_that_cites_has_carried_the_words(language: str, text: str) -> None:
    assert relays(text, language)[-1] == ("Reuters",)
