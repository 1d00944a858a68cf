-- Everything Verbale keeps, in one SQLite file.
--
-- Three kinds of rows. Observed rows (article, block, mention, statement, part, condition, relay, happening, figure
-- and what is theirs, origin, raw, problem) are written once, when an article is added, and never changed. Told rows (judgement,
-- known, topic, medium) come from people and from files of what others know, and outlive every join. Derived rows (person and
-- all that points at it, doubt, copy, event and what is its, claim, act, about) follow from the two others and are dropped
-- and made anew by every join; acts and topics, which hang on one article alone, only where they are missing or their
-- words have changed. A person keeps the id that the join before gave to most of its mentions, an event that of most of
-- its tellings; ids of persons that are given up stand in former. The search indices follow their tables by triggers.
--
-- Every start and stop is a half-open range [start, stop) of Unicode code points in `article.text`. SQLite counts
-- characters from 1: the words of a span are `substr(text, start + 1, stop - start)`.

-- docs/generate.py writes docs/record.md from the comments here: what stands above a table or view tells of it, and each
-- column says what it means on its own line.

-- ------------------------------------------------------------------------------------------------ observed

-- Every text that was read, one row a version: when the text behind a URL changes, the new text is a row of its own and
-- both stay, each with the moment it was added.
CREATE TABLE article (
  number INTEGER PRIMARY KEY,      -- the article within this file; another file may number it differently
  id TEXT NOT NULL UNIQUE,         -- stable name of the article, the same in every file
  sha256 TEXT NOT NULL,            -- SHA-256 of the bytes it came from, hexadecimal; empty if it came as text
  path TEXT,                       -- file it came from, as given
  url TEXT,                        -- address of its page
  outlet TEXT,                     -- who published it
  title TEXT,                      -- its headline
  author TEXT,                     -- who signed it
  language TEXT NOT NULL,          -- language code, such as en, ru, uk
  published TEXT,                  -- when it was published: 2031, 2031-05, 2031-05-09 or 2031-05-09T14:30
  published_basis TEXT NOT NULL,   -- how that is known: given, found, text or unknown
  dateline_start INTEGER,          -- the dateline, LIMA, October 7. /AGENCY/., begins here; null where there is none
  dateline_stop INTEGER,           -- and ends here
  dateline_place TEXT,             -- place in the dateline
  dateline_date TEXT,              -- date in the dateline
  dateline_agency TEXT,            -- agency in the dateline
  agencies TEXT NOT NULL,          -- agencies that a credit line or dateline names, a JSON list, as written
  text TEXT NOT NULL,              -- the whole text, as it was decoded; nothing in it is ever rewritten
  added TEXT NOT NULL,             -- moment of adding, UTC: 2031-05-09T14:30:00Z
  reader TEXT NOT NULL,            -- version of Verbale that read it, and behind a + that of the outlets it was told of; empty if unknown
  dates TEXT NOT NULL DEFAULT '[]' -- all that might be its date of publication, a JSON list of [date, basis]
) STRICT;

