"""`verbale compare`: two outlets or two languages side by side."""

from __future__ import annotations

import click

from verbale.cli.options import Output, Story, output_options, record_option, story_options
from verbale.place import Place


@click.command(short_help="What two outlets or languages carry, and what only one.")
@click.argument("outlets", nargs=-1, metavar="[OUTLET OUTLET]")
@click.option("--languages", nargs=2, metavar="CODE CODE", help="Compare articles in two languages instead of two outlets.")
@click.option("--speakers", is_flag=True, help="Show whom each of the two leaves out, not what was said.")
@story_options
@record_option
@output_options
def compare(
    outlets: tuple[str, ...], languages: tuple[str, str] | None, speakers: bool, story: Story, record: Place, output: Output
) -> None:
    """Compare two outlets, or two languages: utterances that both carry, with the words that differ, then those that only
    one carries, by the day of the first article. Below stand the speakers whom each leaves out.

    Words that the second [-leaves out-] or {+adds+} are told where both write in one language. Narrow a big record down to one
    story by --about, --since and --until.

    \b
    verbale compare "Meridian Post" Tolpress --since 2031-05-09 --until 2031-05-12
    verbale compare --languages en ru --about talks --json
    """
    from verbale.cli.beside import show_comparison, show_left_out, sides
    from verbale.cli.finding import existing

    with existing(record) as kept:
        found = sides(kept, outlets, languages)
        (show_left_out if speakers else show_comparison)(kept, found, story, output)
