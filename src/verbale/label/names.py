"""Names as an article makes them plain: known once, known throughout; an office before a name makes it a person's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.lang import load, titles
from verbale.models import Grammar, Named
from verbale.names import same_word


def settled(grammars: Sequence[Grammar], language: str) -> list[Grammar]:
    """The grammars of an article's sentences with the names that the models missed, cut or called wrongly."""
    told = [
        _told(
            Grammar(g.tokens, tuple(_trimmed(g, n, language) for n in g.names if not _is_scrap(g, n, language))),
            language,
        )
        for g in grammars
    ]
    surnames = {g.tokens[n.stop - 1].text for g in told for n in g.names if n.type == "PER"}
    surnames = {s for s in surnames if len(s) > 2 and s[:1].isupper() and not s.isupper()}
    return [_spread(g, surnames) for g in told]


def _told(grammar: Grammar, language: str) -> Grammar:
    """With the names that stand right behind an office."""
    held = _held(grammar, language)
    return Grammar(grammar.tokens, tuple(sorted([*_kept(grammar, held), *held])))


def _spread(grammar: Grammar, surnames: set[str]) -> Grammar:
    """With all occurrences of the surnames; capitals alone (`AROS`) are a body unless they spell one of them."""
    names = [n if not _is_short_form(grammar, n, surnames) else Named(n.start, n.stop, "ORG") for n in grammar.names]
    return Grammar(grammar.tokens, tuple(sorted([*names, *_repeated(grammar, surnames)])))


def _is_short_form(grammar: Grammar, name: Named, surnames: set[str]) -> bool:
    words = [t.text for t in grammar.tokens[name.start : name.stop]]
    return (
        name.type == "PER"
        and len(words) == 1
        and words[0].isupper()
        and len(words[0]) > 1
        and not any(same_word(words[0], s) for s in surnames)
    )


def _is_scrap(grammar: Grammar, name: Named, language: str) -> bool:
    """`Путиным-версии`: words that ran together on the page; `Karvenian Foreign Minister`: where somebody holds an office."""
    after = [t for t in grammar.tokens[name.stop : name.stop + 2] if t.pos == "PROPN"]
    if name.type == "PER" and name.stop - name.start == 1 and any(t.lemma in titles(language, "persons") for t in after):
        return True
    return any(re.search(r"-[а-яіїєґ]", t.text) for t in grammar.tokens[name.start : name.stop] if name.type == "PER")


def _trimmed(grammar: Grammar, name: Named, language: str) -> Named:
    """A person's name that runs on to a body's noun is the body's (`Christian News Service`); a first word in the genitive
    (`Карвении Ирена Вальдова`) is the end of the office before it."""
    stop = _before_suffix(grammar, name.start, _over_particles(grammar, name, language), language)
    name = Named(name.start, stop, name.type)
    while name.type == "PER" and stop < len(grammar.tokens) and grammar.tokens[stop].pos == "PROPN" and stop - name.stop < 4:
        stop += 1
    if stop > name.stop and grammar.tokens[stop - 1].lemma in titles(language, "bodies") | titles(language, "media"):
        return Named(name.start, stop, "ORG")
    first, rest = grammar.tokens[name.start], grammar.tokens[name.start + 1 : name.stop]
    of = first.case == "Gen" or re.search(r"(?:ии|ії)$", first.text)  # no nominative of a name ends so, whatever a model sees
    if name.type == "PER" and len(rest) > 1 and of and all(t.case == "Nom" for t in rest):
        return Named(name.start + 1, name.stop, "PER")
    return name


def _before_suffix(grammar: Grammar, start: int, stop: int, language: str) -> int:
    """The end of a name without what tells a son from his father: `Luka Terzen | Jr`."""
    suffixes = load(language).words["small"]["suffix"]
    while stop - start > 1 and grammar.tokens[stop - 1].text.lower() in suffixes:
        stop -= 1
    return stop


def _over_particles(grammar: Grammar, name: Named, language: str) -> int:
    """The end of a person's name with what follows a particle: `Урсула | фон дер Лан`."""
    particles, tokens, at = load(language).words["small"]["particle"], grammar.tokens, name.stop
    while at < len(tokens) and tokens[at].text.lower() in particles:
        at += 1
    follows = name.type == "PER" and name.stop < at < len(tokens) and tokens[at].text[:1].isupper()
    return at + 1 if follows else name.stop


def _held(grammar: Grammar, language: str) -> list[Named]:
    """Capitalised words right behind an office: `spokesman Luka Terzen`."""
    found = []
    for at, token in enumerate(grammar.tokens):
        office = token.lemma in titles(language, "persons") and token.pos in {"NOUN", "PROPN"} and token.text[:1].isalpha()
        if office and not any(n.type == "PER" and n.start < at < n.stop for n in grammar.names):
            stop = at + 1
            while stop < len(grammar.tokens) and _is_name_word(grammar, stop, language):
                stop += 1
            if 1 < stop - at <= 4 and not _named_otherwise(grammar, at + 1, stop):
                found.append(Named(at + 1, _longest(grammar, at + 1, stop), "PER"))
    return found


def _longest(grammar: Grammar, start: int, stop: int) -> int:
    """Where a name ends that a model saw begin among these words and go on: `Mayor Bill | de Lund`."""
    return max([stop, *(n.stop for n in grammar.names if n.type == "PER" and start <= n.start < stop)])


def _is_name_word(grammar: Grammar, at: int, language: str) -> bool:
    token = grammar.tokens[at]
    return (
        token.text[:1].isupper()
        and not token.text.isupper()
        and token.pos == "PROPN"
        and token.lemma not in titles(language, "persons")
        and token.text.lower() not in load(language).words["small"]["suffix"]
        and token.case in {"Nom", ""}
    )


def _named_otherwise(grammar: Grammar, start: int, stop: int) -> bool:
    """Whether a model calls the words a body, a place, or already a person."""
    return any(
        n.start < stop and start < n.stop and (n.type != "PER" or (n.start, n.stop) == (start, stop)) for n in grammar.names
    )


def _kept(grammar: Grammar, held: list[Named]) -> list[Named]:
    return [n for n in grammar.names if not any(n.start < h.stop and h.start < n.stop for h in held)]


def _repeated(grammar: Grammar, surnames: set[str]) -> list[Named]:
    covered = {n for name in grammar.names for n in range(name.start, name.stop)}
    return [
        Named(n, n + 1, "PER")
        for n, token in enumerate(grammar.tokens)
        if n not in covered and token.text[:1].isupper() and any(same_word(token.text, s) for s in surnames)
    ]
