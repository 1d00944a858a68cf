"""Deciders for offices without a name: `the minister said`, `добавил глава дипломатии`."""

from __future__ import annotations

from functools import cache

from verbale.lang import INFLECTED, load, titles
from verbale.model import Kind, Speaker, Speech
from verbale.names import letters, same_word
from verbale.refer.asked import Asked, again, fits, is_office, same_block, speaker_of
from verbale.refer.figures import Figure, offices
from verbale.text import Span

LOOSE = 0.5
"""How well a lone noun (`the minister`) fits an office that has it among other words (`foreign minister`)."""


def office(asked: Asked) -> Speaker | None:
    """The source is an office that the article gives to one person by name."""
    if not is_office(asked) or asked.mention is None:
        return None
    role, last = asked.mention.role, _last_person(asked)
    woman = _told_gender(asked) == "Fem"  # only this tells: a woman's office is mostly called as a man's
    able = [f for f in asked.persons() if not (woman and f.gender == "Masc") and not is_told_apart(asked, f)]
    scored = [(f.named_before(asked.at) >= 0, office_fit(asked, f, role), f.name == last, f) for f in able]
    fitting = [s for s in scored if s[1] > 0]
    best = max(fitting, key=lambda s: (*s[:3], s[3].named_before(asked.at)), default=None)
    if best is None or not (best[0] or _is_first(asked)):
        return None
    rivals = [s for s in fitting if s[:2] == best[:2] and s[0]]
    return None if is_bare(asked) and len(rivals) > 1 and not best[2] else speaker_of(best[3], 0.85)


def _is_first(asked: Asked) -> bool:
    """Whether no person has spoken in this paragraph: only then an office can be that of somebody who is named later."""
    last = next((s for s in asked.told() if s.speaker and s.speaker.kind is Kind.PERSON), None)
    return last is None or not same_block(asked, last)


def is_told_apart(asked: Asked, figure: Figure) -> bool:
    """Whether the sentence names somebody beside the source, who so is another.

    Either the source is told by its tie to him (`преемник Ивана Реса`, `Reyes's lawyer`), or he is named in what is said
    after it (`the minister thanked Reyes`): nobody is named again in what he is told to have said. In a quotation anybody
    may speak of himself.
    """
    mention, said = asked.mention, asked.statement
    if mention is None or mention.name:
        return False
    behind = said.kind is not Speech.DIRECT and asked.at < said.content.spans[0].start
    return any(
        mention.span.holds(span) or (behind and said.content.spans[0].holds(span)) or _is_whom(asked, span)
        for span in figure.spans
    )


def _is_whom(asked: Asked, span: Span) -> bool:
    """Whether a name stands within the words of the cue: `agreed with [Reyes]`."""
    cue = asked.statement.cue
    return cue is not None and any(c.holds(span) for c in cue.spans)


def _told_gender(asked: Asked) -> str:
    """The gender that the verb tells."""
    cue = asked.statement.cue.spans[0] if asked.statement.cue else None
    return next((t.gender for s in asked.labels for t in s.sentence.tokens if t.span == cue), "")


def _last_person(asked: Asked) -> str | None:
    return next((s.speaker.name for s in asked.told() if s.speaker and s.speaker.kind is Kind.PERSON), None)


def office_fit(asked: Asked, figure: Figure, role: str) -> float:
    """How well the office fits one of those the figure holds in the article; 0 where it does not."""
    wanted, groups = set(letters(role).split()), offices(role, asked.language)
    fits_of = (_fit(asked.language, role, wanted, groups, other) for other in figure.roles)
    return max(fits_of, default=0.0)


def _fit(language: str, role: str, wanted: set[str], groups: frozenset[str], other: str) -> float:
    if _elsewhere(language, role, other):
        return 0.0
    shared = len(wanted & set(letters(other).split()))
    if groups & offices(other, language):
        return 1.0 + shared
    return LOOSE if len(wanted) == 1 and shared and wanted <= titles(language, "persons") else 0.0


def _elsewhere(language: str, role: str, other: str) -> bool:
    """Whether two offices are those of different places or bodies: `губернатор Аризоны`, `губернатор Невады`."""
    one, two = (_places(language, r) for r in (role, other))
    return bool(one and two and not any(same_word(a, b) for a in one for b in two))


def _places(language: str, role: str) -> set[str]:
    """Words of an office with a capital that are no office themselves, as they are in an English one."""
    own = _office_words(language) if language not in INFLECTED else frozenset()
    return {w for w in (letters(w) for w in role.split()[1:] if w[:1].isupper() and not w.isupper()) if w not in own}


@cache
def _office_words(language: str) -> frozenset[str]:
    """All words of which offices are made."""
    groups = load(language).titles.get("offices", {}).values()
    return titles(language, "persons") | {letters(word) for forms in groups for form in forms for word in form.split()}


def introduced(asked: Asked) -> Speaker | None:
    """The source is an office that nobody was given by name: the one person whom the paragraph has named first since then."""
    if not is_office(asked) or asked.mention is None or not asked.article.blocks:
        return None
    last = next(asked.told(), None)
    since = max(asked.article.blocks[asked.block()].span.start, last.content.spans[-1].stop if last else 0)
    said = asked.statement.content.spans
    new = [f for f in asked.persons() if since <= f.spans[0].start < asked.at and not any(s.holds(f.spans[0]) for s in said)]
    fitting = new[0] if len(new) == 1 and not is_told_apart(asked, new[0]) else None
    return speaker_of(fitting, 0.6) if fitting and fits(asked, fitting.name, asked.mention.gender) else None


def last_speaker(asked: Asked) -> Speaker | None:
    """The source is an office that nobody was given by name: the person who spoke just before."""
    if not is_office(asked) or asked.mention is None:
        return None
    since = asked.article.blocks[max(0, asked.block() - 1)].span.start if asked.article.blocks else 0
    last = next((s for s in asked.told() if s.speaker), None)
    if last is None or last.speaker is None or last.speaker.kind is not Kind.PERSON or last.content.spans[-1].stop < since:
        return None
    name = last.speaker.name
    if any(f.name == name and is_told_apart(asked, f) for f in asked.persons()) or _is_of_others(asked, name):
        return None
    return again(last.speaker, 0.6) if fits(asked, name, asked.mention.gender) else None


def _is_of_others(asked: Asked, name: str) -> bool:
    """Whether the article gave the office to others by name, though not to one of them alone, and never to this person."""
    role = asked.mention.role if asked.mention else ""
    held = {f.name for f in asked.persons() if f.named_before(asked.at) >= 0 and office_fit(asked, f, role) > 0}
    return bool(held) and name not in held


def is_bare(asked: Asked) -> bool:
    """Whether an office stands alone: `the minister`, `министр`."""
    words = asked.words().split()
    return len(words) == 2 and words[0] == "the" if asked.language == "en" else len(words) == 1
