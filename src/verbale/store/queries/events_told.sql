-- The event of each happening.
SELECT article.id AS article, happening.n, event_telling.event
FROM event_telling
JOIN happening ON happening.number = event_telling.happening
JOIN article ON article.number = happening.article
