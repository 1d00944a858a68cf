-- The first record. What each table and column means is told in schema.sql.
CREATE TABLE article (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  path TEXT,
  url TEXT,
  outlet TEXT,
  title TEXT,
  author TEXT,
  language TEXT NOT NULL,
  published TEXT,
  published_basis TEXT NOT NULL,
  dateline_start INTEGER,
  dateline_stop INTEGER,
  dateline_place TEXT,
  dateline_date TEXT,
  dateline_agency TEXT,
  agencies TEXT NOT NULL,
  text TEXT NOT NULL,
  added TEXT NOT NULL,
  reader TEXT NOT NULL
) STRICT;
CREATE TABLE block (
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  role TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  repeats INTEGER,
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE mention (
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  gender TEXT NOT NULL,
  number TEXT NOT NULL,
  pronoun INTEGER NOT NULL,
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE statement (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  speaker TEXT,
  speaker_kind TEXT,
  speaker_role TEXT,
  speaker_score REAL,
  speaker_decider TEXT,
  speaker_start INTEGER,
  speaker_stop INTEGER,
  said_from TEXT,
  said_to TEXT,
  said_basis TEXT NOT NULL,
  venue_kind TEXT,
  venue_place TEXT,
  headline INTEGER NOT NULL,
  implicit INTEGER NOT NULL,
  unquoted INTEGER NOT NULL,
  inside TEXT REFERENCES statement (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  rule TEXT NOT NULL,
  score REAL NOT NULL,
  why TEXT NOT NULL,
  first_day TEXT,
  last_day TEXT
) STRICT;
CREATE TABLE part (
  statement INTEGER NOT NULL REFERENCES statement (number) ON DELETE CASCADE,
  name TEXT NOT NULL,
  n INTEGER NOT NULL,
  stretch INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (statement, name, n, stretch),
  CHECK (name IN ('content', 'cue', 'source', 'addressee', 'venue', 'condition', 'said')),
  CHECK (0 <= start AND start < stop)
) STRICT, WITHOUT ROWID;
CREATE TABLE relay (
  statement INTEGER NOT NULL REFERENCES statement (number) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (statement, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE problem (
  number INTEGER PRIMARY KEY,
  article INTEGER REFERENCES article (number) ON DELETE CASCADE,
  code TEXT NOT NULL,
  stage TEXT NOT NULL,
  words TEXT NOT NULL,
  start INTEGER,
  stop INTEGER,
  path TEXT
) STRICT;
CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE attribution (
  statement INTEGER PRIMARY KEY REFERENCES statement (number) ON DELETE CASCADE,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX article_url ON article (url);
CREATE INDEX article_outlet ON article (outlet);
CREATE INDEX article_published ON article (published);
CREATE INDEX statement_article ON statement (article, n);
CREATE INDEX statement_speaker ON statement (speaker, speaker_kind);
CREATE INDEX statement_days ON statement (last_day, first_day);
CREATE INDEX statement_inside ON statement (inside);
CREATE INDEX attribution_person ON attribution (person);
CREATE INDEX problem_article ON problem (article);
CREATE UNIQUE INDEX problem_alone ON problem (ifnull(path, ''), code, stage, words, ifnull(start, -1), ifnull(stop, -1))
WHERE article IS NULL;
CREATE VIRTUAL TABLE statement_fts USING fts5 (
  content,
  content="statement", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE article_fts USING fts5 (
  title,
  text,
  content="article", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
);
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
