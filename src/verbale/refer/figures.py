"""The persons, bodies and countries of one article, each with all its names and offices."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from verbale.label.phrases import titles
from verbale.model import Article, Kind, Labels, Mention
from verbale.text import Span


@dataclass(slots=True)
class Figure:
    """Somebody the article names, as gathered while its mentions are read in order."""

    kind: Kind
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    gender: str = ""
    spans: list[Span] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form; of equally full ones the commonest."""
        return max(self.names, key=lambda n: (min(len(n.split()), 3), self.names.count(n), -self.names.index(n)))

    @property
    def role(self) -> str | None:
        return max(self.roles, key=len) if self.roles else None

    def named_before(self, at: int) -> int:
        """Where it was last named before a position; -1 if not yet."""
        return max((s.start for s in self.spans if s.start < at), default=-1)


def figures(article: Article, labels: Sequence[Labels]) -> tuple[Figure, ...]:
    """All figures in the order in which the article names them, surnames joined to full names."""
    found: list[Figure] = []
    mentions = sorted((m for sentence in labels for m in sentence.mentions if m.name), key=lambda m: -len(m.name.split()))
    for mention in mentions:
        figure = next((f for f in found if _same(f, mention)), None)
        if figure is None:
            figure = Figure(mention.kind)
            found.append(figure)
        _gather(figure, mention)
    for figure in found:
        figure.spans.sort()
    return tuple(sorted(found, key=lambda f: f.spans[0]))


def _gather(figure: Figure, mention: Mention) -> None:
    figure.names.append(mention.name)
    figure.spans.append(mention.span)
    if mention.role:
        figure.roles.append(mention.role)
    figure.gender = figure.gender or mention.gender


def _same(figure: Figure, mention: Mention) -> bool:
    if figure.kind is not mention.kind or mention.kind in {Kind.UNNAMED, Kind.DOCUMENT}:
        return False
    if mention.kind is Kind.PERSON:
        return any(same_person(name, mention.name) for name in set(figure.names))
    return any(letters(name) == letters(mention.name) for name in figure.names)


def same_person(full: str, short: str) -> bool:
    """Whether two names of one article can be one person's: same surname, first names that don't contradict."""
    one, two = full.split(), short.split()
    if not one or not two or not same_word(one[-1], two[-1]):
        return False
    if len(one) == 1 or len(two) == 1:
        return True
    return same_word(one[0], two[0]) or _initial(one[0], two[0])


def _initial(one: str, two: str) -> bool:
    """`Г.` and `Гернот`."""
    short, long = sorted((one.strip("."), two.strip(".")), key=len)
    return len(short) == 1 and long.lower().startswith(short.lower())


# Endings of the cases of Russian and Ukrainian names.
_ENDING = r"(?:ого|ому|ова|ову|овым|ової|ою|ой|ом|ем|єм|ём|ым|им|ых|их|ия|ию|ии|ий|ію|ії|ів|ові|еві|ами|ям|ах|а|я|у|ю|е|є|и|і|ы|ь|й)?"


def same_word(one: str, two: str) -> bool:
    """Whether two words are one name, perhaps in different cases."""
    a, b = letters(one), letters(two)
    if a == b:
        return True
    stem = _common(a, b)
    if len(stem) < 3 or not re.search(r"[а-яіїєґ]", stem):
        return False
    return bool(re.fullmatch(_ENDING, a[len(stem) :]) and re.fullmatch(_ENDING, b[len(stem) :])) and len(stem) >= min(len(a), len(b)) - 2


def _common(a: str, b: str) -> str:
    n = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[:n]


def letters(word: str) -> str:
    """Small letters without accents; ё is е."""
    plain = unicodedata.normalize("NFKD", word.lower().replace("й", "\0")).replace("\0", "й")
    return "".join(c for c in plain if c.isalnum() or c == " ").replace("ё", "е")


def head_of(role: str, language: str) -> str:
    """The noun that names the office in a role: `министр` of `министр обороны`."""
    words = [w.lower() for w in re.findall(r"[\w'’.-]+", role)]
    return next((w for w in words if w in titles(language, "persons")), words[0] if words else "")
