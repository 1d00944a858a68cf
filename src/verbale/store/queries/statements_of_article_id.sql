-- The statements of the article of this id, as they were found.
SELECT statement.number
FROM article JOIN statement ON statement.article = article.number
WHERE article.id = :id
ORDER BY statement.n
