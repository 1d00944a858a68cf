-- The log of rulings, the oldest first.
SELECT * FROM ruling ORDER BY moment, id
