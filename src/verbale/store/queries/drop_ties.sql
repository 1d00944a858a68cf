-- Forget a pool and what was tied in it.
DELETE FROM tie WHERE pool = :name
