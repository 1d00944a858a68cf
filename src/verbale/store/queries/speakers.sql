-- How many statements has each speaker, under the name the join gave, else as the article names them?
SELECT coalesce(person.name, statement.speaker) AS value, count(*) AS times
FROM statement
LEFT JOIN attribution ON attribution.statement = statement.number
LEFT JOIN person ON person.id = attribution.person
GROUP BY coalesce(person.id, statement.speaker), coalesce(person.name, statement.speaker)
ORDER BY times DESC, value NULLS FIRST
