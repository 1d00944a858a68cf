"""Deciders for papers and media that nobody names: `the statement said`, `the newspaper wrote`, `it is reported`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.lang import load, titles
from verbale.media import is_medium, outlet
from verbale.model import Kind, Mention, Speaker, Statement, Token
from verbale.names import letters
from verbale.refer.asked import Asked, again, same_block, speaker_of
from verbale.refer.figures import Figure


def paper(asked: Asked) -> Speaker | None:
    """The source is a paper or a medium without a name: the body that issued it, or the medium the article goes by."""
    mention = asked.mention
    if mention is None or mention.pronoun or not _of_papers(asked, mention):
        return None
    papers, words = load(asked.language).titles["documents"], _words(mention)
    bare, own = _is_bare(mention), bool(words & frozenset(papers["own"]))
    if (issuer := _issuer(asked, mention)) and (bare or (not own and _closes(mention, issuer))):
        return speaker_of(issuer, 0.8)
    if (
        not bare
        or own
        or words & frozenset(papers.get("unsigned", ()))
        or words & frozenset(load(asked.language).titles["media"]["collective"])
    ):
        return None
    if words & (titles(asked.language, "media") | frozenset(papers["of_media"])):
        if _is_numbered(asked, mention):
            return None
        media = [m for m in (_medium_beside(asked), *_media(asked)) if m]
        named = (m for m in media if letters(m.name) not in titles(asked.language, "media"))
        return next((m for m in named if not _is_other_kind(asked, mention, m.name)), None)
    if words & (titles(asked.language, "persons") - titles(asked.language, "documents")):
        return None  # `заявление директора`: nobody's but his
    if site := _site(asked, mention):
        issuer = _issuer(asked, site)
        return speaker_of(issuer, 0.7) if issuer else None
    of_all = frozenset(papers.get("of_all", words))
    return next(_bodies(asked), None) or (next(_media(asked), None) if words & of_all else None)


def _site(asked: Asked, mention: Mention) -> Mention | None:
    """The page on which a paper stands, told right behind it: `в заявлении на сайте порта`."""
    pages = frozenset(load(asked.language).titles["documents"].get("pages", []))
    beside = (m for s in asked.labels for m in s.mentions if 0 < m.span.start - mention.span.stop <= NEAR)
    return next((m for m in beside if letters((m.name or m.role).partition(" ")[0]) in pages), None)


NEAR = 30
"""So many characters stand at most between a paper and the page it was put on: `, опубликованном на `."""


def _is_numbered(asked: Asked, mention: Mention) -> bool:
    """Whether a number stands behind the phrase, which then is a part of a law: `в статье 3 договора`."""
    return bool(re.match(r"\s*(?:№\s*)?\d", asked.article.text[mention.span.stop : mention.span.stop + 4]))


def _closes(mention: Mention, issuer: Figure) -> bool:
    """Whether a document's phrase ends with the issuer's name: `заявление МИД`, not `заявление МИД Карвении`."""
    return mention.kind is Kind.DOCUMENT and any(mention.span.holds(s) and s.stop == mention.span.stop for s in issuer.spans)


def _words(mention: Mention) -> set[str]:
    return {letters(w) for w in (mention.name or mention.role).split()}


def _of_papers(asked: Asked, mention: Mention) -> bool:
    """Whether the phrase speaks of a paper or a medium by a common noun."""
    words = (mention.name or mention.role).split()
    common = _words(mention) & (titles(asked.language, "documents") | titles(asked.language, "media"))
    return bool(common) and (len(words) > 1 or letters(words[0]) in common)


def _is_bare(mention: Mention) -> bool:
    """Whether no name stands in the phrase."""
    return not any(w[:1].isupper() for w in (mention.name or mention.role).split()[1:])


def _issuer(asked: Asked, mention: Mention) -> Figure | None:
    """The body named inside the phrase, or the person: `заявление министерства обороны`, `Kremlin statement`, `иск Рес`."""
    inside = [f for f in asked.figures if any(mention.span.holds(s) and s != mention.span for s in f.spans)]
    bodies = [f for f in inside if f.kind is Kind.ORGANISATION]
    lemmas = {t.lemma for s in asked.labels for t in s.sentence.tokens if mention.span.holds(t.span)}
    held = bool(lemmas & titles(asked.language, "bodies"))  # `заявление канцелярии Рес` is not her own
    persons = [f for f in inside if f.kind is Kind.PERSON and mention.kind is Kind.DOCUMENT and not held]
    return next(iter((*bodies, *persons)), None)


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


def _is_other_kind(asked: Asked, mention: Mention, name: str) -> bool:
    """Whether the noun calls another kind of medium than the name is known for, or calls itself: an agency is no channel."""
    kinds = load(asked.language).titles["media"].get("of_kind", {})
    wanted = next((kinds[w] for w in _words(mention) if w in kinds), "")
    known = outlet(name, asked.article.outlets)
    kind = known.kind if known else kinds.get(letters(name.partition(" ")[0]), "")
    return bool(wanted and kind) and kind not in {wanted, "site"}


def _is_body(statement: Statement) -> bool:
    return statement.speaker is not None and statement.speaker.kind is Kind.ORGANISATION


def _bodies(asked: Asked) -> Iterator[Speaker]:
    """Bodies that can have issued a paper: the one whose paper was named before, then those that spoke, the last first."""
    papers = [m for s in asked.labels for m in s.mentions if m.kind is Kind.DOCUMENT and m.span.start < asked.at]
    for paper_ in sorted(papers, key=lambda m: -m.span.start)[:4]:
        issuer = _issuer(asked, paper_)
        if issuer and (issuer.kind is Kind.ORGANISATION or _is_same(asked, paper_)):
            yield speaker_of(issuer, 0.7)
    for statement in reversed(asked.before):
        body = statement.speaker if _is_body(statement) else None
        if body and statement.content.spans[0].start < asked.at and body.name not in _carriers(asked):
            yield again(body, 0.7)


def _is_same(asked: Asked, paper_: Mention) -> bool:
    """Whether a paper named before is called by the noun of the source: `иск Рес …, в иске говорится`."""
    mention = asked.mention
    return mention is not None and letters(paper_.name.partition(" ")[0]) in _words(mention)


def _carriers(asked: Asked) -> set[str]:
    """Media, which carry the papers of others."""
    return {f.name for f in asked.figures if _is_medium(asked, f)}


def within_paper(asked: Asked) -> Speaker | None:
    """The source is a pronoun inside which something is said (`в нем говорится`): the last paper named before; where the
    pronoun ties a clause to a noun (`истории, в которых утверждается`), what that noun names."""
    small, mention = load(asked.language).words["small"], asked.mention
    if mention is None or asked.words() not in small["within"]:
        return None
    before = [m for s in asked.labels for m in s.mentions if m.span.start < asked.at and not m.pronoun]
    tied = [m for m in before if m.name and 0 < asked.at - m.span.stop <= REACH and _is_tied(asked, m)]
    papers = tied or [m for m in before if m.kind is Kind.DOCUMENT]
    last = max(papers, key=lambda m: (m.span.stop, -m.span.start) if tied else (m.span.start, 0), default=None)
    return Speaker(last.name, Kind.DOCUMENT, None, 0.6, mention=last.span) if last else None


REACH = 5
"""So many characters stand at most between a noun and the pronoun that ties a clause to it: `, во `."""


def _is_tied(asked: Asked, noun: Mention) -> bool:
    """Whether the pronoun begins a clause that hangs on a noun of its number: `в которых`, unlike `в них`."""
    stems = tuple(w[:4] for w in load(asked.language).words["small"]["relative"] if len(w) > 3)
    return asked.words().startswith(stems) and (noun.number == "Plur") == asked.words().endswith(("х", "s"))


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
