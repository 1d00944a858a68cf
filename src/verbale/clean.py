"""A source becomes an article: what each line is for, and what the page tells of itself.

No character of the text is changed or dropped. Lines of page furniture, captions, bylines and dates are marked, so that
no later stage takes them for something said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice, pairwise, takewhile

from verbale import dates
from verbale.errors import Code
from verbale.lang import languages, load, pattern
from verbale.model import Article, Block, Dated, Dateline, Problem, Role, Source, digest
from verbale.models.langid import detect
from verbale.text import Span

HEAD = 8
"""So many lines from the top may hold title, deck, byline and date."""
TITLE = 300
"""A title has at most so many characters."""
SHORT = {"furniture": 800, "credit": 120, "caption": 250, "byline": 200}
"""A line of furniture, a credit, a caption or a byline has at most so many characters."""
LINES = 10_000
"""So many lines of an article are looked at."""
CUT = 12
"""A line that was cut off with dots has at least so many characters before them."""
TEASERS = 4
"""So many lines of a page that break off in the middle of a sentence are beginnings of other articles."""
LONG = 20_000
"""A line longer than this is no prose."""
LONGEST = 150_000
"""So many characters of an article are looked at: four times the longest article of our corpora, with its furniture."""


SURE = 0.8
"""Below this probability a language that nobody has given is called doubtful."""


def clean(source: Source) -> tuple[Article, tuple[Problem, ...]]:
    """The article of a source, with what was doubtful. In a language without words and rules it has no blocks."""
    language, doubts = _language(source)
    if language not in languages():
        return bare(source, language), (*doubts, Problem(Code.NO_RULES, "clean", language, None, source.path))
    article = _blocks(source, language)
    long = (b.span for b in article.blocks if b.span.size() > LONG)
    lines = (Problem(Code.LONG_LINE, "clean", s.of(source.text)[:80], s, source.path) for s in long)
    return article, (*doubts, *lines, *_rest(source, article))


def _rest(source: Source, article: Article) -> tuple[Problem, ...]:
    """What lies beyond the blocks of an article that is too long."""
    rest = Span(article.blocks[-1].span.stop if article.blocks else 0, len(source.text)).stripped(source.text)
    return (Problem(Code.LONG_TEXT, "clean", rest.of(source.text)[:80], rest, source.path),) if rest.size() else ()


def _language(source: Source) -> tuple[str, tuple[Problem, ...]]:
    """The language given beside the article, else the one its words are in."""
    if given := source.given.language:
        return given, ()
    language, probability = detect(source.text)
    if probability < SURE and source.found.language:
        return source.found.language, ()
    doubt = Problem(Code.LANGUAGE, "clean", f"{language} {probability:.2f}", None, source.path)
    return language, (doubt,) if probability < SURE else ()


def identity(source: Source) -> str:
    """The id of the article a source holds: its words with its address, outlet and own id, wherever the file lies."""
    known = source.given.over(source.found)
    return source.article or digest("a", known.url or "", known.outlet or "", known.id or "", source.text)


def bare(source: Source, language: str = "") -> Article:
    """What is known of an article before its lines are looked at; it has no blocks."""
    known = source.given.over(source.found)
    return Article(
        id=identity(source),
        text=source.text,
        language=language,
        path=source.path,
        sha256=source.sha256,
        url=known.url,
        outlet=known.outlet,
        title=known.title,
        author=known.author,
        published=known.published,
        published_basis="given" if source.given.published else "found" if known.published else "unknown",
        dates=_stated(source),
    )


def _stated(source: Source) -> tuple[Dated, ...]:
    """The dates of publication told beside the text, and by the file."""
    given = (Dated(source.given.published, "given"),) if source.given.published else ()
    found = source.found.published
    missed = (Dated(found, "found"),) if found and all(d.date != found for d in source.dates) else ()
    return (*given, *source.dates, *missed)


def _blocks(source: Source, language: str) -> Article:
    """The article with its lines told apart."""
    article = bare(source, language)
    lines = list(_lines(source.text, language))
    roles = _roles(source.text, lines, language, article)
    blocks = _repeats(source.text, [Block(s, r) for s, r in zip(lines, roles, strict=True)])
    dateline = _dateline(source.text, blocks, language)
    title = next((b.span.of(source.text) for b in blocks if b.role is Role.TITLE), None)
    told = list(_written(source, blocks, dateline, language))
    written = told[0].date if told and not article.published else None
    return replace(
        article,
        title=article.title or title,
        dates=tuple(dict.fromkeys((*article.dates, *told))),
        published=article.published or written,
        published_basis="text" if written else article.published_basis,
        dateline=dateline,
        agencies=_agencies(source.text, blocks, dateline, language),
        blocks=tuple(blocks),
    )


# ---------------------------------------------------------------- lines and their roles


def _lines(text: str, language: str) -> list[Span]:
    """Lines that hold something, without the white space at their ends: the first, and those within reason behind it."""
    spans = (Span(m.start(), m.end()) for m in _LINE.finditer(text))
    parts = (part.stripped(text) for span in spans for part in _parted(text, span, language))
    lines = (s for s in parts if s.size())
    return [*islice(lines, 1), *islice(takewhile(lambda s: s.stop <= LONGEST, lines), LINES)]


def _parted(text: str, line: Span, language: str) -> Iterator[Span]:
    """A line, cut where the page goes on in it with something else: `… Читайте также: …`."""
    cuts = [m.start() for m in pattern(language, "boilerplate", "inline").finditer(text, line.start, line.stop)]
    for start, stop in pairwise([line.start, *(c for c in cuts if c > line.start), line.stop]):
        yield Span(start, stop)


_LINE = re.compile(r"[^\n\r\u2028\u2029\u0085]+")


@dataclass(frozen=True, slots=True)
class _Page:
    """What the role of a line is decided from."""

    language: str
    lines: tuple[str, ...]
    title: str
    outlet: str
    index: Sequence[tuple[str, int]]
    """The letters of each line with its number, in the order of the letters."""
    broken: int
    """So many lines break off behind a word, as those do that advertise other articles."""

    def matches(self, key: str, n: int) -> bool:
        return bool(pattern(self.language, "boilerplate", key).fullmatch(self.lines[n]))


def _roles(text: str, lines: list[Span], language: str, article: Article) -> list[Role]:
    words = tuple(s.of(text) for s in lines)
    index = sorted((_letters(line), n) for n, line in enumerate(words))
    broken = sum(bool(_BROKEN.search(line)) for line in words)
    page = _Page(language, words, _letters(article.title or ""), (article.outlet or "").lower(), index, broken)
    roles = [_shape(page, n) for n in range(len(lines))]
    roles = _cut_tail(page, roles)
    return _name_head(page, roles)


def _shape(page: _Page, n: int) -> Role:
    """The role of a line as far as it can be told from the line alone."""
    line = page.lines[n]
    if len(line) > LONG:
        return Role.FURNITURE
    if page.matches("published", n) or _is_date(line, page.language):
        return Role.DATE
    for key, role in (
        ("furniture", Role.FURNITURE),
        ("credit", Role.BYLINE),
        ("caption", Role.CAPTION),
        ("byline", Role.BYLINE),
    ):
        if len(line) <= SHORT[key] and page.matches(key, n):
            return role
    if _is_teaser(page, n) or _is_section(page, n) or not re.search(r"[^\W\d_]{2}", line):
        return Role.FURNITURE
    return Role.BODY


def _is_date(line: str, language: str) -> bool:
    """Whether a short line holds a full date and next to nothing else."""
    if len(line) > 80:
        return False
    found = [w for w in dates.find(line, language) if w.day and w.month]
    if not found:
        return False
    rest = line
    for when in found:
        rest = rest.replace(when.span.of(line), " ")
    rest = pattern(language, "boilerplate", "published").sub(" ", rest)
    words = re.findall(r"[^\W\d_]{2,}", rest)
    return len(words) <= (2 if any(w.year for w in found) and not re.search(r"[.!?]$", line) else 0)


def _is_teaser(page: _Page, n: int) -> bool:
    """The beginning of an earlier line, cut off with dots, or one of several lines that break off in the same way."""
    line = page.lines[n]
    if page.broken >= TEASERS and _BROKEN.search(line):
        return True
    cut = next((line.removesuffix(dots) for dots in ("…", "...") if line.endswith(dots)), "")
    return len(cut) >= CUT and _begins(page.index, _letters(cut), n)


_BROKEN = re.compile(r"\w (?:…|\.\.\.)$")


def _begins(index: Sequence[tuple[str, int]], beginning: str, n: int) -> bool:
    """Whether a line before the line `n` begins so."""
    alike = islice(index, bisect_left(index, (beginning,)), None)
    return any(before < n for _, before in takewhile(lambda line: line[0].startswith(beginning), alike))


def _is_section(page: _Page, n: int) -> bool:
    """The outlet's name with a section beside it (`A News WORLD`)."""
    line = page.lines[n].lower()
    return bool(page.outlet) and line.startswith(page.outlet) and len(line.split()) <= len(page.outlet.split()) + 2


