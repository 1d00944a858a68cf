-- The search index of the article table made anew from the table.
INSERT INTO article_fts (article_fts) VALUES ('rebuild')
