-- Who a mention is, or the speaker of statement -1 - n: what stands there, and the person.
SELECT mention.name, mention.role, identity.person
FROM mention
JOIN article ON article.number = mention.article
LEFT JOIN identity ON identity.article = mention.article AND identity.n = mention.n
WHERE article.id = :article AND mention.n = :n
UNION ALL
SELECT statement.speaker, statement.speaker_role, attribution.person
FROM statement
JOIN article ON article.number = statement.article
LEFT JOIN attribution ON attribution.statement = statement.number
WHERE article.id = :article AND statement.n = -1 - :n AND statement.speaker IS NOT NULL
