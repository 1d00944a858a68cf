-- What each figure counts, where and for which day, and who claims it; without those told in what people have rejected.
SELECT
  figure.number, figure.measure, figure.unit, figure.place, coalesce(figure.when_to, article.published) AS day,
  coalesce(
    (
      SELECT identity.person FROM mention JOIN identity ON identity.article = mention.article AND identity.n = mention.n
      WHERE mention.article = figure.article AND mention.name = figure.source_name ORDER BY mention.n LIMIT 1
    ),
    (SELECT attribution.person FROM statement JOIN attribution ON attribution.statement = statement.number WHERE statement.id = figure.inside AND statement.speaker = figure.source_name)
  ) AS person,
  (
    SELECT identity.person FROM mention JOIN identity ON identity.article = mention.article AND identity.n = mention.n
    WHERE mention.article = figure.article AND mention.name = figure.place ORDER BY mention.n LIMIT 1
  ) AS place_id
FROM figure JOIN article ON article.number = figure.article
WHERE figure.inside IS NULL OR figure.inside NOT IN (SELECT statement.id FROM settled JOIN statement ON statement.number = settled.statement WHERE settled.decision = 'reject')
ORDER BY figure.number
