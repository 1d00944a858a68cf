-- Which statements carry a saying that others carry too, and a number for each such saying? All numbers in one string.
SELECT group_concat(statement) AS numbers, group_concat(code) AS codes
FROM (
  SELECT statement, dense_rank() OVER (ORDER BY utterance) AS code
  FROM carrier WHERE utterance IN (SELECT utterance FROM carrier WHERE n > 0)
) AS shared
