"""Every record of Verbale. All are frozen and made whole; a changed one is a new one (`dataclasses.replace`).

Dates are ISO 8601 prefixes (`2022`, `2022-01`, `2022-01-30`, publication dates also `2022-01-30T00:36`).
Spans count Unicode code points in the text of the article.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from verbale.errors import Code
from verbale.text import Span


def digest(prefix: str, *parts: str) -> str:
    """A short stable name for what `parts` say: `prefix`, an underscore and 16 hexadecimal digits."""
    return f"{prefix}_{hashlib.sha256(chr(31).join(parts).encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


# ---------------------------------------------------------------- what comes in


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of an article beside its text. Every field may be absent."""

    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None
    id: str | None = None

    def over(self, other: Given) -> Given:
        """This knowledge where it is present, else that of `other`."""
        return Given(*(getattr(self, name) or getattr(other, name) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or is doubtful; nothing is dropped without one."""

    code: Code
    stage: str
    words: str = ""
    span: Span | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """What might be an article's date of publication."""

    date: str
    basis: str
    """`given` beside the article, `htmldate` found or another that the `page` states, `metadata` of its file, `found`
    with its source, a line of its `text`, or its `dateline`."""


@dataclass(frozen=True, slots=True)
class Source:
    """One article as it came: decoded text, with what was given beside it and what it says of itself."""

    text: str
    path: str | None = None
    sha256: str = ""
    given: Given = Given()
    found: Given = Given()
    received: str | None = None
    """Moment of reading as an ISO date; no publication date may lie after it."""
    problems: tuple[Problem, ...] = ()
    article: str | None = None
    """Id of the article where it is known already, as when it is read again."""
    dates: tuple[Dated, ...] = ()
    """All dates of publication that its file states."""
    raw: Raw | None = field(default=None, compare=False, repr=False)
    """The bytes it was made of, where they are asked for; no reading looks at them, and a source is the same without."""


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one article as they came, and what they are: a later Verbale may make a better text of them."""

    form: str
    """`html`, `plain`, `json`, `pdf`, `docx` or `epub`."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Origin:
    """What an article came from: its bytes, where they are kept, and what was told beside them."""

    raw: Raw | None = None
    given: Given = Given()
    known_as: str | None = None
    """The id that the article would have, were it new, since its text is another now; None while that is its own."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a site said of a page when it gave it: with it the site is asked whether the page is still the same."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A medium that is known by several names. What is not told is empty."""

    name: str
    """The one it is shown under."""
    country: str = ""
    """Two letters, as in ISO 3166."""
    language: str = ""
    """In which it mainly speaks."""
    kind: str = ""
    """`agency`, `newspaper`, `magazine`, `channel`, `radio` or `site`."""
    also: tuple[str, ...] = ()
    """Other names and spellings."""
    domains: tuple[str, ...] = ()
    """Addresses of its sites."""


@dataclass(frozen=True, slots=True)
class Outlets:
    """What a user tells of outlets, beside those that ship."""

    all: tuple[Outlet, ...] = ()

    def __hash__(self) -> int:
        return len(self.all)  # they are looked up for every name of an article, and there may be thousands

    @property
    def version(self) -> str:
        """A short name for what is told; empty where nothing is."""
        return digest("o", *sorted(map(repr, self.all))) if self.all else ""


SHIPPED = Outlets()
"""No outlets but those that ship."""


# ---------------------------------------------------------------- the article and its parts


class Role(StrEnum):
    """What a block of an article is for."""

    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    DATE = "date"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the article with what it is for; page furniture is marked, never deleted."""

    span: Span
    role: Role
    repeats: int | None = None
    """Index of an earlier block that says the same words (a deck repeated in the body)."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """`LIMA, October 7. /AGENCY/.` before the first sentence."""

    span: Span
    place: str | None = None
    date: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A text that was read, in blocks, with all that is known of it."""

    id: str
    text: str
    language: str
    path: str | None = None
    sha256: str = ""
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    published_basis: str = "unknown"
    """`given` beside the article, `found` in its file format, `text` read from its lines, or `unknown`."""
    dateline: Dateline | None = None
    agencies: tuple[str, ...] = ()
    """News agencies that a credit line or dateline names, as written."""
    blocks: tuple[Block, ...] = ()
    dates: tuple[Dated, ...] = ()
    """All that might be its date of publication, in the order in which they are believed; a date ahead of the reading is none."""
    outlets: Outlets = SHIPPED
    """What its reader tells of outlets, for the stages of reading; a `Reading` goes without."""


class Mark(StrEnum):
    """How a quotation is marked."""

    MARKS = "marks"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between a pair of quotation marks. `outer` holds the marks, `inner` the words."""

    outer: Span
    inner: Span
    depth: int = 0
    continues: bool = False
    """Opened by a mark that only repeats the one of the paragraph before."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark. Grammar is told in the words of Universal Dependencies, empty where unknown."""

    span: Span
    text: str
    lemma: str = ""
    pos: str = ""
    case: str = ""
    gender: str = ""
    number: str = ""
    form: str = ""
    """Of verbs: `fin`, `first` (finite, first or second person), `inf`, `conv` (gerund), `part`, `imp`."""
    head: int = -1
    """Index of the governing token in the sentence; -1 for the root or where syntax is unknown."""
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block; what stands within quotation marks never ends it."""

    span: Span
    block: int
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """Sentences and quotations of an article, both in text order, and the marks that found no partner."""

    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    problems: tuple[Problem, ...] = ()


# ---------------------------------------------------------------- labels


class Kind(StrEnum):
    """What a speaker or a name is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    PLACE = "place"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that names or describes somebody: `Foreign Minister Daniel Hartov`, `he`, `the ministry`."""

    span: Span
    kind: Kind
    name: str = ""
    """The name in its basic form, empty for a pronoun or a bare role."""
    role: str = ""
    """The office as written beside the name, in its basic form."""
    gender: str = ""
    number: str = ""
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that report speech, with what they can take and who their grammar says has spoken.

    `start` and `stop` are indices of tokens in the sentence.
    """

    start: int
    stop: int
    lemma: str
    frames: frozenset[str]
    """What it can take: `quote`, `that`, `inf`, `about`, `object`; `according` and `noun` for cues that are no verbs."""
    form: str = "fin"
    """`fin`, `inf`, `conv`, `part`, `passive`, `noun` or `according`."""
    subject: Mention | None = None
    shared: Mention | None = None
    """The subject of the verb before, which a cue without a subject of its own goes on with."""
    addressee: Span | None = None
    negated: bool = False
    denies: bool = False
    """It is negated and tells an opinion so (`не исключил`); the negation stands right before it."""


@dataclass(frozen=True, slots=True)
class Labels:
    """All that is known of one sentence before statements are looked for."""

    sentence: Sentence
    mentions: tuple[Mention, ...] = ()
    cues: tuple[Cue, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    """Those of the sentence, and those that its attributions go on with."""
    attributions: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a trained tagger proposes: the spans of one statement, with a calibrated score."""

    cue: Span
    content: tuple[Span, ...]
    source: Span | None = None
    score: float = 0.0
    model: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of the article that play one part in a statement, in one or several stretches."""

    spans: tuple[Span, ...]
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        return " … ".join(self.words)

    def __str__(self) -> str:
        return self.text

    @staticmethod
    def of(text: str, *spans: Span) -> Part:
        """The part of `text` that `spans` cover."""
        return Part(tuple(spans), tuple(s.of(text) for s in spans))

    def holds(self, other: Part) -> bool:
        """Whether all of `other` lies within this part."""
        return all(any(mine.holds(span) for mine in self.spans) for span in other.spans)

    def size(self) -> int:
        return sum(s.size() for s in self.spans)


# ---------------------------------------------------------------- statements


class Speech(StrEnum):
    """Whether the words are the speaker's own."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it, as far as the article tells."""

    name: str
    kind: Kind
    role: str | None = None
    score: float = 0.0
    """How likely this is the right speaker, 0 to 1: of those at 0.9, nine in ten are right."""
    decider: str = ""
    """Name of the step that decided, for `why`."""
    mention: Span | None = None
    """Where the fullest form of the name stands."""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Said:
    """When it was said: first and last day that fit, the words that tell it and the basis."""

    start: str | None = None
    stop: str | None = None
    words: Part | None = None
    basis: str = "unknown"
    """`stated` in the text, `article` (taken from the article's date), or `unknown`."""

    def __str__(self) -> str:
        return self.start if self.start and self.start == self.stop else f"{self.start or '?'}/{self.stop or '?'}"


@dataclass(frozen=True, slots=True)
class Venue:
    """The occasion or channel."""

    words: Part
    kind: str = ""
    place: str | None = None

    def __str__(self) -> str:
        return self.words.text


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may have said it."""

    name: str
    score: float
    """How likely, 0 to 1."""


class Tie(StrEnum):
    """How what is said hangs on a condition."""

    IF = "if"
    """It holds if the condition does."""
    UNLESS = "unless"
    """It holds as long as something is not so."""
    EVEN_IF = "even if"
    """It holds either way."""
    CONTRARY = "contrary"
    """It would hold, or would have held: the condition is only imagined."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Terms within what was said."""

    words: Part
    tie: Tie = Tie.IF
    promise: Part | None = None
    """What hangs on it (`we will talk`, if they stop); None where its words are not among those that were said."""

    @property
    def text(self) -> str:
        return self.words.text

    @property
    def spans(self) -> tuple[Span, ...]:
        return self.words.spans


@dataclass(frozen=True, slots=True)
class Statement:
    """Content that the article attributes to somebody."""

    id: str
    kind: Speech
    content: Part
    cue: Part | None = None
    source: Part | None = None
    speaker: Speaker | None = None
    addressee: Part | None = None
    venue: Venue | None = None
    said: Said = Said()
    relays: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    headline: bool = False
    implicit: bool = False
    """Carried on from the statement before: neither cue nor source of its own."""
    unquoted: bool = False
    """A verbatim block that stands without quotation marks."""
    inside: str | None = None
    """Id of the statement in whose content this one lies."""
    rule: str = ""
    score: float = 0.0
    why: tuple[str, ...] = ()
    """What decided, step by step, in words."""
    candidates: tuple[Candidate, ...] = ()
    """Whom the source may mean, the likeliest first, where more than one comes into question or nobody could be named.
    What their probabilities leave to 1 is for somebody else."""


class Stance(StrEnum):
    """Where a speaker stands on what the statement is about."""

    OPEN = "open"
    CONDITIONAL = "conditional"
    CLOSED = "closed"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Act:
    """What a speaker does in saying something."""

    code: str
    """Name of the act, as the word lists of acts have it: `request`, `reject`, `promise` …; `report` for plain telling."""
    target: str | None = None
    """Name of the one towards whom, as far as the statement tells."""
    stance: Stance = Stance.UNCLEAR
    why: tuple[str, ...] = ()
    """What decided, in sentences."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """A statement as one of those that carry an utterance."""

    statement: str
    article: str
    outlet: str | None
    published: str | None
    language: str
    likeness: float = 1.0
    """How much of the words it has in common with the utterance, 0 to 1; as an encoder tells where languages differ."""
    how: str = ""
    """`first`, `words`, `meaning`, `translation` or `judged`: by what it was joined."""
    copy: bool = False
    """Its article is a copy of one that carries the utterance, too: no independent carrier."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One saying, carried by one article or several."""

    id: str
    person: str | None
    """Id of the speaker across articles."""
    carriers: tuple[Carrier, ...]
    """In order of time."""

    @property
    def independent(self) -> int:
        """Carriers, copies of one text counted once."""
        return sum(not carrier.copy for carrier in self.carriers)


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement as the record gives it back, with the head of its article and what the join knows of it."""

    statement: Statement
    article: str
    path: str | None = None
    sha256: str = ""
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    language: str = ""
    published: str | None = None
    person: str | None = None
    """Id of the speaker across articles."""
    called: str | None = None
    """The name that the person goes by in the whole record."""
    person_ids: tuple[str, ...] = ()
    """Ids that others have for the speaker: `wikidata:Q1`."""
    same: str | None = None
    """Id of the utterance: one saying carried by several articles."""
    act: Act | None = None
    """None before the record was joined."""
    topics: tuple[str, ...] = ()
    """Ids of the topics it is about, the surest first."""
    ruled: str | None = None
    """`accept`, `correct` or `reject` where somebody ruled on it; the statement is then as it was corrected."""

    @property
    def id(self) -> str:
        return self.statement.id

    @property
    def speaker(self) -> Speaker | None:
        return self.statement.speaker

    @property
    def content(self) -> Part:
        return self.statement.content

    @property
    def cue(self) -> Part | None:
        return self.statement.cue

    @property
    def said(self) -> Said:
        return self.statement.said


# ---------------------------------------------------------------- events and figures


class Status(StrEnum):
    """How far an event has come, as it is told."""

    HELD = "held"
    PLANNED = "planned"
    PROPOSED = "proposed"
    POSSIBLE = "possible"
    NOT_PLANNED = "not planned"
    RULED_OUT = "ruled out"
    CALLED_FOR = "called for"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who takes part in an event: the words that name him there, and the name in its basic form."""

    span: Span
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as one place of an article tells it."""

    what: str
    """Kind of event, as the word lists of events have it: `meeting`, `decree`, `attack` …"""
    status: Status
    words: Part
    """The clause that tells it, in one stretch."""
    trigger: Span
    """The word that names it."""
    actors: tuple[Actor, ...] = ()
    when: Said = Said()
    place: str | None = None
    inside: str | None = None
    """Id of the statement in whose content it is told; None where the article itself tells it."""
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A part of a figure: `6,374 killed`."""

    name: str
    value: float
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A count or an amount as a source's claim."""

    measure: str
    """What is counted, as the word lists of figures have it: `killed`, `troops`, `money` …"""
    value: float
    words: Part
    """The words that tell it, in one stretch."""
    unit: str = ""
    """What it is counted in: `people`, `%`, a currency's code (`USD`)."""
    parts: tuple[Quantity, ...] = ()
    source: Actor | None = None
    """Who is given as its source; None where the article claims it itself."""
    as_of: Said = Said()
    place: str | None = None
    inside: str | None = None
    """Id of the statement in whose content it is told."""
    why: tuple[str, ...] = ()

    @property
    def adds_up(self) -> bool | None:
        """Whether the parts make the whole; None where fewer than two are told."""
        return None if len(self.parts) < 2 else sum(part.value for part in self.parts) == self.value


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part in an event, over all articles that tell it."""

    person: str | None
    """Id of the person, body or country across articles; None where the name can be nobody's for sure."""
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Telling:
    """A happening with the head of its article, as one of those that tell of an event."""

    happening: Happening
    article: str
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    language: str = ""
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event, told by one place of an article or by many."""

    id: str
    what: str
    status: Status
    """How far it had come when it was told last."""
    parties: tuple[Party, ...] = ()
    start: str | None = None
    """First day on which it can have been, or is to be; None where nothing tells."""
    stop: str | None = None
    place: str | None = None
    tellings: tuple[Telling, ...] = ()
    """In order of publication."""

    @property
    def course(self) -> tuple[Telling, ...]:
        """The tellings with which its status changed, the first one among them."""
        first = (None, *self.tellings[:-1]) if self.tellings else ()
        pairs = zip(first, self.tellings, strict=True)
        return tuple(t for before, t in pairs if before is None or before.happening.status is not t.happening.status)

    @property
    def articles(self) -> int:
        """How many articles tell it."""
        return len({telling.article for telling in self.tellings})


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure as the record gives it back, with the head of its article and what the join knows of it."""

    id: str
    figure: Figure
    article: str
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    language: str = ""
    published: str | None = None
    person: str | None = None
    """Id of its source across articles."""
    question: str | None = None
    """Id that figures share which answer one question: the same measure, at one place and time."""
    rivals: int = 0
    """How many other values there are to that question."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is known of one article."""

    article: Article
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    happenings: tuple[Happening, ...] = ()
    figures: tuple[Figure, ...] = ()
