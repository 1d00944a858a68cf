-- The search index of corrected words made anew from the table.
INSERT INTO settled_fts (settled_fts) VALUES ('rebuild')
