-- What stands above some articles, with the first words of the body and how many statements are in them.
SELECT
  number, id, title, outlet, published, language, path, url,
  substr(text, CAST(1 + coalesce((
    SELECT min(start) FROM block WHERE block.article = article.number AND role = 'body' AND repeats IS NULL
  ), 0) AS integer), 240) AS words,
  (SELECT count(*) FROM statement WHERE statement.article = article.number) AS statements
FROM article WHERE number IN (SELECT value FROM json_each(:numbers))
