-- What hangs on a condition, and how; SQLite widens a CHECK only by making the table anew.
CREATE TABLE part_before AS SELECT * FROM part;
DROP TABLE part;
CREATE TABLE part (
  statement INTEGER NOT NULL REFERENCES statement (number) ON DELETE CASCADE,
  name TEXT NOT NULL,
  n INTEGER NOT NULL,
  stretch INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (statement, name, n, stretch),
  CHECK (name IN ('content', 'cue', 'source', 'addressee', 'venue', 'condition', 'promise', 'said')),
  CHECK (0 <= start AND start < stop)
) STRICT, WITHOUT ROWID;
INSERT INTO part SELECT * FROM part_before;
DROP TABLE part_before;

CREATE TABLE condition (
  statement INTEGER NOT NULL REFERENCES statement (number) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  tie TEXT NOT NULL,
  PRIMARY KEY (statement, n)
) STRICT, WITHOUT ROWID;

-- Until now every condition was told as a plain one.
INSERT INTO condition SELECT DISTINCT statement, n, 'if' FROM part WHERE name = 'condition';

-- Whom a source may mean, and what may be the date of an article; unknown of what was read before.
ALTER TABLE article ADD COLUMN dates TEXT NOT NULL DEFAULT '[]';
ALTER TABLE statement ADD COLUMN candidates TEXT NOT NULL DEFAULT '[]';
