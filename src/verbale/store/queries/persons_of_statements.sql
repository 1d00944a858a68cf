-- Who the statements of an article are by.
SELECT statement.id, attribution.person
FROM attribution JOIN statement ON statement.number = attribution.statement
WHERE statement.article = :article
