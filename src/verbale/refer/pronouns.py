"""Deciders for pronouns and for sources that are left out."""

from __future__ import annotations

from verbale.lang import load, titles
from verbale.model import Kind, Labels, Mention, Speaker, Speech, Statement
from verbale.refer.asked import Asked, again, fits, same_block, speaker_of
from verbale.refer.figures import SUBJECTS, Figure, apposed_name, bearer


def pronoun(asked: Asked) -> Speaker | None:
    """The source is a pronoun: the nearest before it of that gender, speakers first."""
    mention = asked.mention
    if mention is None or not mention.pronoun or asked.words() in load(asked.language).words["small"]["relative"]:
        return None
    kinds = _kinds(mention)
    if mention.number == "Plur":
        return _several(asked, kinds)
    quoted = _quoted(asked)
    if quoted:
        return _another(asked, mention, quoted)
    person = kinds == {Kind.PERSON}
    subject = (_subject_here(asked) or _subject_before(asked)) if person else _body_before(asked)
    if subject and fits(asked, subject.name, mention.gender):
        return speaker_of(subject, 0.75)
    if nameless := _nameless(asked, mention):
        return nameless
    told = (s for s in asked.told() if s.speaker and s.speaker.kind in kinds and not (person and _is_several(asked, s)))
    last = next((s.speaker for s in told), None)
    if last and fits(asked, last.name, mention.gender):
        return again(last, 0.8)
    near = [f for f in asked.figures if f.kind in kinds and f.gender in {mention.gender, ""} and f.named_before(asked.at) >= 0]
    return speaker_of(max(near, key=lambda f: f.named_before(asked.at)), 0.6) if near else None


def _quoted(asked: Asked) -> str:
    """Who speaks the quotation in which the pronoun stands, and so is not meant by `he` in it."""
    around = (s for s in asked.before if s.kind is Speech.DIRECT and any(c.start <= asked.at < c.stop for c in s.content.spans))
    return next((s.speaker.name for s in around if s.speaker), "")


def _another(asked: Asked, pronoun_: Mention, quoted: str) -> Speaker | None:
    """The person named last before the pronoun, other than who is quoted."""
    others = [f for f in asked.persons() if f.gender in {pronoun_.gender, ""} and f.name != quoted]
    near = [f for f in others if f.named_before(asked.at) >= 0]
    return speaker_of(max(near, key=lambda f: f.named_before(asked.at)), 0.5) if near else None


def _nameless(asked: Asked, pronoun_: Mention) -> Speaker | None:
    """Somebody without a name who spoke just before: `сказал чиновник. Он добавил …`."""
    last = next(asked.told(), None)
    if last is None or last.speaker is None or last.speaker.kind is not Kind.UNNAMED or last.source is None:
        return None
    said = next((m for s in asked.labels for m in s.mentions if m.span == last.source.spans[0]), None)
    alike = said and said.kind is Kind.PERSON and said.number == "Sing" and said.gender == pronoun_.gender
    return again(last.speaker, 0.6) if alike and same_block(asked, last) else None


def _several(asked: Asked, kinds: frozenset[Kind]) -> Speaker | None:
    """Whom `they` means: the only people told of in the sentences beside, else those who spoke last."""
    near = {m.name for m in _people_beside(asked)}
    if len(near) == 1:
        return Speaker(near.pop(), Kind.UNNAMED, None, 0.5)
    last = next((s for s in asked.told() if s.speaker), None)
    spoke = last and last.speaker and last.speaker.kind in kinds and _is_several(asked, last)
    return again(last.speaker, 0.7) if spoke and last and last.speaker else None


def _is_several(asked: Asked, statement: Statement) -> bool:
    """Whether a statement's source, or the verb of its cue (`в компании заявили`), stands in the plural."""
    if statement.source and any(
        m.number == "Plur" for s in asked.labels for m in s.mentions if m.span in statement.source.spans
    ):
        return True
    cue = statement.cue.spans[0] if statement.cue else None
    return any(t.number == "Plur" for s in asked.labels for t in s.sentence.tokens if cue and cue.holds(t.span))


def _people_beside(asked: Asked) -> list[Mention]:
    """Groups of people in this sentence, before the pronoun, and in the one before it, in the same paragraph."""
    here = next((n for n, s in enumerate(asked.labels) if s.sentence.span.start <= asked.at < s.sentence.span.stop), 0)
    beside = [s for s in asked.labels[max(0, here - 1) : here + 1] if s.sentence.block == asked.labels[here].sentence.block]
    groups = (titles(asked.language, "unnamed") | titles(asked.language, "persons")) - set(
        load(asked.language).words["small"]["shortened"]
    )
    return [
        m
        for s in beside
        for m in s.mentions
        if m.kind is Kind.UNNAMED and m.number == "Plur" and m.span.start < asked.at and _heads(s, m) & groups
        if not _is_predicate(s, m)
    ]


