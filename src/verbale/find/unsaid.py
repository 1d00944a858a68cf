"""Cues that report nothing where they stand, and readings of a sentence that its grammar speaks against."""

from __future__ import annotations

import re

from verbale.find.forms import Form
from verbale.find.views import View, token_range
from verbale.lang import INFLECTED, load
from verbale.model import Article, Cue, Labels, Token
from verbale.models.morphology import animate
from verbale.text import Span

CLOSING = frozenset({"clause-cue-source", "clause-source-cue"})
"""Forms in which the attribution closes its sentence."""


def is_silent(article: Article, labels: Labels, cue: Cue) -> bool:
    """Whether nothing is reported with a cue: it is denied, asked for, or tells how something is done."""
    tokens = labels.sentence.tokens
    if cue.negated or cue.form == "inf" or _is_asked(article, labels, cue):
        return True
    return _compares(tokens, cue, article.language) or _carries_another(labels, cue, article.language)


def _is_asked(article: Article, labels: Labels, cue: Cue) -> bool:
    """Whether the writer asks what somebody says: `Что говорят врачи?`"""
    tokens, small = labels.sentence.tokens, load(article.language).words["small"]
    asks = tokens[-1].text == "?" and tokens[0].text.lower() in {*small["that"], *small["whether"]}
    return asks and cue.form != "according"


def _compares(tokens: tuple[Token, ...], cue: Cue, language: str) -> bool:
    """Whether the cue tells how something is done, not who says so: `проголосуют не так, как решили избиратели`."""
    small = load(language).words["small"]
    before = [t.text.lower() for t in tokens[max(0, cue.start - 3) : cue.start]]
    return len(before) == 3 and before[0] in small.get("compared", []) and before[1] == "," and before[2] in small["as"]


def _carries_another(labels: Labels, cue: Cue, language: str) -> bool:
    """Whether the cue stands between another and what is said: `тот заявил, как сообщило агентство, что …`."""
    tokens, small = labels.sentence.tokens, load(language).words["small"]
    if cue.start < 3 or tokens[cue.start - 1].text.lower() not in small["as"] or tokens[cue.start - 2].text != ",":
        return False
    behind = next((n for n in range(cue.stop, len(tokens)) if tokens[n].text == ","), len(tokens))
    said = tokens[behind + 1].text.lower() if behind + 1 < len(tokens) else ""
    return said in small["that"] and tokens[cue.start - 3].form == "fin"


def refused(article: Article, labels: Labels, cue: Cue, seen: View, form: Form, match: re.Match[str]) -> bool:
    """Whether a form that fits the units of a sentence reads it against its grammar."""
    tokens = labels.sentence.tokens
    if form.name in CLOSING:
        verbless = cue.form == "noun"
        return verbless or _is_relative(article, cue) or _has_object(tokens, cue) or _opens_next(tokens, cue, seen, match)
    if form.name == "source-cue-colon-clause":
        return _is_told_of(tokens, cue, article.language)
    if form.name == "source-cue-about":
        return _makes(article, tokens, cue, *seen.tokens(*match.span("content")))
    return False


def _is_relative(article: Article, cue: Cue) -> bool:
    """Whether the cue stands in a relative clause, which tells more of a noun and closes nothing: `…, который признал вину`."""
    words = cue.subject.span.of(article.text).lower() if cue.subject and cue.subject.pronoun else ""
    return words in load(article.language).words["small"]["relative"]


def _has_object(tokens: tuple[Token, ...], cue: Cue) -> bool:
    """Whether the verb has an object of its own: `Тонев допустил три ошибки`, `он объяснил это` are no attributions."""
    behind = tokens[cue.stop : cue.stop + 1]
    if any(t.rel == "obj" and t.pos == "PRON" for t in behind):
        return True
    return any(
        t.rel == "obj" and cue.start <= t.head < cue.stop and t.case != "Dat" and t.pos == "NOUN" for t in tokens[cue.stop :]
    )


def _opens_next(tokens: tuple[Token, ...], cue: Cue, seen: View, match: re.Match[str]) -> bool:
    """Whether a full stop and a capital letter part the attribution from what it would close."""
    mark, first = seen.tokens(match.end("content"), match.end("content") + 1)[0], min(cue.start, len(tokens) - 1)
    return tokens[mark].text == "." and mark + 1 == first and tokens[first].text[:1].isupper()


def _is_told_of(tokens: tuple[Token, ...], cue: Cue, language: str) -> bool:
    """Whether the cue stands in a clause about a thing, of which a list behind the colon tells: `планы, которые он
    считает лучшими: мост и дорога`."""
    relative = load(language).words["small"]["relative"]
    comma = next((n for n in range(cue.start, -1, -1) if tokens[n].text == ","), None)
    return comma is not None and any(t.lemma in relative for t in tokens[comma + 1 : comma + 3])


def _makes(article: Article, tokens: tuple[Token, ...], cue: Cue, start: int, _stop: int) -> bool:
    """Whether something is made that has a topic, and nothing said of it: `написал книгу о мосте`."""
    papers = {*load(article.language).titles["documents"]["words"]}
    between = tokens[cue.stop : start]
    made = [t for n, t in enumerate(between) if t.case == "Acc" and t.pos == "NOUN" and not (n and between[n - 1].pos == "ADP")]
    things = [t for t in made if not animate(t.lemma, article.language)]
    return article.language in INFLECTED and any(t.lemma not in papers for t in things)


def names_nothing(labels: Labels, cue: Cue, span: Span) -> bool:
    """Whether a verb that calls something by a name has no object in the content: `США назвали «республикой лжи»`."""
    inside = [t for t in labels.sentence.tokens if span.holds(t.span)]
    start, _ = token_range(labels.sentence.tokens, cue.subject.span) if cue.subject else (len(labels.sentence.tokens), 0)
    bare = bool(inside) and all(
        t.case in {"Ins", "Gen", ""} for t in inside if t.pos in {"NOUN", "ADJ", "PRON", "PROPN", "DET"}
    )
    return bare and start < cue.start and labels.sentence.tokens[start].text.isupper()
