-- All happenings, without those told in what people have rejected.
SELECT number
FROM happening
WHERE inside IS NULL OR inside NOT IN (
  SELECT statement.id FROM settled JOIN statement ON statement.number = settled.statement WHERE settled.decision = 'reject'
)
ORDER BY number
