"""A person's name taken apart: its words in order, what is left out of every comparison, and what tells father from son."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from verbale.lang import languages, load
from verbale.people.letters import mended, plain
from verbale.people.stems import stem

_MARKS = str.maketrans({"’": "'", "`": "'", "ʼ": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "\u00ad": ""})


@dataclass(frozen=True, slots=True)
class Form:
    """A name as it can be compared. Initials keep their full stop."""

    text: str
    """The whole name in small letters without accents: what makes two forms one."""
    words: tuple[str, ...]
    """Words that count, in order; those with a hyphen in two. Small letters with their accents."""
    whole: str
    """All words in one, particles too: `сайфулмалук`."""
    tokens: int
    """How many words stand apart: a name of one is no full name."""
    younger: str
    """`junior`, `senior` or a number: `ii`; empty where there is none."""
    full: bool
    """Whether it has a given and a family name, both written out, or a number: `Елизавета II`."""
    initials: bool
    """Whether a given name stands as an initial."""

    def __hash__(self) -> int:
        return hash(self.text)


def is_initial(word: str) -> bool:
    return word.endswith(".")


@lru_cache(maxsize=200_000)
def form(name: str) -> Form:
    """The form of a name. What stands in brackets and the offices before the name are left out."""
    tokens = _tokens(name)
    younger, tokens = _younger(tokens)
    tokens = _bare(tokens)
    leaning = _leaning([w for t in tokens for w in _split(t)])
    words = tuple(w for t in tokens for w in _split(t) if w not in leaning)
    if all(len(w) < 3 for w in words):  # Wang Yi, Ван И: Wang is no particle there
        words, leaning = tuple(w for t in tokens for w in _split(t)), frozenset()
    apart = sum(any(w not in leaning for w in _split(t)) for t in tokens)
    text = " ".join([*(plain(w) for t in tokens for w in _split(t)), *([younger] if younger else [])])
    written = sum(not is_initial(w) for w in words)
    full = (apart > 1 and written > 1) or (written > 0 and younger.isalpha())
    return Form(text, words, "".join(w for t in tokens for w in _split(t)), apart, younger, full, written < len(words))


# ---------------------------------------------------------------- words


def _tokens(name: str) -> list[str]:
    """Words between spaces, initials apart: `Т.Рэй` is two. A comma puts the family name last: `Reyes, Ana`."""
    bare = re.sub(r"\([^)]*\)|\[[^]]*]|[«»\"“”„()\[\]]", " ", name.translate(_MARKS))
    family, comma, given = bare.partition(",")
    younger = comma and plain(given.strip(" .")) in _younger_words()
    ordered = f"{given} {family}" if comma and given.strip() and not younger else bare.replace(",", " ")
    apart = re.sub(r"(?<=\.)(?=\w)", " ", ordered)
    found = [_word(mended(t)) for t in apart.split()]
    return [t for t in found if t.strip(".'-")]


def _word(token: str) -> str:
    """A token in small letters; a full stop stays only with an initial. `О'Лири` has no apostrophe, `И` is a Chinese name."""
    small = unicodedata.normalize("NFC", token).casefold().strip("'-;:!?").replace("'", "")
    short = small.rstrip(".")
    alone = len(short) == 1 and (small != short or (short.isascii() and token not in {"I", "V", "X"}))
    initial = alone or (small.endswith(".") and short in _words()["given"]["initials"])
    return f"{short}." if initial and short.isalpha() else short


def _split(token: str) -> list[str]:
    return [part for part in token.split("-") if part]


def _younger(tokens: list[str]) -> tuple[str, list[str]]:
    """What tells father from son, or one king from another, and the words without it."""
    head, hyphen, tail = tokens[-1].rpartition("-") if tokens else ("", "", "")
    if hyphen and plain(tail) in _younger_words():
        return _younger_words()[plain(tail)], [*tokens[:-1], head]
    last = tail.strip(".")
    found = _younger_words().get(plain(last), "")
    if not found and re.fullmatch(r"(?=.)(?:x{0,3})(?:ix|iv|v?i{0,3})", last) and (len(last) > 1 or last in "ivx"):
        found = last
    return (found, tokens[:-1]) if found and len(tokens) > 1 else ("", tokens)


def _bare(tokens: list[str]) -> list[str]:
    """Without the offices and honorifics before the name, as long as a name is left."""
    while len(tokens) > 1 and _is_title(tokens[0]) and any(len(t) > 3 for t in tokens[1:]):
        tokens = tokens[1:]
    return tokens


@lru_cache(maxsize=100_000)
def _is_title(word: str) -> bool:
    bare = plain(word).rstrip(".")
    return bare in _titles() or (bare[-1:] in "аяуюыієїемй" and any(bare[:-n] + e in _titles() for n in (1, 2) for e in _ENDS))


_ENDS = ("", "а", "я", "ь", "й")


def _leaning(words: list[str]) -> frozenset[str]:
    """The particles among the words. One that leans on the name behind it cannot stand last: Сен is a name in Ким Ир Сен."""
    before = {w for w in words[:-1] if plain(w) in _particles()}
    return frozenset(before | {w for w in words[-1:] if plain(w) in _words()["particles"]["behind"]})


# ---------------------------------------------------------------- words of the language files


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))


@cache
def _particles() -> frozenset[str]:
    return frozenset(_words()["particles"]["words"])


@cache
def _younger_words() -> dict[str, str]:
    return {word: meaning for meaning, words in _words()["younger"].items() for word in words}


@cache
def _titles() -> frozenset[str]:
    offices = {w for code in languages() for w in load(code).titles["persons"]["words"]}
    return frozenset(plain(w).rstrip(".") for w in offices | set(_words()["honorifics"]["words"]))


@lru_cache(maxsize=200_000)
def is_patronymic(word: str) -> bool:
    """Whether the word is made from the father's name: `Святославович`, `Ivanovna`."""
    return len(word) > 5 and plain(word).endswith(tuple(_words()["patronymics"]["endings"]))


def is_joint(name: str) -> bool:
    """Whether an `and` joins two names; it has no capital, as the Chinese name И has."""
    return not _ands().isdisjoint(name.split()[1:-1])


@cache
def _ands() -> frozenset[str]:
    return frozenset(_words()["joint"]["words"])


@lru_cache(maxsize=100_000)
def is_honorific(role: str) -> bool:
    """Whether a role is mere politeness: `Mr`, `господин`."""
    return all(plain(w).rstrip(".") in _honorifics() for w in role.split())


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(plain(w) for w in _words()["honorifics"]["words"])


@lru_cache(maxsize=100_000)
def reigns(role: str) -> bool:
    """Whether an office is one whose holders go by their given name: a king, a pope, a prophet."""
    words = frozenset(stem(w) for w in role.split())
    return not words.isdisjoint(_reigning())


@cache
def _reigning() -> frozenset[str]:
    return frozenset(stem(w) for w in _words()["reigning"]["words"])
