"""An encoder that the user has: loaded by its name, and what it finds that words do not."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from verbale.model import Kind, Speech
from verbale.models import encoder
from verbale.same import Heard, Saying, carrying, compared, saying, ties

WORDS = ("harbour", "open", "ships", "port", "enter", "taxes", "fall")


class Pretended:
    """Stands for an encoder: sentences of one meaning share a vector."""

    MEANINGS = (("harbour", "port"), ("taxes", "levies"))

    def __init__(self, name: str, device: str) -> None:
        if name != "pretended":
            raise OSError(f"{name} is no folder and no model")
        assert device == "cpu"

    def encode(self, texts: list[str], **options: object) -> np.ndarray:
        assert options["normalize_embeddings"]
        return np.array([[float(any(w in text for w in some)) for some in self.MEANINGS] for text in texts])


@pytest.fixture
def pretended(monkeypatch: pytest.MonkeyPatch) -> None:
    module = SimpleNamespace(SentenceTransformer=Pretended, __spec__=object())
    monkeypatch.setitem(sys.modules, "sentence_transformers", module)
    encoder._loaded.cache_clear()


def told(id_: str, content: str, name: str = "pretended") -> Saying:
    heard = Heard(id_, f"a_{id_}", "en", Speech.INDIRECT, content, "2031-05-09", person="p_reyes", speaker=Kind.PERSON)
    return replace(saying(heard), meaning=encoder.encode([content], name)[0])


@pytest.mark.usefixtures("pretended")
def test_what_shares_no_word_is_found_by_its_meaning() -> None:
    one, two = told("a", "the harbour is open"), told("b", "ships may enter our port")
    assert compared(replace(one, meaning=None), replace(two, meaning=None)).margin < 0
    assert compared(one, two).how == "meaning"
    assert [(tie.one, tie.two) for tie in ties([two, one])] == [("a", "b")]
    assert [c.how for c in carrying([one, two])] == ["first", "meaning"]


@pytest.mark.usefixtures("pretended")
def test_another_meaning_and_another_speaker_stay_apart() -> None:
    one, two = told("a", "the harbour is open"), told("b", "levies will fall")
    assert ties([one, two]) == []
    port = told("c", "ships may enter our port")
    assert ties([one, replace(port, heard=replace(port.heard, person="p_yorkin"))]) == []


@pytest.mark.usefixtures("pretended")
def test_an_encoder_that_is_not_there_is_told_in_a_line() -> None:
    with pytest.raises(encoder.EncoderError, match="nowhere of VERBALE_ENCODER cannot be used"):
        encoder.encode(["words"], "nowhere")


def test_without_the_extra_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "find_spec", lambda name: None)
    encoder._loaded.cache_clear()
    with pytest.raises(encoder.EncoderError, match=r"pip install 'verbale\[encoder\]'"):
        encoder.encode(["words"], "any")


def test_a_real_encoder_is_loaded_from_a_folder(tmp_path: Path) -> None:
    """The smallest there can be, of random weights, made here."""
    pytest.importorskip("sentence_transformers", reason="the extra verbale[encoder] is not installed")
    from sentence_transformers import SentenceTransformer, models
    from transformers import BertConfig, BertModel, BertTokenizer

    (tmp_path / "vocab.txt").write_text("\n".join(("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS)), "utf-8")
    sizes = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    BertModel(BertConfig(vocab_size=len(WORDS) + 5, **sizes)).save_pretrained(tmp_path)
    BertTokenizer(str(tmp_path / "vocab.txt")).save_pretrained(tmp_path)
    word = models.Transformer(str(tmp_path))
    SentenceTransformer(modules=[word, models.Pooling(16)], device="cpu").save(str(tmp_path / "whole"))
    encoder._loaded.cache_clear()
    found = encoder.encode(["harbour open", "harbour open", "taxes fall"], str(tmp_path / "whole"))
    assert found.shape == (3, 16)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-4)
    assert np.allclose(found[0], found[1], atol=1e-5)
    assert not np.allclose(found[0], found[2], atol=1e-3)