def _cut_tail(page: _Page, roles: list[Role]) -> list[Role]:
    """Marks what follows the last line of prose, and all after the door to the readers' comments."""
    roles = list(roles)
    start = next((n for n in range(3, len(roles)) if page.matches("tail", n)), len(roles))
    for n in range(start, len(roles)):
        roles[n] = Role.FURNITURE
    for n in range(min(start, len(roles)) - 1, 1, -1):
        if roles[n] is Role.BODY and not _is_stub(page.lines[n]):
            break
        if roles[n] is Role.BODY:
            roles[n] = Role.FURNITURE
    return roles


def _is_stub(line: str) -> bool:
    """A few words with no sentence mark: nothing an article would end with."""
    return len(line.split()) <= 4 and not re.search(r"[.!?…»”\"’')\]:;]$", line)


def _name_head(page: _Page, roles: list[Role]) -> list[Role]:
    """Names the title and the deck among the first lines of text."""
    body = [n for n, role in enumerate(roles) if role is Role.BODY][:HEAD]
    title = next((n for n in body if page.title and _letters(page.lines[n]) == page.title), None)
    if title is None and len(body) > 1 and _is_title(page.lines[body[0]], [page.lines[n] for n in body[1:4]]):
        title = body[0]
    if title is None:
        return roles
    roles = list(roles)
    roles[title] = Role.TITLE
    after = [n for n in body if n > title]
    for n in after[: _deck_lines(page, roles, title, after)]:
        roles[n] = Role.DECK
    return roles


