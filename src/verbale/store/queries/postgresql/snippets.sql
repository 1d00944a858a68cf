-- A few words of some articles around those that were sought, these between two signs.
SELECT
  number, marked(CASE WHEN lexemes(coalesce(title, '')) @@ sought(:about) THEN title ELSE text END, :about, :open, :shut, 32) AS words
FROM article
WHERE number IN (SELECT value FROM numbers_of(:numbers)) AND number IN (SELECT number FROM article_found(:about))
