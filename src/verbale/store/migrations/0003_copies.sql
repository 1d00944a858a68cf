-- Articles that carry one text.

CREATE TABLE copy (
  article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
  story TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  likeness REAL NOT NULL
) STRICT;

CREATE INDEX copy_story ON copy (story);
