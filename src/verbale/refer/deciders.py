"""The deciders, in their order. Each answers who is meant by a source, or None where it cannot tell."""

from __future__ import annotations

import re
from collections.abc import Callable

from verbale.lang import INFLECTED, load
from verbale.model import Kind, Mention, Speaker
from verbale.names import letters, same_body
from verbale.refer.asked import Asked, again, is_office, speaker_of
from verbale.refer.figures import Figure, apposed_name, bearer
from verbale.refer.offices import introduced, is_bare, last_speaker, office
from verbale.refer.papers import impersonal, paper, within_paper
from verbale.refer.pronouns import carried, pronoun

BODIES = frozenset({Kind.ORGANISATION, Kind.COUNTRY, Kind.PLACE})


# ---------------------------------------------------------------- names


def relative(asked: Asked) -> Speaker | None:
    """The source is a relative pronoun: whoever stands right before it."""
    mention = asked.mention
    if mention is None or not mention.pronoun or asked.words() not in load(asked.language).words["small"]["relative"]:
        return None
    near = [m for s in asked.labels for m in s.mentions if not m.pronoun and 0 <= mention.span.start - m.span.stop <= 2]
    nearest = max(near, key=lambda m: (_is_last_name(m, near), m.span.size()), default=None)
    if nearest and mention.number == "Plur":
        return described(asked.instead(nearest)) if nearest.number == "Plur" else None
    return next((s for d in (named, body, office, described) if nearest and (s := d(asked.instead(nearest)))), None)


def _is_last_name(mention: Mention, near: list[Mention]) -> bool:
    """Whether the mention names another than a longer one that ends with it: `критика президента Лана [Ивана Реса], который`."""
    return any(
        m is not mention
        and m.kind is mention.kind is Kind.PERSON
        and m.span.holds(mention.span)
        and m.name != mention.name != ""
        for m in near
    )


def named(asked: Asked) -> Speaker | None:
    """The source names a person; the fullest form of the name in the article is taken."""
    mention = asked.mention
    if mention is None or mention.kind is not Kind.PERSON or not mention.name:
        return None
    if mention.number == "Plur":
        return Speaker(mention.name, Kind.PERSON, mention.role or None, 0.9, mention=mention.span)
    figure = bearer(asked.figures, mention, asked.language)
    if figure and _is_relative_of(figure, mention):
        return None
    if figure:
        return speaker_of(figure, 0.97)
    return Speaker(mention.name, Kind.PERSON, mention.role or None, 0.9, mention=mention.span)


def _is_relative_of(figure: Figure, mention: Mention) -> bool:
    """Whether the name only tells whose husband or lawyer somebody is: it is known to be that of the other gender."""
    return bool(mention.role and mention.gender and figure.gender and mention.gender != figure.gender)


def apposed(asked: Asked) -> Speaker | None:
    """The source is an office with the name behind a comma: `the president's envoy, Ivo Lund, said`."""
    if not is_office(asked) or asked.mention is None:
        return None
    name = apposed_name(asked.labels, asked.mention)
    return named(asked.instead(name)) if name else None


def seat(asked: Asked) -> Speaker | None:
    """The source is a capital that stands for its country: `Moscow said`."""
    mention = asked.mention
    country = load(asked.language).titles.get("seats", {}).get(letters(mention.name)) if mention else None
    return Speaker(country, Kind.COUNTRY, None, 0.9, mention=mention.span) if country and mention else None


def body(asked: Asked) -> Speaker | None:
    """The source names a body, a country or a medium; the fullest form in the article is taken."""
    mention = asked.mention
    if mention is None or not mention.name or mention.kind not in BODIES:
        return None
    figure = next(
        (f for f in asked.figures if f.kind is mention.kind and any(same_body(n, mention.name) for n in f.names)), None
    )
    own = mention.name.isupper() or (asked.language in INFLECTED and mention.name.isascii())  # no common word
    longer = _longer(asked, mention) if len(mention.name.split()) == 1 and not own else None
    found = longer or figure
    return speaker_of(found, 0.93) if found else Speaker(mention.name, mention.kind, None, 0.9, mention=mention.span)


def _longer(asked: Asked, mention: Mention) -> Figure | None:
    """`the ministry` after `the ministry of defence`: the last body whose name holds the word."""
    word = letters(mention.name)
    fitting = [
        f for f in asked.figures if f.kind is mention.kind and len(f.name.split()) > 1 and word in letters(f.name).split()
    ]
    fitting = [f for f in fitting if f.named_before(asked.at) >= 0]
    return max(fitting, key=lambda f: f.named_before(asked.at), default=None)


# ---------------------------------------------------------------- what hangs on another


def owner(asked: Asked) -> Speaker | None:
    """The source is somebody's paper: `her account`, `Reyes's letter`."""
    mention = asked.mention
    if mention is None or mention.kind is not Kind.DOCUMENT:
        return None
    words = asked.words().split()
    possessives = load(asked.language).words.get("possessives", {})
    if words[0] in possessives:
        gender, number = possessives[words[0]]
        return pronoun(asked.instead(Mention(mention.span, Kind.PERSON, gender=gender, number=number, pronoun=True)))
    owners = [
        m
        for s in asked.labels
        for m in s.mentions
        if m.name and m.span.start == mention.span.start and m.span.stop < mention.span.stop
    ]
    possessed = re.match(r"[^'’]+['’]s?\b", asked.words())
    return next((s for m in owners if possessed and (s := named(asked.instead(m)) or body(asked.instead(m)))), None)


def joined(asked: Asked) -> Speaker | None:
    """The source is left out: the subject of the verb that the cue is joined to."""
    if asked.shared is None or asked.statement.source:
        return None
    subject = asked.instead(asked.shared)
    last = (described,) if asked.shared.kind is Kind.UNNAMED else ()
    return next((again(s, 0.85) for d in (named, seat, body, office, pronoun, *last) if (s := d(subject))), None)


def described(asked: Asked) -> Speaker | None:
    """The source describes somebody without a name: kept in its own words.

    A bare office that the article speaks of as known (`the minister`) is somebody's, but it could not be told whose.
    """
    mention = asked.mention
    if mention is None or mention.pronoun or asked.words() in {"i", "we", "you"} or _is_known_office(asked):
        return None
    words = mention.name or mention.role or mention.span.of(asked.article.text)
    kind = Kind.DOCUMENT if mention.kind is Kind.DOCUMENT else Kind.UNNAMED
    words = re.sub(r"['’]s$", "", words)  # of a source that owns its cue: `a judge's decision that …`
    return Speaker(re.sub(r"\s+", " ", words), kind, None, 0.5, mention=mention.span)


def _is_known_office(asked: Asked) -> bool:
    if not is_office(asked) or asked.mention is None or asked.mention.number == "Plur":
        return False
    mention = asked.mention
    if any(span.start > mention.span.start and span.stop == mention.span.stop for f in asked.persons() for span in f.spans):
        return False  # told by a tie to somebody: `the lawyer of Mr. Lund`
    return asked.words().startswith("the ") if asked.language == "en" else is_bare(asked)


DECIDERS: tuple[Callable[[Asked], Speaker | None], ...] = (
    relative,
    named,
    apposed,
    within_paper,
    owner,
    paper,
    seat,
    body,
    office,
    introduced,
    last_speaker,
    pronoun,
    joined,
    impersonal,
    carried,
    described,
)
"""In the order in which they are asked; the first answer counts."""
