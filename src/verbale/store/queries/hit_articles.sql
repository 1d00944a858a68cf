-- Which articles have these words? All numbers in one string.
SELECT group_concat(rowid) AS numbers FROM article_fts WHERE article_fts MATCH :about
