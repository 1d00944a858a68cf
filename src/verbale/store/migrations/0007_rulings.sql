-- What people rule on statements, and what holds of it.

CREATE TABLE ruling (
  id TEXT PRIMARY KEY NOT NULL,
  decision TEXT NOT NULL,
  who TEXT NOT NULL,
  moment TEXT NOT NULL,
  statement TEXT NOT NULL,
  words TEXT NOT NULL,
  speaker TEXT,
  speaker_kind TEXT,
  parts TEXT NOT NULL,
  undoes TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE settled (
  statement INTEGER PRIMARY KEY REFERENCES statement (number) ON DELETE CASCADE,
  ruling TEXT NOT NULL REFERENCES ruling (id) ON DELETE CASCADE,
  decision TEXT NOT NULL,
  speaker TEXT
) STRICT;
CREATE INDEX ruling_statement ON ruling (statement);
CREATE INDEX settled_ruling ON settled (ruling);
