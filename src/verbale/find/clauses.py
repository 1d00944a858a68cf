"""Clauses that hang on a noun: where they begin, and where the clause around them goes on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from verbale.find.views import takes_up
from verbale.lang import load
from verbale.model import Cue, Labels, Token
from verbale.text import Span


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


def before_meanwhile(labels: Labels, start: int, stop: int, language: str, *lists: str) -> int:
    """Where content ends before a clause in which the reporter tells what happened beside, or that nothing bears it out:
    `…, в то время как …`, `…, однако эта информация …`. `lists` are the small words that begin one."""
    tokens = labels.sentence.tokens
    phrases = [tuple(p.split()) for key in lists for p in load(language).words["small"].get(key, [])]
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
    if comma + 2 >= stop or cue.form != "fin" or not any(t.form in {"fin", "first"} for t in tokens[start:comma]):
        return stop
    if tokens[comma + 1].text.lower() not in small.get("joining", []):
        return before_other_deed(labels, cue, start, stop, language)
    at = comma + 3 if tokens[comma + 2].text.lower() in small["also"] and comma + 3 < stop else comma + 2
    return comma if _agree(tokens[at], tokens[cue.start]) else stop


def _agree(deed: Token, said: Token) -> bool:
    """Whether two verbs can have one subject."""
    return deed.form == "fin" and bool(deed.gender or deed.number) and (deed.gender, deed.number) == (said.gender, said.number)


def before_other_deed(labels: Labels, cue: Cue, start: int, stop: int, language: str) -> int:
    """Where a clause ends behind which the speaker himself does something: `заверила, что мост цел, но даты не назвала`.

    The verb has no subject beside it, and its gender is that of the speaker, not of the clause's own subject.
    """
    tokens, small = labels.sentence.tokens, load(language).words["small"]
    commas = [n for n in range(start + 1, stop) if tokens[n].text == ","]
    own = [t for t in tokens[start : commas[-1]] if t.rel.startswith("nsubj") and t.case == "Nom"] if commas else []
    if not own or commas[-1] + 2 >= stop or tokens[commas[-1] + 1].text.lower() not in small["and"]:
        return stop
    rest = tokens[commas[-1] + 2 : stop]
    deed = next((t for t in rest if t.form in {"fin", "first"}), None)
    free = not any(t.case == "Nom" or t.rel.startswith("nsubj") or t.text.lower() in small["that"] for t in rest)
    mine = deed is not None and bool(deed.gender) and _agree(deed, tokens[cue.start])
    return commas[-1] if free and mine and all(t.gender and t.gender != tokens[cue.start].gender for t in own) else stop


def before_main_clause(labels: Labels, cue: Cue, start: int, stop: int, language: str) -> int:
    """Where content ends whose cue stands in a clause before the main one: `Когда газета писала, что мост закроют, | она …`,
    `Министр, который сказал, что мост закроют, | ушел`."""
    tokens, small = labels.sentence.tokens, load(language).words["small"]
    said = next((n for n in range(start, stop) if tokens[n].form in {"fin", "first"}), stop)
    first = {t.text.lower() for t in tokens[:2]}
    if first & {*small["if"], *small["because"]} and all(t.text != "," for t in tokens[2 : cue.start]):
        return before_own_clause(labels, said, stop, language) if said < stop else stop
    noun = tokens[cue.start].head if tokens[cue.start].rel == "acl:relcl" else len(tokens)
    if cue.subject is None or not cue.subject.pronoun or not 0 <= noun < cue.start:
        return stop
    main = next((n for n in range(said + 1, stop) if n == tokens[noun].head or _is_main(tokens[n])), None)
    commas = [n for n in range(said + 1, main or 0) if tokens[n].text == ","]
    return commas[-1] if commas else stop


def _is_main(token: Token) -> bool:
    return token.rel == "root" and token.form == "fin"


def before_next_sentence(labels: Labels, start: int, stop: int) -> int:
    """Where content ends before another sentence that the splitter took for the same one, outside of quotation marks."""
    tokens = labels.sentence.tokens
    quoted = [q.outer for q in labels.quotations]
    for n in range(start + 1, stop - 1):
        ends = tokens[n].text in ENDS and tokens[n + 1].text[:1].isupper() and not _is_short(tokens, n)
        held = any(q.start < tokens[n].span.start < q.stop for q in quoted) or any(t.text == "(" for t in tokens[start:n])
        apart = tokens[n].span.stop < tokens[n + 1].span.start
        if ends and not held and apart:
            return n
        closed = any(q.stop == tokens[n].span.stop for q in quoted) and tokens[n - 1].text[-1:] in ENDS
        if closed and not held and apart and tokens[n + 1].text[:1].isupper():
            return n + 1
    return stop


ENDS = frozenset({".", "!", "?", "…"})


def _is_short(tokens: tuple[Token, ...], stop: int) -> bool:
    """Whether the full stop belongs to a short form or an initial: `г.`, `тыс.`, `Дж.`"""
    return tokens[stop].text == "." and tokens[stop - 1].text.isalpha() and len(tokens[stop - 1].text) <= 3


def before_own_clause(labels: Labels, start: int, stop: int, language: str) -> int:
    """Where a noun with what hangs on it ends before a clause of the reporter's own: `осудил удар, Тонев не согласен`."""
    tokens, small = labels.sentence.tokens, load(language).words["small"]
    words = {w for key in ("that", "whether", "as", "if", "and", "where", "because") for w in small.get(key, [])}
    commas = [n for n in range(start + 1, stop - 1) if tokens[n].text == ","]
    for n, end in pairwise([*commas, stop]):
        apart = tokens[n + 1].text.lower() not in words and not hangs(tokens, n + 1, language)
        told = tokens[n + 1].text.lower() in small["that"] and takes_up(tokens, n + 1, "parataxis")
        if (apart and _is_clause(tokens, n + 1, end)) or told:
            return n
    return stop


