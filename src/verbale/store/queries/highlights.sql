-- The contents of some statements, as they were corrected if they were, the words that were sought between two signs.
SELECT statement.id, highlight(statement_fts, 0, :open, :shut) AS words
FROM statement_fts JOIN statement ON statement.number = statement_fts.rowid
WHERE statement_fts MATCH :about AND statement_fts.rowid IN (SELECT value FROM json_each(:numbers))
  AND statement_fts.rowid NOT IN (SELECT statement FROM settled WHERE content IS NOT NULL)
UNION ALL
SELECT statement.id, highlight(settled_fts, 0, :open, :shut) AS words
FROM settled_fts JOIN statement ON statement.number = settled_fts.rowid
WHERE settled_fts MATCH :about AND settled_fts.rowid IN (SELECT value FROM json_each(:numbers))
