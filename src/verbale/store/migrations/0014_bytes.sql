-- The bytes that articles came from, and a hash of each text. Nothing is known of what was read before.

CREATE TABLE origin (
  article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
  text_sha256 TEXT NOT NULL,
  form TEXT NOT NULL,
  given TEXT NOT NULL,
  known_as TEXT
) STRICT;
CREATE INDEX origin_known_as ON origin (known_as);

CREATE TABLE raw (
  sha256 TEXT PRIMARY KEY NOT NULL,
  data BLOB NOT NULL
) STRICT;
