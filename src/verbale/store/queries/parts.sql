-- The words of these statements, in order.
SELECT * FROM part WHERE statement IN (SELECT value FROM json_each(:numbers)) ORDER BY statement, name, n, stretch
