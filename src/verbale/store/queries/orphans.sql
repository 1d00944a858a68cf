-- Rows that point at rows which are not there.
SELECT "table" AS name, count(*) AS times FROM pragma_foreign_key_check GROUP BY name ORDER BY name
