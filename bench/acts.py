"""Speed of telling acts and topics: python bench/acts.py [STATEMENTS]

The statements are made up of common words in three languages, a new sequence each, one word of fifty such as no dictionary
has, so that neither forms nor dictionary meet the same sentence twice. One process, its own time on one core; what the first
call loads is counted apart.
"""

from __future__ import annotations

import random
import sys
import time

from verbale.acts import act
from verbale.model import Kind, Part, Speaker, Speech, Statement
from verbale.text import Span
from verbale.topics import Topics, shipped

WORDS = {
    "en": "we will not be ready for talks with the other side until they stop the shelling of our towns and pull back from "
    "the river because nobody wants another winter of war and the bridge must be open for grain trains and people",
    "ru": "мы не будем готовы к переговорам с другой стороной пока она не прекратит обстрелы наших городов и не отведёт войска "
    "от реки потому что никто не хочет ещё одной зимы войны и мост должен быть открыт для поездов с зерном",
    "uk": "ми не будемо готові до переговорів з іншою стороною доки вона не припинить обстріли наших міст і не відведе війська "
    "від річки бо ніхто не хоче ще однієї зими війни і міст повинен бути відкритий для потягів із зерном",
}
CUES = {"en": "said", "ru": "заявил", "uk": "заявив"}
ENDINGS = {"en": ("ing", "ed", "s", "tion"), "ru": ("ами", "ого", "ение", "ать"), "uk": ("ами", "ого", "ення", "ати")}
LENGTH = 24
RARE = 0.02


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    made = [_statement(language, random.Random(n)) for n in range(number // 3) for language in WORDS]
    topics = Topics(shipped())
    began = time.process_time()
    for language, statement in made[:3]:
        act(statement, language)
        topics.about(statement.content.text, language)
    print(f"first calls, with all words loaded: {time.process_time() - began:.2f} s")
    _timed("acts", made, lambda language, statement: act(statement, language))
    _timed("topics", made, lambda language, statement: topics.about(statement.content.text, language))


def _timed(what: str, made: list[tuple[str, Statement]], does: object) -> None:
    began = time.process_time()
    for language, statement in made:
        does(language, statement)  # type: ignore[operator]
    spent = time.process_time() - began
    print(f"{what}: {len(made):,} statements in {spent:.1f} s, {len(made) / spent:,.0f} a second")


def _statement(language: str, chance: random.Random) -> tuple[str, Statement]:
    common = WORDS[language].split()
    said = " ".join(_rare(language, chance) if chance.random() < RARE else chance.choice(common) for _ in range(LENGTH))
    cue = CUES[language]
    text = f"{cue} {said}"
    content = Part.of(text, Span(len(cue) + 1, len(text)))
    speaker = Speaker("Ana Reyes", Kind.PERSON)
    return language, Statement("s", Speech.INDIRECT, content, Part.of(text, Span(0, len(cue))), speaker=speaker)


def _rare(language: str, chance: random.Random) -> str:
    letters = "abdeiklmnoprstu" if language == "en" else "абдеиклмнопрсту"
    return "".join(chance.choice(letters) for _ in range(5)) + chance.choice(ENDINGS[language])


if __name__ == "__main__":
    main()
