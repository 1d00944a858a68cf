-- The articles of these numbers, whole.
SELECT * FROM article WHERE number IN (SELECT value FROM json_each(:numbers))