def _is_predicate(sentence: Labels, mention: Mention) -> bool:
    """Whether the words tell what somebody is, and stand for nobody themselves: `Оба – сторонники союза`."""
    before = max((t for t in sentence.sentence.tokens if t.span.stop <= mention.span.start), key=lambda t: t.span, default=None)
    return before is not None and before.text in {"-", "–", "—"}


def _heads(sentence: Labels, mention: Mention) -> set[str]:
    return {t.lemma for t in sentence.sentence.tokens if mention.span.holds(t.span)}


def _subject_here(asked: Asked) -> Figure | None:
    """The person with whom the sentence begins, for a pronoun that is a subject in it: `Рес избиралась от столицы, она …`."""
    if "according" in asked.statement.rule:
        return None
    here = next((s for s in asked.labels if s.sentence.span.start <= asked.at < s.sentence.span.stop), None)
    first = _first_person(asked, here) if here and here.sentence.span.start < asked.at - 2 else None
    said = asked.statement.content.spans
    if first is None or here is None or any(q.outer.start < asked.at < q.outer.stop for q in here.quotations):
        return None
    if any(c.start <= here.sentence.span.start + 1 < c.stop for c in said):
        return None
    own = [t for t in here.sentence.tokens if any(s.holds(t.span) for s in first.spans)]
    return first if any(t.case == "Nom" or (not t.case and t.rel in SUBJECTS) for t in own) else None


def _subject_before(asked: Asked) -> Figure | None:
    """The person with whom the sentence just before begins, where nobody has spoken since."""
    before = _silent_before(asked)
    return _first_person(asked, before) if before else None


def _silent_before(asked: Asked) -> Labels | None:
    """The sentence just before in the same paragraph, where nobody has spoken since it began."""
    here = next((n for n, s in enumerate(asked.labels) if s.sentence.span.start <= asked.at < s.sentence.span.stop), 0)
    if here == 0 or asked.labels[here].sentence.block != asked.labels[here - 1].sentence.block:
        return None
    before = asked.labels[here - 1]
    spoke = any(s.content.spans[0].start >= before.sentence.span.start for s in asked.told())
    return None if spoke else before


def _first_person(asked: Asked, sentence: Labels) -> Figure | None:
    first = next((m for m in sorted(sentence.mentions, key=lambda m: m.span) if m.kind is Kind.PERSON), None)
    if first and not first.name and not first.pronoun:
        first = apposed_name((sentence,), first)
    if first is None or not first.name or first.span.start > sentence.sentence.span.start + 40 or first.span.stop > asked.at:
        return None
    return bearer(asked.figures, first, asked.language)


def _body_before(asked: Asked) -> Figure | None:
    """The body with which the sentence just before begins, for `it`: `The commission counted the wagons. It said …`."""
    before = _silent_before(asked)
    first = min((m for m in before.mentions if m.name), key=lambda m: m.span, default=None) if before else None
    if before is None or first is None or first.kind not in BODIES or first.span.start > before.sentence.span.start + 4:
        return None
    return next((f for f in asked.figures if f.kind is first.kind and first.span in f.spans), None)


BODIES = frozenset({Kind.ORGANISATION, Kind.COUNTRY})


def _kinds(mention: Mention) -> frozenset[Kind]:
    if mention.number == "Plur":
        return frozenset({Kind.UNNAMED, Kind.ORGANISATION, Kind.COUNTRY})
    return BODIES if mention.gender == "Neut" else frozenset({Kind.PERSON})


def _is_of_those(asked: Asked) -> bool:
    """Whether the verb before belongs to some who are only told by what they do: `те, кто против моста и призывает …`."""
    shared = asked.shared
    words = shared.span.of(asked.article.text).lower() if shared and shared.pronoun else ""
    return words in load(asked.language).words["small"]["relative"]


def carried(asked: Asked) -> Speaker | None:
    """The source is left out: the speaker of the statement before, in the same sentence or paragraph."""
    if asked.statement.source or asked.statement.rule.startswith("impersonal") or _is_of_those(asked):
        return None
    last = next(iter(asked.told()), None)
    if last is None or last.speaker is None or not (same_block(asked, last) or asked.statement.kind == "direct"):
        return None
    return again(last.speaker, 0.8)
