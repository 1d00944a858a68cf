"""The sample articles, mangled as pages and feeds mangle text: each is read or told of, and every span holds its words."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_flow_odd import holds

from examples import NAMES, readings, source
from verbale.errors import Code
from verbale.flow import read
from verbale.model import Reading

Mangle = Callable[[str, random.Random], str]

LOOKALIKE = str.maketrans("АВЕКМНОРСТХасеорху", "ABEKMHOPCTXaceopxy")
LATIN = {
    **dict(zip("абвгдезийклмнопрстуфхыэіїєґё", "abvhdezyiklmnoprstufxyeiiege", strict=True)),
    "ж": "zh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "iu",
    "я": "ia",
    "ь": "",
    "ъ": "",
}


def sprinkled(text: str, drawn: random.Random, put: str) -> str:
    """The text with a character put behind every so manieth letter."""
    return "".join(c + put if c.isalpha() and drawn.random() < 0.1 else c for c in text)


def transliterated(text: str, _: random.Random) -> str:
    return "".join(LATIN.get(c.lower(), c.lower()).capitalize() if c.isupper() else LATIN.get(c, c) for c in text)


MANGLES: dict[str, Mangle] = {
    "no punctuation": lambda text, _: re.sub(r"[^\w\s]", "", text),
    "all capitals": lambda text, _: text.upper(),
    "transliterated": transliterated,
    "ё for е": lambda text, drawn: "".join("ё" if c == "е" and drawn.random() < 0.1 else c for c in text),
    "soft hyphens": lambda text, drawn: sprinkled(text, drawn, "\u00ad"),
    "zero-width characters": lambda text, drawn: sprinkled(text, drawn, "\u200b"),
    "accents on letters": lambda text, drawn: sprinkled(text, drawn, "\u0301"),
    "no-break spaces": lambda text, _: text.replace(" ", "\u00a0"),
    "Latin letters that look alike": lambda text, drawn: "".join(
        c.translate(LOOKALIKE) if drawn.random() < 0.3 else c for c in text
    ),
    "lines cut anywhere": lambda text, drawn: "".join("\n" if c == " " and drawn.random() < 0.1 else c for c in text),
    "marks lost": lambda text, drawn: "".join("" if c in '«»“”„"' and drawn.random() < 0.5 else c for c in text),
}
"""Ways in which text comes broken."""


def mangled(name: str, *mangles: str, seed: int = 0) -> Reading:
    """A sample article, mangled and read."""
    one = source(name)
    text, drawn = one.text, random.Random(seed)
    for mangle in mangles:
        text = MANGLES[mangle](text, drawn)
    return read(text, language=readings()[name].article.language)


@pytest.mark.parametrize("mangle", MANGLES)
@pytest.mark.parametrize("name", NAMES)
def test_a_mangled_article_is_read(name: str, mangle: str) -> None:
    reading = mangled(name, mangle)
    assert Code.FAILED not in [p.code for p in reading.problems]
    assert reading.article.blocks
    holds(reading)


@settings(max_examples=25)
@given(st.sampled_from(NAMES), st.lists(st.sampled_from(sorted(MANGLES)), min_size=2, max_size=3), st.integers(0, 99))
def test_a_badly_mangled_article_is_read(name: str, mangles: list[str], seed: int) -> None:
    reading = mangled(name, *mangles, seed=seed)
    assert Code.FAILED not in [p.code for p in reading.problems]
    holds(reading)


@pytest.mark.parametrize(
    "mangle", ["soft hyphens", "zero-width characters", "no-break spaces", "Latin letters that look alike"]
)
@pytest.mark.parametrize("name", [n for n in NAMES if n.startswith(("ru", "uk"))])
def test_what_does_not_change_the_page_hardly_changes_the_reading(name: str, mangle: str) -> None:
    """Who speaks is nearly the same; what looks alike may be a real letter of the other alphabet."""
    plain = {s.speaker.name for s in readings()[name].statements if s.speaker}
    odd = {s.speaker.name for s in mangled(name, mangle).statements if s.speaker}
    assert len(plain & odd) >= 0.7 * len(plain)
