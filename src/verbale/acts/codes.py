"""The acts, their order, and their codes in the PLOVER ontology of coded events."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from verbale.model import Stance

VERSION = "2"
"""Of the code that decides; another one makes all acts of a record anew."""
FORMS: dict[str, dict[str, Any]] = tomllib.loads(files(__package__).joinpath("acts.toml").read_text("utf-8"))
"""What the word lists call a form of an act, in the order in which they are tried."""
ACTS = tuple(sorted(name for name, told in FORMS.items() if "as" not in told))
"""Names of all acts."""


def code(form: str) -> str:
    """The act that a form stands for: thanks are support."""
    return str(FORMS[form].get("as", form))


def stance(form: str) -> Stance:
    """What the form alone tells of the stance."""
    return Stance(FORMS[form]["stance"])


def plover(act: str) -> str:
    """The code of an act in PLOVER; empty where it has none, as for plain telling."""
    return str(FORMS.get(act, {}).get("plover", ""))
