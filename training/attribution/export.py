"""Turns trained weights into the files that ship: `model.onnx` in small integers, `labels.json`, `figures.json`.

    python -m training.attribution.export --run training/out/attribution --data ../shared/data/polnear [--ship]

With `--ship` they are copied to `src/verbale/models/attribution`.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from eval.polnear import linked, measure, paragraphs
from training.attribution.data import TAGS, Grammar, rows, sha256
from training.attribution.network import LAYERS, NEVER, Layer, Network
from verbale.models.pieces import pieces
from verbale.models.tagger import Tagger

NAME = "attribution-en-1"
SHIPPED = Path(__file__).resolve().parents[2] / "src" / "verbale" / "models" / "attribution"
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
    calibrate(given.run, given.data / "train.jsonl.gz", set(told["held"]))
    figures = measure(Tagger(given.run), rows(given.data / "dev.jsonl.gz"))
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
    quantize_dynamic(
        whole,
        out / "model.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=_small(whole),
        extra_options={"MatMulConstBOnly": True},
    )
    whole.unlink()
    labels = {"name": NAME, "tags": TAGS, "moves": network.moves.detach().tolist(), "calibration": [[0, 1], [0, 1]]}
    (out / "labels.json").write_text(json.dumps(labels | dict(told["kinds"])), "utf-8")  # type: ignore[call-overload]


def _small(model: Path) -> list[str]:
    """Names of the nodes that are no part of the transformer's layers."""
    import onnx  # noqa: PLC0415 - heavy, and needed here only

    nodes = onnx.load(str(model)).graph.node
    return [n.name for n in nodes if n.op_type == "MatMul" and not any(f"layers.{i}/" in n.name for i in range(LAYERS))]


def calibrate(out: Path, train: Path, held: set[str]) -> None:
    """Writes into `labels.json` which share of attributions is right at each raw score, on articles kept from training."""
    model = Tagger(out)
    judged: list[tuple[float, bool]] = []
    for row in rows(train):
        if row["id"] in held:
            tagged = model.tag(pieces(row["text"], list(paragraphs(row["text"]))))
            judged += linked(row["attributions"], tagged.attributions)
    labels = json.loads((out / "labels.json").read_text("utf-8"))
    labels["calibration"] = isotonic(judged)
    (out / "labels.json").write_text(json.dumps(labels), "utf-8")


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