def _is_title(line: str, following: list[str]) -> bool:
    return len(line) <= TITLE and (len(line) < max(map(len, following)) or not re.search(r"[.!]$", line))


def _deck_lines(page: _Page, roles: list[Role], title: int, after: list[int]) -> int:
    """How many of the lines after the title are its deck.

    A deck is a short line with more text below it that ends without a full stop, or stands above the byline or date, or
    is said once more in the body.
    """
    count = 0
    for n in after[:2]:
        line, rest = page.lines[n], page.lines[n + 1 :]
        if len(line) > TITLE or not rest or n - title > 3 or _opens_speech(line):
            break
        stops = re.search(r"[.!?…:;”\"»]$", line)
        above = any(r in {Role.DATE, Role.BYLINE} for r in roles[n + 1 : n + 4])
        if stops and not above and not any(_letters(line) == _letters(other) for other in rest):
            break
        count += 1
    return count


def _opens_speech(line: str) -> bool:
    return line[0] in "\"“„«‘'—–"


def _letters(line: str) -> str:
    """The letters and digits by which lines are compared; what is no prose is compared by its beginning."""
    return re.sub(r"[\W_]+", "", line[:LONG].lower())


def _repeats(text: str, blocks: list[Block]) -> list[Block]:
    first: dict[str, int] = {}
    out = []
    for n, block in enumerate(blocks):
        earlier = first.setdefault(_letters(block.span.of(text)), n)
        out.append(block if earlier == n else replace(block, repeats=earlier))
    return out


# ---------------------------------------------------------------- what the page tells of itself


def _written(source: Source, blocks: list[Block], dateline: Dateline | None, language: str) -> Iterator[Dated]:
    """Publication dates that the lines of the page tell; a dateline that names its year, which is rare, comes last."""
    lines = [(b.span.of(source.text), "text") for b in blocks if b.role is Role.DATE]
    lines += [(dateline.date, "dateline")] if dateline and dateline.date else []
    for line, basis in lines:
        if day := _full_date(line, language, source.received):
            yield Dated(day, basis)


def _full_date(line: str, language: str, received: str | None) -> str | None:
    """The first date with day, month and year in a line, with its time; never one after the reading."""
    for when in dates.find(line, language):
        days = dates.resolve(when, None)
        if when.day and days and not _future(days.first, received):
            return days.first.isoformat() + (f"T{when.time:0>5}" if when.time else "")
    return None


