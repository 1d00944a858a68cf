"""Words of each language, as data: a folder a language, TOML files in it, no code.

A folder holds `words.toml` (pronouns, conjunctions and other small words), `cues.toml` (what reports speech),
`titles.toml` (offices, bodies, documents, unnamed speakers), `venues.toml`, `calendar.toml`, `boilerplate.toml`
(page furniture, bylines, datelines), `rules.toml` (sentences that the forms of `forms.toml` read and ignore), `events.toml`
(what names an event, and how far it has come) and `figures.toml` (what is counted, and numbers in words); and beside these,
loaded when it is asked for, `acts.toml` (what is done in saying something).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from verbale import plugins

INFLECTED = frozenset({"ru", "uk"})
"""Languages whose nouns tell by their ending whether they can be a subject."""
FILES = ("words", "cues", "titles", "venues", "calendar", "boilerplate", "rules", "events", "figures")
LATER = ("acts",)
"""Files of a language that are loaded when they are asked for, not with the others."""


@dataclass(frozen=True, slots=True)
class Language:
    """All words of one language, by file name, as they stand in its TOML files."""

    code: str
    words: Mapping[str, Any]
    cues: Mapping[str, Any]
    titles: Mapping[str, Any]
    venues: Mapping[str, Any]
    calendar: Mapping[str, Any]
    boilerplate: Mapping[str, Any]
    rules: Mapping[str, Any]
    events: Mapping[str, Any]
    figures: Mapping[str, Any]


def languages() -> tuple[str, ...]:
    """Codes of the languages Verbale can read, in alphabetical order."""
    own = {folder.name for folder in files(__name__).iterdir() if folder.joinpath("cues.toml").is_file()}
    return tuple(sorted(own | plugins.languages().keys()))


@cache
def load(code: str) -> Language:
    """The language of a two-letter code; KeyError where there is no folder for it."""
    folder = _folder(code)
    if not folder.joinpath("cues.toml").is_file():
        raise KeyError(code)
    return Language(code, *(_toml(folder.joinpath(f"{name}.toml").read_text("utf-8")) for name in FILES))


def _folder(code: str) -> Any:
    """Where the words of a language lie: here, or in a plugin."""
    added = plugins.languages()
    return added[code][0] if code in added else files(__name__).joinpath(code)


@cache
def titles(code: str, group: str) -> frozenset[str]:
    """Dictionary forms of a group of `titles.toml`."""
    return frozenset(load(code).titles[group]["words"])


@cache
def forms() -> tuple[Mapping[str, Any], ...]:
    """The shapes of attributed speech, written once for all languages, in the order in which they are tried."""
    return tuple(_toml(files(__name__).joinpath("forms.toml").read_text("utf-8"))["form"])


@cache
def outlets() -> Mapping[str, Any]:
    """Media of all languages by their usual name, with country, language, kind and other names."""
    return _toml(files(__name__).joinpath("outlets.toml").read_text("utf-8"))


@cache
def events() -> Mapping[str, Any]:
    """Kinds of events by name, and how tellings of one are known as such."""
    return _toml(files(__name__).joinpath("events.toml").read_text("utf-8"))


@cache
def acts(code: str) -> Mapping[str, Any]:
    """The words of acts in a language; none where there is no such file."""
    file = _folder(code).joinpath("acts.toml")
    return _toml(file.read_text("utf-8") if file.is_file() else "")


@cache
def pattern(code: str, file: str, key: str) -> re.Pattern[str]:
    """One regular expression out of the list of alternatives at `key` (or its `forms`), case-insensitive."""
    alternatives = getattr(load(code), file).get(key, [])
    if isinstance(alternatives, Mapping):
        alternatives = alternatives["forms"]
    return re.compile("|".join(f"(?:{a})" for a in alternatives) or r"(?!)", re.IGNORECASE)


def _toml(text: str) -> Mapping[str, Any]:
    return MappingProxyType(tomllib.loads(text))
