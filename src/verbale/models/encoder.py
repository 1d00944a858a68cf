"""Meanings of sentences, from an encoder that the user has: the extra `verbale[encoder]` and a model of his choice.

No encoder ships with Verbale. `VERBALE_ENCODER` names one that sentence-transformers can load, a folder on this machine or the
name of a published model; a multilingual one finds sayings again that share no word. Or it names a folder that
`training/encoder` made, which needs nothing but ONNX Runtime and knows English alone. Nothing is loaded where it is not set.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verbale.errors import VerbaleError
from verbale.models import sentences

VARIABLE = "VERBALE_ENCODER"
BATCH = 64
"""So many sentences go through the encoder together."""


class EncoderError(VerbaleError):
    """The encoder that was asked for cannot be used."""


def named() -> str:
    """The encoder that the user asked for; empty for none."""
    return os.environ.get(VARIABLE, "").strip()


def encode(texts: Sequence[str], name: str) -> NDArray[np.float32]:
    """A vector of length 1 for each text; raises `EncoderError` with one line for the user where the encoder cannot be used."""
    try:
        if _is_ours(name):
            return sentences.vectors(texts, Path(name))
        found = _loaded(name).encode(list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)
    except EncoderError:
        raise
    except Exception as fault:  # what ONNX Runtime raises has no parent of its own
        raise EncoderError(f"the encoder {name} of {VARIABLE} cannot be used: {' '.join(str(fault).split())[:300]}") from fault
    return np.asarray(found, np.float32).reshape(len(texts), -1)


def knows(language: str, name: str) -> bool:
    """Whether the encoder is told of texts in a language at all."""
    return language == "en" or not _is_ours(name)


@cache
def _is_ours(name: str) -> bool:
    return (Path(name) / sentences.MODEL).is_file() and not (Path(name) / "modules.json").exists()


@cache
def _loaded(name: str) -> Any:
    if find_spec("sentence_transformers") is None:
        raise EncoderError(
            f"{VARIABLE} names an encoder, but sentence-transformers is not there: pip install 'verbale[encoder]'"
        )
    return import_module("sentence_transformers").SentenceTransformer(name, device="cpu")
