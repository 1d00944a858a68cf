-- What is done in saying something, what it is about, and who speaks for whom.

CREATE TABLE topic (
  id TEXT PRIMARY KEY NOT NULL,
  names TEXT NOT NULL,
  words TEXT NOT NULL,
  examples TEXT NOT NULL,
  added TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE act (
  statement INTEGER PRIMARY KEY REFERENCES statement (number) ON DELETE CASCADE,
  code TEXT NOT NULL,
  stance TEXT NOT NULL,
  target TEXT,
  target_n INTEGER,
  why TEXT NOT NULL
) STRICT;

CREATE TABLE about (
  statement INTEGER NOT NULL REFERENCES statement (number) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  topic TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (statement, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE side (
  person TEXT PRIMARY KEY NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE made (
  what TEXT PRIMARY KEY NOT NULL,
  version TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX act_code ON act (code);
CREATE INDEX about_topic ON about (topic, statement);
CREATE INDEX side_code ON side (code);

DROP VIEW said;
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
  attribution.person AS person,
  act.code AS act,
  act.stance AS stance,
  (SELECT group_concat(topic, ', ') FROM about WHERE about.statement = statement.number) AS topics
FROM statement
JOIN article ON article.number = statement.article
LEFT JOIN attribution ON attribution.statement = statement.number
LEFT JOIN act ON act.statement = statement.number;
