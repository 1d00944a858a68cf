"""Runners: the same reading, on one processor or many. Each takes sources and gives readings in the same order."""

from verbale.scale.local import read_files, run

__all__ = ["read_files", "run"]
