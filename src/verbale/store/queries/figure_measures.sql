-- How many figures of each measure?
SELECT measure AS value, count(*) AS times FROM figure GROUP BY measure ORDER BY times DESC, value
