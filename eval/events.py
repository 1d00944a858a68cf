"""Events and figures: python eval/events.py [--draw LANGUAGE [--events N] [--figures N] [--seed N]] [--show]

Without `--draw`, measures two things. On the seeds of the shared data, whether every event of the gold is found: a
happening whose words meet the evidence, of the same kind (talks count as a meeting), with the same status, the date (where
the gold tells one, the months and days it names must hold it) and the actors (each by its surname or country in English, as
the joined record names it); and whether the figures are found with value, parts, source and date. And on what was judged by
reading, kept in `events/LANGUAGE.json` as ids and verdicts, the share that is right.

With `--draw`, prints happenings and figures drawn at random from other shared articles, for somebody to judge against the
text. A happening is right when the text tells that event, with that status and with those actors and that date, none of
them false; a figure, when the text claims that number of that thing, by that source, for that date and place.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from gold import DATA

from verbale import store
from verbale.lang import events
from verbale.model import Article, Claim, Event, Figure, Happening, Reading, Telling, digest
from verbale.scale import read_files

JUDGED = Path(__file__).resolve().parent / "events"
AROUND = 120
NAMES = {"OHCHR": ("human rights",), "Ministry of Foreign Affairs of Russia": ("foreign ministry",)}
"""Other words for the actors of the gold, as articles have them."""
PARTS = {"injured": "wounded"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draw", metavar="LANGUAGE")
    parser.add_argument("--events", type=int, default=30)
    parser.add_argument("--figures", type=int, default=15)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--articles", type=int, default=200, help="so many articles are read for the draw")
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    if given.draw:
        _draw(given)
    else:
        for name, figures in measured(show=given.show).items():
            print(name, " ".join(f"{key}={value:.3f}" for key, value in figures.items()))
        for path in sorted(JUDGED.glob("*.json")):
            print(path.stem, _judged(json.loads(path.read_text("utf-8"))))


def measured(*, show: bool = False) -> dict[str, dict[str, float]]:
    """The figures that the gate holds; none without the shared data."""
    if not (DATA / "gold" / "seeds.json").is_file():
        return {}
    return {"seeds-events": _seeds(show=show)}


# ---------------------------------------------------------------- the seeds


def _seeds(*, show: bool) -> dict[str, float]:
    gold = json.loads((DATA / "gold" / "seeds.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder, store.open(Path(folder) / "seeds.db") as record:
        record.add(read_files(DATA / "seeds", jobs=1))
        record.join()
        tellings = [(event, told) for event in record.events() for told in event.tellings]
        claims = list(record.figures())
        ids = {party.person for event, _ in tellings for party in event.parties if party.person}
        names = {id_: " ".join(s.name for s in record.people.one(id_).names).lower() for id_ in sorted(ids)}
    wanted = [(article["file"], event) for article in gold for event in article.get("events", ())]
    figures = [(article["file"], figure) for article in gold for figure in article.get("figures", ())]
    found = [_best(file, event, tellings, names) for file, event in wanted]
    counted = [any(_is_figure(file, figure, claim) for claim in claims) for file, figure in figures]
    for (file, event), hit in zip(wanted, found, strict=True):
        if show:
            print("found " if hit else "MISSED", file, event["what"], event["status"], event.get("when"), event["actors"])
    met = {one.id for file, event in wanted for one, told in tellings if _touches(file, event, told)}
    extra = [(one, told) for one, told in tellings if one.id not in met]
    for _, told in extra if show else ():
        print("extra ", told.path, told.happening.what, told.happening.status, told.happening.words.spans[0])
    return {
        "events": sum(map(bool, found)) / max(1, len(found)),
        "figures": sum(counted) / max(1, len(counted)),
        "in gold": 1 - len(extra) / max(1, len(tellings)),
    }


def _best(file: str, gold: Mapping[str, Any], tellings: Iterable[tuple[Event, Telling]], names: Mapping[str, str]) -> bool:
    return any(_touches(file, gold, told) and _agrees(gold, event, told, names) for event, told in tellings)


def _touches(file: str, gold: Mapping[str, Any], told: Telling) -> bool:
    """Whether the telling stands in the gold's evidence and is of its kind."""
    start, stop = gold["evidence"]
    place = told.happening.words.spans[0]
    meets = str(told.path).endswith(file) and max(start, place.start) < min(stop, place.stop)
    return meets and events()[told.happening.what]["like"] == gold["what"]


