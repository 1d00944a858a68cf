"""Time and memory of joining made-up mentions, and what twice as many cost.

python bench/people.py                    250,000, 500,000 and 1,000,000 mentions, each in a process of its own
python bench/people.py 100000 200000      so many
python bench/people.py --one 100000       this process only
python bench/people.py --record 100000    as rows of a record: what join() takes, twice

The mentions are drawn as news draws them: few persons are everywhere and most but once (Zipf), persons of one topic are named
together, a full name comes first and the family name alone after it, in three languages, with initials, slips and offices.
All names are made up of syllables.
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
from itertools import accumulate, groupby
from pathlib import Path

from verbale import store
from verbale.model import Article, Kind, Mention, Reading
from verbale.people import Sighting, people
from verbale.text import Span

SIZES = (250_000, 500_000, 1_000_000)
SYLLABLES = (
    ("ba", "ба"), ("ren", "рен"), ("ko", "ко"), ("lin", "лин"), ("sa", "са"), ("mir", "мир"), ("to", "то"), ("vel", "вел"),
    ("da", "да"), ("nor", "нор"), ("ki", "ки"), ("zen", "зен"), ("pa", "па"), ("gor", "гор"), ("lu", "лу"), ("shan", "шан"),
    ("fe", "фе"), ("dor", "дор"), ("mi", "ми"), ("ras", "рас"), ("chu", "чу"), ("bel", "бел"), ("yu", "ю"), ("tan", "тан"),
    ("ve", "ве"), ("mok", "мок"), ("li", "ли"), ("dar", "дар"), ("ze", "зе"), ("kul", "кул"), ("ho", "хо"), ("net", "нет"),
)  # fmt: skip
ROLES = {
    "en": ("President of France", "Foreign Minister of Italy", "spokesman", "analyst", "prime minister", "professor"),
    "ru": ("президент Франции", "министр иностранных дел Италии", "представитель", "аналитик", "премьер", "профессор"),
    "uk": ("президент Франції", "міністр закордонних справ Італії", "речник", "аналітик", "прем'єр", "професор"),
}
BODIES = {"en": "Ministry of {}", "ru": "Министерство {}", "uk": "Міністерство {}"}
COUNTRIES = {
    "en": ("France", "Italy", "Japan", "Norway"),
    "ru": ("Франция", "Италия", "Япония", "Норвегия"),
    "uk": ("Франція", "Італія", "Японія", "Норвегія"),
}
TOPICS, CAST = 4000, 25
PERSONS = 400_000


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up person's name in two alphabets."""

    given: tuple[str, str]
    family: tuple[str, str]


class Zipf:
    """Numbers below `count`, the smaller the likelier."""

    def __init__(self, count: int, *, power: float = 1.0) -> None:
        self._sums = list(accumulate(1 / (n + 2) ** power for n in range(count)))

    def draw(self, chance: random.Random) -> int:
        return bisect(self._sums, chance.random() * self._sums[-1])


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--one"]:
        print(measured(int(arguments[1])))
        return
    if arguments[:1] == ["--record"]:
        print(in_a_record(int(arguments[1])))
        return
    before = 0.0
    for size in [int(a) for a in arguments] or SIZES:
        line = subprocess.run([sys.executable, __file__, "--one", str(size)], capture_output=True, text=True, check=True)
        seconds = float(line.stdout.split(" s")[0].split()[-1])
        print(line.stdout.strip() + (f", {seconds / before:.2f} times the one before" if before else ""), flush=True)
        before = seconds


def measured(size: int) -> str:
    sightings = list(made_up(size))
    made = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    start = time.process_time()
    joined = people(sightings)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    names = len(joined.naming.gathering.names)
    return (
        f"{len(sightings):>9,} mentions, {names:>9,} names, {len(joined.persons):>9,} persons: {seconds:.0f} s, "
        f"peak {peak:.2f} GB ({made:.2f} GB of it the mentions)"
    )


def in_a_record(size: int) -> str:
    """The first join of a record, and one that finds everything joined."""
    with tempfile.TemporaryDirectory() as folder, store.open(Path(folder, "bench.db")) as record:
        record.add(_reading(list(mine)) for _, mine in groupby(made_up(size), lambda s: s.article))
        times = []
        for _ in range(2):
            start = time.process_time()
            record.join()
            times.append(time.process_time() - start)
        megabytes = record.path.stat().st_size / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    took = f"joined in {times[0]:.0f} s, again in {times[1]:.0f} s"
    return f"{size:,} mentions {took}; peak {peak:.2f} GB, {megabytes:.0f} MB on disk"


