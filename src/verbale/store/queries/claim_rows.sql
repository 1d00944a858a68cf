-- The figures of these numbers, with the heads of their articles and what the join knows of them.
SELECT
  figure.number, figure.id, article.id AS article, article.path, article.url, article.outlet, article.title, article.language,
  article.published, claim.person, claim.question,
  (
    SELECT count(DISTINCT other.value) FROM claim AS beside JOIN figure AS other ON other.number = beside.figure
    WHERE beside.question = claim.question AND other.value <> figure.value
  ) AS rivals
FROM figure
JOIN article ON article.number = figure.article
LEFT JOIN claim ON claim.figure = figure.number
WHERE figure.number IN (SELECT value FROM json_each(:numbers))
