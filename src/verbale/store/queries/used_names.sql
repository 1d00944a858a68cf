-- Under which names do which articles name one person?
SELECT article.id AS article, mention.name
FROM identity
JOIN mention ON mention.article = identity.article AND mention.n = identity.n
JOIN article ON article.number = identity.article
WHERE identity.person = :person AND mention.name <> ''
GROUP BY article.id, mention.name
ORDER BY article.id, length(mention.name) DESC, mention.name
