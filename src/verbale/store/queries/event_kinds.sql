-- How many events of each kind?
SELECT what AS value, count(*) AS times FROM event GROUP BY what ORDER BY times DESC, value
