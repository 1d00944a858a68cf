-- Which statements have these words, as they were corrected if they were? All numbers in one string.
SELECT string_agg(CAST(number AS text), ',') AS numbers
FROM (
  SELECT number FROM statement_found(:about) WHERE number NOT IN (SELECT statement FROM settled WHERE content IS NOT NULL)
  UNION ALL
  SELECT number FROM settled_found(:about)
) AS found
