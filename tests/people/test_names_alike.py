"""Names compared: sounds, forms and how they agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.people.form import form
from verbale.people.likeness import Fit, likeness
from verbale.people.sounds import closeness, heads, latin, skeletons, sound
from verbale.people.words import Manner, alike


@pytest.mark.parametrize(
    ("name", "words", "text"),
    [
        ("П.Йоркин", ("п.", "йоркин"), "п. йоркин"),
        ("Дж. Терзен", ("дж.", "терзен"), "дж. терзен"),
        ("Терзен (Terzen)", ("терзен",), "терзен"),
        ("Лука Терзен)", ("лука", "терзен"), "лука терзен"),
        ("Terzen, Luka", ("luka", "terzen"), "luka terzen"),
        ("Мира О’Вельд", ("мира", "овельд"), "мира овельд"),
        ("Luka von der Terz", ("luka", "terz"), "luka von der terz"),
        ("министр Ирена Вальдова", ("ирена", "вальдова"), "ирена вальдова"),
        ("Йон-Мар Кель", ("йон", "мар", "кель"), "йон мар кель"),
        ("Сeрго Терзен", ("серго", "терзен"), "серго терзен"),
        ("Пётр", ("пётр",), "петр"),
        ("Нам Ги Сен", ("нам", "ги", "сен"), "нам ги сен"),
        ("Тарен Али оглы", ("тарен", "али"), "тарен али оглы"),
    ],
)
def test_names_are_taken_apart(name: str, words: tuple[str, ...], text: str) -> None:
    assert (form(name).words, form(name).text) == (words, text)


@pytest.mark.parametrize(
    ("name", "younger"),
    [
        ("Luka Terzen Jr.", "junior"),
        ("Мира I", "i"),
        ("Ван И", ""),
        ("Лука Терзен-старший", "senior"),
        ("Mira III", "iii"),
        ("Luka V. Terzen", ""),
    ],
)
def test_what_tells_father_from_son_is_no_part_of_the_name(name: str, younger: str) -> None:
    assert form(name).younger == younger


def test_only_two_written_words_or_a_number_make_a_full_name() -> None:
    assert form("Ana Reyes").full
    assert form("Mira III").full
    assert not form("A. Reyes").full
    assert not form("Reyes").full
    assert not form("Minister Reyes").full


@given(st.text(max_size=40))
def test_any_text_has_a_form_and_a_sound(text: str) -> None:
    assert form(text).text == form(form(text).text).text or form(text).words
    assert latin(text).isascii()
    assert all(skeletons(sound(word)) and heads(sound(word)) for word in form(text).words)


@given(st.text("abcdeiouzsh", max_size=8), st.text("abcdeiouzsh", max_size=8))
def test_closeness_is_mutual_and_within_its_bounds(one: str, two: str) -> None:
    assert closeness(one, two) == pytest.approx(closeness(two, one))
    assert 0 <= closeness(one, two) <= closeness(one, one) == 1


@pytest.mark.parametrize(
    ("one", "two", "manner"),
    [
        ("terzen", "терзен", Manner.SOUND),
        ("вальдова", "вальдовой", Manner.CASE),
        ("николай", "микола", Manner.SPELLING),
        ("robert", "bob", Manner.SPELLING),
        ("terzen", "terzan", Manner.NEAR),
        ("л.", "luka", Manner.INITIAL),
        ("reyes", "réyes", Manner.SAME),
    ],
)
def test_words_are_alike_in_a_manner(one: str, two: str, manner: Manner) -> None:
    found = alike(one, two)
    assert found
    assert found.manner is manner
    assert found == alike(two, one)


@pytest.mark.parametrize(("one", "two"), [("reyes", "keyes"), ("mai", "mao"), ("л.", "mira"), ("иванович", "ивановна")])
def test_other_words_are_not(one: str, two: str) -> None:
    assert alike(one, two) is None


def test_two_languages_may_spell_one_name_apart() -> None:
    near, abroad = alike("терзен", "терцен"), alike("терзен", "терцен", abroad=True)
    assert near
    assert abroad
    assert near.score < abroad.score


@pytest.mark.parametrize(
    ("one", "two", "fit"),
    [
        ("Luka Terzen", "Лука Терзен", Fit.WHOLE),
        ("Luka Terzen", "Terzen Luka", Fit.WHOLE),
        ("Лука Терзен", "Лука Павлович Терзен", Fit.WITHIN),
        ("L. Terzen", "Luka Terzen", Fit.INITIALS),
        ("Terzen", "Luka Terzen", Fit.PART),
        ("Зиауль Танук", "Зиа уль-Танук", Fit.WHOLE),
    ],
)
def test_names_fit_each_other(one: str, two: str, fit: Fit) -> None:
    found = likeness(form(one), form(two))
    assert found
    assert found.fit is fit
    assert found == likeness(form(two), form(one))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Luka Terzen", "Mira Terzen"),
        ("Luka Terzen", "Luka Valdov"),
        ("Luka Terzen Jr.", "Luka Terzen Sr."),
        ("Luka A. Terzen", "Luka B. A. Terzen"),
        ("Mira II", "Mira III"),
    ],
)
def test_what_contradicts_is_two_persons(one: str, two: str) -> None:
    assert likeness(form(one), form(two)) is None
