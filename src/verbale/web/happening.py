"""What an address asks for of events, figures and utterances."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from numpy.typing import NDArray

from verbale.errors import UnfitError
from verbale.store.search import Carried, Counted, Happened
from verbale.web.asked import LONGEST
from verbale.web.kept import packed
from verbale.web.visit import Visit


def wanted_events(given: Mapping[str, str], **page: int) -> Happened:
    """What is wanted of events, with the `limit` and `offset` of a page; raises `UnfitError` for what is too long."""
    asked = _given(given, ("actor", "what", "status", "since", "until"))
    return cast("Happened", {**asked, **page})


def wanted_figures(given: Mapping[str, str], **page: int) -> Counted:
    """What is wanted of figures, with the `limit` and `offset` of a page; raises `UnfitError` for what is too long."""
    asked = _given(given, ("measure", "source", "place", "since", "until", "question"))
    return cast("Counted", {**asked, **page})


def utterance_ids(visit: Visit, wanted: Carried) -> NDArray[Any]:
    """The ids of all sayings of which a statement fits, as `unpacked` takes them."""
    return visit.house.kept.get(
        visit.columns, ("sayings", *sorted(wanted.items())), lambda: packed(visit.record.pages.utterance_ids(**wanted))
    )


def wanted_utterances(given: Mapping[str, str]) -> Carried:
    """What is wanted of utterances; raises `UnfitError` for what is too long."""
    asked = _given(given, ("about", "who", "outlet", "language", "kind", "act", "topic", "since", "until"))
    speaker = {"speaker": asked.pop("who")} if "who" in asked else {}
    return cast("Carried", {**asked, **speaker})


def _given(given: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
    found = {name: given[name].replace("\0", " ").strip() for name in names if given.get(name)}
    if any(len(value) > LONGEST for value in found.values()):
        raise UnfitError(f"what is asked for is longer than {LONGEST} characters")
    return {name: value for name, value in found.items() if value}
