-- The ids that were given up and are nobody's now.
SELECT id FROM former WHERE id NOT IN (SELECT id FROM person)
