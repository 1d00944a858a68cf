-- The log of judgements, the oldest first.
SELECT * FROM judgement ORDER BY moment, id
