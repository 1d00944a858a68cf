"""Deciders for papers and media that nobody names: `the statement said`, `the newspaper wrote`, `it is reported`."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.lang import load, titles
from verbale.media import is_medium
from verbale.model import Kind, Mention, Speaker, Statement, Token
from verbale.names import letters
from verbale.refer.asked import Asked, again, same_block, speaker_of
from verbale.refer.figures import Figure


def paper(asked: Asked) -> Speaker | None:
    """The source is a paper or a medium without a name: the body that issued it, or the medium the article goes by."""
    mention = asked.mention
    if mention is None or mention.pronoun or not _is_paper(asked, mention):
        return None
    issuer = _issuer(asked, mention)
    if issuer:
        return speaker_of(issuer, 0.8)
    groups = titles(asked.language, "media") | frozenset(load(asked.language).titles["documents"]["of_media"])
    words = {letters(w) for w in (mention.name or mention.role).split()}
    if words & frozenset(load(asked.language).titles["media"]["collective"]):
        return None
    if words & groups:
        return _medium_beside(asked) or next(_media(asked), None)
    if words & frozenset(load(asked.language).titles["documents"]["own"]):
        return None
    return next(_bodies(asked), None) or next(_media(asked), None)


def _is_paper(asked: Asked, mention: Mention) -> bool:
    """Whether the phrase speaks of a paper or a medium and names none."""
    words = (mention.name or mention.role).split()
    common = {letters(w) for w in words} & (titles(asked.language, "documents") | titles(asked.language, "media"))
    return bool(common) and not any(w[:1].isupper() for w in words[1:]) and (len(words) > 1 or letters(words[0]) in common)


def _issuer(asked: Asked, mention: Mention) -> Figure | None:
    """The body named inside the phrase: `заявление министерства обороны`, `Kremlin statement`."""
    inside = [
        f
        for f in asked.figures
        if f.kind is Kind.ORGANISATION and any(mention.span.holds(s) and s != mention.span for s in f.spans)
    ]
    return inside[0] if inside else None


def _medium_beside(asked: Asked) -> Speaker | None:
    """The last medium that the same paragraph calls a paper or a channel by name: `газета «Узел»`."""
    since = asked.article.blocks[asked.block()].span.start if asked.article.blocks else 0
    called = titles(asked.language, "media")
    named = [
        f
        for f in asked.figures
        if f.named_before(asked.at) >= since
        and _is_medium(asked, f)
        and any(n.split()[0].lower() in called and len(n.split()) > 1 for n in f.names)
    ]
    return speaker_of(max(named, key=lambda f: f.named_before(asked.at)), 0.7) if named else None


def _is_medium(asked: Asked, figure: Figure) -> bool:
    mention = Mention(figure.spans[0], figure.kind, figure.name)
    collective = frozenset(load(asked.language).titles["media"]["collective"])
    medium = figure.kind is Kind.ORGANISATION and is_medium(mention, asked.article)
    return medium and not collective & {letters(w) for w in figure.name.split()}


def _media(asked: Asked) -> Iterator[Speaker]:
    """Media that carried or said something before, the first first: the one the article goes by. Then those it only names."""
    before = [s for s in asked.before if s.content.spans[0].start < asked.at]
    collective = frozenset(load(asked.language).titles["media"]["collective"])
    for statement in before:
        names = [*statement.relays, *([statement.speaker.name] if _is_body(statement) and statement.speaker else [])]
        for name in names:
            if not collective & {letters(w) for w in name.split()}:
                yield Speaker(name, Kind.ORGANISATION, None, 0.7)
    for figure in asked.figures:
        if figure.spans[0].start < asked.at and _is_medium(asked, figure):
            yield speaker_of(figure, 0.6)


def _is_body(statement: Statement) -> bool:
    return statement.speaker is not None and statement.speaker.kind is Kind.ORGANISATION


def _bodies(asked: Asked) -> Iterator[Speaker]:
    """Bodies that can have issued a paper: the one whose paper was named before, then those that spoke, the last first."""
    papers = [m for s in asked.labels for m in s.mentions if m.kind is Kind.DOCUMENT and m.span.start < asked.at]
    for paper_ in sorted(papers, key=lambda m: -m.span.start)[:4]:
        if issuer := _issuer(asked, paper_):
            yield speaker_of(issuer, 0.7)
    for statement in reversed(asked.before):
        body = statement.speaker if _is_body(statement) else None
        if body and statement.content.spans[0].start < asked.at and body.name not in _carriers(asked):
            yield again(body, 0.7)


def _carriers(asked: Asked) -> set[str]:
    """Media, which carry the papers of others."""
    return {f.name for f in asked.figures if _is_medium(asked, f)}


def within_paper(asked: Asked) -> Speaker | None:
    """The source is a pronoun inside which something is said (`в нем говорится`): the last paper named before."""
    if asked.words() not in load(asked.language).words["small"]["within"]:
        return None
    papers = [m for s in asked.labels for m in s.mentions if m.kind is Kind.DOCUMENT and m.span.start < asked.at]
    last = max(papers, key=lambda m: m.span.start, default=None)
    return Speaker(last.name, Kind.DOCUMENT, None, 0.6, mention=last.span) if last else None


def _cue_tokens(asked: Asked) -> list[Token]:
    cue = asked.statement.cue.spans[0] if asked.statement.cue else None
    return [t for s in asked.labels for t in s.sentence.tokens if cue and cue.holds(t.span)]


def impersonal(asked: Asked) -> Speaker | None:
    """Something is said without anybody who says it, in the paragraph of a body or a medium that speaks."""
    if asked.statement.source or not asked.statement.rule.startswith("impersonal"):
        return None
    if any(t.form == "fin" and t.gender for t in _cue_tokens(asked)):  # `ранее сообщалось`: at another time, by anybody
        return None
    last = next(iter(asked.told()), None)
    same = last and same_block(asked, last)
    return again(last.speaker, 0.5) if last and same and last.speaker and last.speaker.kind is Kind.ORGANISATION else None
