-- The languages and texts of these articles.
SELECT number, language, text FROM article WHERE number IN (SELECT value FROM json_each(:numbers))
