-- Which statements have these words, as they were corrected if they were? All numbers in one string.
SELECT group_concat(number) AS numbers
FROM (
  SELECT rowid AS number FROM statement_fts
  WHERE statement_fts MATCH :about AND rowid NOT IN (SELECT statement FROM settled WHERE content IS NOT NULL)
  UNION ALL
  SELECT rowid FROM settled_fts WHERE settled_fts MATCH :about
)
