-- As the step of that name, without what only SQLite knows; there were no records on servers then.
CREATE TABLE former (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  article TEXT NOT NULL
) STRICT, WITHOUT ROWID;
ALTER TABLE settled ADD COLUMN content TEXT;
