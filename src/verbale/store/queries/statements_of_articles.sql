-- The statements of these articles, in the order of each text.
SELECT number, article FROM statement WHERE article IN (SELECT value FROM json_each(:numbers)) ORDER BY article, n
