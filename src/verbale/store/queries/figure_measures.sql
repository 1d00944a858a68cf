-- How many figures of each measure, without those told in what people have rejected?
SELECT measure AS value, count(*) AS times
FROM figure
WHERE inside IS NULL OR inside NOT IN (SELECT statement.id FROM settled JOIN statement ON statement.number = settled.statement WHERE settled.decision = 'reject')
GROUP BY measure
ORDER BY times DESC, value
