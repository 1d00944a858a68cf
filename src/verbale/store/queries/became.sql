-- Who is meant now by the name of somebody whose id was given up: in the article that is kept with it, else wherever it stands?
SELECT person.id
FROM former
JOIN article ON article.id = former.article
JOIN mention ON mention.article = article.number AND mention.name = former.name
JOIN identity ON identity.article = mention.article AND identity.n = mention.n
JOIN person ON person.id = identity.person AND person.kind = former.kind
WHERE former.id = :id
UNION ALL
SELECT person.id
FROM former
JOIN article ON article.id = former.article
JOIN statement ON statement.article = article.number
LEFT JOIN settled ON settled.statement = statement.number
JOIN attribution ON attribution.statement = statement.number
JOIN person ON person.id = attribution.person AND person.kind = former.kind
WHERE former.id = :id AND coalesce(settled.speaker, statement.speaker) = former.name
UNION ALL
SELECT person.id
FROM former
JOIN person_name ON person_name.name = former.name
JOIN person ON person.id = person_name.person AND person.kind = former.kind
WHERE former.id = :id
LIMIT 1
