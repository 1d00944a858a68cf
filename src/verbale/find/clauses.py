"""Clauses that hang on a noun: where they begin, and where the clause around them goes on."""

from __future__ import annotations

from verbale.lang import load
from verbale.model import Cue, Labels, Token


def hangs(tokens: tuple[Token, ...], at: int, language: str) -> bool:
    """Whether a clause that begins here tells more of the noun before it: `финансирующий …`, `который …`, `в чьих …`, `где …`."""
    small = load(language).words["small"]
    first = at + 1 if at + 1 < len(tokens) and tokens[at].pos == "ADP" else at
    if at >= len(tokens):
        return False
    token = tokens[first]
    relative = token.lemma in small["relative"] or token.text.lower() in {*small["relative"], *small.get("where", [])}
    return relative or (token.form == "part" and bool(token.case))


def goes_on(labels: Labels, start: int, stop: int, language: str) -> bool:
    """Whether the words behind an attribution go on with what is said, and do not merely tell more of the speaker."""
    tokens = labels.sentence.tokens
    if not hangs(tokens, start, language):
        return True
    behind = [n + 1 for n in range(start, stop - 1) if tokens[n].text == ","]
    ends = [*(n - 1 for n in behind[1:]), stop]
    return any(
        not hangs(tokens, a, language) and any(t.form in {"fin", "first"} for t in tokens[a:b])
        for a, b in zip(behind, ends, strict=False)
    )


def clause_end(labels: Labels, cue: Cue, start: int, stop: int, language: str) -> int:
    """Where content ends whose cue stands in a clause that hangs on a noun: with the comma at which that clause ends."""
    tokens = labels.sentence.tokens
    before = [n for n in range(cue.start) if tokens[n].text == ","]
    if not before or not hangs(tokens, before[-1] + 1, language):
        return stop
    that = load(language).words["small"]["that"]
    commas = [n for n in range(start + 1, stop - 1) if tokens[n].text == ","]
    own = [n for n in commas if not hangs(tokens, n + 1, language) and tokens[n + 1].text.lower() not in that]
    ends = {n: next((m for m in commas if m > n), stop) for n in own}
    around = any(t.form in {"fin", "first"} for n in own for t in tokens[n : ends[n]])
    return own[0] if around else stop


def before_meanwhile(labels: Labels, start: int, stop: int, language: str) -> int:
    """Where content ends before a clause in which the reporter tells what happened beside: `…, в то время как …`."""
    tokens = labels.sentence.tokens
    phrases = [tuple(p.split()) for p in load(language).words["small"].get("meanwhile", [])]
    commas = (n for n in range(start + 1, stop) if tokens[n].text == ",")
    return next((n for n in commas if any(_stands_at(tokens, n + 1, p) for p in phrases)), stop)


def _stands_at(tokens: tuple[Token, ...], at: int, words: tuple[str, ...]) -> bool:
    return tuple(t.text.lower() for t in tokens[at : at + len(words)]) == words


def without_that(labels: Labels, start: int, stop: int, language: str) -> int:
    """Where content ends that breaks off behind a conjunction, before another cue: `об отчете, что | показал …`."""
    tokens = labels.sentence.tokens
    return stop - 1 if stop - start > 2 and tokens[stop - 1].text.lower() in load(language).words["small"]["that"] else stop


def before_next_deed(labels: Labels, cue: Cue, start: int, stop: int, language: str) -> int:
    """Where a clause ends behind which the speaker's next deed is told: `сообщил, что мост цел, и | показал снимки`.

    A comma before `и` joins no two verbs of one subject: the first comma closes the clause, and the verb is the speaker's.
    """
    tokens, small = labels.sentence.tokens, load(language).words["small"]
    comma = next((n for n in range(start + 1, stop) if tokens[n].text == ","), stop)
    if comma + 2 >= stop or tokens[comma + 1].text.lower() not in small.get("joining", []) or cue.form != "fin":
        return stop
    at = comma + 3 if tokens[comma + 2].text.lower() in small["also"] and comma + 3 < stop else comma + 2
    deed, said = tokens[at], tokens[cue.start]
    same = deed.form == "fin" and bool(deed.gender or deed.number) and (deed.gender, deed.number) == (said.gender, said.number)
    inner = any(t.form in {"fin", "first"} for t in tokens[start:comma])
    return comma if same and inner else stop
