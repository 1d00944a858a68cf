-- What is counted and sorted of articles, by date of publication, those without a date last.
SELECT number, outlet, language, published FROM article ORDER BY published IS NULL, published, path NULLS FIRST, id
