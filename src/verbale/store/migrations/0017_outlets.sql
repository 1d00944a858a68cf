-- Outlets that a user has told of.
CREATE TABLE medium (
  name TEXT PRIMARY KEY NOT NULL,
  country TEXT NOT NULL,
  language TEXT NOT NULL,
  kind TEXT NOT NULL,
  also TEXT NOT NULL,
  domains TEXT NOT NULL,
  added TEXT NOT NULL
) STRICT, WITHOUT ROWID;