-- The lines of an article and what each is for. Page furniture is marked here, never cut from the text.
CREATE TABLE block (
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE, -- number of the article
  n INTEGER NOT NULL,              -- place in the article, from 0
  role TEXT NOT NULL,              -- title, deck, byline, date, body, caption or furniture
  start INTEGER NOT NULL,          -- first character
  stop INTEGER NOT NULL,           -- end of the line
  repeats INTEGER,                 -- n of an earlier block that says the same words
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;

-- Phrases that name or describe somebody: full names, offices, pronouns.
CREATE TABLE mention (
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE, -- number of the article
  n INTEGER NOT NULL,              -- place among the mentions of the article, from 0
  start INTEGER NOT NULL,          -- first character
  stop INTEGER NOT NULL,           -- end of the phrase
  kind TEXT NOT NULL,              -- person, organisation, country, place, document or unnamed
  name TEXT NOT NULL,              -- the name in its basic form; empty for a pronoun or a bare office
  role TEXT NOT NULL,              -- the office written beside the name, in its basic form
  gender TEXT NOT NULL,            -- grammatical gender; empty if unknown
  number TEXT NOT NULL,            -- grammatical number; empty if unknown
  pronoun INTEGER NOT NULL,        -- 1 for a pronoun
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;

-- Who said what: one row for each content that an article attributes to somebody. Its words stand in `part`.
CREATE TABLE statement (
  number INTEGER PRIMARY KEY,      -- the statement within this file; another file may number it differently
  id TEXT NOT NULL UNIQUE,         -- stable name of the statement, the same in every file and after reading again
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE, -- number of the article it stands in
  n INTEGER NOT NULL,              -- place among the statements of the article, from 0
  start INTEGER NOT NULL,          -- first character of the content
  stop INTEGER NOT NULL,           -- end of the content; between the two there may be words that are no part of it
  kind TEXT NOT NULL,              -- direct, indirect or mixed
  content TEXT NOT NULL,           -- what was said; stretches are joined by " … "
  speaker TEXT,                    -- name of who said it; null when unknown, never guessed
  speaker_kind TEXT,               -- person, organisation, country, place, document or unnamed; null with the name
  speaker_role TEXT,               -- office of the speaker
  speaker_score REAL,              -- how likely it is the right one, 0 to 1; null with the name
  speaker_decider TEXT,            -- step that decided on the name; null with the name
  speaker_start INTEGER,           -- where the fullest form of the name stands
  speaker_stop INTEGER,            -- and where it ends
  said_from TEXT,                  -- first day on which it may have been said, as far as the article tells
  said_to TEXT,                    -- last such day
  said_basis TEXT NOT NULL,        -- how that is known: stated, article or unknown
  venue_kind TEXT,                 -- kind of occasion or channel; null where no venue is named
  venue_place TEXT,                -- where the occasion took place
  headline INTEGER NOT NULL,       -- 1 if it stands in the title or the deck
  implicit INTEGER NOT NULL,       -- 1 if carried on from the statement before, with neither cue nor source
  unquoted INTEGER NOT NULL,       -- 1 for a verbatim block without quotation marks
  inside TEXT REFERENCES statement (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, -- id of the statement in whose content it lies
  rule TEXT NOT NULL,              -- rule or model that made it
  score REAL NOT NULL,             -- how sure it is, 0 to 1
  why TEXT NOT NULL,               -- what decided, step by step, a JSON list of sentences
  first_day TEXT,                  -- for searching: first full day of said_from, else of publication
  last_day TEXT,                   -- for searching: last full day of said_to, else of publication
  candidates TEXT NOT NULL DEFAULT '[]' -- whom the source may mean, a JSON list of [name, how likely]; empty where nobody else comes into question
) STRICT;

-- The exact words of a statement: one row a stretch. `words` is what the article says from `start` to `stop`, checked
-- when it was written.
CREATE TABLE part (
  statement INTEGER NOT NULL REFERENCES statement (number) ON DELETE CASCADE, -- number of the statement
  name TEXT NOT NULL,              -- content, cue, source, addressee, venue, condition, promise or said
  n INTEGER NOT NULL,              -- which part of that name, from 0; only conditions and promises are several
  stretch INTEGER NOT NULL,        -- which stretch of the part, from 0
  start INTEGER NOT NULL,          -- first character
  stop INTEGER NOT NULL,           -- end of the stretch
  words TEXT NOT NULL,             -- the words between
  PRIMARY KEY (statement, name, n, stretch),
  CHECK (name IN ('content', 'cue', 'source', 'addressee', 'venue', 'condition', 'promise', 'said')),
  CHECK (0 <= start AND start < stop)
) STRICT, WITHOUT ROWID;

-- On which terms something was said: the condition stands in `part` under the same n, and what hangs on it as the promise of
-- that n, where its words are known.
CREATE TABLE condition (
  statement INTEGER NOT NULL REFERENCES statement (number) ON DELETE CASCADE, -- number of the statement
  n INTEGER NOT NULL,              -- n of its words in `part`
  tie TEXT NOT NULL,               -- if, unless, even if, or contrary for what is only imagined
  PRIMARY KEY (statement, n)
) STRICT, WITHOUT ROWID;

-- Media that carried a statement on its way to the article's own outlet.
CREATE TABLE relay (
  statement INTEGER NOT NULL REFERENCES statement (number) ON DELETE CASCADE, -- number of the statement
  n INTEGER NOT NULL,              -- 0 is nearest to the speaker
  name TEXT NOT NULL,              -- the medium, as named
  PRIMARY KEY (statement, n)
) STRICT, WITHOUT ROWID;

-- Events as single places of the articles tell them: meetings, proposals, decrees, attacks and so on, with how far each
-- has come.
CREATE TABLE happening (
  number INTEGER PRIMARY KEY,      -- the happening within this file
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE, -- number of the article
  n INTEGER NOT NULL,              -- place among the happenings of the article, from 0
  what TEXT NOT NULL,              -- kind of event, as the word lists of events have it: meeting, decree, attack
  status TEXT NOT NULL,            -- held, planned, proposed, possible, not planned, ruled out, called for or denied
  start INTEGER NOT NULL,          -- first character of the clause that tells it
  stop INTEGER NOT NULL,           -- end of the clause
  words TEXT NOT NULL,             -- the clause, checked when it was written
  trigger_start INTEGER NOT NULL,  -- first character of the word that names it
  trigger_stop INTEGER NOT NULL,   -- end of that word
  when_from TEXT,                  -- first day on which it can have been, or is to be
  when_to TEXT,                    -- last such day
  when_basis TEXT NOT NULL,        -- stated in the text, article or unknown
  when_start INTEGER,              -- the words that tell the date begin here; null where there are none
  when_stop INTEGER,               -- and end here
  when_words TEXT,                 -- those words
  place TEXT,                      -- where it was or is to be
  inside TEXT REFERENCES statement (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, -- id of the statement that tells it; null where the article itself does
  why TEXT NOT NULL,               -- what decided, a JSON list of sentences
  UNIQUE (article, n),
  CHECK (0 <= start AND start < stop)
) STRICT;

-- Who takes part in a happening.
CREATE TABLE happening_actor (
  happening INTEGER NOT NULL REFERENCES happening (number) ON DELETE CASCADE, -- number of the happening
  n INTEGER NOT NULL,              -- place among its actors, from 0
  start INTEGER NOT NULL,          -- first character of the words that name the actor there
  stop INTEGER NOT NULL,           -- end of those words
  name TEXT NOT NULL,              -- the name in its basic form
  kind TEXT NOT NULL,              -- person, organisation or country
  PRIMARY KEY (happening, n)
) STRICT, WITHOUT ROWID;

-- Counts and amounts as claims of a source: the dead, the wounded, troops, money, shares.
CREATE TABLE figure (
  number INTEGER PRIMARY KEY,      -- the figure within this file
  id TEXT NOT NULL UNIQUE,         -- stable name of the figure, the same in every file
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE, -- number of the article
  n INTEGER NOT NULL,              -- place among the figures of the article, from 0
  measure TEXT NOT NULL,           -- what is counted, as the word lists of figures have it: killed, troops, money
  value REAL NOT NULL,             -- how many or how much
  unit TEXT NOT NULL,              -- what it is counted in: people, %, USD; empty where nothing tells
  start INTEGER NOT NULL,          -- first character of the words that tell it
  stop INTEGER NOT NULL,           -- end of those words
  words TEXT NOT NULL,             -- the words, checked when they were written
  source_start INTEGER,            -- words that name its source begin here; null where the article claims it itself
  source_stop INTEGER,             -- and end here
  source_name TEXT,                -- name of the source
  source_kind TEXT,                -- person, organisation, country, place, document or unnamed
  when_from TEXT,                  -- first day for which it is claimed
  when_to TEXT,                    -- last such day
  when_basis TEXT NOT NULL,        -- stated in the text, article or unknown
  when_start INTEGER,              -- the words that tell that date begin here; null where there are none
  when_stop INTEGER,               -- and end here
  when_words TEXT,                 -- those words
  place TEXT,                      -- where it was counted
  inside TEXT REFERENCES statement (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, -- id of the statement that tells it
  why TEXT NOT NULL,               -- what decided, a JSON list of sentences
  UNIQUE (article, n),
  CHECK (0 <= start AND start < stop)
) STRICT;

-- The parts that a figure is told to be made of.
CREATE TABLE figure_part (
  figure INTEGER NOT NULL REFERENCES figure (number) ON DELETE CASCADE, -- number of the figure
  n INTEGER NOT NULL,              -- place among its parts, from 0
  name TEXT NOT NULL,              -- what is counted in this part
  value REAL NOT NULL,             -- how many
  start INTEGER NOT NULL,          -- first character of the words that tell it
  stop INTEGER NOT NULL,           -- end of those words
  PRIMARY KEY (figure, n)
) STRICT, WITHOUT ROWID;

-- What could not be read or is doubtful. Nothing is left out without a row here.
CREATE TABLE problem (
  number INTEGER PRIMARY KEY,      -- the problem within this file
  article INTEGER REFERENCES article (number) ON DELETE CASCADE, -- number of the article; null if there is none to point at
  code TEXT NOT NULL,              -- what is wrong, in a word
  stage TEXT NOT NULL,             -- step that met it
  words TEXT NOT NULL,             -- the words in question
  start INTEGER,                   -- where they stand; null if nowhere in particular
  stop INTEGER,                    -- and where they end
  path TEXT                        -- file it was met in, where the article does not tell
) STRICT;

-- Where each article comes from. One row an article, written with it.
CREATE TABLE origin (
  article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE, -- number of the article
  text_sha256 TEXT NOT NULL,       -- SHA-256 of its text in UTF-8, hexadecimal: tells whether it is still as it was read
  form TEXT NOT NULL,              -- what its bytes are: html, plain, json, pdf, docx or epub; empty where nothing is known of them
  given TEXT NOT NULL,             -- what was told beside them, a JSON list: url, outlet, published, title, author, language, id
  known_as TEXT                    -- the id it would have, were it new, since its text is another now; null while that is its own
) STRICT;

-- Bytes of articles, each once: pages and documents as they came, so that a later Verbale can make a better text of them.
-- Bytes that the text gives back by itself are not here.
CREATE TABLE raw (
  sha256 TEXT PRIMARY KEY NOT NULL, -- SHA-256 of the bytes, as in article
  data BLOB NOT NULL               -- the bytes, packed with zlib
) STRICT;

-- Pages and feeds of the web that were read, so that none is fetched again without need.
CREATE TABLE visit (
  url TEXT PRIMARY KEY NOT NULL,   -- the address that was asked for
  etag TEXT NOT NULL,              -- what the site called this version of the page; empty if it did not
  modified TEXT NOT NULL,          -- when the page changed last, in the words of the site; empty if it did not tell
  seen TEXT NOT NULL               -- moment of the last visit, UTC: 2031-05-09T14:30:00Z
) STRICT, WITHOUT ROWID;

-- ------------------------------------------------------------------------------------------------ told

-- What people judged about identities: a log that is only added to. A judgement is about names, not about persons, which
-- are made anew by every join; of two that contradict each other the newer holds.
CREATE TABLE judgement (
  id TEXT PRIMARY KEY NOT NULL,    -- stable name of the judgement, made from all it says
  verdict TEXT NOT NULL,           -- same, not the same, unsure, rename or undo
  who TEXT NOT NULL,               -- who judged
  moment TEXT NOT NULL,            -- when, UTC: 2031-05-09T14:30:00Z
  one_kind TEXT,                   -- kind of the first name: person, organisation, country or place; null for undo
  one_name TEXT,                   -- the first name; null for undo
  one_article TEXT,                -- id of the article whose use of it is meant; empty for wherever it stands
  two_kind TEXT,                   -- kind of the second name; null for rename and undo
  two_name TEXT,                   -- the second name
  two_article TEXT,                -- as one_article
  name TEXT NOT NULL,              -- the name to go by, of a rename; else empty
  undoes TEXT NOT NULL             -- id of the judgement that an undo takes back; else empty
) STRICT, WITHOUT ROWID;

-- What people ruled on single statements: a log that is only added to. A ruling is about the id of a statement, which reading
-- again gives to the same words of the same article; of several on one statement the newest holds.
CREATE TABLE ruling (
  id TEXT PRIMARY KEY NOT NULL,    -- stable name of the ruling, made from all it says
  decision TEXT NOT NULL,          -- accept, correct, reject or undo
  who TEXT NOT NULL,               -- who ruled
  moment TEXT NOT NULL,            -- when, UTC: 2031-05-09T14:30:00Z
  statement TEXT NOT NULL,         -- id of the statement; empty for an undo
  words TEXT NOT NULL,             -- its content as it was read then
  speaker TEXT,                    -- the right speaker; empty where nobody can know; null where it was read rightly
  speaker_kind TEXT,               -- person, organisation, country, place, document or unnamed; null with the name
  parts TEXT NOT NULL,             -- the right content, cue and source where they were read wrongly, a JSON object of [[start, stop, words]]
  undoes TEXT NOT NULL             -- id of the ruling that an undo takes back; else empty
) STRICT, WITHOUT ROWID;

-- What others know of persons and bodies, as imported. A later import replaces rows of the same id.
CREATE TABLE known (
  id TEXT PRIMARY KEY NOT NULL,    -- the source and its id: wikidata:Q1
  kind TEXT NOT NULL,              -- person, organisation or country
  names TEXT NOT NULL,             -- all names, the main one first, a JSON list
  gender TEXT NOT NULL,            -- Masc or Fem; empty if unknown
  posts TEXT NOT NULL,             -- offices, a JSON list of [role, language, from, to]
  also TEXT NOT NULL,              -- ids of the same one in other sources, a JSON list
  added TEXT NOT NULL              -- moment of importing, UTC: 2031-05-09T14:30:00Z
) STRICT, WITHOUT ROWID;

-- Topics that a user has brought in beside those that ship with Verbale. One with the id of a shipped topic takes its place.
CREATE TABLE topic (
  id TEXT PRIMARY KEY NOT NULL,    -- short name, the same in every language
  names TEXT NOT NULL,             -- its name by language, a JSON object
  words TEXT NOT NULL,             -- its phrases by language, a JSON object of lists
  examples TEXT NOT NULL,          -- sentences about it, a JSON list
  added TEXT NOT NULL              -- moment of importing, UTC: 2031-05-09T14:30:00Z
) STRICT, WITHOUT ROWID;

-- Outlets that a user has told of, beside those that ship with Verbale and before them: what `--outlets` named last.
CREATE TABLE medium (
  name TEXT PRIMARY KEY NOT NULL,  -- the name it is shown under
  country TEXT NOT NULL,           -- two letters, as in ISO 3166; empty where not told, as the next two
  language TEXT NOT NULL,          -- in which it mainly speaks
  kind TEXT NOT NULL,              -- agency, newspaper, magazine, channel, radio or site
  also TEXT NOT NULL,              -- other names and spellings, a JSON list
  domains TEXT NOT NULL,           -- addresses of its sites, a JSON list
  added TEXT NOT NULL              -- moment of telling, UTC: 2031-05-09T14:30:00Z
) STRICT, WITHOUT ROWID;

-- ------------------------------------------------------------------------------------------------ derived

-- Who is who over all articles: persons, bodies, countries and places, under all their names.
CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL,    -- stable name of the person, made from kind and name when it was first joined
  name TEXT NOT NULL,              -- the name to go by: the usual full spelling, or the one that a judgement gave
  kind TEXT NOT NULL,              -- person, organisation, country or place
  gender TEXT NOT NULL,            -- grammatical gender as most mentions tell it; empty if unknown
  first TEXT NOT NULL,             -- month of the first article that names it, 2031-05; empty where undated
  last TEXT NOT NULL,              -- month of the last such article
  articles INTEGER NOT NULL,       -- how many articles name it
  mentions INTEGER NOT NULL        -- how often they name it, its statements counted again
) STRICT, WITHOUT ROWID;

-- The spellings of each name, in all languages and alphabets of the articles.
CREATE TABLE person_name (
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- id of the person
  name TEXT NOT NULL,              -- the spelling
  times INTEGER NOT NULL,          -- how often it stands in the articles
  PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;

-- Who bore an id that a join gave up, since two were made one: by a name, so that the id leads to whoever is meant by it now.
-- Kept over joins.
CREATE TABLE former (
  id TEXT PRIMARY KEY NOT NULL,    -- id that the person had
  kind TEXT NOT NULL,              -- person, organisation, country or place
  name TEXT NOT NULL,              -- a name of the person then, one that nobody else bore where there was one
  article TEXT NOT NULL            -- id of an article that meant the person by that name
) STRICT, WITHOUT ROWID;

-- The ids that others have for a person, from what was imported.
CREATE TABLE person_known (
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- id of the person
  n INTEGER NOT NULL,              -- place among its ids, from 0
  id TEXT NOT NULL,                -- the source and its id: wikidata:Q1
  PRIMARY KEY (person, n)
) STRICT, WITHOUT ROWID;

-- The offices that articles give to a person, with the months in which they do.
CREATE TABLE tenure (
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- id of the person
  n INTEGER NOT NULL,              -- place among its offices, from 0, the most named first
  role TEXT NOT NULL,              -- the office in the words used most
  office TEXT NOT NULL,            -- what it is over languages, such as foreign (IT); empty where that cannot be told
  first TEXT NOT NULL,             -- first month in which an article gives it, 2031-05; empty where undated
  last TEXT NOT NULL,              -- last such month
  times INTEGER NOT NULL,          -- in how many articles it stands
  PRIMARY KEY (person, n)
) STRICT, WITHOUT ROWID;

-- Which person each mention is. A mention that can be nobody's for sure has no row.
CREATE TABLE identity (
  article INTEGER NOT NULL,        -- number of the article
  n INTEGER NOT NULL,              -- n of the mention
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- id of the person
  PRIMARY KEY (article, n),
  FOREIGN KEY (article, n) REFERENCES mention (article, n) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Which person each statement belongs to. A statement without a speaker, or by one who is nobody's for sure, has no row.
CREATE TABLE attribution (
  statement INTEGER PRIMARY KEY REFERENCES statement (number) ON DELETE CASCADE, -- number of the statement
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE -- id of the person who said it
) STRICT;

-- Pairs of names that may be one person's: worth a look, best first.
CREATE TABLE doubt (
  n INTEGER PRIMARY KEY,           -- place in the list, from 0
  one_kind TEXT NOT NULL,          -- kind of the first name
  one_name TEXT NOT NULL,          -- the first name
  one_article TEXT NOT NULL,       -- id of the article whose use of it is meant; empty for wherever it stands
  two_kind TEXT NOT NULL,          -- kind of the second name
  two_name TEXT NOT NULL,          -- the second name
  two_article TEXT NOT NULL,       -- as one_article
  score REAL NOT NULL,             -- how much speaks for one person, 0 to 1
  times INTEGER NOT NULL,          -- how many mentions hang on it
  why TEXT NOT NULL                -- what speaks for it and against, a JSON list of sentences
) STRICT;

-- Articles that carry one text, quotations left out: a wire story and those who took it over. An article whose text
-- stands alone has no row.
CREATE TABLE copy (
  article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE, -- number of the article
  story TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE, -- id of the article that was published first with this text
  likeness REAL NOT NULL           -- share of the text, in runs of four words, that it has in common with that one, 0 to 1
) STRICT;

-- Events over all articles: what several places tell of one meeting, decree or attack is one row.
CREATE TABLE event (
  id TEXT PRIMARY KEY NOT NULL,    -- stable name of the event, made from its first telling when it was first joined
  what TEXT NOT NULL,              -- kind of event
  status TEXT NOT NULL,            -- how far it had come when it was told last
  when_from TEXT,                  -- first day on which it can have been, or is to be; null where nothing tells
  when_to TEXT,                    -- last such day
  place TEXT,                      -- where
  first_day TEXT,                  -- for searching: first day of it, else of the first publication that tells it
  last_day TEXT                    -- for searching: last day of it, else of the last publication that tells it
) STRICT, WITHOUT ROWID;

-- Who takes part in an event.
CREATE TABLE event_party (
  event TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE, -- id of the event
  n INTEGER NOT NULL,              -- place among its parties, from 0
  person TEXT,                     -- id of the person, body or country; null where the name can be nobody's for sure
  name TEXT NOT NULL,              -- the name to go by
  kind TEXT NOT NULL,              -- person, organisation or country
  PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;

-- Which happenings tell of an event, in order of publication: so its status can be followed over time.
CREATE TABLE event_telling (
  event TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE, -- id of the event
  n INTEGER NOT NULL,              -- place among its tellings, from 0
  happening INTEGER NOT NULL UNIQUE REFERENCES happening (number) ON DELETE CASCADE, -- number of the happening
  PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;

-- What the join knows of each figure: whose claim it is, and with which others it stands side by side.
CREATE TABLE claim (
  figure INTEGER PRIMARY KEY REFERENCES figure (number) ON DELETE CASCADE, -- number of the figure
  person TEXT,                     -- id of its source; null where that is nobody for sure
  question TEXT                    -- id that figures share which answer one question; null where nothing tells which
) STRICT;

-- One saying, however many articles carry it: each statement carries exactly one. It keeps its id over joins, as persons do.
CREATE TABLE utterance (
  id TEXT PRIMARY KEY NOT NULL,    -- stable name of the utterance, made from its first carrier when it was first joined
  person TEXT,                     -- id of the person who said it, as most carriers have it; null where unknown
  carriers INTEGER NOT NULL,       -- how many statements carry it
  independent INTEGER NOT NULL,    -- how many articles do, copies of one text counted once
  languages TEXT NOT NULL,         -- languages of its carriers, as in en, ru
  first TEXT                       -- when the first dated carrier was published
) STRICT, WITHOUT ROWID;

-- Which utterance each statement carries.
CREATE TABLE carrier (
  statement INTEGER PRIMARY KEY REFERENCES statement (number) ON DELETE CASCADE, -- number of the statement
  utterance TEXT NOT NULL REFERENCES utterance (id) ON DELETE CASCADE, -- id of the utterance
  n INTEGER NOT NULL,              -- place among its carriers in order of time, from 0
  likeness REAL NOT NULL,          -- share of the words that it has in common with the most alike earlier carrier, 0 to 1
  how TEXT NOT NULL,               -- by what it was joined: first, words, meaning, translation or judged
  copy INTEGER NOT NULL            -- 1 if an earlier carrier stands in the same article or in one of the same text
) STRICT;

-- Statements of about the same days are compared in one pool. What has not changed since need not be compared again, so
-- that the pairs that may be one saying are kept, packed: two numbers of statements in 8 bytes each, and in 4 bytes how much
-- more alike they are than was asked for, in ten-thousandths; all whole numbers with the least byte first.
CREATE TABLE pool (
  name TEXT PRIMARY KEY NOT NULL,  -- the pool: its days, or undated
  state TEXT NOT NULL,             -- a number that stands for all that is in it
  ties BLOB                        -- the pairs; null where the row stands for what people judged
) STRICT, WITHOUT ROWID;

-- What is done in saying each statement. Made for new statements by every join, and for all where the forms have changed.
CREATE TABLE act (
  statement INTEGER PRIMARY KEY REFERENCES statement (number) ON DELETE CASCADE, -- number of the statement
  code TEXT NOT NULL,              -- agree, consult, promise, concede, request, reject, accuse, deny, threaten, support, ask or report
  stance TEXT NOT NULL,            -- open, conditional, closed or unclear
  target TEXT,                     -- name of the one towards whom, as the article has it; null where nothing tells
  target_n INTEGER,                -- n of the mention that names the target
  why TEXT NOT NULL                -- what decided, a JSON list of sentences
) STRICT;

-- The topics of each statement, the surest first. One that is about none of them has no row.
CREATE TABLE about (
  statement INTEGER NOT NULL REFERENCES statement (number) ON DELETE CASCADE, -- number of the statement
  n INTEGER NOT NULL,              -- place among its topics, from 0
  topic TEXT NOT NULL,             -- id of the topic
  why TEXT NOT NULL,               -- what decided, in a sentence
  PRIMARY KEY (statement, n)
) STRICT, WITHOUT ROWID;

-- The country or union that somebody speaks for by office, and each country itself.
CREATE TABLE side (
  person TEXT PRIMARY KEY NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- id of the person, body or country
  code TEXT NOT NULL,              -- two letters of the country, or EU, UN or NATO
  why TEXT NOT NULL                -- what decided, in a sentence
) STRICT, WITHOUT ROWID;

-- With which words and code the acts and topics here were made: others, and they are made anew.
CREATE TABLE made (
  what TEXT PRIMARY KEY NOT NULL,  -- acts or topics
  version TEXT NOT NULL            -- name of the words and the code
) STRICT, WITHOUT ROWID;

-- What holds of all rulings: one row a statement that was ruled on and is in the record.
CREATE TABLE settled (
  statement INTEGER PRIMARY KEY REFERENCES statement (number) ON DELETE CASCADE, -- number of the statement
  ruling TEXT NOT NULL REFERENCES ruling (id) ON DELETE CASCADE, -- id of the ruling that holds
  decision TEXT NOT NULL,          -- accept, correct or reject
  speaker TEXT,                    -- the right speaker; empty where nobody can know; null where it was read rightly
  content TEXT                     -- the right words of the content; null where they were read rightly
) STRICT;

-- ------------------------------------------------------------------------------------------------ indices

CREATE INDEX article_url ON article (url);
CREATE INDEX article_outlet ON article (outlet);
CREATE INDEX article_published ON article (published);
CREATE INDEX origin_known_as ON origin (known_as);
CREATE INDEX statement_article ON statement (article, n);
CREATE INDEX statement_speaker ON statement (speaker, speaker_kind);
CREATE INDEX statement_days ON statement (last_day, first_day);
CREATE INDEX statement_inside ON statement (inside);
CREATE INDEX attribution_person ON attribution (person);
CREATE INDEX identity_person ON identity (person);
CREATE INDEX person_name_name ON person_name (name);
CREATE INDEX problem_article ON problem (article);
CREATE INDEX copy_story ON copy (story);
CREATE INDEX ruling_statement ON ruling (statement);
CREATE INDEX settled_ruling ON settled (ruling);
CREATE INDEX carrier_utterance ON carrier (utterance, n);
CREATE INDEX utterance_person ON utterance (person);
CREATE INDEX happening_inside ON happening (inside);
CREATE INDEX figure_inside ON figure (inside);
CREATE INDEX event_days ON event (last_day, first_day);
CREATE INDEX event_party_person ON event_party (person);
CREATE INDEX claim_question ON claim (question);
CREATE INDEX act_code ON act (code);
CREATE INDEX about_topic ON about (topic, statement);
CREATE INDEX side_code ON side (code);
-- A problem without an article is kept once, however often the same source is tried.
CREATE UNIQUE INDEX problem_alone ON problem (ifnull(path, ''), code, stage, words, ifnull(start, -1), ifnull(stop, -1))
WHERE article IS NULL;

-- ------------------------------------------------------------------------------------------------ search

-- Words of contents, for searching: case and accents of Latin letters do not matter. The rowid is `statement.number`.
CREATE VIRTUAL TABLE statement_fts USING fts5 (
  -- Datasette knows a search index by these options, written just so.
  content, -- as in statement
  content="statement", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
);

-- Words of titles and texts, for searching. The rowid is `article.number`.
CREATE VIRTUAL TABLE article_fts USING fts5 (
  title, -- as in article
  text, -- as in article
  content="article", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
);

-- Words of contents that people corrected, for searching in the place of those that were read. The rowid is
-- `settled.statement`.
CREATE VIRTUAL TABLE settled_fts USING fts5 (
  content, -- as in settled
  content="settled", content_rowid="statement", tokenize="unicode61 remove_diacritics 2"
);

-- Triggers rather than the writer keep the indices in step: whatever program deletes or mends a row, search stays right.
CREATE TRIGGER statement_fts_add AFTER INSERT ON statement BEGIN
  INSERT INTO statement_fts (rowid, content) VALUES (new.number, new.content);
END;
CREATE TRIGGER statement_fts_drop AFTER DELETE ON statement BEGIN
  INSERT INTO statement_fts (statement_fts, rowid, content) VALUES ('delete', old.number, old.content);
END;
CREATE TRIGGER statement_fts_change AFTER UPDATE OF number, content ON statement BEGIN
  INSERT INTO statement_fts (statement_fts, rowid, content) VALUES ('delete', old.number, old.content);
  INSERT INTO statement_fts (rowid, content) VALUES (new.number, new.content);
END;
CREATE TRIGGER article_fts_add AFTER INSERT ON article BEGIN
  INSERT INTO article_fts (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER article_fts_drop AFTER DELETE ON article BEGIN
  INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER article_fts_change AFTER UPDATE OF number, title, text ON article BEGIN
  INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
  INSERT INTO article_fts (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER settled_fts_add AFTER INSERT ON settled BEGIN
  INSERT INTO settled_fts (rowid, content) VALUES (new.statement, new.content);
END;
CREATE TRIGGER settled_fts_drop AFTER DELETE ON settled BEGIN
  INSERT INTO settled_fts (settled_fts, rowid, content) VALUES ('delete', old.statement, old.content);
END;
CREATE TRIGGER settled_fts_change AFTER UPDATE OF statement, content ON settled BEGIN
  INSERT INTO settled_fts (settled_fts, rowid, content) VALUES ('delete', old.statement, old.content);
  INSERT INTO settled_fts (rowid, content) VALUES (new.statement, new.content);
END;

-- ------------------------------------------------------------------------------------------------ views

-- What a reader wants to see of a statement, in one flat row. Open the file in any SQLite browser and begin here.
CREATE VIEW said AS
SELECT
  statement.speaker AS speaker,              -- who said it; null when unknown
  statement.speaker_role AS role,            -- in which office
  statement.content AS content,              -- what was said
  statement.kind AS kind,                    -- direct, indirect or mixed
  statement.said_from AS said,               -- first day on which it may have been said
  statement.said_to AS said_to,              -- last such day
  (SELECT group_concat(words, ' … ') FROM part WHERE part.statement = statement.number AND part.name = 'cue') AS cue, -- words that tell of speaking
  (SELECT group_concat(words, ' … ') FROM part WHERE part.statement = statement.number AND part.name = 'source') AS source, -- words that name the speaker
  (SELECT group_concat(words, ' … ') FROM part WHERE part.statement = statement.number AND part.name = 'addressee') AS addressee, -- to whom
  (SELECT group_concat(words, ' … ') FROM part WHERE part.statement = statement.number AND part.name = 'venue') AS venue, -- on which occasion
  statement.venue_place AS place,            -- where
  (SELECT group_concat(words, ' … ') FROM part WHERE part.statement = statement.number AND part.name = 'condition') AS conditions, -- on which conditions
  (SELECT group_concat(name, ', ') FROM relay WHERE relay.statement = statement.number) AS relays, -- media that carried it
  article.outlet AS outlet,                  -- who published the article
  article.published AS published,            -- when it was published
  article.title AS title,                    -- headline of the article
  article.url AS url,                        -- address of the article
  statement.rule AS rule,                    -- rule or model that made the row
  statement.score AS score,                  -- how sure it is, 0 to 1
  statement.id AS statement,                 -- id of the statement
  article.id AS article,                     -- id of the article
  attribution.person AS person,              -- id of the person, once the record was joined
  act.code AS act,                           -- what is done in saying it, once the record was joined
  act.stance AS stance,                      -- open, conditional, closed or unclear
  (SELECT group_concat(topic, ', ') FROM about WHERE about.statement = statement.number) AS topics -- what it is about
FROM statement
JOIN article ON article.number = statement.article
LEFT JOIN attribution ON attribution.statement = statement.number
LEFT JOIN act ON act.statement = statement.number;
