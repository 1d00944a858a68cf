-- Which statements are about this topic? All numbers in one string.
SELECT group_concat(statement) AS numbers FROM about WHERE topic = :topic
