"""Trains the network: several runs from one beginning, whose averaged weights are averaged once more.

    python -m training.attribution.train --data ../shared/data/polnear --out training/out/attribution

Runs differ in the order of the articles and in what is dropped. Weights of runs from one beginning can be averaged
(Wortsman et al., ICML 2022), which costs nothing in reading. A run that is already in `--out` is not done again, and one
that was broken off goes on with the epoch it had come to.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from training.attribution.chain import Chain
from training.attribution.data import LABELS, NONE, Example, Grammar, example, grammar, packed, rows, sha256
from training.attribution.network import LAYERS, NEVER, Network, base
from verbale.models.pieces import Batch, batch


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that shapes a run."""

    runs: int = 3
    epochs: int = 10
    windows: int = 12
    """Windows in a batch."""
    rate: float = 1.5e-4
    """Highest learning rate of the upper layer; each layer below learns at `decay` of the one above."""
    decay: float = 0.9
    heads_rate: float = 1e-3
    warm: float = 0.06
    """Share of the steps in which the rate rises; it then falls to nothing."""
    chance: float = 0.1
    links: float = 0.5
    grammar: float = 0.1
    """Weights of the losses beside the chain's."""
    average: float = 0.998
    """How slowly the averaged weights follow, per step."""
    held: int = 42
    """Articles of the training part that are kept for calibration."""


