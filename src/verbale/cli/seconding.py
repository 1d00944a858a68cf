"""Second readers: their files beside the record, and questions to a language model."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import click

from verbale.cli.finding import existing
from verbale.cli.group import UNREAD
from verbale.cli.rows import target
from verbale.errors import SourceError
from verbale.export import jsonl
from verbale.model import Article, Entry, Statement, digest
from verbale.place import Place
from verbale.scoring import Difference
from verbale.second import Answer, Asked, Beside, Found, ask, beside, checked, estimate, found_in
from verbale.store import Record
from verbale.wording import counted, line

ALONE = {"missed": "only ours", "extra": "only theirs", "speaker": "other speaker"}


# ---------------------------------------------------------------- comparing


def compare_with(file: Path, *, record: Place, show: bool, as_json: bool) -> None:
    """Compare a file of another reader with the record and tell the differences."""
    found = list(found_in(file))
    with existing(record) as kept:
        ids = _ids(kept, found)
        known = [(id_, one) for one in found if (id_ := _article(one, ids))]
        told = beside((id_, _statements(kept, id_), one.rows) for id_, one in known)
    strangers, broken = len(found) - len(known), sum(one.broken for one in found)
    if as_json:
        rest = {"articles": len(known), "unknown_articles": strangers, "broken": broken}
        click.echo(json.dumps({**rest, **asdict(told)}, ensure_ascii=False))
        return
    for difference in told.differences if show else ():
        click.echo(f"{ALONE[difference.what]:<14} {difference.file}  {_words(difference)}")
    click.echo(_summary(told, len(known)))
    if strangers:
        click.echo(f"{counted(strangers, 'article')} of theirs not in the record.", err=True)
    if broken:
        click.echo(f"{counted(broken, 'statement')} of theirs without spans, and left out.", err=True)


def _ids(kept: Record, found: Iterable[Found]) -> dict[str, str]:
    """Ids of all articles, by themselves, by the name of the file without its ending, and by the text if theirs have texts."""
    ids: dict[str, str] = {}
    texts = any(one.text is not None for one in found)
    for article in kept.articles():
        names = [article.id, *([Path(article.path).stem, Path(article.path).name, article.path] if article.path else [])]
        ids |= dict.fromkeys(names, article.id) | ({digest("t", article.text): article.id} if texts else {})
    return ids


def _article(one: Found, ids: dict[str, str]) -> str | None:
    """The article that is meant. Spans count in a text: where it is told, it must be ours."""
    if one.text is not None:
        return ids.get(digest("t", one.text))
    return ids.get(one.article or "")


def _statements(kept: Record, article: str) -> tuple[Statement, ...]:
    return kept.reading(article).statements


def _summary(told: Beside, articles: int) -> str:
    alone = f"{told.ours - told.both} only ours, {told.theirs - told.both} only theirs"
    both = f"{told.both} in both, {told.same_speaker} of them with the same speaker"
    return f"{counted(articles, 'article')}: {both}; {alone}."


def _words(difference: Difference) -> str:
    ours, theirs = difference.gold, difference.found
    words = line(str(ours["words"] if ours else theirs["content"]["text"] if theirs else ""))[:90]
    named = [str(ours["speaker"] or "unknown")] if ours else []
    named += [str((theirs.get("speaker") or {}).get("name") or "unknown")] if theirs else []
    return f"{' / '.join(named)}: {words}"


# ---------------------------------------------------------------- asking


def ask_model(  # noqa: PLR0913 - the options of a command
    *,
    address: str,
    model: str,
    file: Path | None,
    outlet: str | None,
    about: str | None,
    limit: int | None,
    price: tuple[float, float] | None,
    key: str | None,
    timeout: float,
    dry_run: bool,
    record: Place,
) -> None:
    """Ask about the articles that fit and write what stands in them; exit code 2 where some got no answer."""
    asked = Asked(address, model, key or "", timeout)
    with existing(record) as kept:
        articles = list(kept.articles(outlet=outlet, about=about, limit=limit))
        if dry_run:
            _tell_cost(articles, price)
            return
        if file is None:
            raise click.UsageError("say where to: --to FILE, or --to - for standard output")
        with target(str(file), record=record) as out:
            told = Counter[str]()
            for answer in ask(asked, iter(articles)):
                for row in _rows(answer, model, told):
                    out.write(jsonl.line(row) + "\n")
                out.flush()
    _tell_answers(told, price)
    if told["unanswered"]:
        raise click.exceptions.Exit(UNREAD)


def _rows(answer: Answer, model: str, told: Counter[str]) -> Iterator[dict[str, object]]:
    told.update(articles=1, broken=answer.broken, tokens_in=answer.tokens[0], tokens_out=answer.tokens[1])
    if answer.fault:
        told["unanswered"] += 1
        click.echo(f"{answer.article.id}: {answer.fault}", err=True)
    for one in checked(answer.proposals, answer.article, by=f"model {model}"):
        if isinstance(one, Statement):
            told["kept"] += 1
            a = answer.article
            yield jsonl.row(Entry(one, a.id, a.path, a.sha256, a.url, a.outlet, a.title, a.language, a.published))
        else:
            told["refused"] += 1


def _tell_cost(articles: list[Article], price: tuple[float, float] | None) -> None:
    if not articles:
        raise SourceError("no article fits")
    cost = estimate(articles)
    click.echo(f"{counted(cost.articles, 'article')}: about {cost.tokens:,} tokens in, at most {cost.most:,} tokens out.")
    if price:
        click.echo(f"At {price[0]:g} and {price[1]:g} a million: at most {cost.cost(price):.2f}.")
    else:
        click.echo("Give --price IN OUT (a million tokens) to be told the cost.")


def _tell_answers(told: Counter[str], price: tuple[float, float] | None) -> None:
    kept = f"{counted(told['kept'], 'statement')} kept of {counted(told['articles'], 'article')}"
    click.echo(
        f"{kept}; {told['refused']} refused: not in the article to the letter; {told['broken']} no statement at all.", err=True
    )
    used = f"{told['tokens_in']:,} tokens in, {told['tokens_out']:,} out"
    cost = f", {(told['tokens_in'] * price[0] + told['tokens_out'] * price[1]) / 1e6:.2f}" if price else ""
    click.echo(f"{used}{cost}.", err=True)
    if told["unanswered"]:
        click.echo(f"{counted(told['unanswered'], 'article')} without answer.", err=True)
