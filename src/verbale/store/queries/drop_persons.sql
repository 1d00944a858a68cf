-- Make room for a new join: all that points at persons goes with them.
DELETE FROM person
