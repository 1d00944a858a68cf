-- Forget a pool that holds nothing any more.
DELETE FROM pool WHERE name = :name
