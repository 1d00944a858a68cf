-- How many articles of each outlet?
SELECT outlet AS value, count(*) AS times FROM article GROUP BY outlet ORDER BY times DESC, value NULLS FIRST
