"""The chain of tags that the network is trained with, against the sum over all paths written out."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

torch = pytest.importorskip("torch", reason="the training group is not installed")
chain = pytest.importorskip("training.attribution.chain", reason="run from the root of the repository")

TAGS = len(chain.TAGS)
PLACES = 3
LEGAL = [
    path
    for path in product(range(TAGS), repeat=PLACES)
    if chain.FIRST[path[0]] == 0 and chain.LAST[path[-1]] == 0 and all(chain.LEGAL[a, b] for a, b in pairwise(path))
]


def unlikely(scores: torch.Tensor, moves: torch.Tensor, right: tuple[int, ...]) -> torch.Tensor:
    """The negative log likelihood of a path, from all legal paths one by one."""
    worth = [sum(scores[n, t] for n, t in enumerate(path)) + sum(moves[a, b] for a, b in pairwise(path)) for path in LEGAL]
    return torch.logsumexp(torch.stack(worth), 0) - worth[LEGAL.index(right)]


@pytest.mark.parametrize("seed", range(4))
def test_loss_and_gradient_are_those_of_all_paths(seed: int) -> None:
    torch.manual_seed(seed)
    right = [LEGAL[n] for n in torch.randint(len(LEGAL), (2,))]
    scores = torch.randn(2, PLACES, TAGS, requires_grad=True)
    moves = torch.randn(TAGS, TAGS, requires_grad=True)
    everywhere = torch.ones(2, PLACES, dtype=torch.bool)
    found = chain.Chain.apply(scores, moves, torch.tensor(right), everywhere, everywhere)
    expected = sum(unlikely(scores[row], moves, right[row]) for row in range(2))
    assert torch.allclose(found, expected, atol=1e-4)
    for mine, written_out in zip(
        torch.autograd.grad(found, (scores, moves)), torch.autograd.grad(expected, (scores, moves)), strict=True
    ):
        assert torch.allclose(mine, written_out, atol=1e-4)


def test_padding_changes_nothing() -> None:
    torch.manual_seed(0)
    scores, moves = torch.randn(1, PLACES, TAGS), torch.randn(TAGS, TAGS)
    tags, seen = torch.tensor([LEGAL[7]]), torch.ones(1, PLACES, dtype=torch.bool)
    wider = torch.cat([scores, torch.randn(1, 2, TAGS)], 1)
    more, mask = torch.cat([tags, torch.zeros(1, 2, dtype=torch.long)], 1), torch.tensor([[True] * PLACES + [False] * 2])
    assert torch.allclose(
        chain.Chain.apply(scores, moves, tags, seen, seen), chain.Chain.apply(wider, moves, more, mask, mask), atol=1e-4
    )