def before_others_say(labels: Labels, cue: Cue, start: int, stop: int, language: str) -> int:
    """Where a noun ends of which a clause tells what others say of it: `отверг выборы, | к которым призывает оппозиция`."""
    tokens = labels.sentence.tokens
    commas = [n for n in range(start + 1, stop - 1) if tokens[n].text == "," and hangs(tokens, n + 1, language)]
    for n in commas:
        said = (c for c in labels.cues if n < c.start < stop and c.start != cue.start and c.form == "fin" and c.subject)
        if any(c.subject and not c.subject.pronoun and c.subject.span.start > tokens[n].span.start for c in said):
            return n
    return stop


def _is_clause(tokens: tuple[Token, ...], start: int, stop: int) -> bool:
    """Whether some words are a verb, or a predicate, with a subject before it."""
    subject = next((n for n in range(start, min(start + 4, stop)) if _is_subject(tokens[n])), stop)
    return any(_is_predicate(t) for t in tokens[subject + 1 : stop])


def _is_subject(token: Token) -> bool:
    return token.case == "Nom" and token.pos in {"NOUN", "PROPN", "PRON"}


def _is_predicate(token: Token) -> bool:
    return token.form in {"fin", "first"} or (token.pos == "ADJ" and not token.case)


def condition_before(labels: Labels, cue: Cue, language: str) -> Iterator[Span]:
    """The condition before an attribution in the clause that follows from it: `Если …, то, по его словам, …`."""
    tokens, small = labels.sentence.tokens, load(language).words["small"]
    words = [t.text.lower() for t in tokens[: cue.start]]
    if len(words) > 4 and words[-1] == "," and words[-2] in small.get("then", []) and words[-3] == ",":
        first = next((n for n in range(cue.start - 3) if words[n] in small["if"]), None)
        if first is not None:
            yield Span(tokens[first].span.start, tokens[cue.start - 4].span.stop)


def without_time(labels: Labels, start: int, stop: int, language: str) -> int:
    """Where a topic ends before the day on which it was spoken of: `Об итогах | в пятницу рассказал …`."""
    tokens = labels.sentence.tokens
    days = {form for forms in load(language).calendar["weekdays"] for form in forms}
    while stop - start > 2:
        last = tokens[stop - 1]
        if last.text.lower() in days and tokens[stop - 2].pos == "ADP":
            stop -= 2
        elif last.pos == "ADV":
            stop -= 1
        else:
            break
    return stop
