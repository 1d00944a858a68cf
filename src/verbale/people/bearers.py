"""Who in the record bears a short name: by the family name, or because articles call them so after the full name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from verbale.model import Kind
from verbale.people.blocks import bones
from verbale.people.form import Form, is_initial, is_patronymic
from verbale.people.gathering import Gathering
from verbale.people.likeness import Pair
from verbale.people.links import name_likeness
from verbale.people.naming import LOOKED_AT, Naming
from verbale.people.sounds import VOWELS, sound
from verbale.people.words import Alike, alike

UNLIKE = -2.0
"""What it costs in odds that the words are only close."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A group that a short name may be of, with the odds that the names alone give it."""

    group: int
    odds: float
    sentence: str


@dataclass(slots=True)
class Bearers:
    """The full names of a record, by the words that stand for them; made ready once."""

    naming: Naming
    months: dict[int, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    """Of each group: how many articles of each month name it in full."""
    _words: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Family names by their bones."""
    _holders: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Full names by their family names."""
    _given: Counter[str] = field(default_factory=Counter)
    _aliases: dict[int, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    """Of each short name: for which groups articles use it after the full name, and how many do."""
    _found: dict[int, tuple[Bearer, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        names = self.naming.gathering.names
        for head in {self.naming.groups.head(n) for n, name in enumerate(names) if name.kind is Kind.PERSON}:
            self._hold([n for n in self.naming.commonest(head)[:LOOKED_AT] if self.is_known(n)])
        for figure, bears in enumerate(self.naming.gathering.bears):
            if self.naming.gathering.figures[figure].kind is Kind.PERSON and self.is_full(bears[0]):
                self._count(figure, bears)

    def is_known(self, name: int) -> bool:
        return self.naming.gathering.names[name].form.full or len(self.naming.groups.members(name)) > 1

    def is_full(self, name: int) -> bool:
        """Whether a name tells its bearer by itself: a full one that no two share, or one that was judged."""
        return self.is_known(name) and name not in self.naming.unclear

    def is_given(self, name: int) -> bool:
        """Whether several persons of the record have the single word for a given name."""
        words = self.naming.gathering.names[name].form.words
        return len(words) == 1 and self._given[sound(words[0])] > 1

    def of(self, name: int) -> tuple[Bearer, ...]:
        """All groups that a short name may be of, the most named first."""
        if name not in self._found:
            best: dict[int, Bearer] = {}
            for bearer in self._bearing(name):
                if bearer.group not in best or best[bearer.group].odds < bearer.odds:
                    best[bearer.group] = bearer
            ranked = sorted(best.values(), key=lambda b: (-self.months[b.group].total(), b.group))
            self._found[name] = tuple(ranked)
        return self._found[name]

    # ------------------------------------------------------------ made ready

    def _hold(self, names: list[int]) -> None:
        """Enter the commonest full names of a group under their family names."""
        forms = {n: self.naming.gathering.names[n].form for n in names}
        self._given.update({sound(form.words[0]) for form in forms.values() if len(form.words) > 1})
        main = next(iter(forms.values()), None)
        for number, form in forms.items():
            for word in family_words(form):
                if main and not _stands_in(word, main):
                    continue
                self._holders[word].append(number)
                for bone in bones(word):
                    self._words[bone].add(word)

    def _count(self, figure: int, bears: tuple[int, ...]) -> None:
        gathering = self.naming.gathering
        group = self.naming.groups.head(bears[0])
        self.months[group][gathering.places[gathering.at[figure]].month] += 1
        for name in bears[1:]:
            if not gathering.names[name].form.full:
                self._aliases[name][group] += 1

    # ------------------------------------------------------------ who bears a name

    def _bearing(self, name: int) -> Iterator[Bearer]:
        gathering = self.naming.gathering
        form, own = gathering.names[name].form, self.naming.groups.head(name)
        for group, times in sorted(self._aliases.get(name, Counter()).items()):
            yield Bearer(group, 0.0, _called(gathering, name, times))
        for holder, found, sentence in self._named_so(name, form):
            group = self.naming.groups.head(holder)
            if group != own:
                yield Bearer(group, UNLIKE if found.score < 0.85 else 0.0, sentence)
        if form.full:
            yield Bearer(own, 0.0, "The name stands as it is.")

    def _named_so(self, name: int, form: Form) -> Iterator[tuple[int, Alike, str]]:
        """Full names with the family name of a short one, and with its initials."""
        words = [w for w in form.words if not is_initial(w)]
        for word in words[-1:] if len(form.words) > 1 else words:
            for other in sorted({w for bone in bones(word) for w in self._words.get(bone, ())}):
                if found := alike(word, other):
                    yield from self._held_under(name, form, Pair(word, other, found))

    def _held_under(self, name: int, form: Form, pair: Pair) -> Iterator[tuple[int, Alike, str]]:
        """Full names with one family name, as far as what else the short name has agrees."""
        for holder in self._holders[pair.two]:
            if len(form.words) == 1:
                yield holder, pair.alike, pair.sentence
            elif like := name_likeness(self.naming.gathering, name, holder):
                yield holder, Alike(like.score, pair.alike.manner), " ".join(p.sentence for p in like.pairs)


def _called(gathering: Gathering, name: int, times: int) -> str:
    spelled = gathering.names[name].usual
    return f"{times} article{'s call' if times > 1 else ' calls'} a bearer of the full name {spelled} for short."


def _stands_in(word: str, main: Form) -> bool:
    """Whether the usual name has the word too: what only a longer one has before it is seldom the family name."""
    return word in main.words or any(alike(word, other) for other in main.words)


def family_words(form: Form) -> tuple[str, ...]:
    """Words of a full name by which its bearer is called for short: the last, the one before it in a longer name (`Pérez` of
    `Ana Pérez Soto`), and the first where it may be the family name."""
    written = [w for w in form.words if not is_initial(w)]
    patronymic = bool(written) and is_patronymic(written[-1])
    if len(written) < 3 and not patronymic:
        return tuple(written[-1:])
    first = written[:1] if patronymic or _is_syllable(written[0]) else []
    return tuple(dict.fromkeys((written[-1], *first, written[-2])))


def _is_syllable(word: str) -> bool:
    """Family names that stand first are of one syllable in Korean and Chinese; given names seldom are."""
    return sum(sign in VOWELS for sign in sound(word)) == 1
