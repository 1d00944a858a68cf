"""What is told of an article beside its text: many names and forms for few things (docs: the exchange format)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace

from verbale.errors import Code
from verbale.model import Dated, Given, Problem
from verbale.sources.charset import mended
from verbale.sources.moment import is_after, moment

UNKNOWN = Given()
"""Nothing is known."""
KEYS: Mapping[str, tuple[str, ...]] = {
    "url": ("url",),
    "outlet": ("outlet", "publisher", "source"),
    "published": ("published", "date", "pub_date", "time"),
    "title": ("title", "headline"),
    "author": ("author",),
    "language": ("language",),
    "id": ("id",),
}
"""Field of `Given` -> the names it goes by; the first that holds something counts."""

_LANGUAGES = {
    "en": "eng english", "ru": "rus russian русский", "uk": "ua ukr ukrainian українська", "pl": "pol polish polski",
    "cs": "cz ces cze czech čeština", "bg": "bul bulgarian български", "de": "deu ger german deutsch",
    "fr": "fra fre french français", "es": "spa spanish español", "be": "bel belarusian беларуская",
    "it": "ita italian italiano", "pt": "por portuguese português", "sk": "slk slo slovak", "sr": "srp serbian",
    "tr": "tur turkish türkçe", "ar": "ara arabic", "zh": "zho chi chinese", "hu": "hun hungarian", "ro": "ron rum",
}  # fmt: skip
_CODES = {name: code for code, names in _LANGUAGES.items() for name in names.split()}


def metadata(
    raw: Mapping[str, object], *, received: str | None = None, path: str | None = None
) -> tuple[Given, tuple[Problem, ...]]:
    """What `raw` tells, in one form, and a Problem with `path` for each value that could not be understood.

    Keys are those of `KEYS`; others are passed over. A date after the day `received` is left out.
    """
    told = {field: list(_told(field, raw, received)) for field in KEYS}
    given = Given(**{field: next((v for v in values if isinstance(v, str)), None) for field, values in told.items()})
    problems = (v for values in told.values() for v in values if isinstance(v, Problem))
    return given, tuple(replace(problem, path=path) for problem in problems)


def stated(raw: Mapping[str, object], *, received: str | None = None) -> tuple[Dated, ...]:
    """All dates of publication that `raw` tells, under any name, none of them after the day `received`."""
    told = (_read("published", raw[name], received) for name in KEYS["published"] if raw.get(name))
    return tuple(Dated(day, "metadata") for day in dict.fromkeys(told) if isinstance(day, str))


def checked(given: Given, *, received: str | None = None) -> tuple[Given, tuple[Problem, ...]]:
    """`given` with its date and language in the one form, and Problems as `metadata` has them."""
    return metadata(asdict(given), received=received)


def language(value: str) -> str | None:
    """The two-letter code of `en-US`, `rus` or `Russian`; None for what is no language."""
    first = value.strip().lower().replace("_", "-").partition("-")[0]
    return _CODES.get(first) or (first if len(first) == 2 and first.isascii() and first.isalpha() else None)


def _told(field: str, raw: Mapping[str, object], received: str | None) -> Iterator[str | Problem]:
    """What each name of `field` holds, up to the first that was understood."""
    for name in KEYS[field]:
        value = raw.get(name)
        if value is None or (isinstance(value, str) and not value.strip()) or value in ([], {}):
            continue
        yield (read := _read(field, value, received))
        if isinstance(read, str):
            return


def _read(field: str, value: object, received: str | None) -> str | Problem:
    words: str | None = moment(value) if field == "published" else _words(value)
    if field == "language" and words:
        words = language(words)
    if not words:
        return Problem(Code.METADATA, "sources", f"{field}: {value!r:.80}")
    if field == "published" and received and is_after(words, received):
        return Problem(Code.FUTURE_DATE, "sources", f"{words} is after {received}")
    return words


def _words(value: object) -> str:
    """One line of text from what JSON may hold: `"A"`, `7`, `{"name": "A"}`, `["A", "B"]`; empty for anything else."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_words, value)))
    if isinstance(value, dict):
        return _words(value.get("name"))
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join(mended(str(value))[0].split())
