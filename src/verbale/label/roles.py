"""Offices that stand before a name: which of the words before it tell of the person."""

from __future__ import annotations

from verbale.label.phrases import NOUNS, Words
from verbale.lang import INFLECTED, load, titles
from verbale.model import Token
from verbale.models import Named
from verbale.models.morphology import inanimate


def told_before(words: Words, start: int, stop: int) -> tuple[int, int]:
    """Where the office begins and ends that the tokens from `start` to `stop`, before a name, tell of; nowhere where they tell
    something else: `[House Speaker] Ana Reyes`, `a study by [law professor] Ivo Lund`, `the late tally Ms. Reyes gave`."""
    if words.language in INFLECTED:
        return (stop, stop) if _is_thing(words, start, stop) else (start, stop)
    stop = _without_address(words, start, stop)
    start = max([start, *(n + 1 for n in range(start, stop) if _parts(words, n))])
    complement = next((n for n in range(start, stop) if words.tokens[n].pos == "ADP"), stop)
    if _is_human(words, start, complement):
        return start, stop
    last = max((n + 1 for n in range(start, stop) if words.tokens[n].pos == "ADP"), default=stop)
    return (last, stop) if _is_human(words, last, stop) else (stop, stop)


def _is_thing(words: Words, start: int, stop: int) -> bool:
    """Whether what stands before a name with cases is no office, but only next to it: `в [интервью] Иво Лан сказал`."""
    before = words.tokens[start:stop]
    head = next((t for t in before if t.pos == "NOUN"), None)
    people = titles(words.language, "persons") | titles(words.language, "unnamed")
    return head is not None and not any(t.lemma in people for t in before) and inanimate(head.lemma, words.language)


def is_of_another(words: Words, head: int, name: Named) -> bool:
    """Whether the name behind a noun only tells whose it is: `a spokesman for Senator Reyes`, unlike `the head of the bank,
    Ana Reyes` and `the president of the Council Ana Reyes`."""
    tokens = words.tokens
    tie = max(
        (n for n in range(head + 1, name.start) if tokens[n].pos == "ADP" or tokens[n].text.lower() == "to"), default=None
    )
    if tie is None or any(t.text == "," for t in tokens[tie : name.start]):
        return False
    nouns = [n for n in range(tie, name.start) if tokens[n].pos in NOUNS and tokens[n].text != "."]
    return not nouns or _is_person(words, nouns[-1])


def _is_person(words: Words, at: int) -> bool:
    """Whether the noun is an office or part of a person's name."""
    name = words.named(at)
    return words.tokens[at].lemma in titles(words.language, "persons") or (name is not None and name.type == "PER")


def is_suffix(words: Words, token: Token) -> bool:
    """Whether the token tells a son from his father of the same name, or is the full stop behind: `Jr.`."""
    return token.text == "." or token.text.lower() in load(words.language).words["small"]["suffix"]


def _without_address(words: Words, start: int, stop: int) -> int:
    """The end of the words without a comma and `Mr.` before the name."""
    while stop > start and (words.tokens[stop - 1].text == "," or _is_address(words, start, stop)):
        stop -= 1
    return stop


def _is_address(words: Words, start: int, stop: int) -> bool:
    addresses = load(words.language).words["small"]["address"]
    last = [t.text.lower() for t in words.tokens[max(start, stop - 2) : stop]]
    return last[-1] in addresses or (last[-1] == "." and last[0] in addresses)


def _parts(words: Words, at: int) -> bool:
    """Whether the token parts what stands before it from the name: `Reyes and`, `many experts, including`, `films ―`."""
    token = words.tokens[at]
    if token.pos == "CCONJ" or token.form == "fin" or token.text in ",;:―—–":
        return True
    return token.text.lower() in load(words.language).words["small"]["example"]


def _is_human(words: Words, start: int, stop: int) -> bool:
    """Whether the last noun of the tokens can be somebody's office or calling."""
    people = titles(words.language, "persons") | titles(words.language, "unnamed")
    nouns = [t for t in words.tokens[start:stop] if t.text.isalpha() and (t.pos in NOUNS or t.text.lower() in people)]
    if not nouns:
        return False
    head = nouns[-1]
    if head.lemma in people or head.text.lower() in people:
        return True
    things = titles(words.language, "bodies") | titles(words.language, "media") | titles(words.language, "documents")
    common = head.pos == "NOUN" and head.number != "Plur" and head.lemma not in things
    human, deed = (tuple(load(words.language).titles["endings"][name]) for name in ("human", "deed"))
    return head.lemma.endswith(human) if head.pos == "PROPN" else common and not head.lemma.endswith(deed)
