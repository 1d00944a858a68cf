-- Whether the search index of the statement table has what the table has; fails where it has not.
INSERT INTO statement_fts (statement_fts, rank) VALUES ('integrity-check', 1)
