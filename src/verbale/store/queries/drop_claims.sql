-- Make room for a new join.
DELETE FROM claim
