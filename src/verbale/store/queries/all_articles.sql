-- All articles, the first published first, those without a date last.
SELECT number FROM article ORDER BY published IS NULL, published, id
