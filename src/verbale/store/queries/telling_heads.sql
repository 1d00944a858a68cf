-- Where these happenings stand, and when their articles were published.
SELECT happening.number, happening.n, article.id AS article, article.published
FROM happening JOIN article ON article.number = happening.article
WHERE happening.number IN (SELECT value FROM json_each(:numbers))
