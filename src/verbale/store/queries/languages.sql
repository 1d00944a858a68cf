-- How many articles in each language?
SELECT language AS value, count(*) AS times FROM article GROUP BY language ORDER BY times DESC, value
