"""Time and memory of joining made-up statements into utterances, and what twice as many cost.

python bench/same.py                    250,000, 500,000 and 1,000,000 statements, each in a process of its own
python bench/same.py 50000 100000       so many
python bench/same.py --one 100000       this process only

The statements are drawn as news draws them: few speakers are everywhere and most but once (Zipf), a day's few big sayings are
carried by dozens of outlets, whole, cut or told in other words, and most by one. A third is Russian, the rest English; all words
but the small ones are made up. Besides the first join the time of a join after one more day is told, as time of the
one processor that is used.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from verbale.store.file import File
from verbale.store.opening import open_file
from verbale.store.utterances import join_utterances

SIZES = (250_000, 500_000, 1_000_000)
A_DAY = 1_000
"""Statements of a day: twice as many are twice as many days, as a record that grows."""
SPEAKERS, WORDS = 200_000, 40_000
ALPHABETS = {"en": ("bcdfghklmnprstvz", "aeiou"), "ru": ("бвгдзклмнпрстфхц", "аеиоуы")}


@dataclass(frozen=True, slots=True)
class Said:
    """A made-up statement."""

    saying: int
    day: int
    language: str
    speaker: int
    content: str


class Zipf:
    """Numbers from 0 on, the n-th of them drawn with a chance like 1 / n."""

    def __init__(self, count: int, chance: random.Random) -> None:
        self._sums = list(accumulate(1 / (n + 1) for n in range(count)))
        self._chance = chance

    def draw(self) -> int:
        return bisect(self._sums, self._chance.random() * self._sums[-1])


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--one"]:
        _one(int(arguments[1]))
        return
    before = 0.0
    for size in map(int, arguments) if arguments else SIZES:
        done = subprocess.run([sys.executable, __file__, "--one", str(size)], check=True, capture_output=True, text=True)
        seconds = float(done.stdout.split()[0])
        doubled = f", {seconds / before:.2f} times the one before" if before else ""
        print(f"{size:,} statements: {' '.join(done.stdout.split()[1:])}{doubled}", flush=True)
        before = seconds


def _one(size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = open_file(Path(folder) / "same.db", readonly=False)
        for trigger in ("statement_fts_add", "article_fts_add"):  # searching is not what is measured
            file.connection.execute(f"DROP TRIGGER {trigger}")
        made = statements(random.Random(1), size)
        right = _write(file, made, first=0)
        seconds = _joined(file)
        _write(file, (s for s in statements(random.Random(2), A_DAY)), first=size)
        further = _joined(file)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        told = f"{seconds:.0f} s, one more day {further:.1f} s, {memory:.2f} GiB; {_quality(file, right)}"
        print(f"{seconds:.2f} {told}")
        file.close()


def _joined(file: File) -> float:
    start = time.process_time()
    with file.transaction():
        join_utterances(file)
    return time.process_time() - start


# ---------------------------------------------------------------- made-up statements


def statements(chance: random.Random, count: int) -> Iterator[Said]:
    """Statements of one saying stand next to each other."""
    speakers, words, carriers = Zipf(SPEAKERS, chance), Zipf(WORDS, chance), Zipf(60, chance)
    known = {language: vocabulary(language) for language in ALPHABETS}
    made = saying = 0
    while made < count:
        saying += 1
        day, speaker = made // A_DAY, speakers.draw()
        language = "ru" if chance.random() < 1 / 3 else "en"
        content = [known[language][words.draw()] for _ in range(chance.randint(5, 30))]
        many = carriers.draw() + 1 if chance.random() < 0.2 else 1
        for _ in range(min(many, count - made)):
            yield Said(saying, day + chance.randint(0, 1), language, speaker, " ".join(told(content, known[language], chance)))
            made += 1


def told(content: list[str], words: list[str], chance: random.Random) -> list[str]:
    """What a carrier makes of the words: whole, cut, or a fifth of them others."""
    how = chance.random()
    if how < 0.5:
        return content
    if how < 0.75:
        start = chance.randint(0, len(content) // 3)
        return content[start : start + max(4, 2 * len(content) // 3)]
    return [chance.choice(words) if chance.random() < 0.2 else word for word in content]


def vocabulary(language: str) -> list[str]:
    """Made-up words, all different."""
    chance = random.Random(language)
    hard, soft = ALPHABETS[language]
    found: dict[str, None] = {}
    while len(found) < WORDS:
        found["".join(chance.choice(hard) + chance.choice(soft) for _ in range(chance.randint(2, 4))) + chance.choice(hard)] = (
            None
        )
    return list(found)


# ---------------------------------------------------------------- as rows of a record


def _write(file: File, made: Iterator[Said], *, first: int) -> dict[int, int]:
    """Write one article a statement; returns the saying of each statement by its number."""
    right: dict[int, int] = {}
    persons: dict[int, None] = {}
    with file.transaction():
        file.put("add_article", (_article(n, s) for n, s in _numbered(made, first, right, persons)))
        file.connection.execute(
            "INSERT OR IGNORE INTO person SELECT 'p_' || author, author, 'person', '', '', '', 1, 1 FROM article"
        )
        file.connection.execute(STATEMENTS)
        file.connection.execute(
            "INSERT OR IGNORE INTO attribution SELECT statement.number, 'p_' || author FROM statement "
            "JOIN article ON article.number = statement.article"
        )
    return right


STATEMENTS = """
INSERT INTO statement (
  id, article, n, start, stop, kind, content, speaker, speaker_kind, said_basis, headline, implicit, unquoted, rule, score, why
)
SELECT 's_' || substr(id, 3), number, 0, 0, length(text), 'indirect', text, author, 'person', 'unknown', 0, 0, 0, '', 0, '[]'
FROM article WHERE number NOT IN (SELECT article FROM statement)
"""


def _numbered(made: Iterator[Said], first: int, right: dict[int, int], persons: dict[int, None]) -> Iterator[tuple[int, Said]]:
    for n, said in enumerate(made, first):
        right[n + 1] = said.saying
        persons[said.speaker] = None
        yield n, said


def _article(n: int, said: Said) -> dict[str, Any]:
    years, day = divmod(said.day, 28 * 12)
    published = f"{2031 + years}-{day // 28 + 1:02}-{day % 28 + 1:02}"
    empty = dict.fromkeys(
        (
            "path",
            "url",
            "outlet",
            "title",
            "dateline_start",
            "dateline_stop",
            "dateline_place",
            "dateline_date",
            "dateline_agency",
        )
    )
    told = {
        "id": f"a_{n:07}",
        "author": str(said.speaker),
        "language": said.language,
        "published": published,
        "text": said.content,
    }
    return {
        **empty,
        **told,
        "sha256": "",
        "published_basis": "given",
        "agencies": "[]",
        "dates": "[]",
        "added": "",
        "reader": "",
    }


def _quality(file: File, right: dict[int, int]) -> str:
    """Shares of pairs next to each other in an utterance that belong together, and of those that do that are together."""
    of = dict(file.connection.execute("SELECT statement, utterance FROM carrier").fetchall())
    together = alike = both = 0
    for n in range(1, len(right)):
        is_one, found_one = right[n] == right[n + 1], of[n] == of[n + 1]
        alike += is_one
        together += found_one
        both += is_one and found_one
    return f"{both / max(1, alike):.3f} of neighbours found, {1 - both / max(1, together):.4f} wrong"


if __name__ == "__main__":
    main(sys.argv[1:])
