-- The search index of the statement table made anew from the table.
INSERT INTO statement_fts (statement_fts) VALUES ('rebuild')
