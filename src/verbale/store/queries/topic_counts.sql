-- How many statements are about each topic?
SELECT topic AS value, count(*) AS times FROM about GROUP BY topic ORDER BY times DESC, topic
