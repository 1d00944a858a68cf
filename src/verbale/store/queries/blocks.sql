-- The lines of these articles, in order.
SELECT * FROM block WHERE article IN (SELECT value FROM json_each(:numbers)) ORDER BY article, n
