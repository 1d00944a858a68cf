-- Forget the outlets that the user has told of.
DELETE FROM medium
