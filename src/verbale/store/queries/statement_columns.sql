-- What is counted and sorted of the next statements, in the order in which they were added.
SELECT
  statement.number, statement.article, statement.start, statement.stop, statement.kind,
  nullif(coalesce(settled.speaker, statement.speaker), '') AS speaker,
  CASE WHEN coalesce(settled.speaker, statement.speaker) <> '' THEN attribution.person END AS person,
  statement.first_day AS first, statement.last_day AS last, act.code AS act, act.stance
FROM statement
LEFT JOIN attribution ON attribution.statement = statement.number
LEFT JOIN settled ON settled.statement = statement.number
LEFT JOIN act ON act.statement = statement.number
WHERE statement.number > :after
ORDER BY statement.number
LIMIT :limit
