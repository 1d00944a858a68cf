"""How unlikely the right tags are among all legal ones: a linear chain, with its gradient worked out by hand.

Forward and backward sums give the gradient directly (Lafferty, McCallum and Pereira, ICML 2001), so that no graph has to
be kept over the places of a window; on a CPU this is several times faster.
"""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from training.attribution.data import TAGS
from training.attribution.network import NEVER
from verbale.models.tagger import follows

LEGAL = torch.tensor([[follows(a, b) for b in TAGS] for a in TAGS])
FIRST = torch.tensor([0.0 if t[0] in "OBS" else NEVER for t in TAGS])
LAST = torch.tensor([0.0 if t[0] in "OES" else NEVER for t in TAGS])


class Chain(torch.autograd.Function):
    """Summed negative log likelihood of the tags of all windows."""

    @staticmethod
    def forward(ctx: Any, scores: Tensor, moves: Tensor, tags: Tensor, real: Tensor, mask: Tensor) -> Tensor:
        """`scores` (windows, places, tags); `real` marks pieces, `mask` all that is no padding."""
        outside = torch.full((len(TAGS),), NEVER)
        outside[0] = 0
        emit = torch.where(real[..., None], scores, outside).transpose(0, 1).contiguous()
        legal = moves.masked_fill(~LEGAL, NEVER)
        step, kept, right = legal.exp(), mask.t().contiguous(), tags.t()
        ahead = _sums(emit, step, kept)
        behind = _sums_back(emit, step, kept)
        total = torch.logsumexp(ahead[-1] + LAST, 1)
        hot = F.one_hot(right, len(TAGS)).float() * kept[..., None]
        chance = (ahead + behind - total[None, :, None]).exp() * kept[..., None]
        gold = (emit * hot).sum((0, 2)) + (legal[right[:-1], right[1:]] * kept[1:]).sum(0)
        expected = _moves(emit, ahead, behind, total, kept) * step
        seen = torch.zeros_like(moves)
        pairs = (right[:-1] * len(TAGS) + right[1:])[kept[1:]]
        seen.view(-1).scatter_add_(0, pairs, torch.ones(len(pairs)))
        ctx.save_for_backward((chance - hot).transpose(0, 1) * real[..., None], (expected - seen).masked_fill(~LEGAL, 0.0))
        return (total - gold).sum()

    @staticmethod
    def backward(ctx: Any, up: Tensor) -> tuple[Tensor, Tensor, None, None, None]:  # type: ignore[override]
        scores, moves = ctx.saved_tensors
        return up * scores, up * moves, None, None, None


def _sums(emit: Tensor, step: Tensor, kept: Tensor) -> Tensor:
    """Log of the summed weight of all paths up to each place; it stands still over padding."""
    out = torch.empty_like(emit)
    out[0] = here = emit[0] + FIRST
    for at in range(1, len(emit)):
        here = torch.where(kept[at, :, None], _through(here, step) + emit[at], here)
        out[at] = here
    return out


def _sums_back(emit: Tensor, step: Tensor, kept: Tensor) -> Tensor:
    out = torch.empty_like(emit)
    out[-1] = here = LAST.expand(emit.shape[1:]).contiguous()
    for at in range(len(emit) - 1, 0, -1):
        here = torch.where(kept[at, :, None], _through(here + emit[at], step.t()), here)
        out[at - 1] = here
    return out


def _through(here: Tensor, step: Tensor) -> Tensor:
    top = here.max(1, keepdim=True).values
    return ((here - top).exp() @ step).clamp_min(1e-30).log() + top


def _moves(emit: Tensor, ahead: Tensor, behind: Tensor, total: Tensor, kept: Tensor) -> Tensor:
    """Expected weight of each move, without the weight of the move itself."""
    after = emit[1:] + behind[1:]
    high, higher = ahead[:-1].max(2, keepdim=True).values, after.max(2, keepdim=True).values
    scale = (high + higher - total[None, :, None]).exp() * kept[1:, :, None]
    return torch.einsum("nbi,nbj->ij", (ahead[:-1] - high).exp() * scale, (after - higher).exp())
