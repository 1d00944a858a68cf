-- Persons over all articles: names, offices and identities of mentions; judgements; what others know.
-- What is derived is dropped: the next join makes it anew.
DROP VIEW said;
DROP TABLE attribution;
DROP TABLE person;
CREATE TABLE judgement (
  id TEXT PRIMARY KEY NOT NULL,
  verdict TEXT NOT NULL,
  who TEXT NOT NULL,
  moment TEXT NOT NULL,
  one_kind TEXT,
  one_name TEXT,
  one_article TEXT,
  two_kind TEXT,
  two_name TEXT,
  two_article TEXT,
  name TEXT NOT NULL,
  undoes TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE known (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  names TEXT NOT NULL,
  gender TEXT NOT NULL,
  posts TEXT NOT NULL,
  also TEXT NOT NULL,
  added TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  gender TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  articles INTEGER NOT NULL,
  mentions INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE person_name (
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE person_known (
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (person, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE tenure (
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  role TEXT NOT NULL,
  office TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (person, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE identity (
  article INTEGER NOT NULL,
  n INTEGER NOT NULL,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (article, n),
  FOREIGN KEY (article, n) REFERENCES mention (article, n) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE attribution (
  statement INTEGER PRIMARY KEY REFERENCES statement (number) ON DELETE CASCADE,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE
) STRICT;
CREATE TABLE doubt (
  n INTEGER PRIMARY KEY,
  one_kind TEXT NOT NULL,
  one_name TEXT NOT NULL,
  one_article TEXT NOT NULL,
  two_kind TEXT NOT NULL,
  two_name TEXT NOT NULL,
  two_article TEXT NOT NULL,
  score REAL NOT NULL,
  times INTEGER NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX attribution_person ON attribution (person);
CREATE INDEX identity_person ON identity (person);
CREATE INDEX person_name_name ON person_name (name);
CREATE VIEW said AS
SELECT
  statement.speaker AS speaker,
  statement.speaker_role AS role,
  statement.content AS content,
  statement.kind AS kind,
  statement.said_from AS said,
  statement.said_to AS said_to,
  (SELECT group_concat(words, ' … ') FROM part WHERE part.statement = statement.number AND part.name = 'cue') AS cue,
  (SELECT group_concat(words, ' … ') FROM part WHERE part.statement = statement.number AND part.name = 'source') AS source,
  (SELECT group_concat(words, ' … ') FROM part WHERE part.statement = statement.number AND part.name = 'addressee') AS addressee,
  (SELECT group_concat(words, ' … ') FROM part WHERE part.statement = statement.number AND part.name = 'venue') AS venue,
  statement.venue_place AS place,
  (SELECT group_concat(words, ' … ') FROM part WHERE part.statement = statement.number AND part.name = 'condition') AS conditions,
  (SELECT group_concat(name, ', ') FROM relay WHERE relay.statement = statement.number) AS relays,
  article.outlet AS outlet,
  article.published AS published,
  article.title AS title,
  article.url AS url,
  statement.rule AS rule,
  statement.score AS score,
  statement.id AS statement,
  article.id AS article,
  attribution.person AS person
FROM statement
JOIN article ON article.number = statement.article
LEFT JOIN attribution ON attribution.statement = statement.number;
