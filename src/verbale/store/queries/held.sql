-- What have these persons said about a topic, with the days on which it may have been said? What is undated is left out, for
-- it stands in no order, and so is what people have rejected.
SELECT statement.number, statement.first_day, statement.last_day
FROM attribution
JOIN statement ON statement.number = attribution.statement
JOIN about ON about.statement = statement.number
WHERE attribution.person IN (SELECT value FROM json_each(:persons)) AND about.topic = :topic AND statement.last_day IS NOT NULL
AND statement.last_day >= :since
AND statement.first_day <= :until
  AND statement.number NOT IN (SELECT statement FROM settled WHERE decision = 'reject')
ORDER BY statement.last_day, statement.first_day, statement.id
