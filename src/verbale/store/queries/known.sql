-- What others know.
SELECT * FROM known ORDER BY id
