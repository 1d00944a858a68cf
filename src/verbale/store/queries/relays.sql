-- The media that carried these statements, nearest to the speaker first.
SELECT * FROM relay WHERE statement IN (SELECT value FROM json_each(:numbers)) ORDER BY statement, n
