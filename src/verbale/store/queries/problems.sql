-- What could not be read or is doubtful, with the file it was met in; what belongs to no article comes last.
SELECT problem.code, problem.stage, problem.words, problem.start, problem.stop, coalesce(problem.path, article.path) AS path
FROM problem
LEFT JOIN article ON article.number = problem.article
ORDER BY problem.article IS NULL, article.published IS NULL, article.published, article.path NULLS FIRST, article.id, problem.path NULLS FIRST, problem.number
