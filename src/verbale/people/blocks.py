"""Which names are worth comparing: those that share the bones of one word and the first sound of another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from verbale.people.form import Form, is_initial
from verbale.people.sounds import heads, skeletons, sound
from verbale.people.words import names_of

LIMIT, NEIGHBOURS = 60, 20
"""In a block of more names each is compared with so many neighbours in the order of their sounds, so that cost grows with the
names and not with their square."""
_OBLIQUE = re.compile(r"(?:ого|его|ому|ему|ими|ыми|ым|им|ім|ом|ем|єм|ом|ам|ах|ой|ою|ої)$")


def candidates(forms: Sequence[tuple[int, Form]]) -> Iterator[tuple[int, int]]:
    """Pairs of names that may be one, each once, the smaller number first."""
    blocks: dict[str, list[int]] = defaultdict(list)
    places: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for number, form in sorted(forms, key=lambda f: (sound(f[1].words[-1]), sound(f[1].whole), f[0])):
        for key in keys(form):
            places[number].append((key, len(blocks[key])))
            blocks[key].append(number)
    for number in sorted(places):
        others = {other for key, at in places.pop(number) for other in _beside(blocks[key], at) if other > number}
        yield from ((number, other) for other in sorted(others))


def _beside(block: list[int], at: int) -> list[int]:
    """The names of a block with which the one at a place is compared."""
    return block if len(block) <= LIMIT else block[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]


@lru_cache(maxsize=200_000)
def keys(form: Form) -> tuple[str, ...]:
    """The blocks of a full name: bones of one word with the first sound of another."""
    words = form.words if len(form.words) < 4 else (*form.words[:2], form.words[-1])
    if len(words) == 1:
        return tuple(f"{bone}|{form.younger}" for bone in bones(words[0]))
    found = (
        f"{bone}|{head}"
        for n, one in enumerate(words)
        for m, two in enumerate(words)
        if n != m and not is_initial(one)
        for bone in bones(one)
        for head in heads(sound(two.rstrip(".")))
    )
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=200_000)
def bones(word: str) -> tuple[str, ...]:
    """Skeletons of a word, also without a case ending that has a consonant, and the names it is a spelling of."""
    bare = _OBLIQUE.sub("", word)
    found = (*skeletons(sound(word)), *(skeletons(sound(bare)) if len(bare) > 2 else ()))
    return tuple(dict.fromkeys([*(s or "A" for s in found), *(f"#{n}" for n in sorted(names_of(word)))]))
