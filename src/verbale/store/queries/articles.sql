-- Which articles are there, by date of publication, those without a date last?
WITH outlets AS MATERIALIZED (SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL)
SELECT number
FROM article
WHERE true
AND number IN (SELECT rowid FROM article_fts WHERE article_fts MATCH :about)
AND language = :language
AND outlet IN (SELECT outlet FROM outlets WHERE folded(outlet) = :outlet)
ORDER BY published IS NULL, published, path NULLS FIRST, id
LIMIT :limit OFFSET :offset
