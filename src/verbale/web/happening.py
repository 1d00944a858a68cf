"""What an address asks for of events and figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from verbale.errors import UnfitError
from verbale.store.search import Counted, Happened
from verbale.web.asked import LONGEST


def wanted_events(given: Mapping[str, str], *, limit: int, offset: int) -> Happened:
    """A page of events; raises `UnfitError` for what is too long."""
    asked = _given(given, ("actor", "what", "status", "since", "until"))
    return cast("Happened", {**asked, "limit": limit, "offset": offset})


def wanted_figures(given: Mapping[str, str], *, limit: int, offset: int) -> Counted:
    """A page of figures; raises `UnfitError` for what is too long."""
    asked = _given(given, ("measure", "source", "place", "since", "until", "question"))
    return cast("Counted", {**asked, "limit": limit, "offset": offset})


def _given(given: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str | int]:
    found = {name: given[name].replace("\0", " ").strip() for name in names if given.get(name)}
    if any(len(value) > LONGEST for value in found.values()):
        raise UnfitError(f"what is asked for is longer than {LONGEST} characters")
    return {name: value for name, value in found.items() if value}
