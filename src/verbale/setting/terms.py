"""On which terms: the conditions inside what was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from verbale.lang import titles
from verbale.model import Condition, Part, Speech, Statement, Token
from verbale.setting.frames import STOPS, Page
from verbale.setting.hinges import beyond, promise, tie
from verbale.setting.stretch import CLOSING, MARKS, OPENING, STRAIGHT, Clause, Stretch, data
from verbale.text import Span

DOTS = frozenset({"…", "..."})
_LOOSE = ",\"'`"
BEFORE = MARKS | OPENING | STRAIGHT | {","}
"""Marks behind which a clause begins."""


def conditions(page: Page, statement: Statement) -> tuple[Condition, ...]:
    """The conditional clauses of what was said, in text order, each with what hangs on it and how."""
    language = page.article.language
    cue = [t for s in (statement.cue.spans if statement.cue else ()) for t in _tokens(page, s)]
    asks = statement.kind is not Speech.DIRECT and any({t.lemma, t.text.lower()} & _asking(language) for t in cue)
    stretches = [_Speech(language, tuple(_tokens(page, c)), asks) for c in statement.content.spans]
    around = zip(stretches, [None, *stretches], [*stretches[1:], None], strict=False)
    found = [condition for one, before, after in around for condition in _conditions(page.article.text, one, before, after)]
    return tuple(dict.fromkeys(found))


def _conditions(text: str, stretch: _Speech, before: _Speech | None, after: _Speech | None) -> Iterator[Condition]:
    """The conditions of a stretch; what hangs on one may stand in the stretch before or after."""
    clauses = stretch.clauses()
    for n, clause in enumerate(clauses):
        hangs = promise(stretch, clauses, n)
        spans = [stretch.span(*piece) for piece in hangs] or beyond(stretch, clause, before, after)
        words = Part.of(text, stretch.span(clause.start, clause.stop))
        yield Condition(words, tie(stretch, clause, hangs), Part.of(text, *spans) if spans else None)


def _tokens(page: Page, content: Span) -> Iterator[Token]:
    """The tokens of a stretch of text, over sentences."""
    n = page.sentence(content.start)
    while n < len(page.lines) and page.starts[n] < content.stop:
        yield from page.lines[n].tokens[slice(*page.lines[n].range(content))]
        n += 1


@cache
def _openers(language: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Words that open a condition, by the first of them, the longest first, with what they open."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in ("clause", "phrase", "negated", "inverted", "whole"):
        for entry in data(language).get(kind, {}):
            pieces = tuple(entry.replace(",", " ,").split())
            table.setdefault(pieces[0], []).append((pieces, kind))
    return {first: sorted(found, key=lambda f: -len(f[0])) for first, found in table.items()}


@dataclass(frozen=True, slots=True)
class _Speech(Stretch):
    """The words of one stretch of content, asked for the conditions in them."""

    asks: bool

    def clauses(self) -> list[Clause]:
        """The conditions in order."""
        out, at = [], 0
        while at < len(self.tokens):
            found = self._condition(at)
            if found and found.stop > found.start:
                out.append(found)
            at = max(found.stop if found else at, at + 1)
        return out

    def _condition(self, at: int) -> Clause | None:
        """The condition that words at this place open, with an `even` before it."""
        found = self._opened(at + 1) if self.word(at) in self.data["even"] and at + 1 < len(self.tokens) else None
        if found and found.kind != "whole":
            return replace(found, start=at, even=True)
        return self._opened(at)

    def _opened(self, at: int) -> Clause | None:
        for pieces, kind in _openers(self.language).get(self.word(at), ()):
            behind = at + len(pieces)
            if tuple(map(self.word, range(at, min(behind, len(self.tokens))))) == pieces:
                return self._read(at, behind, kind)
        return None

    def _read(self, at: int, behind: int, kind: str) -> Clause | None:
        if kind == "whole":
            return None if at and self.word(at - 1) in self.data["heads"] else self._around(at, behind)
        if not self._may_open(at, behind, kind):
            return None
        start = behind - (kind == "inverted")
        stop = self._phrase_end(behind) if kind == "phrase" else self._cut(at, self._clause_end(start))
        while stop > behind and not self.tokens[stop - 1].text.strip(_LOOSE):
            stop -= 1
        if stop <= behind or not self._holds(at, start, stop, kind):
            return None
        return Clause(at, behind, stop, kind, self.phrase(at, behind - at) in self.data["even"])

    def _may_open(self, at: int, behind: int, kind: str) -> bool:
        """`as if` and `asked if` open no condition; some words do so only where a clause begins."""
        before = self.tokens[at - 1] if at else None
        begins = before is None or before.text in BEFORE or before.pos in {"CCONJ", "SCONJ"} or before.text.lower() == "that"
        if kind == "negated":
            return before is not None and before.text == ","
        if kind == "inverted":
            return (before is None or before.text in BEFORE) and self.tokens[at].text[:1].isupper()
        if self.phrase(at, behind - at) in self.data["first"]:
            free = before is not None and before.pos != "AUX" and self.phrase(at, behind - at) in self.data["anywhere"]
            return begins or (free and self._may_be_subject(behind))
        if any(self.phrase(at, len(turn.split())) == turn for turn in self.data["set"]):
            return False
        rest = next((at + len(turn.split()) for turn in self.data["alone"] if self.phrase(at, len(turn.split())) == turn), -1)
        if rest == len(self.tokens) or (rest > 0 and self.tokens[rest].text in {",", *MARKS, *CLOSING}):
            return False
        if behind < len(self.tokens) and self.tokens[behind].text == ",":
            return False
        if before is not None and before.text in STRAIGHT | CLOSING and at > 1:
            before = self.tokens[at - 2]
        return not self.asks if before is None else not {before.text.lower(), before.lemma} & _closed(self.language)

    def _holds(self, at: int, start: int, stop: int, kind: str) -> bool:
        """Whether what was read is a condition: with a verb, a negation or a main clause, as its words need."""
        data = self.data
        if kind == "phrase":
            told = self.phrase(at, start - at) in data["factual"] and self._follows_past(at)
            return not told and (self.phrase(at, start - at) not in data["before_main"] or self._main_follows(stop))
        if kind == "negated":
            around = range(self.segment_start(at - 1), stop)
            return self.has_verb(start, stop) and any(self.word(i) in data["not"] for i in around)
        if kind == "inverted":
            return self._main_follows(stop)
        opener = " ".join(self.word(i) for i in range(at, start)).replace(" ,", ",")
        holds = self._is_clause(start, stop) if opener in data["sure"] else self.has_verb(start, stop, inf=True)
        return holds and not (opener in data["factual"] and self._is_past(start, stop) and not self._is_shifted(at, stop))

    def _is_past(self, start: int, stop: int) -> bool:
        verbs = [t for t in self.tokens[start:stop] if t.pos == "VERB" and t.form == "fin"]
        present = any(self.is_plain(at) for at in range(start, stop))
        return bool(verbs) and not present and all(self._is_past_form(t) for t in verbs)

    def _is_shifted(self, at: int, stop: int) -> bool:
        """Whether the clause beside tells that a past verb only follows it: `he would open once the votes [were] counted`."""
        if self.language != "en":
            return False
        behind = stop < len(self.tokens) and self.tokens[stop].text == ","
        after = range(stop, self.segment_end(min(stop + 1, len(self.tokens)))) if behind else range(0)
        beside = (*range(self.segment_start(at), at), *after)
        return any(self.word(n) in self.data["imagined"] for n in beside)

    def _follows_past(self, at: int) -> bool:
        """Whether the verb before a place tells of what has been: `they came [only after the vote]`."""
        verbs = [t for t in self.tokens[self.segment_start(at) : at] if t.pos in {"AUX", "VERB"} and t.form == "fin"]
        return bool(verbs) and verbs[-1].pos == "VERB" and self._is_past_form(verbs[-1])

    def _is_past_form(self, verb: Token) -> bool:
        """Whether a finite verb is in the past: by its ending, or as one of the irregular forms."""
        word = verb.text.lower()
        return (word.endswith(tuple(self.data["endings"])) and word not in self.data["present"]) or word in self.data["past"]

    # ------------------------------------------------------------ where it ends

    def _clause_end(self, at: int) -> int:
        """The end of a clause: the comma before the next clause with a verb of its own, or a stronger mark."""
        depth, start = 0, at
        while at < len(self.tokens):
            token = self.tokens[at]
            depth += (token.text in OPENING) - (token.text in CLOSING)
            if depth < 0 or (depth == 0 and self._ends(start, at)):
                break
            at += 1
        return at

    def _ends(self, start: int, at: int) -> bool:
        token = self.tokens[at]
        if token.text == "." and f"{self.word(at - 1)}." in titles(self.language, "persons"):
            return False
        if token.text in STOPS and at + 1 < len(self.tokens):
            goes_on = self.tokens[at + 1].text[:1].islower() or self.tokens[at + 1].text[:1].isdigit()
            new = token.text in DOTS and self.word(at + 1) in self.data["heads"]
            return not goes_on or (new and self._is_clause(start, at) and self._main_follows(at))
        if token.text in MARKS:
            return token.text not in "()—–--:" or self.has_verb(start, at, inf=True)
        if token.text in STRAIGHT and at > start:
            return at + 1 == len(self.tokens) or self.tokens[at + 1].text in {",", *MARKS}
        if token.pos == "CCONJ" and self._turns(start, at):
            return True
        turns = token.text == "," and self._main_follows(at, within=self._is_within(start))
        return (turns or self._main_begins(at)) and self._is_clause(start, at)

    def _turns(self, start: int, at: int) -> bool:
        """Whether a conjunction behind a clause begins what is another matter: `if they come[, but] now …`, `[and] then …`."""
        if not self._is_clause(start, at) or at + 1 >= len(self.tokens):
            return False
        no = any(self.word(n) in self.data["not"] for n in range(start, at))
        but = self.word(at) in self.data["but"] and self.tokens[at - 1].text == "," and not no
        return but or (self.word(at + 1) in self.data["then"] and self.has_verb(at + 2, self.segment_end(at + 1)))

    def _cut(self, at: int, stop: int) -> int:
        """Where a condition that opens at a place ends already before `stop`: at a second `that` (`he said that [if they come],
        that we would talk`), and behind a main clause at the reason for it (`we will go [if they stay] because we must`)."""
        reasons = (n for n in range(at + 1, stop - 1) if self.word(n) in self.data["because"] and self.word(n + 1) != "of")
        more = (n for n in range(at + 1, stop - 3) if self._is_added(at, n))
        if self.has_verb(self.segment_start(at), at):
            stop = min([stop, *reasons, *more])
        that = self.data["that"]
        if at and self.word(at - 1) in that:
            again = (n for n in range(at, stop - 1) if self.tokens[n].text == "," and self.word(n + 1) in that)
            return next((n for n in again if self.has_verb(at, n) and self.has_verb(n + 1, self.segment_end(n + 1))), stop)
        return stop

    def _is_added(self, start: int, at: int) -> bool:
        """Whether a comma and a conjunction begin a clause about somebody: `we will go if they stay[, and I am sorry]`."""
        head = self.word(at + 2).replace("’", "'").partition("'")[0]
        joins = self.tokens[at].text == "," and self.tokens[at + 1].pos == "CCONJ" and head in self.data["heads"]
        return joins and self._is_clause(start, at) and self.has_verb(at + 2, at + 4)

    def _is_clause(self, start: int, stop: int) -> bool:
        """Whether tokens hold a verb; in English a subject with more behind it will do (verbs look like nouns), or `elected`."""
        first = self.tokens[start]
        subject = first.pos in {"DET", "NOUN", "PRON", "PROPN"} and stop - start > 1
        return (self.language == "en" and (subject or first.form == "part")) or self.has_verb(start, stop, inf=True)

    def _is_within(self, start: int) -> bool:
        """Whether a clause stands between commas within another (`the letter, [if it comes], would be late`)."""
        first = self.segment_start(start)
        return first > 0 and self.tokens[first - 1].text == ","

    def _main_follows(self, at: int, *, within: bool = False) -> bool:
        """Whether a clause of its own, not one that hangs on what came before, follows a comma."""
        if at + 1 >= len(self.tokens) or self.tokens[at].text not in {",", *DOTS}:
            return False
        at += at + 2 < len(self.tokens) and self.tokens[at + 1].text in OPENING | STRAIGHT
        first, data = self.tokens[at + 1], self.data
        if self.word(at + 1) in data["then"] or self.word(at + 1) in _openers(self.language):
            return True
        subject = self.word(at + 1) in data["subjects"] and self.has_verb(at + 2, at + 3)
        if (self.word(at + 1) in data["asking"] and self._is_question(at)) or (within and self.word(at + 1) in data["that"]):
            return True
        if not subject and ({self.word(at + 1), first.lemma} & set(data["hanging"]) or first.form == "part"):
            return False
        english = self.language == "en"
        if english and self._goes_on(at, within=within):
            return False
        stop = self.segment_end(at + 1)
        free = english and (first.pos == "VERB" or self.word(at + 1) in data["heads"])
        plain = free and any(t.pos == "VERB" and t.form in {"inf", "imp"} for t in self.tokens[at + 1 : stop])
        return plain or self.has_verb(at + 1, stop)

    def _is_question(self, at: int) -> bool:
        """Whether the sentence of a token ends with a question mark: `if they come, [who] will meet them?`"""
        return next((t.text for t in self.tokens[at:] if t.text in STOPS), "") == "?"

    def _goes_on(self, at: int, *, within: bool) -> bool:
        """Whether what follows a comma belongs to the words before it: one more adjective, or their verb."""
        listed = {self.tokens[at + 1].pos, self.tokens[at - 1].pos} == {"ADJ"}
        return listed or (not within and self._is_subjectless(at + 1))

    def _is_subjectless(self, at: int) -> bool:
        """Whether a finite verb stands at the head of a stretch, and its subject before (`somebody who helps, [was] asked`)."""
        return self.tokens[at].pos in {"AUX", "VERB"} and self.tokens[at].form == "fin" and not self._is_subject(at + 1)

    def _main_begins(self, at: int) -> bool:
        """Whether another clause begins without a comma: `if they come [we would] talk`, not `if they say we would`."""
        data = self.data
        word, behind = self.word(at), self.word(at + 1).replace("’", "'") if at + 1 < len(self.tokens) else ""
        contracted = word.partition("'")[0].partition("’")[0] in data["heads"] and word.endswith(("'d", "’d", "'ll", "’ll"))
        turned = contracted or (word in data["heads"] and behind in data["modals"])
        return turned and at > 0 and self._is_whole(self.tokens[at - 1])

    def _is_whole(self, last: Token) -> bool:
        """Whether a clause can end with a word; a verb goes on (`if they say [we would]`), unless passive or negated."""
        if last.form == "part" or last.text.lower().endswith(("n't", "n’t")):
            return True
        return last.pos not in {"ADP", "AUX", "CCONJ", "SCONJ", "VERB"} and last.text != ","

    def _phrase_end(self, at: int) -> int:
        """The end of a phrase without a verb of its own."""
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.text in {",", *MARKS} or (
                self.language != "en" and (token.case == "Nom" or (token.pos == "VERB" and token.form == "fin"))
            ):
                break
            if token.pos == "AUX" and self._is_subject(at + 1):
                break
            at += 1
        return at

    def _may_be_subject(self, at: int) -> bool:
        """Whether a subject begins with a word: `once [the] votes are counted`, but not `once [a] week` and `once marginal`."""
        said = at < len(self.tokens) and self.tokens[at].pos in {"DET", "PRON"}
        counted = any(self.word(n) in self.data["units"] for n in range(at, min(at + 3, len(self.tokens))))
        return said and self.word(at) not in self.data["times"] and not counted

    def _is_subject(self, at: int) -> bool:
        """Whether a subject follows a verb: the main clause is turned round (`only after the vote will [we] decide`)."""
        return at < len(self.tokens) and self.tokens[at].pos in {"DET", "PRON", "PROPN"}

    def _around(self, at: int, behind: int) -> Clause:
        """The whole clause around words that make all of it a condition: `our answer will depend on the harvest`."""
        start = self.segment_start(at)
        skipped = {*self.data["hanging"], *OPENING, *STRAIGHT}
        while start < at and (self.tokens[start].pos in {"CCONJ", "SCONJ"} or self.word(start) in skipped):
            start += 1
        opened = (n + 1 for n in range(at - 2, start, -1) if self.tokens[n].pos == "SCONJ" or self.word(n) in skipped)
        return Clause(next(opened, start), behind, self.segment_end(at), "whole")


@cache
def _asking(language: str) -> frozenset[str]:
    """Words of a cue behind which an `if` tells what is open: `asked if`, `would not say if`."""
    return frozenset((*data(language)["whether"], *data(language)["not"], *data(language)["refusing"]))


@cache
def _closed(language: str) -> frozenset[str]:
    """Words behind which an `if` opens no condition."""
    return frozenset((*data(language)["whether"], *data(language)["behind"]))
