"""Verbale reads news articles and keeps the record of who said what, when, where and to whom.

reading = verbale.read("“We will be ready,” Foreign Minister Ana Reyes said in Lima on Thursday.")
record = verbale.open("talks.db")
record.add(verbale.read_files("articles/"))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verbale.errors import VerbaleError
    from verbale.flow import read
    from verbale.model import Reading, Statement
    from verbale.scale import read_files
    from verbale.store import Record, open  # noqa: A004

__version__ = "0.1.0"
__all__ = ["Reading", "Record", "Statement", "VerbaleError", "open", "read", "read_files"]

_ROOMS = {
    "Reading": "model",
    "Record": "store",
    "Statement": "model",
    "VerbaleError": "errors",
    "open": "store",
    "read": "flow",
    "read_files": "scale",
}


def __getattr__(name: str) -> Any:
    """Public names come from their rooms on first use, so that `import verbale` loads no model."""
    if name not in _ROOMS:
        raise AttributeError(name)
    return getattr(import_module(f"verbale.{_ROOMS[name]}"), name)
