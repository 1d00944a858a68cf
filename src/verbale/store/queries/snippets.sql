-- A few words of some articles around those that were sought, these between two signs.
SELECT rowid AS number, snippet(article_fts, -1, :open, :shut, '…', 32) AS words
FROM article_fts
WHERE article_fts MATCH :about AND rowid IN (SELECT value FROM json_each(:numbers))