@dataclass(frozen=True, slots=True)
class Taught:
    """A batch with all that is to be learned from it."""

    seen: Batch
    tags: Tensor
    silver: dict[str, Tensor]
    pointers: dict[str, list[tuple[int, int, int]]]
    """For each link: row, place, and place it points at (0 for none)."""
    starts: dict[str, Tensor]
    """First places of the spans of each label."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with train.jsonl.gz")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="articles from `verbale export --format attributions`")
    for name, kind in Recipe.__annotations__.items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=eval(kind), default=getattr(Recipe(), name))
    given = vars(parser.parse_args())
    data, out, also = given.pop("data"), given.pop("out"), given.pop("also")
    run(data, out, Recipe(**given), also)


def run(data: Path, out: Path, recipe: Recipe, also: Sequence[Path] = ()) -> None:
    """Trains on `data`, and on corrected articles `also`, and writes `weights.pt` and `run.json` to `out`.

    Calibration stays with articles of `data`: what somebody chose to correct is no fair sample.
    """
    articles = rows(data / "train.jsonl.gz")
    random.Random(0).shuffle(articles)
    taught = articles[recipe.held :]
    kinds = grammar(taught)
    corrected = [row for path in also for row in rows(path) if row.get("language", "en") == "en"]
    examples = [example(row, kinds) for row in (*taught, *corrected)]
    out.mkdir(parents=True, exist_ok=True)
    for seed in range(1, recipe.runs + 1):
        path = out / f"run-{seed}.pt"
        if not path.is_file():
            torch.save(fit(_begun(kinds, recipe), examples, recipe, seed, path.with_suffix(".part")), path)
    runs = [torch.load(out / f"run-{seed}.pt", weights_only=True) for seed in range(1, recipe.runs + 1)]
    torch.save({name: torch.stack([r[name] for r in runs]).mean(0) for name in runs[0]}, out / "weights.pt")
    held = [row["id"] for row in articles[: recipe.held]]
    told = {"recipe": asdict(recipe), "data": sha256(data / "train.jsonl.gz"), "kinds": asdict(kinds), "held": held}
    told["also"] = {path.name: sha256(path) for path in also}
    (out / "run.json").write_text(json.dumps(told, indent=1), "utf-8")


def _begun(kinds: Grammar, recipe: Recipe) -> Network:
    """The network at the beginning, the same for every run."""
    torch.manual_seed(0)
    network = Network(kinds, chance=recipe.chance)
    network.begin(base())
    return network


def fit(network: Network, examples: Sequence[Example], recipe: Recipe, seed: int, unfinished: Path) -> dict[str, Tensor]:
    """The averaged weights after all epochs; after each of them all that the next one needs is kept in `unfinished`."""
    dense, sparse = _optimizers(network, recipe)
    rates = [group["lr"] for group in dense.param_groups]
    steps = recipe.epochs * (len(packed(examples)) // recipe.windows)
    average = {name: w.detach().clone() for name, w in network.state_dict().items()}
    holders = {"network": network, "dense": dense, "sparse": sparse}
    step = done = 0
    if unfinished.is_file():
        kept = torch.load(unfinished, weights_only=True)
        for name, holder in holders.items():
            holder.load_state_dict(kept[name])
        average, step, done = kept["average"], kept["step"], kept["done"]
    for epoch in range(done, recipe.epochs):
        begun, losses = time.time(), []
        torch.manual_seed(seed * 1000 + epoch)  # each epoch has its own chance, so that one can begin with any of them
        for group in _shuffled(examples, recipe.windows, random.Random(seed * 1000 + epoch)):
            pace = min(1.0, (step + 1) / (recipe.warm * steps)) * max(0.0, 1 - step / steps)
            for part, rate in zip(dense.param_groups, rates, strict=True):
                part["lr"] = rate * pace
            sparse.param_groups[0]["lr"] = recipe.rate * recipe.decay**LAYERS * pace
            losses.append(_step(network, _taught(group), recipe, (dense, sparse)))
            step += 1
            if step % 10 == 0:
                _follow(average, network, min(recipe.average, (1 + step) / (10 + step)) ** 10)
        print(f"run {seed}, epoch {epoch + 1}: loss {np.mean(losses):.3f}, {time.time() - begun:.0f} s", flush=True)
        state = {name: holder.state_dict() for name, holder in holders.items()}
        torch.save({**state, "average": average, "step": step, "done": epoch + 1}, unfinished)
    unfinished.unlink()
    return average


def _optimizers(network: Network, recipe: Recipe) -> tuple[torch.optim.Optimizer, torch.optim.Optimizer]:
    """One for all weights but the word vectors, of which a batch touches few."""
    groups = []
    for name, weights in network.named_parameters():
        if name == "words.weight":
            continue
        rate = recipe.heads_rate
        if name.startswith("layers."):
            rate = recipe.rate * recipe.decay ** (LAYERS - 1 - int(name.split(".")[1]))
        elif name.startswith(("places", "norm")):
            rate = recipe.rate * recipe.decay**LAYERS
        elif name.startswith("cases"):
            rate = recipe.rate
        groups.append({"params": [weights], "lr": rate, "weight_decay": 0.01 if weights.ndim > 1 else 0.0})
    dense = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)
    return dense, torch.optim.SparseAdam([network.words.weight], lr=recipe.rate, betas=(0.9, 0.98), eps=1e-6)


def _step(network: Network, taught: Taught, recipe: Recipe, optimizers: Sequence[torch.optim.Optimizer]) -> float:
    network.train()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss = _loss(network, taught, recipe)
    for optimizer in optimizers:
        optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_([w for name, w in network.named_parameters() if name != "words.weight"], 1.0)
    for optimizer in optimizers:
        optimizer.step()
    return loss.item()


def _follow(average: dict[str, Tensor], network: Network, kept: float) -> None:
    current = network.state_dict()
    with torch.no_grad():
        torch._foreach_lerp_([average[name] for name in current], list(current.values()), 1 - kept)


def _shuffled(examples: Sequence[Example], size: int, chance: random.Random) -> Iterator[list[tuple[Example, np.ndarray]]]:
    """Batches of windows of like width, in random order."""
    items = packed(examples, chance=chance)
    chance.shuffle(items)
    groups = []
    for start in range(0, len(items), 8 * size):
        some = sorted(items[start : start + 8 * size], key=lambda i: len(i[1]))
        groups += [some[n : n + size] for n in range(0, len(some), size)]
    chance.shuffle(groups)
    yield from groups


# ---------------------------------------------------------------- what is learned from a batch


def _taught(group: Sequence[tuple[Example, np.ndarray]]) -> Taught:
    alone = [batch(e.pieces, [window]) for e, window in group]
    width = max(b.ids.shape[1] for b in alone)
    seen = Batch(*(_stacked([getattr(b, name)[0] for b in alone], width, fill) for name, fill in _FILL))
    tags = _spread(seen, [e.tags for e, _ in group], 0)
    silver = {name: _spread(seen, [e.silver[name] for e, _ in group], NONE) for name in ("pos", "ner", "rel")}
    places = [{int(n): at for at, n in enumerate(row) if n >= 0} for row in seen.index]
    silver["head"] = torch.from_numpy(_heads(seen, group, places))
    pointers = {"source": _pointers(group, places, "source_of"), "content": _pointers(group, places, "cue_of")}
    starts = {label: torch.from_numpy(_starts(seen, group, places, label)) for label in LABELS}
    return Taught(seen, tags, silver, pointers, starts)


_FILL = (("ids", 0), ("cases", 3), ("mask", 0), ("index", -1))


def _stacked(arrays: Sequence[np.ndarray], width: int, fill: int) -> np.ndarray:
    return np.stack([np.pad(a, (0, width - len(a)), constant_values=fill) for a in arrays])


def _spread(seen: Batch, values: Sequence[np.ndarray], fill: int) -> Tensor:
    """Values of pieces at the places of the batch."""
    found = [np.where(row >= 0, v[np.maximum(row, 0)], fill) for row, v in zip(seen.index, values, strict=True)]
    return torch.from_numpy(np.stack(found))


def _heads(seen: Batch, group: Sequence[tuple[Example, np.ndarray]], places: Sequence[dict[int, int]]) -> np.ndarray:
    out = np.full(seen.index.shape, NONE, np.int64)
    for row, ((made, _), where) in enumerate(zip(group, places, strict=True)):
        for n, at in where.items():
            out[row, at] = where.get(int(made.silver["head"][n]), NONE)
    return out


def _pointers(
    group: Sequence[tuple[Example, np.ndarray]], places: Sequence[dict[int, int]], link: str
) -> list[tuple[int, int, int]]:
    """Links whose beginning lies in the window; one whose end does not points at the window's first mark."""
    return [
        (row, where[start], where.get(end, 0))
        for row, ((made, _), where) in enumerate(zip(group, places, strict=True))
        for start, end in getattr(made, link).items()
        if start in where
    ]


