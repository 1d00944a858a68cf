-- The contents of some statements, the words that were sought between two signs.
SELECT statement.id, highlight(statement_fts, 0, :open, :shut) AS words
FROM statement_fts JOIN statement ON statement.number = statement_fts.rowid
WHERE statement_fts MATCH :about AND statement_fts.rowid IN (SELECT value FROM json_each(:numbers))
