"""Runners: the same reading, on one processor or many. Each takes sources and gives readings in the same order.

`local` reads in this process or in several, `cluster` by Daft or Ray (`engines`), with records as lines of JSON (`wire`); in
`blocks` these do what of a join hangs on one block. Without a record, `units` of files are read into Parquet, by any runner
(`tabulate`) or by Daft alone, into `folders` here or elsewhere; `rows` are what is in it, `origins` where each article is from.
`tables` writes a record as Parquet.
"""

from verbale.scale.local import read_files, run

__all__ = ["read_files", "run"]