def _starts(
    seen: Batch, group: Sequence[tuple[Example, np.ndarray]], places: Sequence[dict[int, int]], label: str
) -> np.ndarray:
    out = np.zeros(seen.index.shape, bool)
    for row, ((made, _), where) in enumerate(zip(group, places, strict=True)):
        out[row, [where[n] for n in made.first[label] if n in where]] = True
    return out


def _loss(network: Network, taught: Taught, recipe: Recipe) -> Tensor:
    seen = taught.seen
    x = network.encode(*(torch.from_numpy(a) for a in (seen.ids, seen.cases, seen.mask)))
    real, mask = torch.from_numpy(seen.index >= 0), torch.from_numpy(seen.mask > 0)
    loss = 4 * Chain.apply(network.tags(x).float(), network.moves, taught.tags, real, mask) / real.sum()
    loss = loss + recipe.links * _pointed(network.link("source", x), taught.pointers["source"], taught.starts["source"])
    loss = loss + recipe.links * _pointed(network.link("content", x), taught.pointers["content"], taught.starts["cue"])
    for name in ("pos", "ner", "rel"):
        scores = network.grammar[name](x).float()
        loss = loss + recipe.grammar * F.cross_entropy(scores.flatten(0, 1), taught.silver[name].flatten(), ignore_index=NONE)
    arcs = network.link("head", x).masked_fill(~mask[:, None], NEVER)
    return loss + recipe.grammar * F.cross_entropy(arcs.flatten(0, 1), taught.silver["head"].flatten(), ignore_index=NONE)


def _pointed(scores: Tensor, pointers: list[tuple[int, int, int]], starts: Tensor) -> Tensor:
    """Each link chooses among the first pieces of the spans it may point at, and the window's first mark for none."""
    if not pointers:
        return scores.sum() * 0
    row, place, end = torch.tensor(pointers).unbind(1)
    allowed = starts.clone()
    allowed[:, 0] = True
    end = torch.where(allowed[row, end], end, 0)
    return F.cross_entropy(scores[row, place].masked_fill(~allowed[row], NEVER), end)


if __name__ == "__main__":
    main()
