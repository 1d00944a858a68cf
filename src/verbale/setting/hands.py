"""Through whose hands words came: the media that a text names as having carried them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from verbale.media import names, outlet
from verbale.model import Article, Kind, Outlets, Token
from verbale.names import letters
from verbale.setting.frames import CLOSING, COMMAS, OPENING, STOPS, Line, Page, among, is_one, words
from verbale.setting.nouns import medium_at

LONGEST = 5
"""So many words may make up the name of a medium."""
REACH = 6
"""So many words may stand between a verb of passing on and its medium."""


@dataclass(frozen=True, slots=True)
class Press:
    """What is known of media in one article."""

    language: str
    names: frozenset[str]
    """Names, in small letters, that the article itself calls media or credits."""
    outlets: Outlets
    """What its reader tells of media."""


def press(page: Page) -> Press:
    """The names that stand behind a medium's noun (`the agency CTA`), and those of dateline and credit lines."""
    language, outlets = page.article.language, page.article.outlets
    found = {a.lower() for a in page.article.agencies}
    nouns = among(language, "relays", "nouns")
    for line in page.lines:
        for at, token in enumerate(line.tokens):
            if token.lemma in nouns:
                name = _Names(line, Press(language, frozenset(), outlets)).run(at + 1)
                found |= {name.lower()} if name else set()
    return Press(language, frozenset(found), outlets)


def carriers(line: Line, press: Press) -> tuple[str, ...]:
    """Media that a sentence names as having passed something on, in text order: `TASS reported`, `со ссылкой на Reuters`."""
    told = _Names(line, press)
    found = sorted((*told.behind_phrases(), *told.beside_verbs(), *told.at_the_end()))
    return tuple(dict.fromkeys(name for _, name in found))


def is_outlet(article: Article, name: str) -> bool:
    """Whether a name is that of the article's own outlet, perhaps in other letters or as an address: `УНН`, `unn.com.ua`."""
    if (known := outlet(name, article.outlets)) and known == outlet(article.outlet or "", article.outlets):
        return True
    own, one = _latin(article.outlet or ""), _latin(name)
    return min(len(one), len(own)) > 1 and (one in own or own in one)


_CYRILLIC = "абвгґдеєжзиійклмнопрстуфхцчшщыэюя"
_LETTERS = "a b v g g d e e zh z i i i k l m n o p r s t u f h ts ch sh sch y e yu ya".split()
_LATIN = str.maketrans(dict(zip(_CYRILLIC, _LETTERS, strict=True)) | {"ь": "", "ъ": ""})


def _latin(name: str) -> str:
    """A name in small Latin letters, without the ending of an address."""
    plain = letters(re.sub(r"\.(?:com|org|net|ua|ru|info|eu|co)\b", "", name.lower()))
    return plain.replace(" ", "").translate(_LATIN)


def medium(name: str, press: Press) -> str:
    """The medium a speaker's name is or ends with, without the noun for what it is (`газета The Telegraph`); else empty."""
    words = name.split()
    ends = (" ".join(words[n:]) for n in range(len(words)))
    return next((n for n in ends if n.lower() in press.names or n.lower() in names(press.language, press.outlets)), "")


def bare(name: str) -> str:
    """A medium's name without the noun before it (`канал [Sky News]`)."""
    words = name.split()
    first = next((n for n, w in enumerate(words) if w[:1].isupper() or w[:1] in OPENING), 0)
    return " ".join(words[first:]).strip('«»“”„" ')


def is_same(one: str, two: str, own: Outlets) -> bool:
    """Whether two names can be one medium's: `Telegraph`, `газета The Telegraph`, `ТАСС`, `TASS`."""
    if (known := outlet(one, own)) and known == outlet(two, own):
        return True
    a, b = letters(one), letters(two)
    return bool(a and b) and (a in b or b in a)


