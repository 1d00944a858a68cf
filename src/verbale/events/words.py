"""Words that name events and their status, laid out for looking up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from verbale.lang import events, load
from verbale.model import Status, Token

_STATUS = {str(status): status for status in Status}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; verbs and nouns by dictionary form."""

    language: str
    nouns: Mapping[str, tuple[tuple[str, str], ...]]
    """Last word of what names an event: the words before it, and the kind."""
    verbs: Mapping[str, str]
    status: Mapping[str, Status]
    """Verbs and nouns that govern the word for an event; adjectives stand in `adjectives`."""
    adjectives: Mapping[str, Status]
    particles: Mapping[str, str]
    forms: Mapping[str, tuple[str, str]]
    """English only: each form of a verb, with its dictionary form and which it is (`third`, `past`, `part`, `ing`)."""
    past: re.Pattern[str]

    def lemma(self, token: Token) -> str:
        """The dictionary form of a word."""
        low = token.text.lower()
        if low in self.forms and token.pos in {"VERB", "AUX", "NOUN", "ADJ"}:
            return self.forms[low][0]
        return token.lemma or low

    def form(self, token: Token) -> str:
        """Which form of an English verb it is; empty for the plain one. `cast` is more often the past."""
        verb, form = self.forms.get(token.text.lower(), ("", ""))
        past = load(self.language).events.get("irregular", {}).get(verb, ("", ""))[1] == verb
        return "past" if past and token.form == "fin" else form

    def is_in(self, token: Token, name: str) -> bool:
        """Whether a word belongs to a list of small words."""
        low = token.text.lower().replace("’", "'")
        return low in small(self.language, name) or token.lemma in small(self.language, name)


@cache
def words(language: str) -> Words:
    """The words of a language; KeyError where there is no folder for it."""
    data = load(language).events
    kinds = {what: data[what] for what in events() if what in data}
    nouns: dict[str, list[tuple[str, str]]] = {}
    for what, kind in kinds.items():
        for noun in kind["nouns"]:
            before, _, last = noun.rpartition(" ")
            nouns.setdefault(last, []).append((before, what))
    verbs = {verb: what for what, kind in kinds.items() for verb in kind.get("verbs", ())}
    status: dict[str, Status] = {}
    adjectives: dict[str, Status] = {}
    for name, listed in data["status"].items():
        status |= dict.fromkeys((*listed["verbs"], *listed["nouns"]), _STATUS[name])
        adjectives |= dict.fromkeys(listed["adjectives"], _STATUS[name])
    return Words(
        language,
        {last: tuple(sorted(found, key=lambda f: -len(f[0]))) for last, found in nouns.items()},
        verbs,
        status,
        adjectives,
        data["particles"],
        dict(_forms(data)) if language == "en" else {},
        re.compile("|".join(data["small"].get("past", [r"(?!)"]))),
    )


@cache
def small(language: str, name: str) -> frozenset[str]:
    """A list of small words."""
    return frozenset(load(language).events["small"].get(name, ()))


@cache
def done(language: str, what: str, how: str) -> frozenset[str]:
    """The verbs done with an event of that kind (`by`), by it (`does`), and what its verbs are done to (`objects`)."""
    return frozenset(load(language).events[what].get(how, ()))


def _forms(data: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, str]]]:
    verbs = {
        v for kind in data.values() if isinstance(kind, Mapping) for key in ("verbs", "by", "does") for v in kind.get(key, ())
    }
    verbs |= {verb for listed in data["status"].values() for verb in listed["verbs"]}
    for verb in sorted(verbs | set(data["irregular"])):
        third, past, part, ing = data["irregular"].get(verb) or _regular(verb)
        yield from ((ing, (verb, "ing")), (part, (verb, "part")), (past, (verb, "past")), (third, (verb, "third")))
        yield verb, (verb, "")


def _regular(verb: str) -> tuple[str, str, str, str]:
    """`state`: states, stated, stated, stating; `deny`: denies, denied, denied, denying."""
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb + "d", verb[:-1] + "ing"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if re.search(r"(?:s|x|ch|sh)$", verb) else "s")
    return third, verb + "ed", verb + "ed", verb + "ing"
