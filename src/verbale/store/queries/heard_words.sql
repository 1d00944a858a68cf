-- The statements of these numbers with all that matters for comparing them.
SELECT
  statement.number, statement.id, statement.kind, statement.content, statement.said_from, statement.said_to,
  statement.said_basis, statement.speaker_kind, statement.inside, statement.headline, statement.n, article.id AS article,
  article.language, article.published, attribution.person, coalesce(copy.story, article.id) AS story
FROM statement
JOIN article ON article.number = statement.article
LEFT JOIN attribution ON attribution.statement = statement.number
LEFT JOIN copy ON copy.article = statement.article
WHERE statement.number IN (SELECT value FROM json_each(:numbers))
AND statement.number NOT IN (SELECT statement FROM settled WHERE decision = :without)
