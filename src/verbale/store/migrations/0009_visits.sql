-- Pages and feeds of the web that were read.

CREATE TABLE visit (
  url TEXT PRIMARY KEY NOT NULL,
  etag TEXT NOT NULL,
  modified TEXT NOT NULL,
  seen TEXT NOT NULL
) STRICT, WITHOUT ROWID;
