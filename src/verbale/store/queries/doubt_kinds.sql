-- How many pairs of names worth a look are there of each kind?
SELECT one_kind AS value, count(*) AS times FROM doubt GROUP BY one_kind ORDER BY times DESC, value