def _reading(sightings: list[Sighting]) -> Reading:
    """An article that is nothing but names."""
    text, mentions = "", []
    for s in sightings:
        mentions.append(Mention(Span(len(text), len(text) + len(s.name)), s.kind, s.name, s.role))
        text += f"{s.name}, "
    first = sightings[0]
    return Reading(Article(first.article, text, first.language, published=first.published), mentions=tuple(mentions))


# ---------------------------------------------------------------- making mentions up


def made_up(size: int) -> Iterator[Sighting]:
    """So many sightings, the same ones every time."""
    chance = random.Random(11)
    topics, cast, everybody = Zipf(TOPICS, power=0.8), Zipf(CAST), Zipf(PERSONS, power=0.9)
    number = count = 0
    while count < size:
        topic = topics.draw(chance)
        inside = {(topic * 7919 + cast.draw(chance) ** 2 * 104_729) % PERSONS // 4 for _ in range(chance.randint(2, 6))}
        inside |= {everybody.draw(chance) for _ in range(chance.randint(0, 3))}
        for sighting in _article(chance, f"a{number:07}", topic, sorted(inside)):
            yield sighting
            count += 1
        number += 1


def _article(chance: random.Random, id_: str, topic: int, persons: list[int]) -> Iterator[Sighting]:
    language = chance.choices(("en", "ru", "uk"), (4, 4, 2))[0]
    published = f"20{chance.randint(18, 24)}-{chance.randint(1, 12):02}"
    place = (id_, language, published)
    n = 0
    for person in persons:
        for name, role in _named(chance, person, language):
            yield _sighting(place, n, Kind.PERSON, name, role)
            n += 1
    for kind, name in _around(chance, topic, language):
        yield _sighting(place, n, kind, name, "")
        n += 1


def _named(chance: random.Random, person: int, language: str) -> Iterator[tuple[str, str]]:
    """How an article names a person: in full, then by the family name; now and then by that alone."""
    made, which = _person(person), int(language != "en")
    given, family = made.given[which], made.family[which]
    role = ROLES[language][person % 6] if chance.random() < 0.3 else ""
    first = chance.random()
    if first < 0.8:
        yield f"{given} {_slipped(chance, family)}", role
    elif first < 0.9:
        yield f"{given[0]}. {family}", role
    for _ in range(chance.choice((0, 1, 1, 2))):
        yield family, ""


def _slipped(chance: random.Random, name: str) -> str:
    """One letter in a hundred names is left out."""
    if chance.random() > 0.01:
        return name
    at = chance.randrange(1, len(name))
    return name[:at] + name[at + 1 :]


def _around(chance: random.Random, topic: int, language: str) -> Iterator[tuple[Kind, str]]:
    yield Kind.COUNTRY, COUNTRIES[language][topic % 4]
    for _ in range(chance.randint(1, 4)):
        yield Kind.ORGANISATION, BODIES[language].format(_word(topic * 31 + chance.randint(0, 4), 3)[int(language != "en")])


def _person(number: int) -> Made:
    """A name for a number; common given and family names are shared by many."""
    chance = random.Random(number)
    return Made(_word(GIVEN.draw(chance) * 13 + 5, 2), _word(FAMILY.draw(chance) * 17 + 3, chance.choice((2, 3, 3))))


def _word(number: int, syllables: int) -> tuple[str, str]:
    chance = random.Random(f"{number} {syllables}")
    chosen = [chance.choice(SYLLABLES) for _ in range(syllables)]
    return "".join(s[0] for s in chosen).capitalize(), "".join(s[1] for s in chosen).capitalize()


def _sighting(place: tuple[str, str, str], n: int, kind: Kind, name: str, role: str) -> Sighting:
    return Sighting(place[0], n, kind, name, role, "", place[1], place[2], "")


GIVEN, FAMILY = Zipf(600, power=0.9), Zipf(40_000, power=0.7)


if __name__ == "__main__":
    main(sys.argv[1:])
