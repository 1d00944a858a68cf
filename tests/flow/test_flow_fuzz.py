"""Mixtures of all that breaks careless readers go through the whole reading: nothing stops it, in bounded time.

`VERBALE_FUZZ` says how many texts are tried; see CONTRIBUTING.md.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odd import BLANKS, INVISIBLE, MARKS, STOPS, phrases
from test_flow_odd import holds

from verbale.errors import Code
from verbale.flow import read
from verbale.lang import languages
from verbale.model import Figure, Happening, Part, Reading
from verbale.store.check import checked

TEXTS = int(os.environ.get("VERBALE_FUZZ", "500"))
SECONDS = 5.0
"""Of processor time for one text; what is promised for five million characters, and these have a few thousand."""
LONGEST = 60
"""A piece is repeated so many times at most."""

CUES = """said|told|announced that|according to|quoted as saying|denied|wrote on X|he added|asked whether|заявил, что|сообщил|
    сказала|по словам|как пишет|считает|отметил он|спросил|заявив|сказав|повідомив, що|заявила|за словами|як пише|
    додав він|вважає|запитав"""
NAMES = """Ana Reyes|Mr. Hartov|Daniel K. Hartov|President Terzen's|O’Lund|al-Karim|KARVENIA|Ms Ivo Lund-Terzen|Марек Тонев|
    А. В. Хартов|Хартова|МИД Карвении|премьер-министр|Ждания|Даніель Гартов|Гартовим|Міністерство|ИНБ|Xартов|Теrzen"""
FIGURES = """17|1,204 people were killed|40 000 человек|3.5 млрд|$2 billion|14 250|12%|7 May 2031|07.05.2031|в 2031 году|
    5 липня|٣٤|½|Ⅻ|10⁹|1/2/3/4|00:00:00|№ 7|5–10 troops|погибли 16 из 40|99999999999999999999"""
STRANGE = """\u2066|\u2067|\u2068|\u202a|\u202b|\u202d|\u200e|\u200f|\u061c|\u200c|\u2060|\u00ad|\ufeff|\u0338|\u0489|\u20dd|
    \u034f|\ufe0f|\U000e0041|\x00|\x1b[31m|\x0b|\x85|\u2028|\ufffd|ǅ|ß|İ|ı|ﬁ|ſ|Ⅷ|ё|й|ї|👩\u200d👩\u200d👧|
    中文|שלום|مرحبا|한국|🇺🇦|a\u0301\u0302\u0303"""
WORDS = """the talks|bridge|it|that|which|would|not|and|if|unless|because|who|переговоры|мост|что|который|если|не|и|потому|
    он|переговори|міст|що|який|якщо|не|й|вона|він|http://a.example/b?c=d|@hartov|#talks|a.b@c.example|<b>|</p>|&nbsp;|{"a":"""


def split(pieces: str) -> list[str]:
    return [piece.strip(" \n") for piece in pieces.split("|")]


PIECES = (
    st.sampled_from(MARKS)
    | st.sampled_from([*INVISIBLE, *split(STRANGE)])
    | st.sampled_from(STOPS)
    | st.sampled_from(split(CUES))
    | st.sampled_from(split(NAMES))
    | st.sampled_from(split(FIGURES))
    | st.sampled_from(split(WORDS))
    | st.sampled_from([piece for language in languages() for piece in phrases(language)])
)
FLOODS = st.tuples(PIECES, st.sampled_from([*BLANKS, "", ""]), st.integers(2, LONGEST)).map(lambda f: (f[0] + f[1]) * f[2])
TEXT = st.lists(
    st.tuples(st.one_of(PIECES, PIECES, PIECES, PIECES, FLOODS), st.sampled_from([*BLANKS, ""])).map("".join),
    min_size=1,
    max_size=60,
).map("".join)


def told(reading: Reading) -> Iterator[Part]:
    """All words of happenings and figures."""
    for one in (*reading.happenings, *reading.figures):
        when = one.when.words if isinstance(one, Happening) else one.as_of.words
        yield from filter(None, (one.words, when))


def spans(one: Happening | Figure) -> list[tuple[int, int]]:
    inner = [one.trigger, *(a.span for a in one.actors)] if isinstance(one, Happening) else [p.span for p in one.parts]
    return [(span.start, span.stop) for span in inner]


@settings(max_examples=TEXTS, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(text=TEXT, language=st.sampled_from([*languages(), None]))
def test_any_mixture_is_read(text: str, language: str | None) -> None:
    read("Words.", language=language)  # the models are loaded
    begun = time.process_time()
    reading = read(text, language=language, published="2031-05-09", outlet="Lima Post")
    assert time.process_time() - begun < SECONDS
    assert reading.article.text == text
    assert Code.FAILED not in {p.code for p in reading.problems}, reading.problems
    holds(reading)
    assert all(part.words == tuple(span.of(text) for span in part.spans) for part in told(reading))
    assert all(0 <= a < b <= len(text) for one in (*reading.happenings, *reading.figures) for a, b in spans(one))
    assert checked(reading) == reading  # the record refuses nothing of it
