"""A topic as data: its names, its words in each language, example sentences; read from TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from verbale.errors import VerbaleError
from verbale.phrases import Phrases, plain

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


class TopicsError(VerbaleError):
    """A file of topics does not say what topics need."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that statements are about."""

    id: str
    """A short name in small Latin letters, the same in every language."""
    names: tuple[tuple[str, str], ...]
    """Language and name."""
    words: tuple[tuple[str, tuple[str, ...]], ...]
    """Language and phrases (see `verbale.phrases`)."""
    examples: tuple[str, ...] = ()

    def name(self, language: str = "en") -> str:
        """The name in a language; where it has none there, its first."""
        return dict(self.names).get(language) or (self.names[0][1] if self.names else self.id)

    def is_called(self, name: str) -> bool:
        """Whether the topic goes by a name, in any language and any case."""
        return plain(name.strip()) in {self.id, *(plain(own) for _, own in self.names)}


@cache
def shipped() -> tuple[Topic, ...]:
    """The topics that come with Verbale."""
    return read_topics(shipped_text())


def shipped_text() -> str:
    """The TOML file of the topics that come with Verbale."""
    return files(__package__).joinpath("diplomacy.toml").read_text("utf-8")


def read_topics(text: str) -> tuple[Topic, ...]:
    """The topics of a TOML file, in its order; raises `TopicsError` with the fault in one line."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TopicsError(f"this is no TOML: {error}") from error
    if not tables:
        raise TopicsError("no topic stands in it: write [my-topic] and [my-topic.words]")
    return tuple(_topic(id_, told) for id_, told in tables.items())


def _topic(id_: str, told: Any) -> Topic:
    if not _ID.fullmatch(id_):
        raise TopicsError(f"“{id_}” is no id of a topic: write small Latin letters, digits and hyphens")
    if not isinstance(told, Mapping):
        raise TopicsError(f"“{id_}” is no topic: write [{id_}] and [{id_}.words]")
    words = tuple((language, _strings(id_, phrases)) for language, phrases in _table(id_, told, "words").items())
    if not any(phrases for _, phrases in words):
        raise TopicsError(f'the topic “{id_}” has no words: write en = ["…"] below [{id_}.words]')
    names = tuple((language, _string(id_, name)) for language, name in _table(id_, told, "names").items())
    try:
        Phrases({id_: (phrase for _, phrases in words for phrase in phrases)})
    except ValueError as error:
        raise TopicsError(f"in the topic “{id_}”: {error}") from error
    return Topic(id_, names, words, _strings(id_, told.get("examples", [])))


def _table(id_: str, told: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    table = told.get(key, {})
    if not isinstance(table, Mapping):
        raise TopicsError(f"the {key} of the topic “{id_}” must stand by language: {key} = {{ en = … }}")
    return table


def _strings(id_: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TopicsError(f'in the topic “{id_}”, {value!r} is no list: write ["…", "…"]')
    return tuple(_string(id_, one) for one in value)


def _string(id_: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TopicsError(f"in the topic “{id_}”, {value!r} is no text: write it in quotation marks")
    return value
