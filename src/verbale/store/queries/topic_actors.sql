-- Who says most on a topic: countries and unions with all who speak for them, persons and bodies that speak for none?
-- What people have rejected is not counted.
SELECT coalesce(side.code, attribution.person) AS value, person.name, side.code, count(*) AS times
FROM about
JOIN attribution ON attribution.statement = about.statement
JOIN person ON person.id = attribution.person
LEFT JOIN side ON side.person = attribution.person
WHERE about.topic = :topic
AND about.statement NOT IN (SELECT statement FROM settled WHERE decision = 'reject')
GROUP BY value
ORDER BY times DESC, value
LIMIT :limit
