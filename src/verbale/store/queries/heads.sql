-- What stands above some articles, with how many statements are in them.
SELECT
  number, id, title, outlet, published, language, path, url, substr(text, 1, 240) AS words,
  (SELECT count(*) FROM statement WHERE statement.article = article.number) AS statements
FROM article WHERE number IN (SELECT value FROM json_each(:numbers))
