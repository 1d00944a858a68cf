-- Make room for what holds now.
DELETE FROM settled