def _agrees(gold: Mapping[str, Any], event: Event, told: Telling, names: Mapping[str, str]) -> bool:
    days = (told.happening.when.start or event.start or "", told.happening.when.stop or event.stop or "")
    dated = "when" not in gold or all(day.startswith(gold["when"]) for day in days)
    known = " ".join(names.get(p.person or "", "") + " " + p.name.lower() for p in event.parties)
    present = all(any(form in known for form in _forms(actor)) for actor in gold["actors"])
    return told.happening.status == gold["status"] and dated and present


def _forms(actor: str) -> tuple[str, ...]:
    return NAMES.get(actor, (actor.lower().split()[-1], actor.lower()))


def _is_figure(file: str, gold: Mapping[str, Any], claim: Claim) -> bool:
    figure = claim.figure
    parts = {PARTS.get(name, name): value for name, value in gold["parts"].items()}
    told = {part.name: part.value for part in figure.parts}
    source = figure.source.name.lower() if figure.source else ""
    right = figure.value == gold["value"] and told == parts and figure.adds_up is not False
    named = any(form in source for form in _forms(gold["source"]))
    return str(claim.path).endswith(file) and right and named and figure.as_of.start == gold["as_of"]


# ---------------------------------------------------------------- judged by reading


def _judged(verdicts: Mapping[str, Any]) -> str:
    """How many of the happenings and of the figures that were drawn are right."""
    told = (f"{sum(v['true'] for v in verdicts[kind])} of {len(verdicts[kind])} {kind}" for kind in ("happenings", "figures"))
    return f"(seed {verdicts['seed']}): {', '.join(told)} judged right"


def _draw(given: argparse.Namespace) -> None:
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as folder:
        readings = list(read_files(_articles(given.draw, Path(folder), given.articles, chance), jobs=1))
    happened = [(r, h) for r in readings for h in r.happenings]
    counted = [(r, f) for r in readings for f in r.figures]
    for reading, told in _some(happened, given.events, chance):
        print(happening_id(reading.article, told), _told(told))
        print("   ", _around(reading, told.words.spans[0]), "\n")
    for reading, figure in _some(counted, given.figures, chance):
        print(figure_id(reading.article, figure), _counted(figure), f"published {reading.article.published}")
        print("   ", _around(reading, figure.words.spans[0]), "\n")
    print(f"{len(readings)} articles, {len(happened)} happenings, {len(counted)} figures")


def _some(rows: list[Any], number: int, chance: random.Random) -> list[Any]:
    return chance.sample(rows, min(number, len(rows)))


def happening_id(article: Article, told: Happening) -> str:
    """A name for a happening that holds while its article and its reading stay as they are."""
    who = sorted(actor.name for actor in told.actors)
    return digest("h", article.text[:200], str(told.trigger.start), told.what, told.status, *who, str(told.when))


def figure_id(article: Article, figure: Figure) -> str:
    """A name for a figure, as for a happening."""
    source = figure.source.name if figure.source else ""
    return digest("f", article.text[:200], str(figure.words.spans[0].start), figure.measure, str(figure.value), source)


def _told(told: Happening) -> str:
    return f"[{told.what} | {told.status}] {'; '.join(a.name for a in told.actors)} | {told.when} | {told.place}"


def _counted(figure: Figure) -> str:
    parts = ", ".join(f"{p.value:g} {p.name}" for p in figure.parts)
    source = figure.source.name if figure.source else None
    return f"[{figure.measure} | {figure.value:g} {figure.unit}] ({parts}) by {source} | {figure.as_of} | {figure.place}"


def _around(reading: Reading, span: Any) -> str:
    text = reading.article.text
    before, behind = text[max(0, span.start - AROUND) : span.start], text[span.stop : span.stop + AROUND]
    return " ".join(f"{before}⟦{span.of(text)}⟧{behind}".split())


def _articles(language: str, folder: Path, number: int, chance: random.Random) -> Path:
    """Some of the shared articles of a language, in one file."""
    lines = [json.loads(line) for path in _files(language) for line in gzip.decompress(path.read_bytes()).splitlines()]
    mine = [one for one in lines if one.get("language", "en") == language]
    kept = ("id", "text", "title", "date", "published", "outlet", "language")
    out = folder / f"{language}.jsonl"
    some = _some(mine, number, chance)
    out.write_text("".join(json.dumps({k: one[k] for k in kept if one.get(k)}) + "\n" for one in some), "utf-8")
    return out


def _files(language: str) -> Iterator[Path]:
    folder = DATA / "data" / ("polnear" if language == "en" else "bsnlp")
    return iter(sorted(folder.glob("*.jsonl.gz")))


if __name__ == "__main__":
    main()
