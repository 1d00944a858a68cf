-- Who each mention is, and each speaker; those of statement n are numbered -1 - n.
SELECT article.id AS article, identity.n, identity.person
FROM identity JOIN article ON article.number = identity.article
UNION ALL
SELECT article.id, -1 - statement.n, attribution.person
FROM attribution
JOIN statement ON statement.number = attribution.statement
JOIN article ON article.number = statement.article
