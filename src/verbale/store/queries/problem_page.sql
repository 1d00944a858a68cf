-- A page of problems with the articles they are of, those of no article first.
SELECT problem.code, problem.stage, problem.words, problem.start, problem.stop, coalesce(problem.path, article.path) AS path, article.id
FROM problem
LEFT JOIN article ON article.number = problem.article
WHERE true
AND problem.code = :code
ORDER BY problem.article NULLS FIRST, problem.number
LIMIT :limit OFFSET :offset
