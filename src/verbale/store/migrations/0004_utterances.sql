-- Statements of one saying.

CREATE TABLE utterance (
  id TEXT PRIMARY KEY NOT NULL,
  person TEXT,
  carriers INTEGER NOT NULL,
  independent INTEGER NOT NULL,
  languages TEXT NOT NULL,
  first TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE carrier (
  statement INTEGER PRIMARY KEY REFERENCES statement (number) ON DELETE CASCADE,
  utterance TEXT NOT NULL REFERENCES utterance (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  likeness REAL NOT NULL,
  how TEXT NOT NULL,
  copy INTEGER NOT NULL
) STRICT;

CREATE TABLE tie (
  pool TEXT NOT NULL,
  one INTEGER NOT NULL,
  two INTEGER NOT NULL,
  likeness REAL NOT NULL,
  margin REAL NOT NULL,
  PRIMARY KEY (pool, one, two)
) STRICT, WITHOUT ROWID;

CREATE TABLE pool (
  name TEXT PRIMARY KEY NOT NULL,
  state TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX carrier_utterance ON carrier (utterance, n);
CREATE INDEX utterance_person ON utterance (person);
