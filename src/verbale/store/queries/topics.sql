-- The topics that the user brought in.
SELECT id, names, words, examples FROM topic ORDER BY id
