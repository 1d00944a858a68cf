-- Did anybody rule on a statement of this article, when it was read before?
SELECT ruling.id
FROM article
JOIN statement ON statement.article = article.number
JOIN ruling ON ruling.statement = statement.id
WHERE article.id = :id
LIMIT 1
