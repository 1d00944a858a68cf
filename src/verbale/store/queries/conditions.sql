-- The conditions of these statements, in order.
SELECT * FROM condition WHERE statement IN (SELECT value FROM json_each(:numbers)) ORDER BY statement, n
