"""Turns trained weights into the files that ship: `model.onnx` in small integers, `labels.json`, `figures.json`.

    python -m training.attribution.export --run training/out/attribution --data ../shared/data/polnear [--ship]

With `--ship` they are copied to `src/verbale/models/attribution`.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from torch import Tensor, nn

from eval.polnear import calibration_error, linked, measure, tag
from training.attribution.data import TAGS, Grammar, rows, sha256
from training.attribution.network import NEVER, Layer, Network
from verbale.models.tagger import Tagger

NAME = "attribution-en-1"
SHIPPED = Path(__file__).resolve().parents[2] / "src" / "verbale" / "models" / "attribution"
LAYER, FINER = re.compile(r"layers\.\d"), re.compile(r"layers\.\d/out/")
"""The transformer's products of matrices, and those of them that suffer most from one scale for all places: what attention
has gathered. These get a scale for every 64 weights, and every place its own, which costs no time."""
OUTPUTS = ("tags", "pos", "ner", "rel", "heads", "links")


class Answers(nn.Module):
    """The network as it is asked in reading."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        net = self.network
        x = net.encode(ids, cases, mask)
        grammar = [net.grammar[name](x).argmax(-1) for name in ("pos", "ner", "rel")]
        heads = (net.link("head", x) + (mask[:, None] - 1) * -NEVER).argmax(-1)
        ends = [end for link in ("source", "content") for end in (net.pointing(link, x), net.ends[f"{link}_to"](x))]
        return net.tags(x), *grammar, heads, torch.cat(ends, -1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--ship", action="store_true")
    given = parser.parse_args()
    told = json.loads((given.run / "run.json").read_text("utf-8"))
    network = load(given.run / "weights.pt", Grammar(**{k: tuple(v) for k, v in told["kinds"].items()}))
    write(network, told, given.run)
    dev, held = rows(given.data / "dev.jsonl.gz"), set(told["held"])
    kept = [row for row in rows(given.data / "train.jsonl.gz") if row["id"] in held] or dev
    calibrate(given.run, kept)
    figures = measure(Tagger(given.run), dev)
    if kept is dev:
        figures["calibration error"] = error_across(judged(given.run, dev))
    told |= {"dev": sha256(given.data / "dev.jsonl.gz"), "figures": figures, "model": sha256(given.run / "model.onnx")}
    (given.run / "figures.json").write_text(json.dumps(told, indent=1), "utf-8")
    print("\n".join(f"{name:20} {value:.4f}" for name, value in figures.items()))
    if given.ship:
        for name in ("model.onnx", "labels.json", "figures.json"):
            shutil.copy(given.run / name, SHIPPED / name)


def load(weights: Path, kinds: Grammar) -> Network:
    network = Network(kinds)
    network.load_state_dict(torch.load(weights, weights_only=True))
    for layer in network.layers:
        assert isinstance(layer, Layer)
        layer.exporting = True
    return network.eval()


def write(network: Network, told: dict[str, object], out: Path) -> None:
    """`model.onnx` with the transformer's weights in eight bits; the small heads keep their precision."""
    whole = out / "whole.onnx"
    asked = (torch.randint(1000, 2000, (2, 40)), torch.zeros(2, 40, dtype=torch.long), torch.ones(2, 40))
    inputs = ["ids", "cases", "mask"]
    axes = {name: {0: "rows", 1: "places"} for name in (*inputs, *OUTPUTS)}
    torch.onnx.export(
        Answers(network),
        asked,
        str(whole),
        input_names=inputs,
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    nodes = [n.name for n in onnx.load(str(whole)).graph.node if n.op_type == "MatMul"]
    finer = MatMulNBitsQuantizer(
        str(whole),
        bits=8,
        block_size=64,
        is_symmetric=True,
        accuracy_level=4,
        nodes_to_exclude=[n for n in nodes if not FINER.search(n)],
    )
    finer.process()
    onnx.save(finer.model.model, str(whole))
    quantize_dynamic(
        whole,
        out / "model.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=[n for n in nodes if not LAYER.search(n)],
        extra_options={"MatMulConstBOnly": True},
    )
    whole.unlink()
    labels = {"name": NAME, "tags": TAGS, "moves": network.moves.detach().tolist(), "calibration": [[0, 1], [0, 1]]}
    (out / "labels.json").write_text(json.dumps(labels | dict(told["kinds"])), "utf-8")  # type: ignore[call-overload]


def calibrate(out: Path, articles: Sequence[dict[str, Any]]) -> None:
    """Writes into `labels.json` which share of attributions is right at each raw score."""
    labels = json.loads((out / "labels.json").read_text("utf-8"))
    labels["calibration"] = isotonic(judged(out, articles))
    (out / "labels.json").write_text(json.dumps(labels), "utf-8")


def judged(out: Path, articles: Sequence[dict[str, Any]]) -> list[tuple[float, bool]]:
    """The raw score of each attribution that is found, and whether it is right."""
    model = Tagger(out, raw=True)
    tagged = ((row, tag(model, row["text"])) for row in articles)
    return [pair for row, found in tagged for pair in linked(row["attributions"], found.attributions)]


def error_across(judged: Sequence[tuple[float, bool]]) -> float:
    """The calibration error where nothing was kept from training for it: each half calibrated by the other one."""
    halves = judged[: len(judged) // 2], judged[len(judged) // 2 :]
    told = []
    for half, other in (halves, halves[::-1]):
        line = isotonic(list(other))
        told += [(float(np.interp(score, *line)), right) for score, right in half]
    return calibration_error(told)


def isotonic(judged: list[tuple[float, bool]], *, points: int = 12) -> list[list[float]]:
    """A rising line through the share of right ones: pools of adjacent violators (Ayer et al., 1955), then few points."""
    judged = sorted(judged)
    pools: list[list[float]] = []  # sum of scores, right ones, count
    for score, right in judged:
        pools.append([score, float(right), 1.0])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    fitted = np.interp([s for s, _ in judged], [p[0] / p[2] for p in pools], [p[1] / p[2] for p in pools])
    at = np.quantile([s for s, _ in judged], np.linspace(0, 1, points))
    return [
        [0.0, *map(float, at), 1.0],
        [float(fitted[0]), *map(float, np.interp(at, [s for s, _ in judged], fitted)), float(fitted[-1])],
    ]


if __name__ == "__main__":
    main()
