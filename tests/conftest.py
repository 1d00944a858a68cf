"""Puts this folder on the path, so that tests in every folder can import the helpers that lie here."""

from __future__ import annotations

from hypothesis import settings

# The first example of a property may load a model.
settings.register_profile("verbale", deadline=None)
settings.load_profile("verbale")
