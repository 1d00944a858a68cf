"""What words are about: the topics of which they hold a phrase, the one with most of them first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from verbale.model import digest
from verbale.models.words import words
from verbale.phrases import Phrases
from verbale.topics.topic import Topic

VERSION = "1"
"""Of the code that assigns; another one makes all topics of a record anew."""


class About(NamedTuple):
    """A topic of a statement."""

    topic: str
    why: str
    """What decided, in a sentence."""


class Topics:
    """Topics at work: their phrases made ready once, for all languages they have."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self.topics = tuple(topics)
        languages = sorted({language for topic in self.topics for language, _ in topic.words})
        self._phrases = {
            language: Phrases({t.id: dict(t.words).get(language, ()) for t in self.topics}) for language in languages
        }
        self._order = {topic.id: n for n, topic in enumerate(self.topics)}

    @property
    def version(self) -> str:
        """A name for these topics and the code that assigns them: another one, and they are assigned anew."""
        return digest("t", VERSION, *(repr((t.id, t.words)) for t in self.topics))

    def about(self, text: str, language: str) -> tuple[About, ...]:
        """The topics of a text: those with more phrases in it first, then those that are named first."""
        phrases = self._phrases.get(language)
        if phrases is None:
            return ()
        spoken = words(text, language)
        told: dict[str, list[str]] = {}
        for found in phrases.found(spoken):
            heard = " ".join(word.text for word in spoken[found.start : found.stop])
            if heard not in told.setdefault(found.key, []):
                told[found.key].append(heard)
        return tuple(About(topic, _why(told[topic])) for topic in sorted(told, key=lambda t: (-len(told[t]), self._order[t])))


def _why(heard: Sequence[str]) -> str:
    return f"{' and '.join(f'“{words}”' for words in heard[:3])} stand{'s' if len(heard) == 1 else ''} in what was said."
