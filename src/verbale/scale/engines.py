"""The engines of `verbale[cluster]`, loaded only when they are asked for."""

from __future__ import annotations

import os
from typing import Any

from verbale.errors import SourceError

TRIES = 8
"""So often object storage is asked for the same before it is told that it does not answer; Daft would try for minutes."""


def daft() -> Any:
    """Daft with its own runner, which may be chosen once in a process, and never again.

    Raises `SourceError` where it is not installed.
    """
    try:
        import daft  # noqa: PLC0415  (an extra)
    except ImportError as error:
        raise missing("daft") from error
    if daft.runners.get_or_infer_runner_type() != "native":
        daft.set_runner_native()
    storage = daft.io.IOConfig(s3=daft.io.S3Config(num_tries=TRIES))
    daft.set_planning_config(default_io_config=storage)
    return daft


def ray() -> Any:
    """Ray, at work on the cluster that RAY_ADDRESS names. Its own tasks are started again elsewhere when a machine dies; a query
    of Daft on Ray would end there.

    Raises `SourceError` where it is not installed.
    """
    try:
        import ray  # noqa: PLC0415  (an extra)
    except ImportError as error:
        raise missing("ray") from error
    ray.init(address=os.environ.get("RAY_ADDRESS"), ignore_reinit_error=True, log_to_driver=False)
    return ray


def missing(engine: str) -> SourceError:
    """What to tell where an engine is not installed."""
    return SourceError(f"--engine {engine} needs more than is installed: pip install 'verbale[cluster]'")
