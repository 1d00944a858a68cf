-- What is known of statements, as far as it matters for telling which of them are one saying; some statements
-- at a time; the person last. What people have rejected is no saying.
SELECT
  statement.number, statement.id, statement.kind, statement.said_from, statement.said_to, statement.said_basis,
  statement.speaker_kind, statement.inside, statement.headline, statement.n, article.id AS article, article.language,
  article.published, coalesce(copy.story, article.id) AS story, attribution.person
FROM statement
JOIN article ON article.number = statement.article
LEFT JOIN attribution ON attribution.statement = statement.number
LEFT JOIN copy ON copy.article = statement.article
WHERE statement.number > :after
AND statement.number NOT IN (SELECT statement FROM settled WHERE decision = 'reject')
ORDER BY statement.number
LIMIT :limit
