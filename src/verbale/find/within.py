"""Statements within one sentence: each cue is matched against the forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.find.clauses import (
    before_main_clause,
    before_meanwhile,
    before_next_deed,
    before_next_sentence,
    before_others_say,
    before_own_clause,
    clause_end,
    condition_before,
    goes_on,
    without_that,
    without_time,
)
from verbale.find.drafts import Draft, words_of
from verbale.find.forms import Form, forms
from verbale.find.unsaid import is_silent, names_nothing, refused
from verbale.find.views import View, token_range, view
from verbale.lang import load, pattern, titles
from verbale.model import Article, Cue, Labels, Token
from verbale.text import Span

EDGES = " \t\n\r\u00a0,.;:—–-…"
"""What content neither begins nor ends with."""


def within(article: Article, labels: Labels, sentence: int) -> list[Draft]:
    """The statements that the cues of a sentence make, the outer before the nested."""
    drafts: list[Draft] = []
    for cue in labels.cues:
        draft = None if is_silent(article, labels, cue) else _draft(article, labels, sentence, cue)
        if draft:
            drafts.append(draft)
    return [d for d in drafts if _stands(d, drafts)]


def _draft(article: Article, labels: Labels, sentence: int, cue: Cue) -> Draft | None:
    """The first form that reads the sentence from this cue."""
    within_marks = _quotation_around(labels, cue)
    if within_marks:
        around = _matched(
            article, labels, sentence, cue, within_marks, [f for f in forms() if f.name.startswith("quote-around")]
        )
        if around:
            return around
    return _matched(
        article,
        labels,
        sentence,
        cue,
        _window(labels, cue, within_marks),
        [f for f in forms() if not f.name.startswith("quote-around")],
    )


def _matched(
    article: Article, labels: Labels, sentence: int, cue: Cue, window: tuple[int, int], tried: list[Form]
) -> Draft | None:
    seen = view(labels, cue, article.language, window)
    for form in tried:
        if form.frames & cue.frames and (match := form.shape.search(seen.symbols)) and _plausible(form, cue, match):
            if refused(article, labels, cue, seen, form, match):
                continue
            if form.name == "clause-cue-source-clause" and not goes_on(
                labels, *seen.tokens(*match.span("more")), article.language
            ):
                continue
            content = tuple(_content(article, labels, cue, seen, form, match))
            if content:
                rule = (
                    form.name.replace("dropped", "impersonal") if cue.form == "passive" and cue.subject is None else form.name
                )
                return Draft(
                    rule,
                    sentence,
                    content,
                    words_of(labels, cue),
                    cue.subject,
                    cue.shared is not None,
                    cue.form,
                    form.direct,
                    addressee=cue.addressee,
                )
    return None


_CLAUSES = frozenset({"as-cue-source-clause", "dropped-as-cue-clause", "according-clause"})
"""Forms whose content is a clause, which one word is not."""


_TOPICS = frozenset({"source-cue-on", "source-cue-about", "cue-source-about"})
"""Forms whose content is a noun with what hangs on it, which a comma ends where the cue's own clause ends there."""


def _quotation_around(labels: Labels, cue: Cue) -> tuple[int, int] | None:
    """The tokens of the innermost quotation in which the cue stands."""
    tokens = labels.sentence.tokens
    ranges = [token_range(tokens, q.inner) for q in labels.quotations]
    return min((r for r in ranges if r[0] <= cue.start < r[1]), key=lambda r: r[1] - r[0], default=None)


def _window(labels: Labels, cue: Cue, within_marks: tuple[int, int] | None) -> tuple[int, int]:
    """The tokens a cue can reach: its sentence, or inside a quotation its sentence there."""
    tokens = labels.sentence.tokens
    return _between_stops(tokens, cue.start, *within_marks) if within_marks else (0, len(tokens))


def _between_stops(tokens: tuple[Token, ...], at: int, left: int, right: int) -> tuple[int, int]:
    stops = [n for n in range(left, right) if tokens[n].text in {".", "!", "?", "…"}]
    start = max((n + 1 for n in stops if n < at), default=left)
    return start, min((n + 1 for n in stops if n >= at), default=right)


def _plausible(form: Form, cue: Cue, match: re.Match[str]) -> bool:
    """Forms that need a source are not satisfied by a cue whose source is dropped, and the other way round."""
    needs = "S" in match.re.pattern and "dropped" not in form.name
    if form.name == "dropped-cue-about" and cue.form == "conv":
        return False
    if form.name == "dropped-cue-object" and match[0][0] == "," and cue.form != "conv":
        return False
    if cue.form == "passive" and form.name.startswith("dropped"):
        return "paper" not in cue.frames
    return not (needs and cue.subject is None) and not (form.name.startswith("dropped") and cue.subject is not None)


def _content(article: Article, labels: Labels, cue: Cue, seen: View, form: Form, match: re.Match[str]) -> Iterator[Span]:
    for group in ("content", "more"):
        if group in match.re.groupindex and match[group] is not None:
            start, stop = _edges(article, labels, cue, form, *seen.tokens(*match.span(group)))
            span = _words(article, labels, start, stop, direct=form.direct)
            if group == "content" and "according" in form.frames and not form.direct:
                yield from condition_before(labels, cue, article.language)
            if group == "content" and form.name in _PARTED and not _is_beginning(article, labels, span):
                continue
            if (
                span.size() > 1
                and _says_something(article, labels, span, form)
                and _judges(labels, cue, span, form, article.language)
            ):
                yield span


