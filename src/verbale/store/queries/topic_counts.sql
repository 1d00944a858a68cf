-- How many statements are about each topic, those left out that people have rejected?
SELECT topic AS value, count(*) AS times
FROM about
WHERE statement NOT IN (SELECT statement FROM settled WHERE decision = 'reject')
GROUP BY topic
ORDER BY times DESC, topic
