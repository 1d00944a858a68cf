-- How many problems of each code?
SELECT code AS value, count(*) AS times FROM problem GROUP BY code ORDER BY times DESC, value
