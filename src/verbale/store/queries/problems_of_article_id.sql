-- The problems of the article of this id, as they were met.
SELECT problem.* FROM article JOIN problem ON problem.article = article.number WHERE article.id = :id ORDER BY problem.number
