-- Make room for all acts anew.
DELETE FROM act
