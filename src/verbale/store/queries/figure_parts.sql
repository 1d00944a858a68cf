-- The parts of these figures, in order.
SELECT * FROM figure_part WHERE figure IN (SELECT value FROM json_each(:numbers)) ORDER BY figure, n
