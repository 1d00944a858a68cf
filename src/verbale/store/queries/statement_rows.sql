-- The statements of these numbers, with the heads of their articles.
SELECT
  statement.*, attribution.person, article.id AS article_id, article.path, article.sha256, article.url, article.outlet,
  article.title, article.language, article.published, person.name AS called, carrier.utterance AS same,
  (SELECT json_group_array(id) FROM person_known WHERE person_known.person = attribution.person) AS person_ids
FROM statement
JOIN article ON article.number = statement.article
LEFT JOIN attribution ON attribution.statement = statement.number
LEFT JOIN person ON person.id = attribution.person
LEFT JOIN carrier ON carrier.statement = statement.number
WHERE statement.number IN (SELECT value FROM json_each(:numbers))
