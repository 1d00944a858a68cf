"""An encoder of English sentences from a folder, without sentence-transformers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from verbale.models import encoder, sentences
from verbale.models.pieces import CLS, SEP

FOLDER = Path("anywhere")


class Counting:
    """Stands for the network: a vector tells how many pieces a text has, and the first of them."""

    def __init__(self) -> None:
        self.shapes: list[tuple[int, ...]] = []

    def run(self, _: None, given: dict[str, Any]) -> list[np.ndarray]:
        ids, mask = given["ids"], given["mask"]
        self.shapes.append(ids.shape)
        assert (ids[:, 0] == CLS).all()
        assert ((ids == SEP) == (np.arange(ids.shape[1]) == mask.sum(1, keepdims=True) - 1)).all()
        out = np.zeros((len(ids), sentences.WIDTH), np.float32)
        out[:, 0], out[:, 1] = mask.sum(1), ids[:, 1]
        return [out]


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Counting:
    made = Counting()
    monkeypatch.setattr(sentences, "_session", lambda folder: made)
    return made


def test_vectors_stand_in_the_order_of_the_texts(network: Counting) -> None:
    texts = ["harbour " * 9, "taxes", "the harbour is open", "taxes " * 500]
    found = sentences.vectors(texts, FOLDER)
    alone = np.concatenate([sentences.vectors([text], FOLDER) for text in texts])
    assert (found == alone).all()
    assert found[:, 0].tolist() == [11, 3, 6, sentences.PIECES]


def test_no_more_goes_through_at_once_than_fits(network: Counting) -> None:
    sentences.vectors(["the harbour is open"] * 1_000, FOLDER)
    assert max(rows * width for rows, width in network.shapes) <= sentences.TOGETHER


def test_nothing_has_no_vectors(network: Counting) -> None:
    assert sentences.vectors([], FOLDER).shape == (0, sentences.WIDTH)


def test_such_a_folder_knows_english_alone(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"no network")
    assert encoder.knows("en", str(tmp_path))
    assert not encoder.knows("ru", str(tmp_path))
    assert encoder.knows("ru", "a-published-model")
    with pytest.raises(encoder.EncoderError, match="VERBALE_ENCODER cannot be used"):
        encoder.encode(["words"], str(tmp_path))
