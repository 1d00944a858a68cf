-- Which statements are there, articles by date of publication (those without one last), then in the order of the text?
-- Names and outlets are few beside statements: each is looked at once, which MATERIALIZED makes sure of.
WITH
  speakers AS MATERIALIZED (SELECT DISTINCT speaker FROM statement WHERE speaker IS NOT NULL),
  outlets AS MATERIALIZED (SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL)
SELECT statement.number
FROM statement
JOIN article ON article.number = statement.article
WHERE true
AND statement.speaker IN (SELECT speaker FROM speakers WHERE named(speaker, :speaker))
AND statement.number IN (SELECT rowid FROM statement_fts WHERE statement_fts MATCH :about)
AND statement.last_day >= :since
AND statement.first_day <= :until
AND statement.kind = :kind
AND article.language = :language
AND article.outlet IN (SELECT outlet FROM outlets WHERE folded(outlet) = :outlet)
ORDER BY article.published IS NULL, article.published, article.path, article.id, statement.start, statement.stop DESC, statement.n
LIMIT :limit OFFSET :offset
