-- Events and figures: as articles tell them, and as joined.

CREATE TABLE happening (
  number INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  what TEXT NOT NULL,
  status TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  words TEXT NOT NULL,
  trigger_start INTEGER NOT NULL,
  trigger_stop INTEGER NOT NULL,
  when_from TEXT,
  when_to TEXT,
  when_basis TEXT NOT NULL,
  when_start INTEGER,
  when_stop INTEGER,
  when_words TEXT,
  place TEXT,
  inside TEXT REFERENCES statement (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  why TEXT NOT NULL,
  UNIQUE (article, n),
  CHECK (0 <= start AND start < stop)
) STRICT;
CREATE TABLE happening_actor (
  happening INTEGER NOT NULL REFERENCES happening (number) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (happening, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE figure (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  measure TEXT NOT NULL,
  value REAL NOT NULL,
  unit TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  words TEXT NOT NULL,
  source_start INTEGER,
  source_stop INTEGER,
  source_name TEXT,
  source_kind TEXT,
  when_from TEXT,
  when_to TEXT,
  when_basis TEXT NOT NULL,
  when_start INTEGER,
  when_stop INTEGER,
  when_words TEXT,
  place TEXT,
  inside TEXT REFERENCES statement (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  why TEXT NOT NULL,
  UNIQUE (article, n),
  CHECK (0 <= start AND start < stop)
) STRICT;
CREATE TABLE figure_part (
  figure INTEGER NOT NULL REFERENCES figure (number) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  name TEXT NOT NULL,
  value REAL NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  PRIMARY KEY (figure, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE event (
  id TEXT PRIMARY KEY NOT NULL,
  what TEXT NOT NULL,
  status TEXT NOT NULL,
  when_from TEXT,
  when_to TEXT,
  place TEXT,
  first_day TEXT,
  last_day TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE event_party (
  event TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  person TEXT,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_telling (
  event TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  happening INTEGER NOT NULL UNIQUE REFERENCES happening (number) ON DELETE CASCADE,
  PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE claim (
  figure INTEGER PRIMARY KEY REFERENCES figure (number) ON DELETE CASCADE,
  person TEXT,
  question TEXT
) STRICT;

CREATE INDEX happening_inside ON happening (inside);
CREATE INDEX figure_inside ON figure (inside);
CREATE INDEX event_days ON event (last_day, first_day);
CREATE INDEX event_party_person ON event_party (person);
CREATE INDEX claim_question ON claim (question);
