-- Which persons and bodies do the articles added last name that name one person, and how many of these each?
WITH own AS MATERIALIZED (SELECT DISTINCT article FROM identity WHERE person = :person ORDER BY article DESC LIMIT :articles)
SELECT person.name, count(DISTINCT identity.article) AS times
FROM own
JOIN identity ON identity.article = own.article
JOIN person ON person.id = identity.person
WHERE identity.person <> :person AND person.kind IN ('person', 'organisation')
GROUP BY person.id
ORDER BY times DESC, person.name
LIMIT :limit