@cache
def _phrases(language: str) -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    """Phrases behind which a carrier stands, by the first of their words, and whether any name there is one."""
    table: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for key in ("by", "by_medium"):
        for phrase in words(language)["relays"][key]:
            table.setdefault(phrase.split()[0], []).append((tuple(phrase.split()), key == "by"))
    return {first: sorted(found, key=lambda f: -len(f[0])) for first, found in table.items()}


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of media in one sentence."""

    line: Line
    press: Press

    @property
    def tokens(self) -> Sequence[Token]:
        return self.line.tokens

    def among(self, key: str) -> frozenset[str]:
        """Words about carriers in `venues.toml`."""
        return among(self.press.language, "relays", key)

    # ------------------------------------------------------------ where carriers stand

    def behind_phrases(self) -> Iterator[tuple[int, str]]:
        """`via AGENCY`, `со ссылкой на агентство`."""
        table = _phrases(self.press.language)
        for at, word in enumerate(self.line.low):
            for phrase, sure in table.get(word, ()):
                stop = at + len(phrase)
                if self.line.low[at:stop] == phrase:
                    name = self.name(stop, sure=sure)
                    if name:
                        yield stop, name
                    break

    def beside_verbs(self) -> Iterator[tuple[int, str]]:
        """`передает агентство ТАСС`, `the agency TASS reported`: a medium as the subject of a verb of passing on."""
        passing = self.among("passing")
        for at, word in enumerate(self.line.low):
            if word not in passing:
                continue
            aside = at == 0 or self.line.low[at - 1] in COMMAS | self.among("as")
            name = self.name(at + 1, sure=aside and word in self.among("only_passing"))
            name = name or self._before(at) or self._further(at + 1)
            if name:
                yield at, name

    def at_the_end(self) -> Iterator[tuple[int, str]]:
        """`…, Reuters.`: a known name alone behind the last comma or dash."""
        last = len(self.tokens) - (len(self.tokens) > 0 and self.tokens[-1].text in STOPS)
        for start in range(max(1, last - LONGEST), last):
            if self.tokens[start - 1].text in COMMAS and medium_at(self.line, start, self.press.language) == last:
                yield start, _text(self.tokens[start:last])

    def _before(self, at: int) -> str:
        """The medium whose name ends right before a verb."""
        for start in range(max(0, at - LONGEST), at):
            name = _text(self.tokens[start:at])
            whole = start == 0 or not self.tokens[start - 1].text[:1].isupper()
            if medium_at(self.line, start, self.press.language) == at or (whole and self._is_told(name)):
                return name
        return ""

    def _further(self, at: int) -> str:
        """A medium called so, a few words behind the verb: `цитирует заявление дома агентство Франс пресс`."""
        for start in range(at, min(at + REACH, len(self.tokens))):
            if self.tokens[start].text in COMMAS | STOPS:
                break
            if self.tokens[start].lemma in self.among("nouns") and self.tokens[start].case in {
                "Nom",
                "",
            }:
                return self.name(start, sure=False)
        return ""

    # ------------------------------------------------------------ what they are called

    def name(self, at: int, *, sure: bool) -> str:
        """The carrier that begins at a token, without the noun for what it is; where not `sure`, one known as a medium."""
        start = at
        while at < min(start + LONGEST, len(self.tokens)):
            token = self.tokens[at]
            if is_one(token, self.among("own")):
                return ""
            if is_one(token, self.among("generic")) and at > start:
                return _text(self.tokens[start : at + 1])
            if token.text[:1].isupper() or token.text in OPENING:
                break
            if token.lemma not in self.among("nouns") and token.pos not in {"ADJ", "DET"}:
                return ""
            sure = sure or token.lemma in self.among("nouns")
            at += 1
        name = self.run(at)
        return name if sure or self._is_told(name) else ""

    def run(self, at: int) -> str:
        """The name that begins at a token: a known one, one in quotation marks, or a run of capitals that is no person."""
        if at >= len(self.tokens):
            return ""
        stop = medium_at(self.line, at, self.press.language)
        if stop:
            return _text(self.tokens[at:stop])
        stop = self._stop(at)
        return "" if stop == at or self._is_person(at, stop) else _text(self.tokens[at:stop]).strip('«»“”„" ')

    def _is_told(self, name: str) -> bool:
        """Whether a name is a medium's by itself: known here, an address, or with a word for one in it (`Ilva TV`)."""
        known = medium(name, self.press) == name or re.fullmatch(r"[\w-]+\.[a-z]{2,4}", name, re.IGNORECASE)
        return bool(known) or (" " in name and name.lower().rsplit(maxsplit=1)[-1] in self.among("endings"))

    def _stop(self, at: int) -> int:
        """The end of a run of capitals, or of a name in quotation marks."""
        tokens = self.tokens
        if tokens[at].text in OPENING:
            return next((n + 1 for n in range(at + 1, min(at + 1 + LONGEST, len(tokens))) if tokens[n].text in CLOSING), at)
        stop = at
        while stop < min(at + LONGEST, len(tokens)) and (
            tokens[stop].text[:1].isupper() or (stop > at and self._is_tied(stop))
        ):
            stop += 1
        return stop

    def _is_tied(self, at: int) -> bool:
        """`Depo.ua`, `Интерфакс-Украина`: pieces without a space between them."""
        tokens = self.tokens
        close = tokens[at].span.start == tokens[at - 1].span.stop
        if tokens[at].text in {".", "-"}:
            return close and at + 1 < len(tokens) and tokens[at + 1].span.start == tokens[at].span.stop
        return close and tokens[at].text[:1].isalnum()

    def _is_person(self, start: int, stop: int) -> bool:
        people = (m for m in self.line.labels.mentions if m.kind is Kind.PERSON and m.name)
        ranges = (self.line.range(m.span) for m in people)
        return any(first < stop and start < last for first, last in ranges)


def _text(tokens: Sequence[Token]) -> str:
    """The tokens with spaces where the text has some."""
    out = ""
    for n, token in enumerate(tokens):
        out += (" " if n and token.span.start > tokens[n - 1].span.stop else "") + token.text
    return out
