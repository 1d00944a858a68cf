-- The next articles with the hash of their text, as it was when they were read.
SELECT article.number, article.id, article.text, origin.text_sha256
FROM article JOIN origin ON origin.article = article.number
WHERE article.number > :after
ORDER BY article.number
LIMIT :limit
