-- Who carries these utterances, the first published first?
SELECT
  carrier.utterance, utterance.person, statement.id AS statement, article.id AS article, article.outlet, article.published,
  article.language, carrier.likeness, carrier.how, carrier.copy
FROM carrier
JOIN utterance ON utterance.id = carrier.utterance
JOIN statement ON statement.number = carrier.statement
JOIN article ON article.number = statement.article
WHERE carrier.utterance IN (SELECT value FROM json_each(:ids))
ORDER BY carrier.utterance, carrier.n
