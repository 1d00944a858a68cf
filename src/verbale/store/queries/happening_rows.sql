-- The happenings of these numbers.
SELECT * FROM happening WHERE number IN (SELECT value FROM json_each(:numbers))
