"""What an article tells of events: each word that names one, with its status, actors, date and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from verbale.dates import When, day_of
from verbale.events.actors import actors
from verbale.events.clause import Clause
from verbale.events.joined import kind
from verbale.events.status import Found, status
from verbale.events.tense import helpers
from verbale.events.when import place, when, written
from verbale.events.words import Words, done, words
from verbale.model import Actor, Article, Happening, Kind, Labels, Part, Role, Said, Statement, Status, Token
from verbale.models.words import word
from verbale.text import Span

OBJECT = frozenset({"obj", "dobj", "nsubjpass", "nsubj:pass"})


TOLD = frozenset({Status.HELD, Status.PLANNED})
"""Status of which one who takes part is enough, where a verb tells of it (`struck a deal`)."""


class _Page(NamedTuple):
    """An article with what is said in it."""

    article: Article
    words: Words
    statements: Sequence[Statement]
    day: date | None


def happenings(article: Article, labels: Sequence[Labels], statements: Sequence[Statement]) -> tuple[Happening, ...]:
    """The events that the article tells, in text order.

    A word alone is no event: it needs a verb, adjective or preposition that tells how far it has come, and those who take
    part or a date. Dates are days as `Said` has them.
    """
    if not labels:
        return ()
    page = _Page(article, words(article.language), statements, day_of(article))
    return tuple(found for sentence in labels for found in _sentence(page, sentence))


def _sentence(page: _Page, labels: Labels) -> Iterator[Happening]:
    tokens = labels.sentence.tokens
    named = [(n, what) for n in range(len(tokens)) if (what := _named(page.words, labels, n))]
    if not named or page.article.blocks[labels.sentence.block].repeats is not None:
        return
    told: dict[tuple[int, int], tuple[When, ...]] = {}
    for n, what in named:
        clause, statement = _clause(page, labels, n)
        if (clause.start, clause.stop) not in told:
            told[clause.start, clause.stop] = written(page.article, clause)
        found = _happening(page, clause, n, what, told[clause.start, clause.stop], statement)
        if found:
            yield found


def _named(words: Words, labels: Labels, n: int) -> str | None:
    """The kind of event that a word names."""
    token = labels.sentence.tokens[n]
    if token.pos == "VERB":
        what = words.verbs.get(words.lemma(token))
        return what if what and _has_object(words, labels, n, what) and _is_complete(words, labels, n, what) else None
    if token.pos != "NOUN":
        return None
    for before, what in words.nouns.get(token.lemma) or words.nouns.get(token.text.lower().removesuffix("s"), ()):
        size = before.count(" ") + 1 if before else 0
        if _stands_before(before, labels.sentence.tokens[max(0, n - size) : n], words.language):
            return what if _is_complete(words, labels, n, what) else None
    return None


def _stands_before(before: str, tokens: Sequence[Token], language: str) -> bool:
    """Whether the words before a noun are those that it needs, in whatever form (`телефонна розмова`)."""
    wanted = before.split()
    return len(wanted) == len(tokens) and all(t.lemma in word(w, language).forms for w, t in zip(wanted, tokens, strict=True))


def _has_object(words: Words, labels: Labels, n: int, what: str) -> bool:
    """Whether a verb that needs one has an object that makes it an event (`enforced a decision`, `приговор отменил суд`)."""
    wanted, needing = done(words.language, what, "objects"), done(words.language, what, "needing")
    if not wanted or (needing and words.lemma(labels.sentence.tokens[n]) not in needing):
        return True
    tokens = labels.sentence.tokens
    hanging = [t for t in tokens if t.head == n and t.rel in OBJECT]
    return any(token.lemma in wanted for token in (*tokens[n + 1 : n + 5], *hanging))


def _is_complete(words: Words, labels: Labels, n: int, what: str) -> bool:
    """Whether what was decided follows, where the kind wants that (`decided to close`, `решение суда о`)."""
    wanted, tokens = done(words.language, what, "complement"), labels.sentence.tokens
    if tokens[n].pos == "VERB" and (follow := done(words.language, what, "follow")):
        return any(t.text.lower() in follow for t in tokens[n + 1 : n + 3])
    if tokens[n].pos == "VERB" and words.lemma(tokens[n]) in done(words.language, what, "needing"):
        return True  # it has an object
    stop = n + 4
    while tokens[n].pos == "NOUN" and stop < min(n + 8, len(tokens)) and tokens[stop - 1].pos in {"ADJ", "NOUN", "PROPN"}:
        stop += 1
    return not wanted or any(
        t.text.lower() in wanted or (t.form == "inf" and words.language != "en") for t in tokens[n + 1 : stop]
    )


def _clause(page: _Page, labels: Labels, at: int) -> tuple[Clause, Statement | None]:
    """The words of the sentence told by the voice that tells the word at `at`, and the statement it stands in."""
    tokens = labels.sentence.tokens
    here = tokens[at].span
    around = [s for s in page.statements if any(c.holds(here) for c in s.content.spans)]
    statement = min(around, key=lambda s: s.content.size(), default=None)
    start, stop = 0, len(tokens)
    if statement:
        inside = next(c for c in statement.content.spans if c.holds(here))
        start = next(n for n, t in enumerate(tokens) if t.span.start >= inside.start)
        stop = max(n for n, t in enumerate(tokens) if t.span.start < inside.stop) + 1
    headline = page.article.blocks[labels.sentence.block].role is Role.TITLE
    return Clause(page.words, labels, start, stop, headline), statement


def _happening(
    page: _Page, clause: Clause, at: int, what: str, told: Sequence[When], statement: Statement | None
) -> Happening | None:
    found = status(clause, at, what)
    if found is None or _is_several(clause, at, what):
        return None
    where, stands = place(clause, at) if kind(what).get("placed") else (None, -1)
    free = tuple(one for one in told if not _is_of_saying(page, one, clause.tokens[at].span))
    telling = (at, found.verb) if found.verb is not None and found.verb == found.by else (at,)
    days = when(page.article, clause, telling, free, found.status, page.day)
    those = tuple(
        a
        for a in actors(clause, at, found, kind(what), statement)
        if (stands < 0 or not a.span.meets(clause.tokens[stands].span)) and not any(a.span.meets(one.span) for one in told)
    )
    days = _announced(days, what, those, statement, found)
    by_case = found.by == at and found.verb != at
    lone = kind(what).get("single") and not by_case and those and found.status in TOLD
    told_of = _is_told(
        what, those, days if not by_case else Said(), where if not by_case else None, alone=_is_alone(clause, at)
    )
    if not told_of and not lone:
        return None
    words = _words(page.article, clause, at, found, those, days)
    return Happening(
        what,
        found.status,
        words,
        clause.tokens[at].span,
        those,
        days,
        where,
        statement.id if statement else None,
        tuple(_why(clause, at, what, found, days)),
    )


def _is_several(clause: Clause, at: int, what: str) -> bool:
    """Whether a number of decrees or decisions is told (`signed 17 decrees`), which is no single event."""
    return not kind(what).get("mutual") and any(clause.tokens[n].rel.startswith("nummod") for n in clause.children.get(at, ()))


def _is_of_saying(page: _Page, one: When, trigger: Span) -> bool:
    """Whether a date tells when something was said: it stands nearer to the cue than to the word for the event."""
    return any(
        s.cue and abs(s.cue.spans[0].start - one.span.start) < abs(trigger.start - one.span.start)
        for s in page.statements
        if s.said.words and any(w.meets(one.span) for w in s.said.words.spans)
    )


def _announced(days: Said, what: str, those: Sequence[Actor], statement: Statement | None, found: Found) -> Said:
    """A decision or decree that its maker himself tells of, undated, has the day of the saying."""
    if days.words or what not in {"decision", "decree"} or found.status is not Status.HELD or statement is None:
        return days
    mine = statement.speaker is not None and any(a.name == statement.speaker.name for a in those)
    return Said(statement.said.start, statement.said.stop, None, "article") if mine and statement.said.start else days


def _is_told(what: str, those: Sequence[Actor], days: Said, where: str | None, *, alone: bool) -> bool:
    """Whether enough is told to be an event."""
    traits = kind(what)
    dated = days.start is not None
    if traits.get("states") and any(a.kind is not Kind.COUNTRY for a in those):
        return False
    if traits.get("bodies") and any(a.kind is Kind.PERSON for a in those):
        return False
    if traits.get("alone"):
        return bool(those)
    if len(those) == 1 and traits.get("mutual") and alone:
        return False
    return len(those) > 1 or (len(those) == 1 and (dated or where is not None))


def _is_alone(clause: Clause, at: int) -> bool:
    """Whether a verb names nobody with whom it is done (`met the demands`)."""
    near = [clause.tokens[n] for n in range(at + 1, min(at + 5, clause.stop))]
    return clause.tokens[at].pos == "VERB" and not any(clause.words.is_in(t, "with") and t.pos == "ADP" for t in near)


def _words(article: Article, clause: Clause, at: int, found: Found, those: Sequence[Actor], days: Said) -> Part:
    """The stretch of the clause that tells it, from the first word that counts to the last."""
    deciding = [n for n in (at, found.by, found.verb) if n is not None and clause.holds(n)]
    deciding += [n for one in deciding for n in helpers(clause, one)]
    counted = [clause.tokens[n].span for n in deciding]
    counted += [actor.span for actor in those]
    counted += days.words.spans if days.words else ()
    return Part.of(article.text, Span(min(s.start for s in counted), max(s.stop for s in counted)))


def _why(clause: Clause, at: int, what: str, found: Found, days: Said) -> Iterator[str]:
    """What decided, in sentences."""
    yield f"“{clause.tokens[at].text}” names a {what}"
    yield f"“{clause.tokens[found.by].text}” tells how far it has come: {found.status}"
    if days.basis == "article":
        yield "it is dated by the day on which its maker told of it"