def _future(day: date, received: str | None) -> bool:
    return bool(received) and day > date.fromisoformat((received or "")[:10]) + timedelta(days=1)


def _dateline(text: str, blocks: list[Block], language: str) -> Dateline | None:
    """The place, day and agency that stand before the first sentence."""
    for block in [b for b in blocks if b.role in {Role.BODY, Role.DECK}][:4]:
        match = re.match(_DATELINE.format(months=_months(language)), block.span.of(text))
        if match and (match["agency"] or match["agency_last"] or match["place"].isupper()):
            span = Span(block.span.start, block.span.start + match.end())
            return Dateline(span, match["place"].strip(" ,.").title(), match["date"], match["agency"] or match["agency_last"])
        dated = re.match(_DATED.format(months=_months(language)), block.span.of(text))
        if dated:
            span = Span(block.span.start, block.span.start + dated.end())
            return Dateline(span, None, dated["date"], dated["agency"])
        stamped = re.match(_STAMPED, block.span.of(text))
        if stamped:
            span = Span(block.span.start, block.span.start + stamped.end())
            return Dateline(span, None, stamped["date"], stamped["agency"])
    return None


# `Oct 7 (AGENCY) - ` of those who leave out the place.
_DATED = r"(?P<date>\d{{1,2}} (?:{months})\.?|(?:{months})\.? \d{{1,2}}) \((?P<agency>[^()\n]{{2,30}})\)\s?[—–-]+\s*"


# `11:10 AGENCY `, `03.05.2021 11:10 ` before a capital letter: the clock of a newsfeed, with the agency in Latin capitals.
_STAMPED = (
    r"(?:, )?(?:(?:\d{1,2}:\d{2}[, ]+)?(?P<date>\d{1,2}\.\d{2}\.\d{4})(?:[, ]+\d{1,2}:\d{2})?|\d{1,2}:\d{2})"
    r"(?: (?P<agency>[A-Z]{3,12})(?= [А-ЯЁІЇЄҐ«\d]))?[ ,.—–-]+(?=[A-ZА-ЯЁІЇЄҐ«“\"\d])"
)


# `LIMA, October 7. /AGENCY/.`, `CONCORD, N.H. (AGENCY) —`, `КИЕВ. 10 августа. УНН.`, `МОСКВА, 5 июл — РИА Новости.`
_DATELINE = (
    r"(?P<place>[A-ZА-ЯЁІЇЄҐ][\w'’-]+(?:[ -][A-ZА-ЯЁІЇЄҐ][\w'’-]+){{0,2}}(?:, [A-Z][A-Za-z.]{{1,14}})?)"
    r"(?:[,.]? (?P<date>\d{{1,2}} (?:{months})\.?|(?:{months})\.? \d{{1,2}}))?"
    r"(?:[.,]?\s?/(?P<agency>[^/\n]{{2,30}})/\.?|[.,]? \((?P<agency_last>[^()\n]{{2,30}})\)\s?[—–-]|\. [A-ZА-ЯІЇЄҐ]{{2,12}}\.|"
    r"\s?[—–]{{1,2}}(?=\s?\S)|\s-{{1,2}}(?=\s)|\.(?= [A-ZА-ЯІЇЄҐ«“\"]))"
    r"(?: [A-ZА-Я][\w ]{{2,20}}\.(?= [A-ZА-ЯЁ«“\"]))?\s*"
)


def _months(language: str) -> str:
    forms = (form for month in load(language).calendar["months"] for form in month)
    return "|".join(f"{re.escape(f)}|{re.escape(f.title())}" for f in sorted(forms, key=len, reverse=True))


def _agencies(text: str, blocks: list[Block], dateline: Dateline | None, language: str) -> tuple[str, ...]:
    """Agencies that the dateline or a credit line names."""
    named = [dateline.agency] if dateline and dateline.agency else []
    credit = pattern(language, "boilerplate", "credit")
    lines = (credit.fullmatch(b.span.of(text)) for b in blocks if b.role is Role.BYLINE)
    named += [next(group for group in match.groups() if group) for match in lines if match]
    return tuple(dict.fromkeys(name.strip(" .") for name in named))
