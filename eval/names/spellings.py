"""Makes `src/verbale/people/spellings.txt` from the names that OpenSanctions' rigour and the nicknames package carry.

python eval/names/spellings.py rigour-1.8.2-py3-none-any.whl nicknames-1.0.1-py3-none-any.whl

rigour itself cannot be a dependency (see docs/decisions/0009). Of its 156,000 groups of spellings, taken from Wikidata, those are
kept that hold what no rule of sound would tell: Николай and Микола, Michael and Майкл. Of words that sound alike one is kept.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from verbale.people.form import is_patronymic
from verbale.people.sounds import closeness, rough, sound

TARGET = Path(__file__).resolve().parents[2] / "src" / "verbale" / "people" / "spellings.txt"
CYRILLIC = re.compile(r"[а-яёіїєґў’']+")
LATIN = re.compile(r"[a-zß-öø-ÿā-ſș-țạ-ỹ’']+")
APART, WIDELY = 0.85, 0.97
"""Words closer than this are told to be one name by their sound; the second for short ones, and for names known in many
spellings, which are mostly given names."""
MANY, SHORT = 6, 3
AKIN = 0.45
"""Words farther apart than this are translations (Waterfall, Водопад) rather than spellings."""
HEADER = """\
# Spellings of one name that do not sound alike, a name a line. Made by eval/names/spellings.py from
# nicknames 1.0.1, (c) Carlton Northern and Nick Crews, Apache licence 2.0 (see LICENSE), and from
# rigour 1.8.2, whose source is Wikidata (CC0), under the MIT licence:
#
# Copyright (c) 2023-2025: OpenSanctions Datenbanken GmbH
# Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
# documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
# rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
# persons to whom the Software is furnished to do so, subject to the following conditions: The above copyright notice and
# this permission notice shall be included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED
# "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
# MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT
# HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
# ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def main(rigour: str, nicknames: str) -> None:
    names = (*_groups(_text(rigour, "rigour/data/names/persons.txt")), *_nicknames(_text(nicknames, "nicknames/names.csv")))
    lines = sorted({" ".join(words) for words in names if len(words) > 1})
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} names, {TARGET.stat().st_size / 1000:.0f} kB")


def _text(wheel: str, name: str) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(name).decode("utf-8").splitlines()


def _groups(lines: list[str]) -> Iterator[list[str]]:
    for line in lines:
        forms = line.split(" => ")[0].split(", ")
        words = [w for w in forms if (CYRILLIC.fullmatch(w) or LATIN.fullmatch(w)) and not is_patronymic(w)]
        if any(CYRILLIC.fullmatch(w) for w in words):
            akin = [w for w in words if any(w != v and closeness(sound(w), sound(v)) >= AKIN for v in words)]
            yield _distinct(akin) if _apart(akin) else []


def _apart(words: list[str]) -> bool:
    """Whether some of the words do not sound alike."""
    limit = WIDELY if len(words) >= MANY or any(len(sound(w)) <= SHORT for w in words) else APART
    return any(closeness(sound(a), sound(b)) < limit for n, a in enumerate(words) for b in words[n + 1 :])


def _distinct(words: list[str]) -> list[str]:
    """One of each sound."""
    return list({rough(w): w for w in reversed(words) if sound(w)}.values())[::-1]


def _nicknames(lines: list[str]) -> Iterator[list[str]]:
    """`Robert` with `Bob`, each pair by itself: both Robert and Albert may be Bert."""
    for line in lines[1:]:
        name, _, short = line.split(",")
        if len(short) > 2 and rough(name) != rough(short):
            yield [name, short]


if __name__ == "__main__":
    main(*sys.argv[1:])
