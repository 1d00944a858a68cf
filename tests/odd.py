"""Odd text for properties: what news is made of, cut and mixed with what breaks careless readers."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

# All characters but half ones, and letters that Unicode gives no name of their own (Tangut signs): the dictionaries of
# pymorphy3 cannot look at those. `test_models_morphology.py` tells of them.
CHARACTERS = st.characters(exclude_categories=["Cs", "Cn"]).filter(lambda c: not c.isalpha() or unicodedata.name(c, ""))

MARKS = [*"«»“”„‟‹›‚\"'‘’`", "''", "``"]
INVISIBLE = ["\u00ad", "\u200b", "\u200d", "\ufeff", "\u202e", "\u2067", "\u2069", "\u0301", "\u0308"]
BLANKS = [" ", " ", " ", " ", "\u00a0", "\u202f", "\t", "  ", "\n", "\n\n", "\r\n", "\u2028"]
STOPS = [",", ".", ":", ";", "!", "?", "…", "...", "—", "–", "-", "(", ")", "/"]
PHRASES = {
    "en": """“We are ready,” said|he said|Foreign Minister Daniel Hartov|told reporters|that the trains would run|
        According to Terzen|As the CTA reported|said this on Thursday|VARNESK, July 5 /CTA/.|Photo: Mira Kolt|U.S.|Mr.|don't|
        KARVENIA'S|his|who|not|“No.”|Xартов|5 points|MINISTRY|and added|2021|the ministry|cafe\u0301|Vel\u00adgar""",
    "ru": """«Мы готовы», – сказал|он заявил|министр Даниэль Хартов|сообщил журналистам|что поезда пойдут|
        По словам Терзена|Как сообщило агентство ЦТА|об этом сообщил|ВАРНЕСК, 5 июля. /ЦТА/.|Фото: Мира Кольт|А. В.|г.|ещё|еще|
        КАРВЕНИЯ|его|который|не|«Нет».|Xартов|Hartov skazal|МИД|и добавил|2021|в заявлении говорится|и\u0306|Вель\u00adгар""",
    "uk": """«Ми готові», – сказав|він заявив|міністр Даніель Гартов|повідомив журналістам|що поїзди підуть|
        За словами Терзена|Як повідомило агентство ЦТА|про це повідомив|ВАРНЕСЬК. 5 липня. ІНБ.|Фото: Міра Кольт|А. В.|р.|п'ять|
        об’єкт|КАРВЕНІЯ|його|який|не|«Ні».|Xартов|Hartov skazav|МЗС|і додав|2021|у заяві йдеться|і\u0308|Вель\u00adгар""",
}


def phrases(language: str) -> list[str]:
    return [p.strip() for p in PHRASES[language].split("|")]


def pieces(language: str) -> st.SearchStrategy[str]:
    """One piece of an article: mostly words of its language."""
    strange = st.sampled_from([*MARKS, *INVISIBLE, *STOPS]) | st.text(CHARACTERS, max_size=4)
    return st.sampled_from(phrases(language)) | strange


def texts(language: str, *, most: int = 25) -> st.SearchStrategy[str]:
    """Whole articles: pieces with blanks between them, some without."""
    joined = st.tuples(pieces(language), st.sampled_from([*BLANKS, ""])).map("".join)
    return st.lists(joined, max_size=most).map("".join)
