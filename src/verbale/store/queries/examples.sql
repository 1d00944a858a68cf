-- One place for each spelling that articles use for a person, the commonest spelling first.
SELECT mention.name, min(article.id || ':' || mention.n) AS place, count(*) AS times
FROM identity
JOIN mention ON mention.article = identity.article AND mention.n = identity.n
JOIN article ON article.number = identity.article
WHERE identity.person = :person
GROUP BY mention.name
ORDER BY times DESC, mention.name
LIMIT :limit
