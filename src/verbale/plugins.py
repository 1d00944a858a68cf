"""What other packages add to Verbale: formats to write, files to read, languages. Each is one function.

A package names its module under the entry point group `verbale`, and marks its functions with `hookimpl`:

    [project.entry-points.verbale]
    verbale-diary = "verbale_diary"

    @verbale.plugins.hookimpl
    def verbale_forms():
        return [Form("diary", "a diary", "verbale_diary.write", endings=(".diary",))]

Nothing is loaded where the environment variable VERBALE_PLUGINS is `off`. What a plugin does in reading must be pure, as all
reading is: the same text, the same result.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import chain
from typing import Any

import pluggy

from verbale.errors import VerbaleError

NAME = "verbale"
hookimpl = pluggy.HookimplMarker(NAME)
_spec = pluggy.HookspecMarker(NAME)


class Hooks:
    """What a plugin may tell."""

    @_spec
    def verbale_forms(self) -> Iterable[Any]:
        """Formats to write: `verbale.export.Form`s, each naming the module of its function `write`."""
        return ()  # pragma: no cover

    @_spec
    def verbale_sources(self) -> Mapping[str, Callable[..., Any]]:
        """Readers of files by ending (`.diary`): functions `(stream, name, terms)` that give `Source`s and `Problem`s."""
        return {}  # pragma: no cover

    @_spec
    def verbale_languages(self) -> Mapping[str, tuple[Any, Callable[..., Any]]]:
        """Languages by their two letters: the folder of their words, as in `verbale/lang`, and their analyser."""
        return {}  # pragma: no cover


@cache
def manager() -> pluggy.PluginManager:
    """All plugins that are installed; raises `VerbaleError` for one that cannot be loaded."""
    made = pluggy.PluginManager(NAME)
    made.add_hookspecs(Hooks)
    if os.environ.get("VERBALE_PLUGINS") != "off":
        try:
            made.load_setuptools_entrypoints(NAME)
        except Exception as fault:
            raise VerbaleError(f"a plugin cannot be loaded (VERBALE_PLUGINS=off does without): {fault}") from fault
    return made


def forms() -> list[Any]:
    """Formats of all plugins."""
    return list(chain.from_iterable(manager().hook.verbale_forms()))


def sources() -> dict[str, Callable[..., Any]]:
    """Readers of all plugins by ending."""
    return _together(manager().hook.verbale_sources())


def languages() -> dict[str, tuple[Any, Callable[..., Any]]]:
    """Languages of all plugins by code, with the folder of their words and their analyser."""
    return _together(manager().hook.verbale_languages())


def _together(found: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """All that was told; of two plugins that tell of the same the first one registered is heard."""
    return {name: one for told in found for name, one in told.items()}
