-- What is sought and counted of figures, in the order in which they are shown, without those told in what people have rejected.
SELECT
  figure.number, figure.measure, figure.place, figure.source_name, claim.person, claim.question,
  coalesce(figure.when_from, article.published) AS first, coalesce(figure.when_to, article.published) AS last
FROM figure
JOIN article ON article.number = figure.article
LEFT JOIN claim ON claim.figure = figure.number
WHERE figure.inside IS NULL OR figure.inside NOT IN (SELECT statement.id FROM settled JOIN statement ON statement.number = settled.statement WHERE settled.decision = 'reject')
ORDER BY coalesce(figure.when_to, article.published) IS NULL, substr(coalesce(figure.when_to, article.published), 1, 10), claim.question NULLS FIRST, figure.measure, figure.value, article.id, figure.n
