"""`verbale read`: articles into the record."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.cli.options import Work, given_options, outlets_option, record_option, work_options
from verbale.place import Place


@click.command(short_help="Read articles into the record.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@record_option
@outlets_option
@work_options
@given_options
def read(paths: tuple[str, ...], record: Place, outlets: Path | None, work: Work, given: dict[str, str | None]) -> None:
    """Read articles and add what is said in them to the record, which is made if absent.

    A PATH is a file, a folder with all below it, a pattern such as 'news/**/*.html', the address of a page or of an RSS
    or Atom feed, or - for standard input. Plain text, HTML, JSON and JSON lines, letters (.eml, mbox), saved pages
    (.mhtml), feeds, CSV, DOCX and EPUB are read, also packed with gzip; with extras WARC and WACZ (verbale[archives]),
    PDF (verbale[documents]) and Parquet (verbale[exchange]). articles.csv in a folder tells what is known of the plain
    files beside it.

    An article that is in the record already is not read again, so a run that was stopped is finished by starting it
    anew; of a feed only new entries are fetched. Sites are asked politely: as their robots.txt allows, one page a second.
    The record keeps the outlets of --outlets until others are named; `verbale reread` reads again what was read without them.
    What cannot be read is passed over and told at the end; the exit code is then 2. Bytes of pages and documents are kept,
    packed, so that `verbale reread` can make better texts of them one day.

    With --engine daft a PATH may also lie in object storage (s3://news/2031/**/*.warc.gz).
    """
    if work.to is not None:
        from verbale.cli.tabling import tabling

        tabling(paths, work, given=given, outlets=outlets)
        return
    from verbale.cli.intake import take_in

    take_in(paths, work, record=record, given=given, outlets=outlets)
