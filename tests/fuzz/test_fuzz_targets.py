"""What atheris fuzzes for minutes (`make fuzz`), for a moment: its seeds, and what hypothesis makes of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.targets import ENDINGS, TARGETS, files, seeds

SEEDS = seeds("files")


@pytest.mark.parametrize("target", TARGETS)
def test_the_seeds_pass(target: str) -> None:
    for data in seeds(target):
        TARGETS[target](data)


@settings(max_examples=150)
@given(seed=st.sampled_from(SEEDS), at=st.integers(1, 400), cut=st.integers(0, 20), put=st.binary(max_size=20))
def test_a_file_that_is_harmed_is_read_or_told(seed: bytes, at: int, cut: int, put: bytes) -> None:
    files(seed[:at] + put + seed[at + cut :])


def test_every_format_has_a_seed() -> None:
    assert [seed[0] for seed in SEEDS] == list(range(len(ENDINGS)))
