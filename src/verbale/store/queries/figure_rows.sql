-- The figures of these numbers.
SELECT * FROM figure WHERE number IN (SELECT value FROM json_each(:numbers))
