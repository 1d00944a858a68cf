-- The pools of the join before, each with what stood for all that was in it.
SELECT name, state FROM pool
