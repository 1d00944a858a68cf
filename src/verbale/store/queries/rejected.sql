-- Which statements were rejected? All numbers in one string.
SELECT group_concat(statement) AS numbers FROM settled WHERE decision = 'reject'
