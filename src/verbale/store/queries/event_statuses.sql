-- How many events of each status?
SELECT status AS value, count(*) AS times FROM event GROUP BY status ORDER BY times DESC, value
