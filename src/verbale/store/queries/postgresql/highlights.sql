-- The contents of some statements, as they were corrected if they were, the words that were sought between two signs.
SELECT statement.id, marked(coalesce(settled.content, statement.content), :about, :open, :shut) AS words
FROM statement
LEFT JOIN settled ON settled.statement = statement.number
WHERE statement.number IN (SELECT value FROM numbers_of(:numbers)) AND statement.number IN (
  SELECT number FROM statement_found(:about) WHERE number NOT IN (SELECT statement FROM settled WHERE content IS NOT NULL)
  UNION ALL
  SELECT number FROM settled_found(:about)
)