def _edges(article: Article, labels: Labels, cue: Cue, form: Form, start: int, stop: int) -> tuple[int, int]:
    """The tokens of what is said, without what the reporter goes on with."""
    language = article.language
    if form.direct:
        return start, without_that(labels, start, stop, language)
    stop = without_that(labels, start, stop, language)
    stop = before_next_sentence(labels, start, stop) if start >= cue.stop else stop
    stop = before_meanwhile(labels, start, stop, language, "unconfirmed")
    if "that" not in form.name:
        stop = before_meanwhile(labels, start, stop, language, "meanwhile")
    else:
        stop = before_next_deed(labels, cue, start, stop, language)
    stop = before_main_clause(labels, cue, start, stop, language)
    if form.name in _TOPICS:
        stop = clause_end(labels, cue, start, stop, language)
    if form.name in _TOPICS or "object" in form.frames:
        stop = before_own_clause(labels, start, stop, language)
    if "object" in form.frames:
        stop = before_others_say(labels, cue, start, stop, language)
    return start, without_time(labels, start, stop, language) if form.name == "about-cue-source" else stop


_PARTED = frozenset({"clause-according-clause", "subject-according-clause"})
"""Forms in which the attribution stands between the subject and the verb."""


def _is_beginning(article: Article, labels: Labels, span: Span) -> bool:
    """Whether the words before an attribution begin the clause that goes on behind it: its subject, or more than a word."""
    inside = [t for t in labels.sentence.tokens if span.holds(t.span) and t.text[:1].isalnum()]
    relative = load(article.language).words["small"]["relative"]
    subject = any(t.case == "Nom" and t.pos in {"NOUN", "PROPN", "PRON"} and t.lemma not in relative for t in inside)
    return subject or (len(inside) > 1 and not any(t.lemma in relative for t in inside))


def _says_something(article: Article, labels: Labels, span: Span, form: Form) -> bool:
    """Whether content holds a word of its own: no number of a note, no `Besides`, no topic that is a mere pronoun
    (`то, о чём`)."""
    if any(
        pattern(article.language, "words", key).fullmatch(span.of(article.text)) for key in ("leading", "carrying", "pointing")
    ):
        return False
    inside = [t for t in labels.sentence.tokens if span.holds(t.span) and t.text[:1].isalpha()]
    if any(c.form == "according" and _is_all(labels, c, inside) for c in labels.cues):
        return False
    if (
        "according" in form.frames
        and form.name not in _PARTED
        and inside
        and inside[0].text.lower() in load(article.language).words["small"]["and"]
    ):
        return any(t.form in {"fin", "first"} for t in inside)
    if form.name in _CLAUSES and len(inside) < 2:
        return False
    if form.name == "clause-source-cue" and _merely_when(article, inside, span):
        return False
    if "about" in form.name:
        return any(t.pos not in {"ADP", "PRON", "DET", "PART"} for t in inside[1:])
    return bool(inside)


def _judges(labels: Labels, cue: Cue, span: Span, form: Form, language: str) -> bool:
    """Whether a noun as content is a judgement, where the cue asks for one: not `оценил риски`, nor `назвал Тонева
    министром`, which gives him a post."""
    if "object" not in form.frames or form.direct or not cue.frames & {"verdict", "naming"}:
        return True
    if "naming" in cue.frames and names_nothing(labels, cue, span):
        return False
    tokens, small = labels.sentence.tokens, load(language).words["small"]
    inside = [t for t in tokens if span.holds(t.span)]
    held = [t for n, t in enumerate(inside) if t.case == "Ins" and not (n and inside[n - 1].pos == "ADP")]
    if "naming" in cue.frames:
        return not any(t.pos == "NOUN" and t.lemma in titles(language, "persons") for t in held)
    beside = {t.text.lower() for t in (*tokens[max(0, cue.start - 1) : cue.start], *tokens[cue.stop : cue.stop + 1])}
    measured = any(t.pos == "NUM" or t.text.isdigit() or t.lemma in small["measure"] for t in inside)
    quoted = any(q.inner.meets(span) for q in labels.quotations)
    return bool(held) or quoted or measured or bool(beside & {*small["highly"]})


def _merely_when(article: Article, inside: list[Token], span: Span) -> bool:
    """Whether the words only tell when or if somebody did what the cue says: `Когда мост закрыли, Тонев …`."""
    small = load(article.language).words["small"]
    first = inside[0].text.lower() if inside else ""
    return first in {*small["if"], *small["whether"]} and "," not in span.of(article.text)


def _is_all(labels: Labels, cue: Cue, inside: list[Token]) -> bool:
    """Whether the words are nothing but an attribution."""
    own = labels.sentence.tokens[cue.start : cue.stop]
    rest = [t for t in inside if t not in own and not (cue.subject and cue.subject.span.holds(t.span))]
    return bool(inside) and not rest


def _words(article: Article, labels: Labels, start: int, stop: int, *, direct: bool) -> Span:
    tokens = labels.sentence.tokens
    span = Span(tokens[start].span.start, tokens[stop - 1].span.stop)
    if direct and (quoted := next((q.inner for q in labels.quotations if q.outer.start == span.start), None)):
        return quoted
    bare = span.stripped(article.text, EDGES)
    words = bare.of(article.text)
    return bare.stripped(article.text, EDGES + ")") if words.count(")") > words.count("(") else bare


def _stands(draft: Draft, drafts: list[Draft]) -> bool:
    """A cue without a source of its own stands beside another, opens its sentence, or is impersonal."""
    inside = any(d.holds(draft) for d in drafts)
    if draft.source or draft.form in {"passive", "according"}:
        return draft.form != "noun" or not any(d.rule != draft.rule and d.content == draft.content for d in drafts)
    return (draft.shared or not inside) and draft.form in {"conv", "fin"} and _beside(draft, drafts)


def _beside(draft: Draft, drafts: list[Draft]) -> bool:
    return draft.shared or draft.rule == "quote-cue" or any(d.source and d is not draft for d in drafts)
