"""Records as lines of JSON and back, for readers on other machines. What comes back equals what went out, and equal records
are equal lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Made = Callable[[Any], Any]


def line(record: Any) -> str:
    """A record as a line of ASCII: the values of its fields in their order."""
    return json.dumps(_plain(record), separators=(",", ":"))


def record(kind: type[T], words: str) -> T:
    """The record of that kind which a line tells. Raises ValueError, TypeError or LookupError for a line that tells none."""
    make: Made = _maker(kind)  # type: ignore[arg-type]
    found: T = make(json.loads(words))
    return found


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.value if isinstance(value, Enum) else value


@cache
def _maker(kind: Any) -> Made:
    """How a value of that type is made of plain lists, words and numbers."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        (some,) = (_maker(one) for one in inner if one is not NoneType)
        return lambda value: None if value is None else some(value)
    if origin is tuple:
        return _several(inner)
    if is_dataclass(kind):
        makers = [_maker(hint) for hint in _hints(kind)]
        return lambda values: kind(*(make(one) for make, one in zip(makers, values, strict=True)))  # type: ignore[operator]
    if isinstance(kind, type) and issubclass(kind, tuple):  # a named one, such as Span
        return lambda values: kind(*values)
    return kind if isinstance(kind, type) and issubclass(kind, Enum) else lambda value: value


def _several(inner: tuple[Any, ...]) -> Made:
    if inner[-1] is Ellipsis:
        make = _maker(inner[0])
        return lambda values: tuple(map(make, values))
    makers = [_maker(one) for one in inner]
    return lambda values: tuple(make(one) for make, one in zip(makers, values, strict=True))


def _hints(kind: Any) -> list[Any]:
    hints = get_type_hints(kind)
    return [hints[field.name] for field in fields(kind)]
