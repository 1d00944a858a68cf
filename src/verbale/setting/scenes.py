"""What the text tells of an occasion outside of any statement: `Talks were held on Monday`, `Об этом он сказал на брифинге`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from verbale.dates import When
from verbale.model import Article, Venue
from verbale.setting.frames import Frame, Page, among, is_one, words
from verbale.setting.frames import points as points_back
from verbale.setting.hands import Press, carriers
from verbale.setting.nouns import Found, nouns
from verbale.setting.when import is_bound, is_name, is_owned
from verbale.setting.where import PAPERS, made, venue

REACH = 14
"""A date and a venue with more words between them are not of one occasion."""
PRESS = frozenset({"press conference", "briefing"})
"""Kinds of venue that are held for the main speaker of an article."""
NO_SCENES = frozenset({"post", "book", "article", "parliament", "place"})
"""Kinds of venue that a text names without telling of an occasion there."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, or what of it is in no statement's frame, that tells of an occasion."""

    sentence: int
    venue: Venue | None
    head: str
    """The noun of the venue."""
    known: bool
    """The venue is told as one already known."""
    past: bool
    """The sentence tells of something else than those there: of what came after, or of a statement."""
    when: When | None
    relays: tuple[str, ...]
    points: bool
    """It tells of the sentence before (`He said this at a briefing`)."""
    words: frozenset[str]
    """Its words in small letters: who was there."""

    def names(self, person: str) -> bool:
        """Whether it names a person or body, in whatever case."""
        surname = person.lower().rpartition(" ")[2]
        stem = surname[: max(4, len(surname) - 2)]
        return any(word.startswith(stem) for word in self.words)


def scenes(page: Page, frames: Sequence[Frame | None], known: Press) -> Iterator[Scene]:
    """The scenes of an article, in text order."""
    used: dict[int, set[int]] = {}
    for frame in frames:
        if frame:
            used.setdefault(frame.sentence, set()).update(frame.near)
    for n, line in enumerate(page.lines):
        if not page.heads(n):
            frame = Frame(None, n, line, page.article.language, (0, 0), tuple(page.unsaid(n)), range(0))
            scene = _scene(page, frame, known, used.get(n, frozenset()))
            if scene:
                yield scene


def _scene(page: Page, frame: Frame, known: Press, used: Collection[int]) -> Scene | None:
    points = not used and (points_back(page.article, frame.line.labels.sentence.span) or _makes(frame))
    when, found = _pointed(page, frame) if points else _met(page, frame)
    relays = carriers(frame.line, known) if not used else ()
    bare = found is not None and _is_known(frame, found)
    if not (points or relays or (found and (when or bare))):
        return None
    told = frozenset(frame.word(i) for i in frame.near)
    place = made(page.article, frame, found) if found else None
    past = bool(used) or (found is not None and _is_past(frame, found))
    return Scene(frame.sentence, place, found.head if found else "", bare, past, when, relays, points, told)


def _is_known(frame: Frame, found: Found) -> bool:
    """Whether a venue is told as one already known: `the press conference`, in other languages the noun alone."""
    if frame.language == "en":
        return frame.word(found.start) == "the"
    alone = found.start == 0 or frame.tokens[found.start - 1].pos not in {"ADJ", "CCONJ", "NUM", "DET"}
    return alone and found.stop - found.start == 1


def _is_past(frame: Frame, found: Found) -> bool:
    """Whether the sentence tells of something after the occasion: `Following Monday's debate`."""
    before = [frame.word(i) for i in range(max(0, found.start - 2), found.start)]
    return any(phrase.split()[-1] in before for phrase in words(frame.language)["after"])


def _makes(frame: Frame) -> bool:
    """`She made her remarks at a meeting`: of the making of statements."""
    made = any(is_one(frame.tokens[i], among(frame.language, "make")) for i in frame.near)
    return made and any(frame.tokens[i].lemma in among(frame.language, "making") for i in frame.near)


def _pointed(page: Page, frame: Frame) -> tuple[When | None, Found | None]:
    """The date and venue of a sentence that says where and when the one before was said."""
    other = sorted(nouns(frame), key=lambda f: f.kind in PAPERS)
    return next(_dates(page.article, frame), None), venue(page.article, frame) or next(iter(other), None)


def _met(page: Page, frame: Frame) -> tuple[When | None, Found | None]:
    """The date and venue that stand closest together."""
    found = sorted((f for f in nouns(frame) if f.kind not in NO_SCENES), key=lambda f: f.kind not in PRESS)
    pairs = [(_apart(frame, w, f), n, w, f) for w in _dates(page.article, frame) for n, f in enumerate(found)]
    best = min(pairs, key=lambda p: p[:2], default=None)
    return (best[2], best[3]) if best and best[0] <= REACH else (None, found[0] if found else None)


def _dates(article: Article, frame: Frame) -> Iterator[When]:
    near = set(frame.near)
    for when in frame.line.dates:
        start, stop = frame.line.range(when.span)
        bound = is_bound(article.language, when) and not is_owned(article, when)
        if start < stop and near.issuperset(range(start, stop)) and not bound and not is_name(frame, start, stop):
            yield when


def _apart(frame: Frame, when: When, found: Found) -> int:
    start, stop = frame.line.range(when.span)
    return max(start - found.stop, found.start - stop, 0)
