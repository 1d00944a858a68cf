-- What is everything about? All numbers of the statements that have a topic at some place among their topics in one string.
SELECT topic, n, group_concat(statement) AS numbers FROM about GROUP BY topic, n ORDER BY topic, n
