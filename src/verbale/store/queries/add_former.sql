-- By which name somebody is found again whose id is given up: the longest of those that the fewest bear.
INSERT INTO former (id, kind, name, article)
WITH
  sighted AS (
    SELECT mention.name, identity.article
    FROM identity JOIN mention ON mention.article = identity.article AND mention.n = identity.n
    WHERE identity.person = :id AND mention.name <> ''
    UNION
    SELECT coalesce(settled.speaker, statement.speaker), statement.article
    FROM attribution
    JOIN statement ON statement.number = attribution.statement
    LEFT JOIN settled ON settled.statement = statement.number
    WHERE attribution.person = :id
  ),
  named AS MATERIALIZED (
    SELECT name, (SELECT count(*) FROM person_name WHERE person_name.name = sighted.name) AS bearers
    FROM sighted GROUP BY name
  )
SELECT person.id, person.kind, named.name, article.id
FROM person
CROSS JOIN named
JOIN sighted ON sighted.name = named.name
JOIN article ON article.number = sighted.article
WHERE person.id = :id
ORDER BY named.bearers, length(named.name) DESC, named.name, article.id
LIMIT 1
ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, article = excluded.article
