"""Meanings of English sentences: all-MiniLM-L6-v2 in small integers, from a folder that `training/encoder` made."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from verbale.models.pieces import CLS, SEP, tokenizer

MODEL = "model.onnx"
WIDTH = 384
"""Numbers of a vector."""
PIECES = 128
"""Of a text so many word pieces are read, the marks at its ends counted in."""
TOGETHER = 2_048
"""So many word pieces go through the network at once."""


def vectors(texts: Sequence[str], folder: Path) -> NDArray[np.float32]:
    """A vector of length 1 for each text, by the network in a folder: the product of two tells how near they are in meaning.

    Each place has a scale of its own in the network, so a text has one vector whatever stands beside it.
    """
    found = np.zeros((len(texts), WIDTH), np.float32)
    ids = [encoding.ids[: PIECES - 2] for encoding in tokenizer().encode_batch(list(texts), add_special_tokens=False)]
    for group in _groups(ids):
        found[group] = _session(folder).run(None, _padded([ids[n] for n in group]))[0]
    return found


def _groups(ids: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Texts of like length together, so that little is padding."""
    group: list[int] = []
    for n in sorted(range(len(ids)), key=lambda n: len(ids[n])):
        if group and (len(group) + 1) * (len(ids[n]) + 2) > TOGETHER:
            yield group
            group = []
        group.append(n)
    if group:
        yield group


def _padded(ids: Sequence[Sequence[int]]) -> dict[str, NDArray[Any]]:
    width = max(map(len, ids)) + 2
    table, mask = np.zeros((len(ids), width), np.int64), np.zeros((len(ids), width), np.float32)
    for row, own in enumerate(ids):
        table[row, : len(own) + 2] = [CLS, *own, SEP]
        mask[row, : len(own) + 2] = 1
    return {"ids": table, "mask": mask}


@cache
def _session(folder: Path) -> Any:
    """`VERBALE_THREADS` sets how many processor threads one batch may use; all of them if it is not set."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(os.environ.get("VERBALE_THREADS", "0"))
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(folder / MODEL), options, providers=["CPUExecutionProvider"])
