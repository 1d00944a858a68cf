-- Whether the search index of corrected words has what the table has; fails where it has not.
INSERT INTO settled_fts (settled_fts, rank) VALUES ('integrity-check', 1)
