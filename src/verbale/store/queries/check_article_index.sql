-- Whether the search index of the article table has what the table has; fails where it has not.
INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)
