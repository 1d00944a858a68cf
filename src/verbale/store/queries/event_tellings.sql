-- The happenings that tell of these events, in order, with the heads of their articles.
SELECT
  event_telling.event, event_telling.happening, article.id AS article, article.path, article.url, article.outlet, article.title,
  article.language, article.published
FROM event_telling
JOIN happening ON happening.number = event_telling.happening
JOIN article ON article.number = happening.article
WHERE event_telling.event IN (SELECT value FROM json_each(:ids))
ORDER BY event_telling.event, event_telling.n
