-- Which persons and bodies do the articles name that name one person, and how many of them each?
SELECT person.name, count(DISTINCT identity.article) AS times
FROM identity AS own
JOIN identity ON identity.article = own.article AND identity.person <> own.person
JOIN person ON person.id = identity.person
WHERE own.person = :person AND person.kind IN ('person', 'organisation')
GROUP BY person.id
ORDER BY times DESC, person.name
LIMIT :limit
